import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from './mask.ts';

test.each([
	['Mail me op jan.de.vries@voorbeeld.nl graag.', 'Mail me op [e-mailadres] graag.'],
	['IBAN NL91 ABNA 0417 1643 00, bedrag 50 euro', 'IBAN [rekeningnummer], bedrag 50 euro'],
	['nl91abna0417164300 werd afgeschreven', '[rekeningnummer] werd afgeschreven'],
	['Mijn BSN is 111222333.', 'Mijn BSN is [burgerservicenummer].'],
	[
		'Bel mij op 06-12345678 of +31 20 123 4567!',
		'Bel mij op [telefoonnummer] of [telefoonnummer]!'
	],
	['Ik woon op 1012 AB 12.', 'Ik woon op [adres].'],
	['Ik woon op 1012ab nr. 12a, tweede deur', 'Ik woon op [adres], tweede deur'],
	['Kerkstraat 5, 3511 LX Utrecht', '[adres] Utrecht'],
	['Mijn naam is Jan de Vries en ik ben boos', 'Mijn naam is [naam] en ik ben boos'],
	['mijn naam is fatima. Ze belden.', 'mijn naam is [naam]. Ze belden.'],
	['My name is Mary-Ann O’Neill, they called', 'My name is [naam], they called'],
	['Ik heet J. van den Berg', 'Ik heet [naam]'],
	['Schrijf jan (at) voorbeeld punt nl', 'Schrijf [e-mailadres]'],
	['jan apenstaartje voorbeeld punt com', '[e-mailadres]'],
	['write to john at example dot com', 'write to [e-mailadres]'],
	['piet @ voorbeeld . nl', '[e-mailadres]'],
	['Tel. 06.12.34.56.78 of 06 - 12345678', 'Tel. [telefoonnummer] of [telefoonnummer]'],
	['+31(0)6-12345678 en 0031612345678', '[telefoonnummer] en [telefoonnummer]'],
	['from 0049 30 901820 or +32 470 12 34 56', 'from [telefoonnummer] or [telefoonnummer]'],
	['0 6 1 2 3 4 5 6 7 8', '[telefoonnummer]'],
	['bsn 111.222.333 of 111 222 333', 'bsn [burgerservicenummer] of [burgerservicenummer]'],
	['BE68 5390 0754 7034', '[rekeningnummer]'],
	['NL91  ABNA-0417-1643-00', '[rekeningnummer]'],
	['1012AB 12 II', '[adres]'],
	['mijn postcode is 1012 AB en mijn huisnummer is 12', 'mijn postcode is [adres]'],
	['huisnummer 12-2, postcode 1012 AB', '[adres]'],
	['Ik ben Peter de Vries en boos', 'Ik ben [naam] en boos'],
	['Mijn naam is De Jong.', 'Mijn naam is [naam].'],
	['mijn naam is jan de vries en', 'mijn naam is [naam] en'],
	['Klaar. Met vriendelijke groet, A. van Dam', 'Klaar. Met vriendelijke groet, [naam]'],
	['Stop.\nMvg,\njan jansen', 'Stop.\nMvg,\n[naam]'],
	['Kind regards,\nJohn Smith', 'Kind regards,\n[naam]']
])('%s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});

test.each([
	'Op 12-05-2024 om 19:05 gebeld, en op 2026-07-02 weer.',
	'Het kostte € 1.234,56 en later 2500 euro.',
	'Ordernummer 2024123456 en klantnummer 123456789.',
	'In 2024 om 12 uur en in 2025 en 3 keer daarna.',
	'NL91 ABNA 0417 1643 01 klopt niet',
	'Mijn naam is niet genoemd.',
	'Ze belden 5 keer in 30 dagen.',
	'Contract van 36 maanden, 14 dagen bedenktijd',
	'Ordernummer 0612345678 en polisnummer 111222333',
	'Meterstand 012345, verbruik 2500 kWh 12 maanden lang',
	'Ik ben Nederlander en ik ben boos, I am Dutch',
	'Met vriendelijke groet wees hij me de deur.',
	'Mijn naam is misbruikt.',
	'Mijn postcode is 1012 AB.',
	'Mail jan@voorbeeld. Nu graag.',
	'BSN 123456789 bestaat niet.'
])('stays as it is: %s', (text) => {
	expect(mask(text)).toBe(text);
});

test('whatever the text, masking it twice changes nothing more', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			expect(mask(mask(text))).toBe(mask(text));
		})
	);
});

const gaps = fc.array(fc.constantFrom('', '', ' ', '-', '.'), { minLength: 10, maxLength: 10 });
const spaced = (digits: string, between: string[]) =>
	[...digits]
		.map((digit, at) => digit + (between[at] ?? ''))
		.join('')
		.replace(/[ .-]+$/, '');
const digitsOf = (text: string) => text.replace(/\D/g, '');
const someDigits = (length: number) =>
	fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

test('a mobile number is masked wherever the spaces, dots and dashes stand', () => {
	fc.assert(
		fc.property(someDigits(7), gaps, (rest, between) => {
			const number = spaced(`061${rest.join('')}`, between);
			expect(digitsOf(mask(`Ze belden ${number} en weer`))).toBe('');
		})
	);
});

test('nine digits are masked when they pass the eleven test, and only then', () => {
	fc.assert(
		fc.property(someDigits(8), fc.integer({ min: 0, max: 9 }), (first, last) => {
			const digits = [1, ...first.slice(1), last];
			const sum = digits.reduce((total, d, at) => total + d * (at === 8 ? -1 : 9 - at), 0);
			const text = `mijn nummer is ${digits.join('')} zei ik`;
			expect(mask(text) === text).toBe(sum % 11 !== 0);
		})
	);
});

test('an account number is masked in any grouping and case; one wrong digit and it stays', () => {
	const account = 'NL91ABNA0417164300';
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 6 }), fc.boolean(), (size, isSmall) => {
			const grouped = account.match(new RegExp(`.{1,${size}}`, 'g'))!.join(' ');
			const written = isSmall ? grouped.toLowerCase() : grouped;
			expect(mask(`Op ${written}.`)).toBe('Op [rekeningnummer].');
			const wrong = `Op ${written.replace(/0(?=\D*$)/, '1')}.`;
			expect(mask(wrong)).toBe(wrong);
		})
	);
});
