import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from './days.ts';
import {
	easter,
	goodFriday,
	isDisputedHoliday,
	isGoodFriday,
	isHoliday,
	isSpecialEvening,
	isSunday,
	kingsDay
} from './holidays.ts';

/** The control table of the catalogue of rules (rules.md, 3.4), computed apart from this code. */
const control = `
2020 04-10 04-12 04-13 04-27 05-21 05-31 06-01 Mon Tue Sat Thu
2021 04-02 04-04 04-05 04-27 05-13 05-23 05-24 Tue Wed Sun Fri
2022 04-15 04-17 04-18 04-27 05-26 06-05 06-06 Wed Thu Mon Sat
2023 04-07 04-09 04-10 04-27 05-18 05-28 05-29 Thu Fri Tue Sun
2024 03-29 03-31 04-01 04-27 05-09 05-19 05-20 Sat Sun Thu Tue
2025 04-18 04-20 04-21 04-26 05-29 06-08 06-09 Sun Mon Fri Wed
2026 04-03 04-05 04-06 04-27 05-14 05-24 05-25 Mon Tue Sat Thu
2027 03-26 03-28 03-29 04-27 05-06 05-16 05-17 Tue Wed Sun Fri
2028 04-14 04-16 04-17 04-27 05-25 06-04 06-05 Thu Fri Tue Sun
2029 03-30 04-01 04-02 04-27 05-10 05-20 05-21 Fri Sat Wed Mon
2030 04-19 04-21 04-22 04-27 05-30 06-09 06-10 Sat Sun Thu Tue`
	.trim()
	.split('\n')
	.map((line) => line.split(' '));

test.each(control)('the holidays of %s are those of the control table', (year = '', ...cells) => {
	const day = (monthAndDay = '') => `${year}-${monthAndDay}`;
	const weekday = (date: string) =>
		['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(date).getUTCDay()];
	expect(goodFriday(Number(year))).toBe(day(cells[0]));
	expect(isGoodFriday(day(cells[0]))).toBe(true);
	expect(easter(Number(year))).toBe(day(cells[1]));
	expect(isHoliday(day(cells[2]))).toBe(true);
	expect(kingsDay(Number(year))).toBe(day(cells[3]));
	expect(isDisputedHoliday(day(cells[3]))).toBe(true);
	expect(isHoliday(day(cells[4]))).toBe(true);
	expect(isSunday(day(cells[5]))).toBe(true);
	expect(addDays(easter(Number(year)), 49)).toBe(day(cells[5]));
	expect(isHoliday(day(cells[6]))).toBe(true);
	expect(['05-04', '05-05', '12-05', '12-24'].map(day).map(weekday)).toEqual(cells.slice(7));
	expect(['05-04', '12-05', '12-24'].map(day).every(isSpecialEvening)).toBe(true);
});

/** A list of holidays made by others, where there is one beside this project. */
const shared = ['../shared', '../../shared']
	.map((folder) => `${folder}/data/holidays/nl_holidays_2019_2030.csv`)
	.find((file) => existsSync(file));

if (shared) {
	test('the holidays are those of the shared list', () => {
		const rows = readFileSync(shared, 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => line.replaceAll('"', '').split(','));
		const listed = (names: string[]) =>
			rows
				.filter(([, name = '']) => names.includes(name))
				.map(([date]) => date)
				.sort();
		const computed = (holds: (day: string) => boolean) => {
			const days = [];
			for (let day = '2019-01-01'; day < '2031-01-01'; day = addDays(day, 1)) {
				if (holds(day)) days.push(day);
			}
			return days;
		};
		expect(rows.length).toBeGreaterThan(200);
		expect(
			listed([
				'Nieuwjaar',
				'Tweede paasdag',
				'Hemelvaartsdag',
				'Tweede pinksterdag',
				'Kerstmis',
				'Tweede kerstdag'
			])
		).toEqual(computed(isHoliday));
		expect(listed(['Koningsdag', 'Bevrijdingsdag'])).toEqual(computed(isDisputedHoliday));
		expect(listed(['Goede Vrijdag'])).toEqual(computed(isGoodFriday));
		expect(listed(['Pasen', 'Pinksteren']).every((day) => isSunday(day ?? ''))).toBe(true);
		expect(listed(['Nationale Dodenherdenking'])).toEqual(computed((day) => day.endsWith('05-04')));
	});
} else {
	console.info('The shared list of holidays is not here: only the control table is compared.');
}
