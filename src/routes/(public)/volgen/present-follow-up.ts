import { canJudge, canRedirect, canReopen, canWriteTo } from '#lib/domain/report/reporter-acts.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { presentAnswer } from '#lib/features/answers/present-answer.ts';
import type { FollowedMessage } from '#lib/server/following/follow-up-shape.ts';
import type { FollowedReport } from '#lib/server/following/followed-reports.ts';
import { lastDayOf } from './next-step.ts';

/** What became of a report, as the page tells it: answers, messages and what can be said of them. */
export function presentFollowUp(
	report: FollowedReport,
	reasonOf: (code: string) => string,
	now: Date,
	locale: 'nl' | 'en'
) {
	const { status, answers, messages } = report;
	const newest = answers.at(-1);
	return {
		answers: answers.map((answer) => presentAnswer(answer, reasonOf, locale)).reverse(),
		messages: messages.map((message) => presentMessage(message, locale)),
		can_judge: canJudge(status, newest, now),
		reopen_by: canReopen(status, newest, now)
			? formatDay(lastDayOf(newest!.verdict_by), locale)
			: null,
		can_tell_promise: Boolean(newest?.is_promise_asked && newest.is_promise_kept === null),
		can_write_to: canWriteTo(status, report.is_attributed),
		can_redirect: canRedirect(status),
		organisation: report.is_attributed ? report.organisation_name : null,
		email: report.email,
		share_identity: report.share_identity,
		follows: report.follows
	};
}

export type PresentedFollowUp = ReturnType<typeof presentFollowUp>;

function presentMessage(message: FollowedMessage, locale: 'nl' | 'en') {
	const isMine = message.sender === 'reporter';
	const organisation = message.organisation_name ?? '';
	return {
		is_mine: isMine,
		is_new: !isMine && message.read_at === null,
		is_read: isMine && message.read_at !== null,
		from: fromOf(message, organisation),
		text: message.text,
		sent_at: message.sent_at,
		moment: formatMoment(message.sent_at, locale)
	};
}

function fromOf({ sender, with: other }: FollowedMessage, organisation: string): string {
	if (sender === 'staff') return m.follow_message_staff();
	if (sender === 'organisation_member') return organisation;
	return other === 'committee'
		? m.follow_message_you_committee()
		: m.follow_message_you_organisation({ organisation });
}
