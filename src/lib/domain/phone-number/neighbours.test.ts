import { describe, expect, test } from 'vitest';
import { hasNeighbours, neighbourhoodOf } from './neighbours.ts';

const number = '+31851234567';

describe('neighbours of a number', () => {
	test('make a block of ten with two of them', () => {
		expect(neighbourhoodOf(number, ['+31851234561'])).toBeNull();
		expect(neighbourhoodOf(number, ['+31851234561', '+31851234569', number])).toEqual({
			size: 10,
			numbers: ['+31851234561', '+31851234569']
		});
	});

	test('make a block of a hundred with four of them', () => {
		const spread = ['+31851234501', '+31851234512', '+31851234523'];
		expect(neighbourhoodOf(number, spread)).toBeNull();
		expect(neighbourhoodOf(number, [...spread, '+31851234598'])?.size).toBe(100);
	});

	test('are not asked of mobile numbers', () => {
		expect(hasNeighbours('MOBILE')).toBe(false);
		expect(hasNeighbours(null)).toBe(false);
		expect(hasNeighbours('VOIP')).toBe(true);
	});
});
