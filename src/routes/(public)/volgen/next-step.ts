import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays, daysBetween } from '#lib/domain/calendar/days.ts';
import { canJudge } from '#lib/domain/report/reporter-acts.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FollowedReport } from '#lib/server/following/followed-reports.ts';
import { stateWords } from './report-words.ts';

/** What comes next for a report, and by when if there is a term. */
export function nextStep(
	report: FollowedReport,
	answerDays: number,
	now: Date,
	locale: 'nl' | 'en'
): { text: string; left: string | null } {
	const organisation = report.organisation_name ?? '';
	const answer = report.answers.at(-1);
	const by = (term: string, text: (parts: { date: string; organisation: string }) => string) => ({
		text: text({ organisation, date: formatDay(lastDayOf(term), locale) }),
		left: daysLeft(lastDayOf(term), dayOf(now))
	});
	if (report.kind === 'compliment' && report.status === 'open') {
		return { text: m.follow_praise_next_open({ organisation }), left: null };
	}
	if (report.status === 'open' && report.is_organisation_here && report.answer_by) {
		return by(report.answer_by, m.follow_next_open_here);
	}
	if (report.status === 'reopened' && report.answer_by) {
		return by(report.answer_by, m.follow_next_reopened_by);
	}
	if (canJudge(report.status, answer, now)) {
		return by(answer!.verdict_by, m.follow_next_answered_judge);
	}
	if (report.status === 'contested') return { text: m.follow_next_contested_you(), left: null };
	if (report.status === 'closed' && report.outcome && report.outcome in closedWords) {
		return { text: closedWords[report.outcome]!(), left: null };
	}
	const delivered = dayOf(new Date(report.delivered_at ?? report.filed_at));
	const date = formatDay(addDays(delivered, answerDays), locale);
	const text = stateWords[report.status].next({ organisation, days: answerDays, date });
	return { text, left: null };
}

const closedWords: Record<string, () => string> = {
	solved: m.follow_next_closed_solved,
	not_solved: m.follow_next_closed_not_solved,
	no_verdict: m.follow_next_closed_no_verdict,
	unfounded: m.follow_next_closed_unfounded,
	wrong_organisation: m.follow_next_closed_wrong_organisation,
	spoofed: m.follow_next_closed_spoofed
};

/** A term ends at midnight: its last day is the one before. */
export const lastDayOf = (term: string) => dayOf(new Date(Date.parse(term) - 1));

function daysLeft(last: string, today: string): string | null {
	const days = daysBetween(today, last);
	if (days < 0) return null;
	if (days === 0) return m.follow_last_day();
	return days === 1 ? m.follow_day_left() : m.follow_days_left({ days });
}
