import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from './mask.ts';

const told = fc.constantFrom(
	'mijn naam is',
	'Mijn  naam\nis',
	"m'n naam is",
	'mn naam is',
	'ik heet',
	'my name is',
	'my name is:'
);
const names = fc.constantFrom(
	'jan',
	'Jan de Vries',
	'Jan de vries',
	'Jan jansen',
	'jan jansen',
	'jan willem de boer',
	'j.p. jansen',
	'J.P.M. van der Heijden-Smit',
	'de boer',
	'van dijk',
	'gerrit',
	'fatima el amrani',
	"mary ann o'neill",
	"Zoë d'Ancona",
	'Jan  de  Vries',
	'Bij de Vaate'
);
const behind = fc.constantFrom(
	'.',
	', hallo',
	' en ik klaag',
	' ik klaag',
	' mijn nummer is kwijt',
	' maar dat wist hij',
	' (72)',
	' - een klant',
	' uit assen',
	' woonachtig in Assen',
	' and i got a call',
	' i want this to stop'
);

test('a name goes, however it is written, and the sentence behind it stays', () => {
	fc.assert(
		fc.property(told, names, behind, (said, name, rest) => {
			expect(mask(`Hallo, ${said} ${name}${rest}`)).toBe(`Hallo, ${said} [naam]${rest}`);
		}),
		{ numRuns: 500 }
	);
});

/** "BIJ DE VAATE" could be "bij de vaate". */
const isNoWord = (name: string) => !name.startsWith('Bij');

test('a text in capitals loses the name alone', () => {
	fc.assert(
		fc.property(told, names.filter(isNoWord), behind, (said, name, rest) => {
			const [opening, end] = [said.toUpperCase(), rest.toUpperCase()];
			expect(mask(`HALLO, ${opening} ${name.toUpperCase()}${end}`)).toBe(
				`HALLO, ${opening} [naam]${end}`
			);
		}),
		{ numRuns: 300 }
	);
});

test.each([
	['Mijn naam is "Kees Jansen" en', 'Mijn naam is "[naam]" en'],
	['Mijn naam is (Jan) of *Jan*', 'Mijn naam is ([naam]) of *Jan*'],
	['Mijn naam is – Jan', 'Mijn naam is – [naam]'],
	['Mijn naam is ... Jan', 'Mijn naam is ... [naam]'],
	['Mijn naam is:Jan de Vries', 'Mijn naam is:[naam]'],
	['Mijn naam is dus Jan', 'Mijn naam is dus [naam]'],
	['jan de vries is mijn naam', '[naam] is mijn naam'],
	['Mijn naam is Jan\nde Vries', 'Mijn naam is [naam]\n[naam]'],
	['Mijn naam is Jan Ik ben boos', 'Mijn naam is [naam] Ik ben boos'],
	['Mijn naam is Jan & Marie Jansen', 'Mijn naam is [naam] & [naam]'],
	['Ik ben Jan en Truus de Wit klaagt', 'Ik ben [naam] en [naam] klaagt'],
	['Ik ben Jan en Stroomwijs belde', 'Ik ben [naam] en Stroomwijs belde'],
	['mijn naam is kevin van ziggo, zei hij', 'mijn naam is [naam] van ziggo, zei hij'],
	['mijn naam is Jan NL91ABNA0417164300', 'mijn naam is [naam] [rekeningnummer]'],
	['Mijn naam is Jan de Vries ordernummer 5', 'Mijn naam is [naam] ordernummer 5'],
	['ik ben Jan de Vries klantnummer 5', 'ik ben [naam] klantnummer 5'],
	['Ik zei dat mijn naam Jan de Vries is', 'Ik zei dat mijn naam [naam] is'],
	['they call me Jan, I am called Jan', 'they call me [naam], I am called [naam]'],
	['I am called Jan. Regards,\njohn smith', 'I am called [naam]. Regards,\n[naam]']
])('%s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});

const happenings = [
	'uit het register verwijderd',
	'zonder toestemming gebruikt',
	'blijkbaar verkocht',
	'opgezegd',
	'stopgezet per 1 mei',
	'ongeldig volgens de wet',
	'uitgeschreven',
	'doorgegeven aan derden',
	'inmiddels weg',
	'ten onrechte genoemd',
	'sinds 2020 bekend',
	'aan hem gegeven',
	'tegen mijn wil gebruikt',
	'van belang',
	'overal bekend',
	'illegaal gebruikt',
	'drie keer genoemd',
	'verder niet belangrijk',
	'"misbruikt"'
];
const happeningsInEnglish = [
	'being used without consent',
	'none of their business',
	'still active',
	'closed',
	'removed',
	'private',
	'misspelled',
	'written wrong',
	'all over the place',
	'on their list'
];
test.each([
	...happenings.map((what) => `Mijn naam is ${what}`),
	...happenings.map((what) => `Een contract op mijn naam is ${what}`),
	...happenings.map((what) => `MIJN NAAM IS ${what.toUpperCase()}`),
	...happeningsInEnglish.map((what) => `My name is ${what}`),
	...happeningsInEnglish.map((what) => `The account under my name is ${what}`)
])('what was done with a name is no name: %s', (text) => {
	expect(mask(text)).toBe(text);
});

test.each([
	'Wat mijn naam is gaat hen niets aan, wat mijn naam is wilde hij weten',
	'What my name is does not matter',
	'They call me daily, they call me every day, back and at work',
	'I am called every day, I am called three times, I am Calling',
	'De naam is mij niet bekend, ondergetekende klaagt',
	'Vriendelijke groet, hing hij op.',
	'Ik ben Gisteren gebeld, ik ben Ondernemer',
	'Groeten van een boze klant',
	"I'm Ukrainian and I am Welsh too.",
	'Ik ben Oekraïense, hij is Frans.',
	'Alles stond nog op zijn naam: water, licht, internet.',
	'Zij noemde ze bij naam: de gasman en de lampenman.'
])('stays as it is: %s', (text) => {
	expect(mask(text)).toBe(text);
});

test.each([
	['email=jan%40voorbeeld.nl', 'email=[e-mailadres]'],
	['jan@voorbeeld.nl-piet@voorbeeld.nl', '[e-mailadres]-[e-mailadres]'],
	['mail jan @voorbeeld.nl', 'mail [e-mailadres]'],
	[
		'Instagram @stroomwijs.nl, zie hun @stroomwijs.nl',
		'Instagram @stroomwijs.nl, zie hun @stroomwijs.nl'
	],
	['follow them @stroomwijs.com', 'follow them @stroomwijs.com']
])('an address for mail goes, a name on a social medium stays: %s', (text, expected) => {
	expect(mask(text)).toBe(expected);
});
