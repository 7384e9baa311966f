import type { AnswerVerdict, Finding } from '#lib/domain/figures/answer-figures.ts';
import { m } from '#lib/paraglide/messages.js';

/** What was found of a complaint, and who says so. */
export const findingWords: Record<Finding, { found: () => string; by: () => string }> = {
	founded_by_organisation: { found: m.figures_founded, by: m.figures_by_organisation },
	unfounded_by_organisation: { found: m.figures_unfounded, by: m.figures_by_organisation },
	unfounded_by_committee: { found: m.figures_unfounded, by: m.figures_by_committee },
	not_theirs_by_organisation: { found: m.figures_not_theirs, by: m.figures_by_organisation },
	not_theirs_by_committee: { found: m.figures_not_theirs, by: m.figures_by_committee },
	unknown: { found: m.figures_unknown, by: m.figures_by_nobody }
};

/** What the reporter thinks of the last answer. */
export const verdictWords: Record<AnswerVerdict, () => string> = {
	solved: m.figures_verdict_solved,
	not_solved: m.figures_verdict_not_solved,
	none: m.figures_verdict_none
};

/** Hours while there are few, then days. */
export function formatHours(hours: number, locale: string): string {
	const most = hours < 10 ? 1 : 0;
	const number = (value: number, digits: number) =>
		new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
	return hours < 48
		? m.figures_hours({ hours: number(hours, most) })
		: m.figures_days({ days: number(hours / 24, 1) });
}

/** Three digits that mean something, whatever the size. */
export function formatRate(rate: number, locale: string): string {
	return new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(rate);
}
