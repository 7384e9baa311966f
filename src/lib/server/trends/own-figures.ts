import { z } from 'zod';
import { answerFigures } from '#lib/domain/figures/answer-figures.ts';
import type { DeclaredContacts } from '#lib/domain/figures/declared-contacts.ts';
import { rateOf } from '#lib/domain/figures/poisson-interval.ts';
import { chainRoles } from '#lib/domain/organisation/chain.ts';
import { channels } from '#lib/domain/report/taxonomy.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

/*
 * The figures of one organisation, for its members: with the rights of who signed in.
 */

export type Period = { from: string; to: string };

const counted = z.object({
	name: z.string().nullable(),
	complaints: z.number(),
	compliments: z.number()
});

const ownFigures = z.object({
	answers: answerFigures,
	numbers: z.array(counted),
	campaigns: z.array(counted),
	/** Who made the contact, and what that link was to the organisation; nameless where nobody knows. */
	links: z.array(counted.extend({ roles: z.array(z.enum(chainRoles)).default([]) })),
	/** Reports about others whose contact the organisation made. */
	clients: z.array(counted)
});
export type OwnFigures = z.output<typeof ownFigures>;

/** Answers, and reports per number, campaign, link in the chain and client. */
export async function load(
	{ now }: Pick<Desk, 'now'>,
	client: Client,
	organisation_id: string,
	{ from, to }: Period
): Promise<OwnFigures> {
	const answer = await client.rpc('own_figures', {
		organisation_id,
		first_on: from,
		last_on: to,
		as_of: now().toISOString()
	});
	return ownFigures.parse(unwrap('own_figures', answer));
}

const weighed = z.object({ complaints: z.number(), contacts: z.number() });
const weighedRows = z.array(
	weighed.extend({ channel: z.enum(channels), sector: weighed.nullable() })
);

/** Complaints per 100,000 contacts, with how sure that is; of the sector where enough declared. */
export async function loadRates(client: Client, organisation_id: string, { from, to }: Period) {
	const answer = await client.rpc('complaint_rates', {
		organisation_id,
		first_on: from,
		last_on: to
	});
	return weighedRows.parse(unwrap('complaint_rates', answer)).map(({ sector, ...own }) => ({
		...own,
		own: rateOf(Math.max(0, own.complaints), own.contacts),
		sector: sector && rateOf(Math.max(0, sector.complaints), sector.contacts)
	}));
}

const declared = z.array(
	z.object({
		month_on: z.string(),
		channel: z.enum(channels),
		contacts: z.number(),
		declared_at: z.string(),
		declared_by: z.string().nullable()
	})
);

/** What was declared, newest month first. */
export async function loadDeclared(client: Client, organisation_id: string) {
	return declared.parse(
		unwrap('declared_contacts', await client.rpc('declared_contacts', { organisation_id }))
	);
}

/** @throws Refused `not_allowed`, `month_to_come` */
export async function declare(client: Client, organisation_id: string, sent: DeclaredContacts) {
	const answer = await client.rpc('declare_contacts', {
		organisation_id,
		month_on: sent.month,
		channel: sent.contact_channel,
		contacts: sent.contacts
	});
	unwrap('declare_contacts', answer);
}
