import type { AnswerType } from '#lib/domain/report/answers.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { hashOfToken, type StagedFile } from '../evidence/evidence.ts';
import { forgetTrends } from '../trends/trends-cache.ts';
import { renewFindingsOf } from './renew-findings.ts';

/*
 * What members of an organisation, and staff, write to a reporter. With the rights of the one who
 * signed in: the database decides whether it is theirs to write.
 */

export type Answer = {
	answer_type: AnswerType;
	/** One of the closed list for that type. */
	reason: string;
	text: string;
	has_promise?: boolean;
	/** A day; only with a promise. */
	promise_due_on?: string;
	/** Staged files that go with it. */
	files?: StagedFile[];
	/** For committee and regulator alone. */
	supervision_note?: string;
	/** Whose report it is instead, by name; only when it is not theirs. */
	other_organisation?: string;
};

/**
 * Answers a report about the caller's own organisation. Personal data in it is masked.
 * @throws Refused `not_allowed`, `report_not_found`, `report_cannot_move`, `reason_unknown`,
 * `answer_needed`, `promise_needs_acceptance`, `evidence_gone`, `evidence_too_many`, `same_organisation`
 */
export async function answer(
	desk: Desk,
	client: Client,
	reference: string,
	{ text, files = [], supervision_note, other_organisation, ...given }: Answer
): Promise<void> {
	unwrap(
		'answer_report',
		await client.rpc('answer_report', {
			reference,
			answer: mask(text),
			...given,
			token_hashes: files.map(({ token }) => hashOfToken(desk, token)),
			...(supervision_note && { supervision_note: mask(supervision_note) }),
			...(other_organisation && { other_organisation: mask(other_organisation) })
		})
	);
	void desk.wakeOutbox();
	if (!other_organisation) return;
	// Another organisation may be of another sector.
	await renewFindingsOf(desk, reference);
	forgetTrends(desk);
}

/**
 * Writes to the reporter. Personal data in it is masked.
 * @throws Refused `not_allowed`, `report_not_found`, `report_cannot_move`, `message_needed`
 */
export async function sendMessage(
	desk: Pick<Desk, 'wakeOutbox'>,
	client: Client,
	reference: string,
	text: string
): Promise<void> {
	unwrap('send_message', await client.rpc('send_message', { reference, message: mask(text) }));
	void desk.wakeOutbox();
}

/** The reporter's messages to the caller have been shown. */
export async function markMessagesRead(client: Client, reference: string): Promise<void> {
	unwrap('mark_messages_read', await client.rpc('mark_messages_read', { reference }));
}
