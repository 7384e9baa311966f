import { z } from 'zod';
import { claimStates, type NumberClaim } from '#lib/domain/number-claim/number-claim.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { plainText } from '#lib/domain/report/plain-text.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { hashOfToken } from '../evidence/evidence.ts';
import { organisationNamed } from './organisation-named.ts';

/*
 * Whose numbers are: what organisations claim and their contact centres confirm. With the rights
 * of the one who signed in: the database decides.
 */

const named = z.object({ id: z.string(), name: z.string() });

export const registration = z
	.object({
		registration_id: z.string(),
		organisation: named.extend({ kvk_number: z.string().nullable() }),
		first_number: z.string(),
		last_number: z.string(),
		numbers: z.number(),
		valid_from: z.string(),
		valid_until: z.string().nullable(),
		/** The last day on which the numbers must be answered; null as long as they are in use. */
		reachable_until: z.string().nullable(),
		campaign: z.string().nullable(),
		is_campaign_public: z.boolean(),
		contact_centre: named.nullable(),
		contact_centre_agreed_at: z.string().nullable(),
		state: z.enum(claimStates),
		proof: z.enum(['register', 'document', 'contact_centre']),
		published_on: z.string().nullable(),
		document: z.object({ document_id: z.string(), name: z.string() }).nullable(),
		created_at: z.string(),
		decided_at: z.string().nullable(),
		decision: z.string().nullable(),
		attributed: z.number(),
		is_contested: z.boolean()
	})
	.transform((row) => ({
		...row,
		first_shown: writeNumber(row.first_number),
		last_shown: row.numbers > 1 ? writeNumber(row.last_number) : null
	}));

/** An organisation's claim on numbers, as it is shown. */
export type Registration = z.output<typeof registration>;

const registrations = z.object({ own: z.array(registration), used: z.array(registration) });

/** The registrations of an organisation, and those of others that it makes calls for. */
export async function list(client: Client, organisationId: string) {
	const answer = await client.rpc('list_number_registrations', {
		organisation_id: organisationId
	});
	return registrations.parse(unwrap('list_number_registrations', answer));
}

const outcome = z.object({
	state: z.enum(['claimed', 'contested', 'refused']),
	reason: z.string().optional()
});

/** What became of a claim, or on a dry run would become of it. */
export type ClaimOutcome = z.infer<typeof outcome>;

type Claiming = { token?: string; isDryRun?: boolean };

/**
 * Claims numbers for an organisation, each claim by itself, in the order given.
 * @param token of the staged document that is the proof of all of them.
 * @throws Refused `not_allowed`, `evidence_gone`, `number_claims_too_many`
 */
export async function claim(
	desk: Desk,
	client: Client,
	organisationId: string,
	claims: readonly NumberClaim[],
	{ token, isDryRun = false }: Claiming = {}
): Promise<ClaimOutcome[]> {
	const ids = await contactCentres(desk, claims);
	const known = claims.filter(({ contact_centre }) => !contact_centre || ids.has(contact_centre));
	const answer = await client.rpc('claim_numbers', {
		organisation_id: organisationId,
		claims: known.map(({ contact_centre, contest_reason, count: _, ...fields }) => ({
			...fields,
			contact_centre_id: contact_centre ? ids.get(contact_centre)! : null,
			contest_reason: contest_reason ? mask(plainText(contest_reason)) : null
		})),
		token_hash: token ? hashOfToken(desk, token) : undefined,
		is_dry_run: isDryRun
	});
	const told = z.array(outcome).parse(unwrap('claim_numbers', answer));
	void desk.wakeOutbox();
	return claims.map((each): ClaimOutcome =>
		known.includes(each)
			? told[known.indexOf(each)]!
			: { state: 'refused', reason: 'contact_centre_unknown' }
	);
}

/** The ids of the contact centres that are named, each looked up once; unknown ones are left out. */
async function contactCentres(desk: Desk, claims: readonly NumberClaim[]) {
	const names = new Set(claims.map(({ contact_centre }) => contact_centre).filter(Boolean));
	const ids = new Map<string, string>();
	for (const name of names as Set<string>) {
		try {
			ids.set(name, await organisationNamed(desk, name));
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
		}
	}
	return ids;
}

/**
 * Gives a registration its last day; a claim that waits is taken back.
 * @throws Refused `registration_not_found`, `last_day_not_possible`
 */
export async function end(client: Client, registration_id: string, last_on: string): Promise<void> {
	unwrap('end_registration', await client.rpc('end_registration', { registration_id, last_on }));
}

const arrived = z.object({ attributed: z.number() });

/**
 * The contact centre says whether it uses the numbers; tells how many reports arrived with that.
 * @throws Refused `claim_not_found`, `not_by_the_same_person`
 */
export async function answerForContactCentre(
	desk: Desk,
	client: Client,
	registration_id: string,
	is_agreed: boolean
): Promise<number> {
	const answer = await client.rpc('answer_for_contact_centre', { registration_id, is_agreed });
	void desk.wakeOutbox();
	return arrived.parse(unwrap('answer_for_contact_centre', answer)).attributed;
}
