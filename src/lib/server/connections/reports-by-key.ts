import { z } from 'zod';
import { answerTypes, verdicts } from '#lib/domain/report/answers.ts';
import { mediaTypes } from '#lib/domain/evidence/file-kinds.ts';
import { typeOfReason, type GivenAnswer } from '#lib/domain/report/given-answer.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import { channels, kinds } from '#lib/domain/report/taxonomy.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { open } from '../evidence/evidence.ts';
import { nameForOrganisation } from '../evidence/give-out.ts';

/*
 * What a program does for its organisation. The database checks the key, its scope and whose report
 * it is; a key that does not exist or was revoked is `api_key_unknown`, one without the scope
 * `api_key_scope_needed`.
 */

const head = {
	reference: z.string(),
	kind: z.enum(kinds),
	channel: z.enum(channels),
	state: z.enum(reportStates),
	outcome: z.string().nullable(),
	caller_number: z.string().nullable(),
	delivered_on: z.string().nullable(),
	answer_by: z.string().nullable(),
	categories: z.array(z.string())
};

export const listedReport = z.object(head);

/** A report as a program of its organisation reads it. */
export const ownReport = z.object({
	...head,
	sector: z.string(),
	organisation_name: z.string().nullable(),
	narrative: z.string().nullable(),
	facts: z.record(z.string(), z.unknown()),
	contacts: z.array(
		z.object({
			from: z.string().meta({ description: 'The hour in which it was' }),
			is_time_known: z.boolean()
		})
	),
	answers: z.array(
		z.object({
			answer_type: z.enum(answerTypes),
			reason: z.string(),
			text: z.string().nullable(),
			has_promise: z.boolean(),
			promise_due_on: z.string().nullable(),
			answered_at: z.string(),
			verdict: z.enum(verdicts).nullable(),
			verdict_text: z.string().nullable(),
			verdict_on: z.string().nullable(),
			is_reopened: z.boolean()
		})
	),
	evidence: z.array(
		z.object({
			evidence_id: z.uuid(),
			position: z.number().int(),
			media_type: z.enum(mediaTypes),
			byte_size: z.number().int()
		})
	),
	messages: z.array(
		z.object({
			sender: z.enum(['reporter', 'organisation_member']),
			text: z.string(),
			sent_on: z.string()
		})
	)
});

/** Something a reporter wrote or judged. */
export const news = z.object({
	event: z.enum(['message', 'verdict']),
	reference: z.string(),
	occurred_at: z.string().meta({ description: 'The hour in which it was' }),
	text: z.string().nullable(),
	verdict: z.enum(verdicts).nullable(),
	is_reopened: z.boolean()
});

/** What a list can be narrowed to; `cursor` is the last reference of the page before. */
export const listQuestion = z.object({
	state: z.enum(reportStates, { error: 'error_state' }).optional(),
	since: z.iso.datetime({ offset: true, error: 'error_since' }).optional(),
	cursor: z.string().max(20, { error: 'error_cursor_unknown' }).optional(),
	limit: z.coerce.number({ error: 'error_limit' }).int().min(1).max(200).default(50)
});

export const newsQuestion = z.object({
	since: z.iso.datetime({ offset: true, error: 'error_since' })
});

/** Reports about the organisation of the key, newest first; `next` is the cursor of the next page. */
export async function list(
	desk: Desk,
	key_hash: string,
	{ state, since, cursor, limit }: z.output<typeof listQuestion>
) {
	const answer = await desk.service.rpc('list_reports_by_key', {
		key_hash,
		most: limit,
		...(state && { state }),
		...(since && { since }),
		...(cursor && { after_reference: cursor })
	});
	const reports = z.array(listedReport).parse(unwrap('list_reports_by_key', answer));
	return { reports, next: reports.length === limit ? reports.at(-1)!.reference : null };
}

/** @throws Refused `report_not_found` */
export async function read(desk: Desk, key_hash: string, reference: string) {
	const { data, error } = await desk.service.rpc('read_report_by_key', { key_hash, reference });
	if (error) unwrap('read_report_by_key', { data, error });
	if (data === null) throw new Refused('report_not_found', 404);
	return ownReport.parse(data);
}

/**
 * A file that the reporter shares with the organisation; that it was read is written down. The name
 * it had on somebody's device is not told.
 * @throws Refused `evidence_not_found`
 */
export async function readFile(desk: Desk, key_hash: string, reference: string, id: string) {
	if (!z.uuid().safeParse(id).success) throw new Refused('evidence_not_found', 404);
	const answer = await desk.service.rpc('read_evidence_by_key', {
		key_hash,
		reference,
		evidence_id: id
	});
	const file = await open(desk, unwrap('read_evidence_by_key', answer)[0]);
	return { ...file, name: nameForOrganisation(reference, id, file.media_type) };
}

/** Answers a report, by the rules of the portal. Personal data in it is masked. */
export async function answer(desk: Desk, key_hash: string, reference: string, given: GivenAnswer) {
	const { text, reason, has_promise, promise_due_on } = given;
	unwrap(
		'answer_report_by_key',
		await desk.service.rpc('answer_report_by_key', {
			key_hash,
			reference,
			answer_type: typeOfReason(reason)!,
			reason,
			answer: mask(text),
			has_promise,
			...(promise_due_on && { promise_due_on })
		})
	);
	void desk.wakeOutbox();
}

/** Writes to the reporter. Personal data in it is masked. */
export async function sendMessage(desk: Desk, key_hash: string, reference: string, text: string) {
	unwrap(
		'send_message_by_key',
		await desk.service.rpc('send_message_by_key', { key_hash, reference, message: mask(text) })
	);
	void desk.wakeOutbox();
}

/**
 * What reporters wrote and judged in the hours after one, oldest first; `next` is the hour to ask
 * from. The hour that runs waits until it is over: the minute of a message would tell too much.
 */
export async function listNews(desk: Desk, key_hash: string, since: string) {
	const answer = await desk.service.rpc('news_by_key', { key_hash, since });
	const items = z.array(news).parse(unwrap('news_by_key', answer));
	// With a Z, for a plus in an address is a space.
	return { news: items, next: items.at(-1)?.occurred_at.replace('+00:00', 'Z') ?? since };
}
