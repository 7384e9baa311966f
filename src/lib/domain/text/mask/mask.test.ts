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
	['Kind regards,\nJohn Smith', 'Kind regards,\n[naam]'],
	['jan punt de vries at gmail punt com', '[e-mailadres]'],
	['Mail jan de vries apenstaartje ziggo punt nl', 'Mail [e-mailadres]'],
	['mijn mail is jan liggend streepje de vries at outlook dot com', 'mijn mail is [e-mailadres]'],
	['jan (at) x (dot) nl of jan{at}x.nl', '[e-mailadres] of [e-mailadres]'],
	['jan at gmail.com, jan.devries at bedrijf.nl', '[e-mailadres], [e-mailadres]'],
	['j a n @ g m a i l . c o m', '[e-mailadres]'],
	['jan@gmail,com en jan apenstaartje hotmail', '[e-mailadres] en [e-mailadres]'],
	['ｊａｎ＠ｖｏｏｒｂｅｅｌｄ．ｎｌ', '[e-mailadres]'],
	['Bel ０６１２３４５６７８ of ٠٦١٢٣٤٥٦٧٨', 'Bel [telefoonnummer] of [telefoonnummer]'],
	['0\ufe0f\u20e36\ufe0f\u20e3 12345678 terug', '[telefoonnummer] terug'],
	['O6-12345678 of 06, 12, 34, 56, 78', '[telefoonnummer] of [telefoonnummer]'],
	['mijn telefoonnummer is 612345678', 'mijn telefoonnummer is [telefoonnummer]'],
	['Bel nul zes twaalf vierendertig zesenvijftig achtenzeventig!', 'Bel [telefoonnummer]!'],
	['nul zes een twee drie vier vijf zes zeven acht, graag', '[telefoonnummer], graag'],
	['nul twintig een twee drie vier vijf zes zeven', '[telefoonnummer]'],
	['zero six twelve thirty four fifty six seventy-eight', '[telefoonnummer]'],
	['plus eenendertig zes 12 34 56 achtenzeventig', '[telefoonnummer]'],
	[
		'NL91/ABNA/0417/1643/00 en N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0',
		'[rekeningnummer] en [rekeningnummer]'
	],
	['Op 12 mei is NL91: ABNA: 0417 1643 00 gebruikt', 'Op 12 mei is [rekeningnummer] gebruikt'],
	[
		'bsn 111/222/333, 111 - 222 - 333, 1112_22_333',
		'bsn [burgerservicenummer], [burgerservicenummer], [burgerservicenummer]'
	],
	['Mijn kaart 4111 1111 1111 1111 werd belast', 'Mijn kaart [kaartnummer] werd belast'],
	['ik woon Dorpsstraat 12', 'ik woon [adres]'],
	['Kerkweg 4a in Assen', '[adres] in Assen'],
	['wij wonen kerkstraat 5b in assen', 'wij wonen [adres] in assen'],
	['Mijn adres is Brink 3.', 'Mijn adres is [adres].'],
	['De Laan van Meerdervoort 100-2, Nieuwe Keizersgracht 5', 'De [adres], [adres]'],
	['Kerkstr. 5, Dorpsstraat twaalf, Grote Markt nr. 7', '[adres], [adres], [adres]'],
	['I live at 12 Church Street, London', 'I live at [adres], London'],
	['Hoofdstraat 45, ik woon op nummer 12 in de Kerkstraat', '[adres], ik woon op [adres]'],
	['mijn naam is sanne bakker, zei ik', 'mijn naam is [naam], zei ik'],
	['u spreekt met mevrouw Jansen', 'u spreekt met mevrouw [naam]'],
	['Spreek ik met dhr. van den Berg?', 'Spreek ik met dhr. [naam]?'],
	[
		'Mijn achternaam is de Vries, van meneer de Vries',
		'Mijn achternaam is [naam], van meneer [naam]'
	],
	['Jan de Vries is mijn naam', '[naam] is mijn naam'],
	['this is John Smith speaking', 'this is [naam] speaking'],
	['dat ik Jan de Vries heet', 'dat ik [naam] heet'],
	['mijn dochter Lisa en my husband Peter Smith', 'mijn dochter [naam] en my husband [naam]'],
	["mijn naam is Jan-Willem van 't Hof", 'mijn naam is [naam]'],
	['Ze belden. Gr. Jan', 'Ze belden. Gr. [naam]'],
	['ik ben jan de vries', 'ik ben [naam]'],
	['ik ben jan bakker en ik woon hier', 'ik ben [naam] en ik woon hier'],
	['hallo, ik ben fatima uit assen', 'hallo, ik ben [naam] uit assen'],
	['ik ben mevrouw jansen uit assen', 'ik ben mevrouw [naam] uit assen'],
	['u spreekt met sanne van den berg', 'u spreekt met [naam]'],
	['U spreekt met J. de Vries', 'U spreekt met [naam]'],
	['spreek ik met mevrouw de vries? vroeg ze', 'spreek ik met mevrouw [naam]? vroeg ze'],
	["i'm john smith and i got a call", "i'm [naam] and i got a call"],
	['Ik ben Sandra van Ziggo, zei ze', 'Ik ben [naam] van Ziggo, zei ze'],
	['ik ben sandra van de klantenservice', 'ik ben [naam] van de klantenservice'],
	['De heer van Dijk en mevrouw van Leeuwen', 'De heer [naam] en mevrouw [naam]']
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
	'BSN 123456789 bestaat niet.',
	'Op 02-05-2024 12:30 belden ze, op 06-11-2024 15 keer.',
	'24 uur per dag, 7 dagen per week, binnen 14 dagen',
	'Artikel 7 lid 1, art. 6:193a BW en artikel 11.7 Telecommunicatiewet',
	'Tussen 18.00 en 20.00 uur op vrijdag 5 juli 2026, half 9',
	'Hij rekende € 123.456.782 en 111.222.333 euro',
	'Onderweg 3 keer gebeld, in onze straat 12 deuren',
	'Dorpsstraat 12 keer aangebeld, de Energiemarkt 2024',
	'In de winkelstraat 3 verkopers en op het stationsplein 2',
	'Ik woon in Amsterdam 3 hoog, al 12 jaar, 3 km van Utrecht',
	'Het kostte nul euro, na zes maal twaalf en drie vier vijf keer',
	'Een mevrouw van Eneco en de meneer van Enexis belden',
	'Ik ben Ziggo-klant, ik ben KPN klant en ik ben ECHT boos',
	'IK BEN HEEL BOOS',
	'I ordered at bol dot com and looked at amazon.com',
	'De naam is Eneco, een bedrijf dat Fiberlonk heet',
	'Ik heet u welkom, zei de man, en ik heet geen Wim',
	'Bedankt Ziggo!\nBedankt hoor, 24 Hour Service',
	'ik ben tevreden klant en ik ben de klos',
	'ik ben van mening dat ik ben opgelicht',
	'ik ben 80 en ik ben de dochter van',
	'i am very angry and i am from assen',
	'u spreekt met de klantenservice, u spreekt met Eneco',
	'u spreekt met mevrouw van de bank, zei ze',
	'De heer van Fiberlonk las het, mevrouw van Kroonpolis niet'
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
			// "06-11-2024 15" is a day and an hour.
			fc.pre(!/^06([-.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/.test(number));
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

const zeros = [0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1d7f6];
test('a number is found in whatever digits it is written', () => {
	fc.assert(
		fc.property(someDigits(7), fc.constantFrom(...zeros), (rest, zero) => {
			const number = [0, 6, 1, ...rest];
			const written = number.map((digit) => String.fromCodePoint(zero + digit)).join('');
			expect(mask(`Bel ${written} terug`)).toBe('Bel [telefoonnummer] terug');
		})
	);
});

const unseen = ['\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u202e'];
test('signs without width hide nothing', () => {
	const told = ['0612345678', 'jan@voorbeeld.nl', 'NL91ABNA0417164300', 'Dorpsstraat 12'];
	fc.assert(
		fc.property(
			fc.constantFrom(...told),
			fc.constantFrom(...unseen),
			fc.nat(20),
			(data, sign, place) => {
				const at = 1 + (place % (data.length - 1));
				const hidden = data.slice(0, at) + sign + data.slice(at);
				expect(mask(`Dit is ${hidden} dus`)).toBe(mask(`Dit is ${data} dus`));
			}
		)
	);
});

const amount = fc
	.tuple(fc.constantFrom('€ ', 'EUR '), fc.integer({ min: 1, max: 99_999 }), fc.nat(99))
	.map(([sign, euros, cents]) => `${sign}${euros},${String(cents).padStart(2, '0')}`);
const hour = fc
	.tuple(fc.nat(23), fc.nat(59))
	.map(([hours, minutes]) => `${hours}:${String(minutes).padStart(2, '0')} uur`);
const order = fc
	.tuple(
		fc.constantFrom('ordernummer', 'klantnummer', 'factuurnummer', 'polisnummer'),
		fc.integer({ min: 10_000, max: 9_999_999_999 })
	)
	.map(([called, number]) => `${called} ${number}`);

test('amounts, hours and order numbers stay, also where a name could follow', () => {
	const opening = fc.constantFrom('ik ben', 'u spreekt met', 'I am', 'de heer', 'mevrouw', 'voor');
	fc.assert(
		fc.property(opening, fc.oneof(amount, hour, order), (said, told) => {
			const text = `${said} ${told} kwijt`;
			expect(mask(text)).toBe(text);
		})
	);
});

test('a date with an hour or a number behind it stays', () => {
	const day = fc.date({
		min: new Date(2000, 0, 1),
		max: new Date(2035, 0, 1),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(day, fc.constantFrom('-', '/', '.'), fc.nat(99), (date, sign, behind) => {
			const [year, month, on] = date.toISOString().slice(0, 10).split('-') as string[];
			for (const written of [
				[on, month, year],
				[year, month, on]
			])
				for (const rest of [`${behind} keer`, `${behind}:30`, `om ${behind} uur`]) {
					const text = `Op ${written.join(sign)} ${rest} gebeld`;
					expect(mask(text)).toBe(text);
				}
		})
	);
});
