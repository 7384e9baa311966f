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
	['Ik heet J. van den Berg', 'Ik heet [naam]']
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
	'Contract van 36 maanden, 14 dagen bedenktijd'
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
