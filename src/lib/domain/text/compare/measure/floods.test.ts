import { expect, test } from 'vitest';
import { ownWords } from '../../training/own-words.ts';
import { chanceOf } from '../../../probability/chance.ts';
import { compareHeld, comparePairs, inventMonth } from './floods.ts';

const months = [1, 2, 3].map((seed) => inventMonth(chanceOf(seed), ownWords));
const mean = (figures: readonly number[]) =>
	figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

test('of invented copies, edited and shortened, most are recognised, and hardly anybody’s own words are', () => {
	const figures = months.map(comparePairs);
	expect(mean(figures.map(({ precision }) => precision))).toBeGreaterThan(0.99);
	expect(mean(figures.map(({ recall }) => recall))).toBeGreaterThan(0.7);
});

test('of an invented flood most of what comes after the ninth copy is set apart, and next to nothing else', () => {
	const figures = months.map(compareHeld);
	expect(mean(figures.map(({ precision }) => precision))).toBeGreaterThan(0.99);
	expect(mean(figures.map(({ recall }) => recall))).toBeGreaterThan(0.75);
	expect(mean(figures.map(({ mistaken }) => mistaken))).toBeLessThan(0.005);
});
