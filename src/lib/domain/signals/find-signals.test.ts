import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { findDisproportion } from './find-disproportion.ts';
import { findSignals, type Counted } from './find-signals.ts';

const first = '2026-01-05';
const monday = (week: number) => addDays(first, 7 * week);
const series = (subject: string, counts: number[]): Counted<string> => ({
	subject,
	mondays: counts.map((_, week) => monday(week)),
	counts
});
const quiet = [6, 4, 5, 7, 5, 6, 4, 5, 6, 5, 4, 6];
const looking = (last: number, more: { from?: string; breaks?: string[] } = {}) => ({
	first,
	from: more.from ?? monday(last),
	last: monday(last),
	breaks: more.breaks ?? []
});
const subjects = (found: { subject: string }[]) => found.map(({ subject }) => subject);

describe('a signal', () => {
	test('is a rise above what the weeks before let expect, with all figures behind it', () => {
		const [found, ...others] = findSignals(
			[series('quiet', [...quiet, 5]), series('loud', [...quiet, 25])],
			looking(12)
		);
		expect(others).toEqual([]);
		expect(found).toMatchObject({
			subject: 'loud',
			method: 'ears_c2',
			since_on: monday(12),
			last_on: monday(12),
			observed: 25
		});
		expect(found!.expected).toBeCloseTo(5.43, 2);
		expect(found!.bound).toBeLessThan(25);
		expect(found!.weeks.at(-1)).toMatchObject({ on: monday(12), observed: 25 });
	});

	test('is never a fall: fewer reports are no good news', () => {
		const busy = quiet.map((count) => count * 20);
		expect(findSignals([series('fallen', [...busy, 3])], looking(12))).toEqual([]);
	});

	test('keeps since when it rose, also when it is looked for weeks later', () => {
		const counts = [...quiet, 25, 30, 28];
		const [found] = findSignals([series('loud', counts)], looking(14, { from: monday(10) }));
		expect([found!.since_on, found!.last_on]).toEqual([monday(12), monday(14)]);
	});

	test('does not come of a few reports', () => {
		const rare = [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 3];
		expect(findSignals([series('rare', rare)], looking(12))).toEqual([]);
	});

	test('compares by season once three years are known', () => {
		// Every winter as busy as this one: what is usual for the time of year is no rise.
		const years = Array.from({ length: 4 * 52 + 10 }, (_, week) =>
			Math.round(20 + 15 * Math.cos((2 * Math.PI * week) / 52.18) + (week % 3))
		);
		const last = 4 * 52;
		const usual = years.slice(0, last + 1);
		expect(findSignals([series('winter', usual)], looking(last))).toEqual([]);
		const [found] = findSignals([series('winter', [...usual.slice(0, -1), 90])], looking(last));
		expect(found).toMatchObject({ method: 'farrington_flexible', observed: 90 });
	});
});

describe('what cannot be compared', () => {
	const risen = [...quiet, ...quiet.map((count) => count * 5)];

	test('sets off nothing: after a break a series first learns what is usual', () => {
		const all = ['a', 'b', 'c'].map((name) => series(name, risen));
		expect(subjects(findSignals(all, looking(13)))).toEqual(['a', 'b', 'c']);
		expect(findSignals(all, looking(13, { breaks: [monday(12)] }))).toEqual([]);
	});

	test('is over once the weeks after it are known', () => {
		const later = [...risen, 150];
		const asked = looking(24, { breaks: [addDays(monday(12), -2)] });
		expect(subjects(findSignals([series('again', later)], asked))).toEqual(['again']);
	});
});

test('one budget: among very many quiet series a week tells next to nothing', () => {
	let seed = 7;
	const chance = () => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return (seed + 0.5) / 2 ** 32;
	};
	const poisson = (mean: number) => {
		let count = 0;
		for (let time = -Math.log(chance()); time < mean; time -= Math.log(chance())) count += 1;
		return count;
	};
	const all = Array.from({ length: 400 }, (_, index) =>
		series(
			String(index),
			Array.from({ length: 13 }, () => poisson(6))
		)
	);
	expect(findSignals(all, looking(12)).length).toBeLessThanOrEqual(2);
});

describe('disproportion', () => {
	const categories = ['one', 'two', 'three', 'four', 'five'];
	const cells = Array.from({ length: 12 }, (_, organisation) =>
		categories.map((category, place) => ({
			organisation_id: `org-${organisation}`,
			category,
			observed: organisation === 3 && category === 'five' ? 90 : 20 + ((organisation + place) % 5)
		}))
	).flat();

	test('tells who gets one category far more often than others, and nobody else', () => {
		const found = findDisproportion(cells);
		expect(found.map(({ organisation_id, category }) => [organisation_id, category])).toEqual([
			['org-3', 'five']
		]);
		expect(found[0]!.score).toBeGreaterThan(2);
	});

	test('tells nothing of a desk that knows few organisations', () => {
		expect(findDisproportion(cells.slice(0, 20))).toEqual([]);
	});
});
