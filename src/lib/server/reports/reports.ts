import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
	parseCallerNumber,
	saysNumberWasHidden
} from '#lib/domain/phone-number/parse-phone-number.ts';
import { contactMoments, type ContactIssue } from '#lib/domain/report/contact-moments.ts';
import type { ReportSubmission } from '#lib/domain/report/submission.ts';
import { toldCategories } from '#lib/domain/report/told-categories.ts';
import { factsOfAnswers } from '#lib/domain/rules/answers.ts';
import { keptFinding, type ToldFinding } from '#lib/domain/rules/assessment-shape.ts';
import { bandsOf } from '#lib/domain/text/compare/signature.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { encrypt } from '../crypto/encryption.ts';
import { followCodeOf, hashOfFollowCode } from '../crypto/follow-code.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { hashOfToken, type StagedFile } from '../evidence/evidence.ts';
import type { Judgement } from './judge-filing.ts';
import { reportsFiled } from '../metrics.ts';
import { assessFiling, tellFindings } from './findings.ts';
import { objectionOf, type TestedObjection } from './tested-reports.ts';
import { forgetTrends } from '../trends/trends-cache.ts';

/** What the reporter is told after filing. */
export type Filed = {
	reference: string;
	follow_code: string;
	status: string;
	is_repeated: boolean;
	number: { e164: string } | null;
	organisation: { id: string; name: string; match: string } | null;
	categories: { code: string; source: string; score: number | null }[];
	/** What the same person objected to before: the report was tested against it. */
	objection: { reference: string; objection_at: string } | null;
	/** Rules that were possibly broken, in the language of the report. */
	findings: ToldFinding[];
};

/** A submission that only the clock proves wrong. */
export class InvalidSubmission extends Error {
	override name = 'InvalidSubmission';
	readonly issues: ContactIssue[];

	constructor(issues: ContactIssue[]) {
		super('invalid submission');
		this.issues = issues;
	}
}

const receipt = z.object({
	reference: z.string(),
	state: z.string(),
	is_repeated: z.boolean(),
	caller_number: z.string().nullable(),
	organisation: z.object({ id: z.string(), name: z.string(), match: z.string() }).nullable(),
	categories: z.array(
		z.object({ code: z.string(), source: z.string(), score: z.number().nullable() })
	),
	findings: z.array(keptFinding)
});

/**
 * Files a report. With the same `clientKey` again the same answer is given and nothing is filed
 * twice; the key must then be one that nobody else can guess or the same report in every word.
 * @throws InvalidSubmission, Refused (`idempotency_key_reused`, `evidence_gone`, `evidence_too_many`)
 */
export async function file(
	desk: Desk,
	sent: ReportSubmission,
	{
		clientKey = randomUUID(),
		origin,
		evidence,
		judgement,
		follows
	}: {
		clientKey?: string;
		origin: 'form' | 'api' | 'demo';
		/** Staged files that go with it, and whether the organisation may see them. */
		evidence?: { files: StagedFile[]; isShared: boolean };
		judgement?: Judgement;
		/** The follow code of the report this one goes on from, or what stands for it. */
		follows?: string;
	}
): Promise<Filed> {
	const filed_at = desk.now();
	const when = contactMoments(sent, filed_at);
	if (!when.ok) throw new InvalidSubmission(when.issues);

	const number = sent.caller_number ? parseCallerNumber(sent.caller_number) : null;
	const isHidden = sent.caller_number !== null && saysNumberWasHidden(sent.caller_number);
	const { hash_key, encryption_keys } = desk.secrets;
	const follow_code = followCodeOf(hash_key, clientKey);
	const narrative = sent.narrative && mask(sent.narrative);
	const objection = await objectionOf(desk, sent, number?.e164 ?? null, when.moments);
	const facts = {
		...(isHidden && { number_display: 'hidden' }),
		...factsOfAnswers(sent.answers),
		...sent.facts,
		...factsOf(objection)
	};
	const sealed = (text: string | null) => text && encrypt(encryption_keys, text).ciphertext;

	const answer = await desk.service.rpc('file_report', {
		submission: {
			client_key: keyedHash(hash_key, 'client key', clientKey),
			submission_digest: keyedHash(
				hash_key,
				'submission',
				JSON.stringify(contentOf(sent, evidence))
			),
			follow_code_hash: hashOfFollowCode(hash_key, follow_code),
			follows_code_hash: follows ? hashOfFollowCode(hash_key, follows) : null,
			kind: sent.kind,
			channel: sent.channel,
			organisation_id: sent.organisation_id,
			organisation_name: sent.organisation_name,
			sector: sent.sector,
			caller_number: number?.e164 ?? null,
			number_type: number?.type ?? null,
			number_country: number?.country ?? null,
			narrative,
			facts,
			objection_reference: objection?.reference ?? null,
			postcode4: sent.postcode4,
			locale: sent.locale,
			share_identity: sent.share_identity,
			publish_narrative: sent.publish_narrative,
			reporter_key: sent.email && keyedHash(hash_key, 'reporter', sent.email),
			email_encrypted: sealed(sent.email),
			narrative_bands: narrative && bandsOf(narrative),
			narrative_encrypted: sealed(narrative === sent.narrative ? null : sent.narrative),
			key_id: encryption_keys[0]!.id,
			origin,
			...judgement,
			filed_at: filed_at.toISOString(),
			contacts: when.moments.map(({ contact_at, is_time_known }) => ({
				contact_at: contact_at.toISOString(),
				is_time_known
			})),
			categories: toldCategories(sent),
			evidence: evidence?.files.map(({ token }) => hashOfToken(desk, token)) ?? [],
			share_evidence: evidence?.isShared ?? false,
			findings: await assessFiling(desk, {
				...sent,
				caller_number: number?.e164 ?? null,
				moments: when.moments,
				facts
			})
		}
	});
	const { state, caller_number, findings, ...rest } = receipt.parse(unwrap('file_report', answer));
	forgetTrends(desk);
	const filed = {
		...rest,
		status: state,
		follow_code,
		number: caller_number ? { e164: caller_number } : null,
		findings: tellFindings(findings, when.moments, sent.locale),
		objection: objection && {
			reference: objection.reference,
			objection_at: objection.objection_at
		}
	};
	if (!filed.is_repeated) {
		reportsFiled.inc({ kind: sent.kind, channel: sent.channel, origin, status: filed.status });
	}
	if (sent.email) void desk.wakeOutbox();
	return filed;
}

/** An objection that passed through the desk is dated: it goes before what is remembered. */
function factsOf(objection: TestedObjection | null) {
	if (!objection) return {};
	const { objection_at, objection_route } = objection;
	return { objection_at, objection_route };
}

/** What tells a repetition from another report: files by what is in them, for tokens are always new. */
function contentOf(sent: ReportSubmission, evidence?: { files: StagedFile[]; isShared: boolean }) {
	if (!evidence?.files.length) return sent;
	return {
		sent,
		files: evidence.files.map(({ sha256 }) => sha256),
		...(evidence.isShared && { isShared: true })
	};
}
