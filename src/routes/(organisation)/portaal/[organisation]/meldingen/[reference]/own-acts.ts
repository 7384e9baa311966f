import { z } from 'zod';

const words = z
	.string({ error: 'error_message_needed' })
	.trim()
	.min(1, { error: 'error_message_needed' })
	.max(2000, { error: 'error_too_long' });

/** What a member fills in at a report, for each act. */
export const messageForm = z.object({ message: words });
export const noteForm = z.object({ note: words });
export const supervisionForm = z.object({ supervision_note: words });
export const handlingForm = z.object({
	assignee: z.uuid({ error: 'portal_error_assignee' }).optional(),
	own_name: z.string().trim().max(60, { error: 'error_too_long' }).default('')
});

export type OwnAct = 'message' | 'note' | 'supervision' | 'handling';
