import { expect, test } from 'vitest';
import { forbiddenHours } from './forbidden-hours.ts';

const [monday, saturday, sunday] = [0, 5, 6];

test('by phone nobody calls before nine, from ten in the evening, or on Sunday', () => {
	const hours = forbiddenHours('phone');
	expect([8, 9, 21, 22].map((hour) => hours[monday]![hour])).toEqual([true, false, false, true]);
	expect([9, 10, 15, 16].map((hour) => hours[saturday]![hour])).toEqual([true, false, false, true]);
	expect(hours[sunday]!.every(Boolean)).toBe(true);
});

test('the door closes an hour earlier, and on Saturday four hours later', () => {
	const hours = forbiddenHours('door');
	expect([20, 21].map((hour) => hours[monday]![hour])).toEqual([false, true]);
	expect([19, 20].map((hour) => hours[saturday]![hour])).toEqual([false, true]);
});

test('of all ways together only what is forbidden to both is marked; in the street nothing is', () => {
	expect(forbiddenHours()[monday]![21]).toBe(false);
	expect(forbiddenHours()[monday]![22]).toBe(true);
	expect(forbiddenHours('street').flat().some(Boolean)).toBe(false);
});
