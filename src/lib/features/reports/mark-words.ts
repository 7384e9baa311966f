import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const words: Record<string, Record<string, () => string>> = {
	answer: {
		in_time: m.reports_answered_in_time,
		late: m.reports_answered_late,
		unanswered: m.dashboard_answer_none,
		waiting: m.dashboard_answer_waiting
	},
	verdict: {
		solved: m.follow_verdict_was_solved,
		not_solved: m.follow_verdict_was_not_solved,
		no_verdict: m.reports_no_verdict,
		unanswered: m.dashboard_answer_none
	},
	verification: {
		proven: m.dashboard_verification_proven,
		email: m.dashboard_verification_email,
		none: m.dashboard_verification_none
	},
	counted: { yes: m.reports_only_counted }
};

/** What a mark of the trends asks of the list, in words. */
export function markInWords({ name, value }: { name: string; value: string }): string {
	if (name === 'hour') return m.reports_at_hour({ hour: `${value.padStart(2, '0')}:00` });
	if (name === 'caller') return m.reports_of_caller();
	if (name === 'weekday') {
		const day = new Date(Date.UTC(2026, 2, 1 + Number(value)));
		return day.toLocaleDateString(getLocale() === 'en' ? 'en-GB' : 'nl-NL', {
			weekday: 'long',
			timeZone: 'UTC'
		});
	}
	return words[name]?.[value]?.() ?? value;
}
