import type { AnswerType, Verdict } from '#lib/domain/report/answers.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a page needs to know of an answer to tell it. */
export type TellableAnswer = {
	organisation_name: string;
	answer_type: AnswerType;
	reason: string;
	text: string | null;
	has_promise: boolean;
	promise_due_on: string | null;
	answered_at: string;
	verdict: Verdict | null;
	verdict_text: string | null;
	is_promise_asked: boolean;
	is_promise_kept: boolean | null;
	files: { evidence_id: string; name: string }[];
};

export type PresentedAnswer = ReturnType<typeof presentAnswer>;

/** An answer as its reporter gets it, in words. */
export function presentAnswer(
	answer: TellableAnswer,
	reasonOf: (code: string) => string,
	locale: 'nl' | 'en'
) {
	const organisation = answer.organisation_name;
	return {
		organisation,
		title: answerWords[answer.answer_type]({ organisation }),
		about: m.follow_answer_about({
			reason: reasonOf(answer.reason),
			moment: formatMoment(answer.answered_at, locale)
		}),
		text: answer.text,
		files: answer.files.map(({ evidence_id, name }) => ({ evidence_id, name })),
		promise: answer.has_promise ? promiseOf(answer, locale) : null,
		verdict: answer.verdict && verdictWords[answer.verdict](),
		verdict_text: answer.verdict_text
	};
}

const answerWords = {
	accepted: m.follow_answer_accepted,
	explained: m.follow_answer_explained,
	rejected: m.follow_answer_rejected,
	not_ours: m.follow_answer_not_ours
};

const verdictWords = {
	solved: m.follow_verdict_was_solved,
	not_solved: m.follow_verdict_was_not_solved
};

function promiseOf(answer: TellableAnswer, locale: 'nl' | 'en'): string {
	const made = answer.promise_due_on
		? m.follow_promise_due({ date: formatDay(answer.promise_due_on, locale) })
		: m.follow_promise();
	if (answer.is_promise_kept === true) return `${made} ${m.follow_promise_was_kept()}`;
	if (answer.is_promise_kept === false) return `${made} ${m.follow_promise_was_broken()}`;
	return answer.is_promise_asked ? made : `${made} ${m.follow_promise_later()}`;
}
