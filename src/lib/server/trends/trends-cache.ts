import type { TrendsQuestion } from '#lib/domain/trends/question.ts';
import type { Desk } from '../desk.ts';
import { loadPublic, type Trends } from './trends.ts';

/*
 * Public answers, kept for a minute: a page full of charts asks the same five questions for every
 * visitor, and hiding small counts takes more work than counting. What this process files or
 * changes is seen at once, because it forgets them; what another instance does, within the minute.
 */
const keptMs = 60_000;
const mostKept = 500;

const kept = new WeakMap<Desk, Map<string, { until: number; trends: Promise<Trends> }>>();

/** The trends as the public may see them, from a moment ago if they were asked before. */
export function loadKept(desk: Desk, question: TrendsQuestion): Promise<Trends> {
	const answers = kept.get(desk) ?? new Map();
	kept.set(desk, answers);
	const key = JSON.stringify(question);
	const known = answers.get(key);
	const now = desk.now().getTime();
	if (known && known.until > now) return known.trends;

	const trends = loadPublic(desk, question);
	answers.delete(key);
	answers.set(key, { until: now + keptMs, trends });
	// A map keeps the order of arrival: the first one is the oldest.
	if (answers.size > mostKept) answers.delete(answers.keys().next().value!);
	trends.catch(() => answers.delete(key));
	return trends;
}

/** After a report was filed or changed. */
export function forgetTrends(desk: Desk): void {
	kept.delete(desk);
}
