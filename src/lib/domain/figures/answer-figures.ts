import { z } from 'zod';
import { suppressed, threshold } from '../trends/suppress.ts';

/* How an organisation answers: docs/statistics.md defines every figure. */

export const findings = [
	'founded_by_organisation',
	'unfounded_by_organisation',
	'unfounded_by_committee',
	'not_theirs_by_organisation',
	'not_theirs_by_committee',
	'unknown'
] as const;
export type Finding = (typeof findings)[number];

export const answerVerdicts = ['solved', 'not_solved', 'none'] as const;
export type AnswerVerdict = (typeof answerVerdicts)[number];

/** As counted, for who may see it all. */
export const answerFigures = z.object({
	/** Complaints that an answer was due to: answered ones, and those whose term is over. */
	due: z.number(),
	answered: z.number(),
	in_time: z.number(),
	median_hours: z.number().nullable(),
	verdicts: z.record(z.enum(answerVerdicts), z.number()),
	findings: z.record(z.enum(findings), z.number())
});
export type AnswerFigures = z.output<typeof answerFigures>;

const count = z.number().nullable();

/** As the public may see it: a count that may not be shown is null. */
export const publishedAnswers = z.object({
	/** Of complaints that an answer was due to, the share that was answered; in whole hundredths. */
	answer_rate: count,
	in_time_rate: count,
	median_hours: count,
	verdicts: z.record(z.enum(answerVerdicts), count),
	findings: z.record(z.enum(findings), count)
});
export type PublishedAnswers = z.output<typeof publishedAnswers>;

/**
 * Hides what is small: a share unless both of its parts are 0 or 5 and more, a count of 1 to 4, and
 * another count where one alone would follow from the sum.
 */
export function publishAnswers(exact: AnswerFigures): PublishedAnswers {
	return {
		answer_rate: share(exact.answered, exact.due),
		in_time_rate: share(exact.in_time, exact.due),
		median_hours:
			exact.answered >= threshold && exact.median_hours !== null
				? Math.round(exact.median_hours)
				: null,
		verdicts: hideSmall(exact.verdicts),
		findings: hideSmall(exact.findings)
	};
}

function share(part: number, whole: number): number | null {
	if (whole < threshold || isSmall(part) || isSmall(whole - part)) return null;
	return Math.round((part / whole) * 100) / 100;
}

const isSmall = (count: number) => count > 0 && count < threshold;

function hideSmall<Key extends string>(counts: Record<Key, number>): Record<Key, number | null> {
	const cells = (Object.entries(counts) as [Key, number][]).map(([key, count]) => ({
		key,
		count,
		lines: [1]
	}));
	const hidden = suppressed(cells);
	return Object.fromEntries(
		cells.map((cell) => [cell.key, hidden.has(cell) ? null : cell.count])
	) as Record<Key, number | null>;
}
