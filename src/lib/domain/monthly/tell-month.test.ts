import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMonth, lastDayOfMonth, monthsBefore, type MonthFigures } from './month-figures.ts';
import { tellMonth } from './tell-month.ts';

const month_on = '2026-10-01';
const [last, year] = ['2026-09-01', '2025-10-01'];

type Count = number | null;
const series = (key: string, now: Count, before: Count, ago: Count = null) => ({
	key,
	label_nl: key,
	label_en: key,
	points: [
		{ period: year, count: ago },
		{ period: last, count: before },
		{ period: month_on, count: now }
	]
});
const trends = (group_by: string, all: ReturnType<typeof series>[]) => ({
	interval: 'month',
	from: year,
	to: '2026-10-31',
	group_by,
	threshold: 5,
	series: all
});
const figures = (fields: Partial<MonthFigures> = {}): MonthFigures => ({
	month_on,
	byKind: trends('kind', []),
	byCategory: trends('category', []),
	bySector: trends('sector', []),
	answers: null,
	signals: null,
	...fields
});
const keysOf = (told: MonthFigures) => tellMonth(told).map(({ id, key }) => `${id}: ${key}`);

describe('what is said of a month', () => {
	test('is nothing when nothing may be shown', () => {
		const hidden = series('complaint', null, null);
		expect(tellMonth(figures({ byKind: trends('kind', [hidden]) }))).toEqual([]);
	});

	test('calls a rise a rise only beyond chance', () => {
		const of = (now: Count, before: Count, ago: Count = null) =>
			keysOf(figures({ byKind: trends('kind', [series('complaint', now, before, ago)]) }));
		expect(of(130, 100)).toEqual(['headline: more']);
		expect(of(110, 100)).toEqual(['headline: as_many']);
		expect(of(60, 100, 200)).toEqual(['headline: fewer', 'year: fewer']);
		expect(of(60, null)).toEqual(['headline: alone']);
		expect(of(null, 60)).toEqual([]);
	});

	test('names what rose and fell, three each at most, and never what is unknown or small', () => {
		const told = keysOf(
			figures({
				byCategory: trends('category', [
					series('pushiness', 100, 40),
					series('misleading', 20, 60),
					series('unwanted_contact', 52, 50),
					series('improper_conduct', 9, 0)
				]),
				bySector: trends('sector', [series('energy', 90, 30), series('unknown', 200, 20)])
			})
		);
		expect(told).toEqual([
			'riser sector energy: more',
			'riser category pushiness: more',
			'faller category misleading: fewer'
		]);
	});

	test('tells of answers and compliments what there is', () => {
		const told = tellMonth(
			figures({
				byKind: trends('kind', [series('compliment', 12, null)]),
				answers: { due: 40, answered: 30, in_time: 20 },
				signals: 2
			})
		);
		expect(told).toEqual([
			{ id: 'compliments', key: 'some', now: 12 },
			{ id: 'answers', key: 'some', due: 40, answered: 30, in_time: 20 },
			{ id: 'signals', key: 'some', count: 2 }
		]);
	});

	test('never says what the figures do not carry', () => {
		const count = fc.option(fc.nat({ max: 400 }), { nil: null });
		const row = fc
			.tuple(fc.string({ minLength: 1, maxLength: 8 }), count, count, count)
			.map(([key, now, before, ago]) => series(key, now, before, ago));
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 8 }),
				fc.tuple(count, count, count),
				fc.tuple(count, count, count),
				(rows, complaints, compliments) => {
					const kinds = [series('complaint', ...complaints), series('compliment', ...compliments)];
					const shown = figures({
						byKind: trends('kind', kinds),
						byCategory: trends('category', rows)
					});
					const known = new Set(
						[...kinds, ...rows].flatMap(({ points }) => points.map((point) => point.count))
					);
					for (const sentence of tellMonth(shown)) {
						if (!('now' in sentence)) continue;
						expect(known.has(sentence.now)).toBe(true);
						if (!('before' in sentence)) continue;
						expect(known.has(sentence.before)).toBe(true);
						if (sentence.key === 'more') expect(sentence.now).toBeGreaterThan(sentence.before);
						if (sentence.key === 'fewer') expect(sentence.now).toBeLessThan(sentence.before);
					}
				}
			)
		);
	});
});

test('months come before and after one another, over the turn of a year too', () => {
	expect(monthsBefore('2026-01-01', 1)).toBe('2025-12-01');
	expect(monthsBefore('2026-10-01', 12)).toBe('2025-10-01');
	expect(monthsBefore('2025-12-01', -1)).toBe('2026-01-01');
	expect(lastDayOfMonth('2024-02-01')).toBe('2024-02-29');
	expect([isMonth('2026-13'), isMonth('2026-1'), isMonth('2026-10')]).toEqual([false, false, true]);
});
