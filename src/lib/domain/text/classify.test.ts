import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoriesOf } from '../report/taxonomy.ts';
import { classify, explain } from './classify.ts';
import { inputsHash } from './model.ts';
import { hashOfInputs } from './training/texts.ts';

const suggestedFor = (text: string, channel = 'phone') => classify({ text, channel }).suggested;
const kindOfText = (text: string) => classify({ text, channel: 'phone' }).kind;

describe('complaints', () => {
	test.each([
		['Ik heb me vorige maand al afgemeld en ze bellen gewoon weer.', 'objection_ignored'],
		['I asked them in May to stop calling and today they rang again.', 'objection_ignored'],
		['Nooit klant geweest en nooit toestemming gegeven, toch gebeld.', 'unwanted_contact'],
		['How did this company get my number? I never gave it to them.', 'unwanted_contact'],
		['Hij bleef maar doorpraten, hoe vaak ik ook nee zei.', 'pushiness'],
		['Toen ik ophing werd ik uitgescholden voor domme koe.', 'improper_conduct'],
		['Ze deed alsof ze van mijn eigen energieleverancier was.', 'misleading']
	])('%s → %s first', (text, code) => {
		const { kind, suggested } = classify({ text, channel: 'phone' });
		expect(kind).toBe('complaint');
		expect(suggested[0]).toBe(code);
	});

	test('saying "do not call again" in the reported call is not an objection that was ignored', () => {
		const now =
			'Ik zei in het gesprek dat ik niet meer gebeld wil worden, maar hij bleef maar doorpraten.';
		const earlier =
			'Ik had vorig jaar al gezegd dat ik niet meer gebeld wil worden en nu belden ze weer.';
		expect(suggestedFor(now)[0]).toBe('pushiness');
		expect(suggestedFor(earlier)[0]).toBe('objection_ignored');
	});

	test('a refusal to note an objection is an objection ignored', () => {
		expect(suggestedFor('De verkoper weigerde mijn afmelding te noteren.')).toContain(
			'objection_ignored'
		);
	});

	test('a forbidden hour is improper conduct', () => {
		expect(suggestedFor('Op zondagochtend om half acht gebeld door een verkoper.')).toContain(
			'improper_conduct'
		);
	});
});

describe('compliments', () => {
	test.each([
		['Heel vriendelijke mevrouw, ze had alle geduld met mijn moeder.', 'respectful'],
		['Hij zei meteen namens wie hij belde en noemde eerlijk alle kosten.', 'clear'],
		['Precies op het goede moment gebeld, mijn contract liep net af.', 'relevant'],
		['Eén keer afgemeld en sindsdien nooit meer iets gehoord. Keurig.', 'objection_honoured'],
		['My problem was solved within a day and I got a refund. Great service.', 'helpful']
	])('%s → %s first', (text, code) => {
		const { kind, suggested } = classify({ text, channel: 'phone' });
		expect(kind).toBe('compliment');
		expect(suggested[0]).toBe(code);
	});

	test('a bad past experience does not make a compliment a complaint', () => {
		const text =
			'Vorig jaar werd ik uitgescholden door een verkoper, maar deze mevrouw was geduldig en vriendelijk. Complimenten!';
		expect(kindOfText(text)).toBe('compliment');
	});
});

test('negation turns the meaning', () => {
	expect(kindOfText('Hij was vriendelijk en beleefd en drong niet aan.')).toBe('compliment');
	expect(kindOfText('Hij was niet vriendelijk en niet beleefd en bleef aandringen.')).toBe(
		'complaint'
	);
});

test.each([
	['Ze bellen me nog steeds na mijn verzoek.', 'complaint', 'objection_ignored'],
	['Ze hebben me nooit meer gebeld na mijn verzoek.', 'compliment', 'objection_honoured'],
	[
		'No pressure at all, and after I asked they never called again.',
		'compliment',
		'objection_honoured'
	],
	['Geen druk, niet opdringerig, gewoon een net gesprek.', 'compliment', 'respectful'],
	['Ze was beleefd.', 'compliment', 'respectful'],
	['Fijn gesprek, maar hij bleef wel een half uur aandringen.', 'complaint', 'pushiness'],
	[
		'She was friendly enough, but I had already asked them last year to stop calling.',
		'complaint',
		'objection_ignored'
	],
	['Ik wilde gaan klagen, maar het is keurig opgelost.', 'compliment', 'helpful'],
	['Bedankt voor niks, ik werd uitgescholden.', 'complaint', 'improper_conduct'],
	[
		'Geweldig hoor, voor de tiende keer gebeld terwijl ik me in maart al had afgemeld.',
		'complaint',
		'objection_ignored'
	],
	[
		'Nou, bedankt hoor, om half acht op zondag uit bed gebeld. Topservice.',
		'complaint',
		'improper_conduct'
	],
	[
		'Complimenten voor het doorzettingsvermogen: vijf keer nee gezegd en hij ging gewoon door.',
		'complaint',
		'pushiness'
	],
	[
		'Ik wil niemand in moeilijkheden brengen, maar ik had om rust gevraagd en werd toch weer gebeld.',
		'complaint',
		'objection_ignored'
	],
	[
		'Na een half jaar gedoe met de factuur heeft deze medewerker het in een telefoontje opgelost en mij het geld teruggestort.',
		'compliment',
		'helpful'
	]
])('what was denied, what came after "but" and mockery: %s', (text, kind, code) => {
	const read = classify({ text, channel: 'phone' });
	expect(read.kind).toBe(kind);
	expect(read.suggested).toContain(code);
});

