import type {
	GivenVerdict,
	Redirection,
	ReporterMessage
} from '#lib/domain/report/reporter-acts.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { act, hashOf } from './followed-reports.ts';
import type { Desk } from '../desk.ts';
import { renewFindingsSoon } from '../reports/renew-findings.ts';
import { forgetTrends } from '../trends/trends-cache.ts';

/*
 * What a reporter does with the follow code once the report is on its way. Each may throw Refused
 * `follow_code_unknown` and `report_cannot_move`.
 */

/**
 * Writes to the organisation or the committee. Personal data in it is masked.
 * @throws Refused `no_organisation_to_write_to`, `messages_too_many`
 */
export async function sendMessage(desk: Desk, code: string, sent: ReporterMessage): Promise<void> {
	await act('send_message_as_reporter', () =>
		desk.service.rpc('send_message_as_reporter', {
			code_hash: hashOf(desk, code),
			addressee: sent.to,
			message: mask(sent.text)
		})
	);
	void desk.wakeOutbox();
}

/** The messages to the reporter have been shown. */
export async function markMessagesRead(desk: Desk, code: string): Promise<void> {
	await act('mark_messages_read_by_reporter', () =>
		desk.service.rpc('mark_messages_read_by_reporter', { code_hash: hashOf(desk, code) })
	);
}

/**
 * Says whether an answer solved it, and closes or reopens the report. Personal data is masked.
 * @throws Refused `verdict_too_late`
 */
export async function giveVerdict(desk: Desk, code: string, sent: GivenVerdict): Promise<void> {
	await act('give_verdict', () =>
		desk.service.rpc('give_verdict', {
			code_hash: hashOf(desk, code),
			verdict: sent.verdict,
			verdict_text: sent.text === null ? '' : mask(sent.text),
			wants_reopening: sent.reopen
		})
	);
	void desk.wakeOutbox();
}

/** Says whether the organisation kept its promise, after the desk has asked. */
export async function tellPromiseKept(desk: Desk, code: string, is_kept: boolean): Promise<void> {
	await act('tell_promise_kept', () =>
		desk.service.rpc('tell_promise_kept', { code_hash: hashOf(desk, code), is_kept })
	);
}

/**
 * It was another organisation: the report goes there, and the former one reads it no more.
 * @throws Refused `same_organisation`, `organisation_not_found`
 */
export async function redirect(desk: Desk, code: string, sent: Redirection): Promise<void> {
	await act('redirect_report', () =>
		desk.service.rpc('redirect_report', {
			code_hash: hashOf(desk, code),
			// The generated types do not know that a function takes null.
			organisation_id: sent.organisation_id as string,
			organisation_name: sent.organisation_name as string
		})
	);
	await renewFindingsSoon(desk);
	forgetTrends(desk);
}

/** Removes the address, and shares nothing of the reporter with anybody. */
export async function makeAnonymous(desk: Desk, code: string): Promise<void> {
	await act('make_report_anonymous', () =>
		desk.service.rpc('make_report_anonymous', { code_hash: hashOf(desk, code) })
	);
}

/** Erases what the reporter told and wrote; a stub that can be counted stays. */
export async function deleteData(desk: Desk, code: string): Promise<void> {
	await act('delete_followed_report', () =>
		desk.service.rpc('delete_followed_report', { code_hash: hashOf(desk, code) })
	);
	forgetTrends(desk);
}
