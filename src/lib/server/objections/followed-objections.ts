import { z } from 'zod';
import { dayOf, instantAt } from '#lib/domain/calendar/amsterdam.ts';
import { consentFlaws, consentRecord, flawsOf } from '#lib/domain/objection/consent-record.ts';
import { identifiers } from '#lib/domain/objection/identifiers.ts';
import {
	objectionEvents,
	objectionStates,
	proofRequestEvents,
	proofRequestStates
} from '#lib/domain/objection/states.ts';
import {
	objectionChannels,
	sentRoutes,
	type letterSent
} from '#lib/domain/objection/submission.ts';
import { objectionTerms, proofBy } from '#lib/domain/objection/terms.ts';
import { decrypt } from '../crypto/encryption.ts';
import { hashOfFollowCode } from '../crypto/follow-code.ts';
import { hashOfLinkToken } from '../crypto/link-token.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { endOf } from './objections.ts';
import { loadObjectionTerms } from './objection-terms.ts';
import { InvalidSubmission } from '../reports/reports.ts';
import { listFollowed, proofFile, type ProofFile } from './proof-files.ts';

const shared = {
	reference: z.string(),
	organisation_id: z.string().nullable(),
	organisation_name: z.string(),
	objection_url: z.string().nullable(),
	is_sent_by_desk: z.boolean(),
	locale: z.enum(['nl', 'en']),
	sent_at: z.string().nullable(),
	report_reference: z.string().nullable()
};
const sealed = {
	shared_encrypted: z.string().nullable(),
	key_id: z.string().nullable()
};
const eventsOf = <Name extends string>(names: readonly [Name, ...Name[]]) =>
	z.array(z.object({ event: z.enum(names), occurred_at: z.string() }));

const objectionRow = z.object({
	...shared,
	...sealed,
	state: z.enum(objectionStates),
	against: z.array(z.enum(objectionChannels)),
	sent_route: z.enum(sentRoutes).nullable(),
	has_stopped: z.boolean().nullable(),
	may_test_later_reports: z.boolean(),
	lodged_at: z.string(),
	acknowledged_at: z.string().nullable(),
	processed_at: z.string().nullable(),
	events: eventsOf(objectionEvents)
});
const proofRow = z.object({
	...shared,
	...sealed,
	state: z.enum(proofRequestStates),
	requested_at: z.string(),
	answered_at: z.string().nullable(),
	has_consent: z.boolean().nullable(),
	is_content_ok: z.boolean().nullable(),
	answer_encrypted: z.string().nullable(),
	answer_key_id: z.string().nullable(),
	events: eventsOf(proofRequestEvents)
});
const rows = z.object({ objection: objectionRow.optional(), proof_request: proofRow.optional() });

/** What is told under another name, or not as it is kept. */
const sealedObjection = { state: true, shared_encrypted: true, key_id: true } as const;
const sealedProof = { ...sealedObjection, answer_encrypted: true, answer_key_id: true } as const;

/** An objection and a request for proof, either may be null, as who lodged them sees them. */
export const followedObjection = z
	.object({
		shared: identifiers
			.nullable()
			.meta({ description: 'What is shared with the organisation; null once it is erased' }),
		objection: objectionRow
			.omit(sealedObjection)
			.extend({
				status: z.enum(objectionStates),
				norm_at: z.string(),
				processed_by: z.string()
			})
			.nullable(),
		proof_request: proofRow
			.omit(sealedProof)
			.extend({
				status: z.enum(proofRequestStates),
				answer_by: z.string(),
				answer: z.record(z.string(), z.string().nullable()).nullable(),
				flaws: z.array(z.enum(consentFlaws)),
				files: z.array(proofFile)
			})
			.nullable()
	})
	.meta({ description: 'An objection, a request for proof of consent, or both' });

export type FollowedObjection = z.infer<typeof followedObjection>;

/**
 * What a follow code belongs to, in any spelling.
 * @throws Refused `follow_code_unknown`
 */
export async function open(desk: Desk, code: string): Promise<FollowedObjection> {
	const [{ data, error }, terms] = await Promise.all([
		desk.service.rpc('follow_objection', { code_hash: hashOf(desk, code) }),
		loadObjectionTerms(desk)
	]);
	if (error) unwrap('follow_objection', { data, error });
	if (data === null) throw unknownCode();
	const { objection, proof_request } = rows.parse(data);
	const files = proof_request?.answer_encrypted ? await listFollowed(desk, code) : [];
	return {
		shared: sharedIn(desk, (objection ?? proof_request)!),
		objection: objection ? toldObjection(objection, terms) : null,
		proof_request: proof_request ? toldProofRequest(desk, proof_request, terms, files) : null
	};
}

type Terms = Awaited<ReturnType<typeof loadObjectionTerms>>;

