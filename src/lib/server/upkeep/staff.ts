import { z } from 'zod';
import type { staffForm } from '#lib/domain/upkeep/forms.ts';
import { roles } from '#lib/domain/people/roles.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { seal } from '../mail/outbox.ts';

/* The desk's own people, with the rights of the administrator who signed in. */

const staff = z.object({
	members: z.array(
		z.object({
			membership_id: z.string(),
			email: z.string(),
			role: z.enum(roles),
			since: z.string(),
			is_me: z.boolean()
		})
	),
	invitations: z.array(
		z.object({
			invitation_id: z.string(),
			email: z.string(),
			role: z.enum(roles),
			expires_at: z.string(),
			is_expired: z.boolean()
		})
	)
});

/** Staff with their roles, and who was invited. */
export async function list(client: Client) {
	return staff.parse(unwrap('list_staff', await client.rpc('list_staff')));
}

/** Invites somebody to a role, by mail; again renews it. @throws Refused `not_allowed`, `reason_needed` */
export async function invite(
	desk: Desk,
	client: Client,
	invited: z.output<typeof staffForm>
): Promise<void> {
	const answer = await client.rpc('invite_staff', {
		...invited,
		...seal(desk, { to: invited.email })
	});
	unwrap('invite_staff', answer);
	void desk.wakeOutbox();
}

/** @throws Refused `not_allowed`, `reason_needed`, `member_not_found`, `last_administrator` */
export async function endRole(client: Client, membership_id: string, reason: string) {
	unwrap('end_staff_role', await client.rpc('end_staff_role', { membership_id, reason }));
}

/** @throws Refused `not_allowed`, `reason_needed`, `invitation_not_found` */
export async function withdrawInvitation(client: Client, invitation_id: string, reason: string) {
	const answer = await client.rpc('withdraw_staff_invitation', { invitation_id, reason });
	unwrap('withdraw_staff_invitation', answer);
}
