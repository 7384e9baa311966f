import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { plainText } from '#lib/domain/report/plain-text.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { hashOfToken, open, type EvidenceFile } from '../evidence/evidence.ts';
import { seal } from '../mail/outbox.ts';
import { registration } from './number-claims.ts';

/* What the committee decides about numbers, and how anyone contests one. */

const document = z.object({ document_id: z.string(), name: z.string() }).nullable();

const decisions = z.object({
	claims: z.array(
		registration.and(z.object({ contests: z.array(z.string()), others: z.array(registration) }))
	),
	contests: z.array(
		z
			.object({
				contest_id: z.string(),
				number: z.string(),
				reason: z.string(),
				contested_at: z.string(),
				document,
				registration: registration.nullable()
			})
			.transform((contest) => ({ ...contest, shown: writeNumber(contest.number) }))
	)
});

/** What waits for a decision of the committee. */
export type NumberDecisions = z.output<typeof decisions>;

/**
 * Claims that wait, with what others have of the same numbers, and contests by the public.
 * @throws Refused `not_allowed` for who is not staff.
 */
export async function listWaiting(client: Client): Promise<NumberDecisions> {
	const { data, error } = await client.rpc('list_number_decisions');
	if (error) unwrap('list_number_decisions', { data, error });
	if (data === null) throw new Refused('not_allowed', 403);
	return decisions.parse(data);
}

const arrived = z.object({ attributed: z.number() });

/**
 * Confirms a claim, by which others lose the same numbers, or refuses it. All of them are told.
 * @returns how many reports arrived with it.
 * @throws Refused `not_allowed`, `reason_needed`, `claim_not_found`
 */
export async function decideClaim(
	desk: Desk,
	client: Client,
	registration_id: string,
	is_confirmed: boolean,
	reason: string
): Promise<number> {
	const answer = await client.rpc('decide_claim', { registration_id, is_confirmed, reason });
	void desk.wakeOutbox();
	return arrived.parse(unwrap('decide_claim', answer)).attributed;
}

/**
 * Upholds a contest by the public, by which the number leaves its registration, or dismisses it.
 * @throws Refused `not_allowed`, `reason_needed`, `contest_not_found`
 */
export async function decideContest(
	desk: Desk,
	client: Client,
	contest_id: string,
	is_upheld: boolean,
	reason: string
): Promise<void> {
	unwrap('decide_contest', await client.rpc('decide_contest', { contest_id, is_upheld, reason }));
	void desk.wakeOutbox();
}

type Contest = { number: string; reason: string; email?: string; token?: string; locale: string };

/**
 * Anyone contests what the desk says of a number. Personal data in the reason is masked.
 * @throws Refused `evidence_gone`
 */
export async function contest(
	desk: Desk,
	{ number, reason, email, token, locale }: Contest
): Promise<void> {
	const sealed = email ? seal(desk, { to: email }) : undefined;
	const answer = await desk.service.rpc('contest_number', {
		number,
		reason: mask(plainText(reason)),
		token_hash: token ? hashOfToken(desk, token) : undefined,
		sealed: sealed?.sealed,
		key_id: sealed?.key_id,
		locale
	});
	unwrap('contest_number', answer);
	void desk.wakeOutbox();
}

/**
 * A document on numbers, with the rights of who signed in.
 * @throws Refused `evidence_not_found`
 */
export async function readDocument(desk: Desk, client: Client, id: string): Promise<EvidenceFile> {
	if (!z.uuid().safeParse(id).success) throw new Refused('evidence_not_found', 404);
	const answer = await client.rpc('read_number_document', { document_id: id });
	return open(desk, unwrap('read_number_document', answer)[0]);
}
