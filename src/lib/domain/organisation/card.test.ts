import { expect, test } from 'vitest';
import { kvkNumber, tradeNames, webAddress } from './card.ts';
import { organisationClaim } from './claim.ts';

test('a web address may be typed as people say it', () => {
	expect(webAddress.parse('www.stroomwijs.nl')).toBe('https://www.stroomwijs.nl/');
	expect(webAddress.parse(' HTTP://Stroomwijs.nl/contact ')).toBe('http://stroomwijs.nl/contact');
});

test.each([
	'',
	'stroomwijs',
	'http://127.0.0.1/',
	'https://eneco.nl@elders.nl',
	'a b.nl',
	'javascript:alert(1)'
])('%j is no web address', (typed) => expect(webAddress.safeParse(typed).success).toBe(false));

test('what looks like another host is read as a browser reads it', () => {
	expect(webAddress.parse('https://elders.nl\\.eneco.nl')).toBe('https://elders.nl/.eneco.nl');
});

test('a number in the trade register has eight digits, however they are spaced', () => {
	expect(kvkNumber.parse('12 34 56 78')).toBe('12345678');
	expect(kvkNumber.safeParse('1234567').success).toBe(false);
	expect(kvkNumber.safeParse('NL123456').success).toBe(false);
});

test('trade names stand one a line or with commas between', () => {
	expect(tradeNames.parse('Toon\n  Oxxio , \n')).toEqual(['Toon', 'Oxxio']);
	expect(tradeNames.parse(['Toon\r\nOxxio'])).toEqual(['Toon', 'Oxxio']);
	expect(tradeNames.parse(undefined)).toEqual([]);
	expect(tradeNames.safeParse('A').success).toBe(false);
});

test('a claim tells what is missing, each at its own field', () => {
	const { error } = organisationClaim.safeParse({});
	expect(error!.issues.map(({ path }) => path[0]).sort()).toEqual([
		'email',
		'organisation_name',
		'roles',
		'sector',
		'website'
	]);
});