function toldObjection(row: z.infer<typeof objectionRow>, terms: Terms) {
	const rest = objectionRow.omit(sealedObjection).parse(row);
	const { norm_at, processed_by } = objectionTerms(new Date(row.sent_at ?? row.lodged_at), terms);
	return { ...rest, status: row.state, norm_at: norm_at.toISOString(), processed_by };
}

function toldProofRequest(
	desk: Desk,
	row: z.infer<typeof proofRow>,
	terms: Terms,
	files: ProofFile[]
) {
	const rest = proofRow.omit(sealedProof).parse(row);
	const { answer_encrypted, answer_key_id } = row;
	const answer =
		answer_encrypted && answer_key_id
			? consentRecord.parse(
					JSON.parse(
						decrypt(desk.secrets.encryption_keys, {
							key_id: answer_key_id,
							ciphertext: answer_encrypted
						})
					)
				)
			: null;
	return {
		...rest,
		status: row.state,
		answer_by: proofBy(new Date(row.sent_at ?? row.requested_at), terms),
		answer,
		flaws: answer ? flawsOf(answer) : [],
		files
	};
}

/** What is shared with the organisation, readable again. */
export function sharedIn(
	{ secrets }: Desk,
	{ shared_encrypted, key_id }: { shared_encrypted: string | null; key_id: string | null }
) {
	if (!shared_encrypted || !key_id) return null;
	const text = decrypt(secrets.encryption_keys, { key_id, ciphertext: shared_encrypted });
	return identifiers.parse(JSON.parse(text));
}

/**
 * The consumer sent the letter: the clocks run from that day.
 * @throws InvalidSubmission; Refused `follow_code_unknown`
 */
export async function markSent(
	desk: Desk,
	code: string,
	{ sent_on, route }: z.output<typeof letterSent>
): Promise<void> {
	const { objection, proof_request } = await open(desk, code);
	const lodgedAt = (objection?.lodged_at ?? proof_request?.requested_at)!;
	const now = desk.now();
	if (sent_on > dayOf(now)) {
		throw new InvalidSubmission([{ path: 'sent_on', message: 'error_sent_in_the_future' }]);
	}
	if (sent_on < dayOf(new Date(lodgedAt))) {
		throw new InvalidSubmission([{ path: 'sent_on', message: 'error_sent_before_lodging' }]);
	}
	const noon = instantAt(sent_on, '12:00');
	const sent_at = noon > now ? now : noon;
	const terms = await loadObjectionTerms(desk);
	await act('mark_letter_sent', () =>
		desk.service.rpc('mark_letter_sent', {
			code_hash: hashOf(desk, code),
			sent_at: sent_at.toISOString(),
			route,
			proof_due_at: endOf(proofBy(sent_at, terms)).toISOString()
		})
	);
}

/** After the term: did it stop? @throws Refused `follow_code_unknown`, `objection_term_still_runs` */
export async function sayWhetherStopped(desk: Desk, code: string, has_stopped: boolean) {
	await act('say_whether_stopped', () =>
		desk.service.rpc('say_whether_stopped', { secret_hash: hashOf(desk, code), has_stopped })
	);
}

/** Erases who it was, and stops the clocks and the testing. @throws Refused `follow_code_unknown` */
export async function withdraw(desk: Desk, code: string) {
	await act('withdraw_objection', () =>
		desk.service.rpc('withdraw_objection', { code_hash: hashOf(desk, code) })
	);
}

const peeked = z.object({
	reference: z.string(),
	organisation_name: z.string(),
	state: z.enum(objectionStates),
	sent_at: z.string().nullable(),
	has_stopped: z.boolean().nullable()
});

/** The question behind a mailed link; null when there is no such link. */
export async function peek(desk: Desk, token: string) {
	const { data, error } = await desk.service.rpc('peek_objection', {
		consumer_token_hash: hashOfLinkToken(desk.secrets.hash_key, token)
	});
	if (error) unwrap('peek_objection', { data, error });
	return data === null ? null : peeked.parse(data);
}

/** The answer by a mailed link. @throws Refused */
export async function sayWhetherStoppedByLink(desk: Desk, token: string, has_stopped: boolean) {
	const secret_hash = hashOfLinkToken(desk.secrets.hash_key, token);
	unwrap(
		'say_whether_stopped',
		await desk.service.rpc('say_whether_stopped', { secret_hash, has_stopped })
	);
}

async function act(name: string, call: () => PromiseLike<Parameters<typeof unwrap<unknown>>[1]>) {
	try {
		unwrap(name, await call());
	} catch (error) {
		throw error instanceof Refused && error.status === 404 ? unknownCode() : error;
	}
}

const hashOf = (desk: Desk, code: string) => hashOfFollowCode(desk.secrets.hash_key, code);

const unknownCode = () => new Refused('follow_code_unknown', 404);
