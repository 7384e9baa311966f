import { expect, test } from 'vitest';
import { mask } from './mask.ts';

test.each([
	'1012 AB 12',
	'1012AB12',
	'1012ab12a',
	'1012 AB12',
	'1012  AB 12',
	'1012 AB hnr 12',
	'1012 AB #12',
	'1012 AB (nummer 12)',
	'1012 AB & huisnummer 12',
	'1012 AB and I live at number 12',
	'12, 1012 AB',
	'huisnummer 12, mijn postcode is 1012 AB',
	'Spui 70, 2511 BT',
	'Brink 3 7411 BR',
	'Laan van Meerdervoort 12, 2517 AK',
	'1e Jacob van Campenstraat 12, 1072 BB',
	'Kerkstraat 12 (1012 AB)',
	'Kerkstraat 12 in 1012 AB',
	'Kerkstraat 12 - 1012 AB',
	'12 Church Street, 1012 AB',
	'3011 AL 12',
	'2312 EN 5',
	'2024 XA 12'
])('a postcode with its number is one address: %s', (address) => {
	for (const end of ['.', ', 3 keer gebeld', ' (12-05-2024)', '\nOm 19:05'])
		expect(mask(`Mijn adres is ${address}${end}`)).toBe(`Mijn adres is [adres]${end}`);
});

test.each([
	['1012 AB Amsterdam, nummer 12', '[adres] Amsterdam, [adres]'],
	['1012 AB Amsterdam, Kerkstraat 12', '[adres] Amsterdam, [adres]'],
	['Kerkstraat 12, Amsterdam, 1012 AB', '[adres], Amsterdam, [adres]'],
	['Dam 1, 1012 JS Amsterdam', '[adres] Amsterdam'],
	['3 keer Dorpsstraat 12, 1012 AB', '3 keer [adres]']
])('the city stays: %s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});

test.each([
	['Ik ben Jan de Vries, Dorpsstraat 12, 1012 AB Assen', 'Ik ben [naam], [adres] Assen'],
	['1012 AB, 06-12345678', '1012 AB, [telefoonnummer]'],
	['1012 AB\n020-6241111', '1012 AB\n[telefoonnummer]'],
	[
		'Postcode 1012 AB, mijn nummer is 06-12345678',
		'Postcode 1012 AB, mijn nummer is [telefoonnummer]'
	],
	['1012 AB 12 jan@voorbeeld.nl', '[adres] [e-mailadres]'],
	['06-12345678,1012AB 12', '[telefoonnummer],[adres]']
])('what stands beside an address is no part of it: %s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});

test.each([
	'Factuur 2024 nr 15, brief van 4 april 2024 nr 12345',
	'Contract 2024 nl 12, CONTRACT 2024 NL 12',
	'1000 tv 3 zenders, 2500 kw 12',
	'IK HEB 2500 OP 12 MEI BETAALD, IN 2024 OM 12 UUR',
	'Ik betaalde 1200 en 15 dagen later 1250 of 12 termijnen',
	'1012 AB, 3 keer gebeld in 2024',
	'In 2024, 1012 AB en 12 buren',
	'ordernummer 1234AB56',
	'I paid 1500 in 12 months, 2000 to 3 people'
])('a year, a quantity and a postcode alone stay: %s', (text) => {
	expect(mask(text)).toBe(text);
});
