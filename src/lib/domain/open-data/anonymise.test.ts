import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymise, openColumns, untold, type Group } from './anonymise.ts';

const of = (...sizes: number[]) => fc.constantFrom(...sizes);
const values = fc.tuple(
	fc.constantFrom('complaint', 'compliment'),
	fc.constantFrom('phone', 'door', 'street'),
	fc.constantFrom('a', 'b', 'c'),
	fc.constantFrom('energy', 'charity', 'unknown'),
	fc.constantFrom('GR', 'UT', 'ZE', 'unknown')
);
const month = fc
	.uniqueArray(fc.tuple(values, of(1, 1, 2, 3, 4, 5, 9, 40)), {
		selector: ([told]) => told.join(),
		maxLength: 60
	})
	.map((groups) => groups.map(([told, count]): Group => ({ values: told, count })));
const total = (groups: readonly Group[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** How many have these values, by the columns asked. */
function countBy(groups: readonly Group[], columns: readonly number[]) {
	const counts = new Map<string, number>();
	for (const { values, count } of groups) {
		const told = columns.map((column) => values[column]!);
		if (told.includes(untold)) continue;
		counts.set(told.join(), (counts.get(told.join()) ?? 0) + count);
	}
	return counts;
}

const columns = openColumns.map((_, column) => column);
const upToThree = columns.flatMap((a) => [
	[a],
	...columns
		.filter((b) => b > a)
		.flatMap((b) => [[a, b], ...columns.filter((c) => c > b).map((c) => [a, b, c])])
]);

describe('the reports of a month as open data', () => {
	test('no row stands in fewer than five that are alike, and no report is lost', () => {
		fc.assert(
			fc.property(month, (groups) => {
				const given = anonymise(groups);
				for (const { count } of given) expect(count).toBeGreaterThanOrEqual(5);
				expect(total(given)).toBe(total(groups) < 5 ? 0 : total(groups));
			})
		);
	});

	test('taken from what the trends tell, no rest of one to four is left', () => {
		fc.assert(
			fc.property(month, (groups) => {
				if (total(groups) < 5) return;
				const given = anonymise(groups);
				for (const asked of upToThree) {
					const told = countBy(given, asked);
					for (const [key, count] of countBy(groups, asked)) {
						const rest = count - (told.get(key) ?? 0);
						expect(count >= 5 && rest > 0 && rest < 5, `${key}: ${count} less ${rest}`).toBe(false);
						expect(rest).toBeGreaterThanOrEqual(0);
					}
				}
			})
		);
	});

	test('what was left untold is never one value alone', () => {
		const alike = (province: string, count: number): Group => ({
			values: ['complaint', 'phone', 'a', 'energy', province],
			count
		});
		expect(anonymise([alike('GR', 3), alike('UT', 8), alike('ZH', 20)])).toEqual([
			{ values: ['complaint', 'phone', 'a', 'energy', untold], count: 11 },
			{ values: ['complaint', 'phone', 'a', 'energy', 'ZH'], count: 20 }
		]);
	});

	test('the order in which reports were counted changes nothing', () => {
		fc.assert(
			fc.property(month, (groups) => {
				expect(anonymise([...groups].reverse())).toEqual(anonymise(groups));
			})
		);
	});
});
