import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { actionCodes, actions } from './actions.ts';
import { assess, emptyTables } from './assess.ts';
import { catalogue } from './catalogue/all.ts';
import { checkRules } from './check.ts';
import { amounts, choices, moments, sets } from './fact-fields.ts';
import { parseFacts } from './facts.ts';

// Records of a hundred fields take their time.
vi.setConfig({ testTimeout: 30_000 });

const now = new Date('2026-11-21T12:00:00Z');
const enabled = catalogue.filter((rule) => rule.enabled);

const day = fc
	.integer({ min: 0, max: 7000 })
	.map((offset) => new Date(Date.UTC(2009, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));
const moment = fc
	.tuple(day, fc.constantFrom('', 'T03:00', 'T12:00', 'T18:45', 'T19:30', 'T22:00'))
	.map((parts) => parts.join(''));

const filled: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries<fc.Arbitrary<unknown>>([
	...Object.entries(choices).map(
		([field, values]) => [field, fc.constantFrom(...(values as readonly string[]))] as const
	),
	...Object.entries(sets).map(
		([field, values]) =>
			[field, fc.subarray([...(values as readonly string[])], { maxLength: 4 })] as const
	),
	...moments.map((field) => [field, moment] as const),
	...amounts.map(
		(field) => [field, fc.constantFrom(0, 1, 2, 3, 5, 6, 15, 16, 17, 49, 50, 51, 60)] as const
	)
]);

/** Any facts, some of them filled in. */
const someFacts = fc.record(filled, { requiredKeys: [] });

/** Mostly a sales call or visit to a consumer, so that rules have something to say. */
const salesContact = fc
	.tuple(
		someFacts,
		fc.record(
			{
				channel: fc.constantFrom('phone_human', 'phone_human', 'door', 'street'),
				contact_at: moment,
				recipient_type: fc.constantFrom('consumer', 'consumer', 'natural_business'),
				purpose: fc.constantFrom('commercial', 'commercial', 'charitable', 'service'),
				initiated_by: fc.constant('advertiser'),
				requested_contact: fc.constantFrom('no', 'no', 'no', 'yes'),
				consent: fc.constantFrom('no', 'no', 'yes'),
				objection_at: fc.constantFrom(null, '2026-01-10T12:00', '2019-01-10')
			},
			{ requiredKeys: ['channel', 'purpose', 'recipient_type'] }
		)
	)
	.map(([facts, likely]) => ({ ...facts, ...likely }));

const facts = fc.oneof(someFacts, salesContact, salesContact);

function outcomesOf(sent: object) {
	const { findings } = assess(parseFacts(sent), now);
	return new Map(findings.map(({ rule_id, outcome }) => [rule_id, outcome]));
}

test('the catalogue holds the rules 1 to 45 once each, and its identifiers are unique', () => {
	const numbers = catalogue.flatMap(({ number }) => number ?? []);
	expect(numbers.toSorted((a, b) => a - b)).toEqual([...Array(45).keys()].map((key) => key + 1));
	expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
	expect(enabled).toHaveLength(45);
	expect(catalogue.filter((rule) => !rule.enabled)).toHaveLength(8);
});

test('every text is there in both languages, careful and without a verdict', () => {
	for (const rule of catalogue) {
		expect(rule.title_nl.length, rule.id).toBeGreaterThan(5);
		expect(rule.title_en.length, rule.id).toBeGreaterThan(5);
		expect(rule.explanation_nl, rule.id).toMatch(/mogelijk/);
		expect(rule.explanation_en, rule.id).toMatch(/possibly/i);
		expect(rule.explanation_nl.length, rule.id).toBeLessThan(150);
		expect(rule.explanation_nl, rule.id).not.toMatch(/overtred|illegaal|strafbaar|schuldig/i);
	}
	expect(actionCodes).toHaveLength(16);
	for (const code of actionCodes) {
		expect(actions[code].nl.length, code).toBeGreaterThan(20);
		expect(actions[code].en.length, code).toBeGreaterThan(20);
	}
});

test('nothing known, or only when and how, leads to no finding', () => {
	expect(outcomesOf({})).toEqual(new Map());
	for (const channel of ['phone_human', 'door', 'street', 'stand', 'message']) {
		expect(outcomesOf({ channel, contact_at: '2026-07-06T12:00' })).toEqual(new Map());
	}
	const unknown = Object.fromEntries(Object.keys(filled).map((field) => [field, 'unknown']));
	expect(outcomesOf(unknown)).toEqual(new Map());
});

test('a rule that is switched off or out of its days never fires', () => {
	fc.assert(
		fc.property(facts, fc.constantFrom(...catalogue), (sent, rule) => {
			const tables = { ...emptyTables, disabled_rules: [rule.id] };
			const { findings } = assess(parseFacts(sent), now, tables);
			expect(findings.map(({ rule_id }) => rule_id)).not.toContain(rule.id);
			const read = parseFacts(sent);
			for (const { rule_id } of assess(read, now).findings) {
				const found = catalogue.find(({ id }) => id === rule_id);
				const dating = found?.dated_by ?? ['contact_at'];
				const dated = dating.map((field) => read[field]).find((moment) => moment !== null);
				expect(found?.enabled).toBe(true);
				if (!found || !dated) continue;
				expect(dated.day >= found.from).toBe(true);
				expect(dated.day <= (found.until ?? '9999')).toBe(true);
			}
		}),
		{ numRuns: 300 }
	);
});

test('to know less never turns possible into likely', () => {
	fc.assert(
		fc.property(facts, fc.nat(), (sent, pick) => {
			const fields = Object.keys(sent);
			const removed = fields[pick % Math.max(fields.length, 1)];
			const before = outcomesOf(sent);
			const after = outcomesOf(
				Object.fromEntries(Object.entries(sent).filter(([field]) => field !== removed))
			);
			for (const [rule, outcome] of before) {
				if (outcome === 'possible') expect([rule, after.get(rule)]).not.toEqual([rule, 'likely']);
			}
		}),
		{ numRuns: 1500 }
	);
});

test('an article is named only where its number was seen, and general knowledge never', () => {
	fc.assert(
		fc.property(facts, (sent) => {
			for (const { source, certainty } of assess(parseFacts(sent), now).findings) {
				expect(certainty).not.toBe('K');
				expect(source.name).not.toBe('');
				if ('article' in source) expect(['S', 'V', 'V15']).toContain(certainty);
			}
		}),
		{ numRuns: 300 }
	);
});

test('whatever is sent, there is an answer', () => {
	fc.assert(
		fc.property(fc.anything(), (sent) => {
			expect(checkRules(sent, now).findings).toEqual([]);
		})
	);
	const wild = fc.dictionary(fc.constantFrom(...Object.keys(filled), 'as_of'), fc.anything());
	fc.assert(
		fc.property(wild, (sent) => {
			expect(Array.isArray(checkRules(sent, now).findings)).toBe(true);
		})
	);
});

test('every rule that is on can fire', () => {
	const seen = new Set<string>();
	for (const sent of fc.sample(facts, { numRuns: 4000, seed: 3 })) {
		for (const rule of outcomesOf(sent).keys()) seen.add(rule);
	}
	expect(enabled.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
});
