import { z } from 'zod';

/* What the committee decides about a likely caller. */

export type Act = 'name' | 'label' | 'dismiss' | 'take_back';

const reason = z
	.string({ error: 'error_reason_needed' })
	.trim()
	.min(1, { error: 'error_reason_needed' })
	.max(2000, { error: 'error_too_long' });

const called = z
	.string({ error: 'error_caller_name_needed' })
	.trim()
	.min(1, { error: 'error_caller_name_needed' })
	.max(120, { error: 'error_too_long' });

export const nameForm = z.object({ organisation_name: called, name_reason: reason });
export const labelForm = z.object({ label: called, label_reason: reason });
export const dismissForm = z.object({ dismiss_reason: reason });
export const takeBackForm = z.object({ take_back_reason: reason });
