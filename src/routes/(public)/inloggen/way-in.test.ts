import { expect, test } from 'vitest';
import { areaOf, safeNext } from './way-in.ts';

test('after signing in one goes on to the page one was on the way to', () => {
	expect(safeNext('/commissie/meldingen?state=held')).toBe('/commissie/meldingen?state=held');
	expect(safeNext('/en/commissie')).toBe('/en/commissie');
});

test.each([
	'//elsewhere.example',
	'/\\elsewhere.example',
	'https://elsewhere.example/',
	'javascript:alert(1)',
	'/\t/elsewhere.example',
	'commissie',
	'',
	null,
	undefined
])('never to another site: %s', (next) => {
	expect(safeNext(next)).toBeNull();
});

test('each role has its own part of the house, and no role has none', () => {
	expect(areaOf(['moderator'])).toBe('/commissie');
	expect(areaOf(['administrator'])).toBe('/beheer');
	expect(areaOf(['administrator', 'committee'])).toBe('/commissie');
	expect(areaOf(['organisation_member', 'regulator'])).toBe('/acm');
	expect(areaOf([])).toBeNull();
});
