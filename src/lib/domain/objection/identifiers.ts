import { z } from 'zod';
import type { ObjectionSubmission } from './submission.ts';

/** What the organisation is told of who objects: no more than it needs to find this person. */
export const identifiers = z.object({
	name: z.string().nullable(),
	phone_numbers: z.array(z.string()),
	email: z.string().nullable(),
	address: z.string().nullable()
});

export type Identifiers = z.infer<typeof identifiers>;

/**
 * Of what was sent, what is shared with the organisation. The address the desk writes to is not:
 * only one that was given to be found by.
 */
export function sharedOf(
	sent: Pick<ObjectionSubmission, 'name' | 'phone_numbers' | 'shared_email' | 'address'>
): Identifiers {
	return {
		name: sent.name,
		phone_numbers: [...new Set(sent.phone_numbers)],
		email: sent.shared_email,
		address: sent.address
	};
}
