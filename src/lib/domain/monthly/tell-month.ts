import { monthsBefore, type MonthFigures, type MonthSeries } from './month-figures.ts';

/*
 * What may be said of a month. Each sentence is chosen by a rule over the figures and carries the
 * figures it rests on; what is hidden or within chance is not said. A rise or a fall is said only
 * where two counts differ by more than chance lets two months of the same kind differ: under a
 * Poisson distribution their difference has a variance of about their sum (Przyborowski and
 * Wilenski, 1940). Where many are compared the bound is higher.
 */

/** Of one comparison: a difference this large comes by chance one time in twenty. */
const boundOfOne = 1.96;
/** Of a dozen comparisons side by side: about one time in a hundred each. */
const boundOfMany = 2.58;
/** Fewer than this in a month is too few to speak of a rise. */
const fewest = 10;
const mostNamed = 3;

/** A sentence by its key and the figures in it; `id` names it for who leaves it out. */
export type MonthSentence =
	| { id: 'headline'; key: 'more' | 'fewer' | 'as_many'; now: number; before: number }
	| { id: 'headline'; key: 'alone'; now: number }
	| { id: 'year'; key: 'more' | 'fewer' | 'as_many'; now: number; before: number }
	| { id: 'compliments'; key: 'some'; now: number }
	| { id: 'compliments'; key: 'more' | 'fewer'; now: number; before: number }
	| {
			id: `riser ${string}` | `faller ${string}`;
			key: 'more' | 'fewer';
			group: 'category' | 'sector';
			label_nl: string;
			label_en: string;
			now: number;
			before: number;
	  }
	| { id: 'answers'; key: 'all' | 'some'; due: number; answered: number; in_time: number }
	| { id: 'signals'; key: 'some'; count: number };

type Compared = { now: number; before: number };

/** More, fewer, or within what chance does. */
export function compare({ now, before }: Compared, bound: number): 'more' | 'fewer' | 'as_many' {
	if (Math.abs(now - before) <= bound * Math.sqrt(now + before)) return 'as_many';
	return now > before ? 'more' : 'fewer';
}

/** Everything the figures carry, in the order it is told. */
export function tellMonth(figures: MonthFigures): MonthSentence[] {
	const { month_on, byKind, byCategory, bySector, answers, signals } = figures;
	const [last, year] = [monthsBefore(month_on, 1), monthsBefore(month_on, 12)];
	const complaints = byKind.series.find(({ key }) => key === 'complaint');
	const compliments = byKind.series.find(({ key }) => key === 'compliment');
	const sentences: MonthSentence[] = [];

	const now = countIn(complaints, month_on);
	const before = countIn(complaints, last);
	if (now !== null && before !== null) {
		sentences.push({ id: 'headline', key: compare({ now, before }, boundOfOne), now, before });
	} else if (now !== null) {
		sentences.push({ id: 'headline', key: 'alone', now });
	}
	const ago = countIn(complaints, year);
	if (now !== null && ago !== null && ago > 0) {
		const than = { now, before: ago };
		sentences.push({ id: 'year', key: compare(than, boundOfOne), ...than });
	}
	const movers = [
		...moversOf('category', byCategory.series, month_on, last),
		...moversOf('sector', bySector.series, month_on, last)
	];
	for (const [key, name] of [
		['more', 'riser'],
		['fewer', 'faller']
	] as const) {
		const named = movers
			.filter((mover) => compare(mover, boundOfMany) === key)
			.sort((one, other) => strength(other) - strength(one))
			.slice(0, mostNamed);
		for (const { code, ...mover } of named) {
			sentences.push({ id: `${name} ${mover.group} ${code}`, key, ...mover });
		}
	}
	const praised = countIn(compliments, month_on);
	const praisedBefore = countIn(compliments, last);
	if (praised !== null && praised > 0) {
		const than = praisedBefore === null ? null : { now: praised, before: praisedBefore };
		const change = than && compare(than, boundOfOne);
		sentences.push(
			than && change && change !== 'as_many'
				? { id: 'compliments', key: change, ...than }
				: { id: 'compliments', key: 'some', now: praised }
		);
	}
	if (answers && answers.due > 0) {
		const key = answers.answered === answers.due ? 'all' : 'some';
		sentences.push({ id: 'answers', key, ...answers });
	}
	if (signals !== null && signals > 0) {
		sentences.push({ id: 'signals', key: 'some', count: signals });
	}
	return sentences;
}

const strength = ({ now, before }: Compared) => Math.abs(now - before) / Math.sqrt(now + before);

function moversOf(
	group: 'category' | 'sector',
	series: readonly MonthSeries[],
	month: string,
	last: string
) {
	return series.flatMap((one) => {
		const now = countIn(one, month);
		const before = countIn(one, last);
		if (now === null || before === null || Math.max(now, before) < fewest) return [];
		if (one.key === 'unknown') return [];
		return [{ group, code: one.key, label_nl: one.label_nl, label_en: one.label_en, now, before }];
	});
}

const countIn = (series: MonthSeries | undefined, period: string): number | null =>
	series?.points.find((point) => point.period === period)?.count ?? null;