describe('edges', () => {
	test.each(['', '   ', '\n', '!!!', '😡😡😡', '👍', '12345', 'ja'])(
		'%j says too little for a suggestion',
		(text) => expect(classify({ text }).suggested).toEqual([])
	);

	test('5,000 characters are read within 50 ms and give a suggestion', () => {
		const sentence = 'Ik zei nee en hij bleef maar doorpraten over zijn aanbod. ';
		const text = sentence.repeat(100).slice(0, 5000);
		const timed = Array.from({ length: 12 }).map(() => {
			const started = performance.now();
			expect(classify({ text, channel: 'phone' }).suggested[0]).toBe('pushiness');
			return performance.now() - started;
		});
		expect(Math.min(...timed)).toBeLessThan(50);
	});
});

describe('few words', () => {
	test.each([
		'Met bewijs.',
		'Zie bijlage.',
		'Energie contract.',
		'Man aan de deur.',
		'See attachment.'
	])('%s leaves open what it is about', (text) => {
		const { kind_score, categories } = classify({ text });
		expect(kind_score).toBeLessThan(0.8);
		expect(categories[0]!.score).toBeLessThan(0.6);
	});

	test.each([
		['Werd uitgescholden.', 'improper_conduct'],
		['Heel vriendelijk.', 'respectful'],
		['Bleef maar aandringen.', 'pushiness']
	])('%s says enough', (text, code) => expect(classify({ text }).suggested).toEqual([code]));

	test('the same told at more length is believed more', () => {
		const [brief, told] = [
			'Bleef aandringen.',
			'Hij bleef aandringen, hoe vaak ik ook zei dat ik er niets voor voelde en wilde ophangen.'
		].map((text) => classify({ text }).kind_score);
		expect(told).toBeGreaterThan(brief!);
	});
});

describe('explanations', () => {
	const text = 'Hij heeft mij uitgescholden terwijl ik rustig bleef.';

	test('the telling word comes first and is found where the explanation says', () => {
		const [strongest] = explain({ text }, 'improper_conduct');
		expect(strongest?.word).toBe('uitgescholden');
		expect(text.slice(strongest!.start, strongest!.end)).toBe(strongest!.word);
	});

	test('weights fall from strong to weak', () => {
		const weights = explain({ text }, 'improper_conduct').map(({ weight }) => weight);
		expect(weights).toEqual([...weights].sort((a, b) => b - a));
	});
});

test('whatever the text: no error, probabilities, codes of the kind', { timeout: 30_000 }, () => {
	const words = fc.constantFrom(
		'niet',
		'afgemeld',
		'weer',
		'never',
		'vriendelijk',
		'👍',
		"z'n",
		'…'
	);
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.array(words, { maxLength: 40 }).map((list) => list.join(' '))
	);
	fc.assert(
		fc.property(texts, (text) => {
			const { kind, kind_score, categories, suggested } = classify({ text });
			const codes = categories.map(({ code }) => code);
			const scores = categories.map(({ score }) => score);
			const places = explain({ text }, codes[0]!);
			return (
				kind_score >= 0.5 &&
				kind_score <= 1 &&
				scores.every((score) => score >= 0 && score <= 1) &&
				String(codes.toSorted()) === String(categoriesOf[kind].toSorted()) &&
				String(suggested) === String(codes.filter((code) => suggested.includes(code))) &&
				places.every(({ word, start, end }) => text.slice(start, end) === word)
			);
		}),
		{ numRuns: 200 }
	);
});

test('the committed model was learnt from the committed texts and code', () => {
	expect(inputsHash).toBe(hashOfInputs());
});
