import { z } from 'zod';
import type { OrganisationCard } from '#lib/domain/organisation/card.ts';
import { membershipLevels, type MembershipLevel } from '#lib/domain/people/roles.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { seal } from '../mail/outbox.ts';

/*
 * What owners decide: who belongs to the organisation and what is its own. With the rights of the
 * one who signed in; the database asks whether that is an owner.
 */

const level = z.enum(membershipLevels);

const settings = z.object({
	organisation_id: z.string(),
	name: z.string(),
	slug: z.string(),
	sector: z.string(),
	/** The sector that the committee was asked for. */
	asked_sector: z.string().nullable(),
	kvk_number: z.string().nullable(),
	website: z.string().nullable(),
	objection_url: z.string().nullable(),
	objection_email: z.string().nullable(),
	contact_email: z.string().nullable(),
	trade_names: z.array(z.string()),
	roles: z.array(z.string()),
	members: z.array(
		z.object({
			membership_id: z.string(),
			email: z.string(),
			level,
			since: z.string(),
			is_me: z.boolean()
		})
	),
	invitations: z.array(
		z.object({
			invitation_id: z.string(),
			email: z.string(),
			level,
			invited_at: z.string(),
			expires_at: z.string(),
			is_expired: z.boolean()
		})
	),
	groups: z.array(
		z.object({
			group_id: z.number(),
			/** Whether this organisation is the parent. */
			is_parent: z.boolean(),
			other: z.object({ organisation_id: z.string(), name: z.string(), slug: z.string() }),
			is_confirmed: z.boolean(),
			is_ours_to_confirm: z.boolean(),
			shows_figures: z.boolean()
		})
	),
	events: z.array(
		z.object({
			event_id: z.number(),
			event: z.string(),
			actor_role: z.string(),
			/** The member who did it, as long as there is one. */
			actor: z.string().nullable(),
			/** The member it was about. */
			about: z.string().nullable(),
			reason: z.string().nullable(),
			details: z.record(z.string(), z.unknown()),
			occurred_at: z.string()
		})
	)
});
export type OrganisationSettings = z.infer<typeof settings>;

/** Everything an owner decides about. @throws Refused `not_allowed`, `organisation_not_found` */
export async function loadSettings(
	client: Client,
	organisation_id: string
): Promise<OrganisationSettings> {
	const answer = await client.rpc('organisation_settings', { organisation_id });
	return settings.parse(unwrap('organisation_settings', answer));
}

/**
 * Invites somebody for fourteen days; again renews it.
 * @throws Refused `not_allowed`, `member_already`, `invitations_too_many`
 */
export async function invite(
	desk: Desk,
	client: Client,
	organisation_id: string,
	invited: { email: string; level: MembershipLevel }
): Promise<void> {
	const sealed = seal(desk, { to: invited.email });
	unwrap(
		'invite_member',
		await client.rpc('invite_member', { organisation_id, ...invited, ...sealed })
	);
	void desk.wakeOutbox();
}

/** @throws Refused `invitation_not_found` */
export async function withdrawInvitation(client: Client, invitation_id: string): Promise<void> {
	unwrap('withdraw_invitation', await client.rpc('withdraw_invitation', { invitation_id }));
}

/** @throws Refused `member_not_found`, `last_owner` */
export async function changeLevel(
	client: Client,
	membership_id: string,
	level: MembershipLevel
): Promise<void> {
	unwrap('change_member_level', await client.rpc('change_member_level', { membership_id, level }));
}

/** Takes somebody out, or lets somebody leave. @throws Refused `member_not_found`, `last_owner` */
export async function remove(client: Client, membership_id: string): Promise<void> {
	unwrap('remove_member', await client.rpc('remove_member', { membership_id }));
}

/** Replaces trade names and addresses. @throws Refused `not_allowed`, `name_of_another` */
export async function updateCard(
	client: Client,
	organisation_id: string,
	card: OrganisationCard
): Promise<void> {
	unwrap('update_organisation', await client.rpc('update_organisation', { organisation_id, card }));
}

/** Asks the committee for another sector. @throws Refused `not_allowed`, `sector_unknown` */
export async function askSector(
	client: Client,
	organisation_id: string,
	sector: string
): Promise<void> {
	unwrap('ask_sector', await client.rpc('ask_sector', { organisation_id, sector }));
}
