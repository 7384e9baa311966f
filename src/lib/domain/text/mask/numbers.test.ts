import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from './mask.ts';

const phones = [
	'06-12345678',
	'0612345678',
	'06 12 34 56 78',
	'+31 6 12345678',
	'+31612345678',
	'0031 6 12 34 56 78',
	'020-6241111',
	'088 123 45 67',
	'0900-8844',
	'+32 475 12 34 56',
	'+49 30 901820'
];
const phone = fc.constantFrom(...phones);
/** What stays, in Dutch and in English. */
const kept = fc.constantFrom(
	'2 keer',
	'3 times',
	'3x',
	'19:05',
	'om 19.05 uur',
	'12-05-2024',
	'12/05/2024 om 9 uur',
	'3 mei',
	'12 May 2024',
	'50 euro',
	'€ 50',
	'EUR 1.250,00',
	'24/7',
	'tussen 9 en 17 uur',
	'21%',
	'van 08.00 - 18.00 uur',
	'factuur 2024-15'
);
const sign = fc.constantFrom(' ', ', ', '; ', ' - ', ' (', '. ', '\n', ' / ');

test('a phone number goes and what stands beside it stays', () => {
	fc.assert(
		fc.property(phone, kept, sign, fc.boolean(), (number, told, between, isFirst) => {
			const [first, second] = isFirst ? [number, told] : [told, number];
			const text = `Gebeld ${first}${between}${second} door hen`;
			expect(mask(text)).toBe(text.replace(number, '[telefoonnummer]'));
		}),
		{ numRuns: 500 }
	);
});

test('of two phone numbers both go', () => {
	const between = fc.constantFrom(' ', ', ', ',', '/', ' / ', ' en ', '\n', ';', ' or ');
	fc.assert(
		fc.property(phone, phone, between, (first, second, sign) => {
			expect(mask(`Bel ${first}${sign}${second}!`)).toBe(
				`Bel [telefoonnummer]${sign}[telefoonnummer]!`
			);
		})
	);
});

test.each([
	'van 08.00 - 18.00 uur, 09.00-21.00',
	'from 08.00 to 20.00',
	'09:05 01-01-2024, 09.05 (01/01/2024)',
	'01-01-24 19.05, 01/01/24 09 uur, 09-06-24 10:30',
	'01 01 2024 09 uur, 09 06 2024 en 06 10 2024',
	'09062024',
	'06-10, 07-10 en 08-10',
	'01/01 02/01 03/01',
	'€ 0,0612345678 per kWh',
	'NL22 INGB 0612 3456 78 klopt niet',
	'EUR 123456782, 123456782 euro, € 123.456.782,50',
	'2024-123456782 en 1.123.456.782'
])('dates, times and amounts stay: %s', (text) => {
	expect(mask(text)).toBe(text);
});

const announced = [
	'bestelling',
	'bestelling nr.',
	'order-id',
	'webordernummer',
	'transactienummer',
	'boekingsnummer:',
	'offertenummer',
	'abonnementsnummer',
	'lidnummer',
	'meldingsnummer',
	'ordernummer van mij:',
	'KvK-nummer',
	'contract met nummer',
	'factuur 2024/',
	'ordernummers 123456782 en',
	'invoice no.',
	'customer id:',
	'booking number is',
	'order numbers 0612345678 and',
	'membership number',
	'track & trace 3S'
];
test.each(announced)('what a company numbers stays: %s', (said) => {
	for (const number of ['123456782', '0201234567', '0612345678']) {
		const text = `${said}${/[/S]$/.test(said) ? '' : ' '}${number} staat op de brief`;
		expect(mask(text)).toBe(text);
	}
});

test.each([
	['ordernummer 20241234567, 06-12345678', 'ordernummer 20241234567, [telefoonnummer]'],
	['bestelling gedaan, bel 06-12345678', 'bestelling gedaan, bel [telefoonnummer]'],
	['Jean 06-12345678, oorzaak: 06-12345678', 'Jean [telefoonnummer], oorzaak: [telefoonnummer]'],
	['ordernr 2024, 0612345678', 'ordernr 2024, [telefoonnummer]'],
	['Voor de klant: 0612345678.', 'Voor de klant: [telefoonnummer].'],
	['Mijn BSN op het contract is 123456782.', 'Mijn BSN op het contract is [burgerservicenummer].'],
	[
		'The phone number on the invoice is 0612345678.',
		'The phone number on the invoice is [telefoonnummer].'
	],
	['de klant 06-12345678 belde', 'de klant [telefoonnummer] belde'],
	['Melding: 06-12345678 belt steeds', 'Melding: [telefoonnummer] belt steeds'],
	['my order number and my phone 0612345678', 'my order number and my phone [telefoonnummer]'],
	[
		'mijn ordernummer is 5 en mijn bsn 123456782',
		'mijn ordernummer is 5 en mijn bsn [burgerservicenummer]'
	]
])('a number of a person goes, also where a company is near: %s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});

test.each([
	['31612345678, wa.me/31612345678', '[telefoonnummer], wa.me/[telefoonnummer]'],
	['(020) 6241111 of (06-12345678)', '[telefoonnummer] of ([telefoonnummer])'],
	['19:05-06-12345678 en 2024,06-12345678', '19:05-[telefoonnummer] en 2024,[telefoonnummer]'],
	['06 12 34 56 78 keer op keer', '[telefoonnummer] keer op keer'],
	[
		'123456782,111222333/123456782',
		'[burgerservicenummer],[burgerservicenummer]/[burgerservicenummer]'
	],
	['BSN,123456782 bsn -123456782', 'BSN,[burgerservicenummer] bsn -[burgerservicenummer]'],
	['IBANNL91ABNA0417164300NL20INGB0001234567', 'IBAN[rekeningnummer][rekeningnummer]'],
	['NL91ABNA0417164300,06-12345678', '[rekeningnummer],[telefoonnummer]']
])('numbers go however they are joined: %s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});

test('a line stays a line', () => {
	expect(mask('Kerkstraat 12\n1012 AB Assen\n06-1234\r\n5678')).toBe(
		'[adres]\n[adres] Assen\n[telefoonnummer]\r\n[telefoonnummer]'
	);
	expect(mask('1012 AB\n \n  12')).toBe('[adres]\n \n  [adres]');
});
