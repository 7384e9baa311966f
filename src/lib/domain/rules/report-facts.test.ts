import { describe, expect, test } from 'vitest';
import { assessReport } from './assess-report.ts';
import { emptyTables } from './assess.ts';
import { factsOfAnswers } from './answers.ts';
import { factsOfReport, type ReportedContact } from './report-facts.ts';
import { tellFinding } from './tell-finding.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (instant: string, is_time_known = true) => ({
	contact_at: new Date(instant),
	is_time_known
});
const report: ReportedContact = {
	channel: 'phone',
	sector: 'energy',
	caller_number: '+31851234567',
	moments: [at('2026-07-02T17:05:00Z')],
	facts: {}
};
const factsOf = (fields: Partial<ReportedContact>) => factsOfReport({ ...report, ...fields })[0];
const rulesOf = (fields: Partial<ReportedContact>) =>
	Object.fromEntries(
		assessReport({ ...report, ...fields }, now, emptyTables).findings.map((finding) => [
			finding.rule_id,
			finding.outcome
		])
	);

describe('the facts of a report', () => {
	test('take the longest customer term that holds on the day of the contact', () => {
		const customer_terms = [
			{ term_months: 48, valid_from: '2026-01-01', valid_until: '2026-12-31' },
			{ term_months: 60, valid_from: '2026-07-02', valid_until: '2026-07-02' },
			{ term_months: 90, valid_from: '2026-07-03', valid_until: '2027-07-03' }
		];
		expect(factsOf({ customer_terms })?.cbt_term_months).toBe(60);
		expect(factsOf({ customer_terms: [], facts: { cbt_term_months: 37 } })?.cbt_term_months).toBe(
			37
		);
	});

	test('tell what it was, when on a Dutch clock, by whom and from which range of numbers', () => {
		expect(factsOf({})).toEqual({
			channel: 'phone_human',
			initiated_by: 'advertiser',
			recipient_type: 'consumer',
			purpose: 'commercial',
			sector: 'energy',
			org_type: 'commercial',
			number_display: 'shown',
			number_type: '085',
			contact_at: '2026-07-02T19:05'
		});
	});

	test('what the reporter says goes before what is supposed', () => {
		expect(
			factsOf({ facts: { recipient_type: 'natural_business', channel: 'voicemail' } })
		).toMatchObject({ recipient_type: 'natural_business', channel: 'voicemail' });
	});

	test('a fact cannot change the channel or the day of the report', () => {
		expect(
			factsOf({ channel: 'door', facts: { channel: 'phone_human', contact_at: '2019-01-01' } })
		).toMatchObject({ channel: 'door', contact_at: '2026-07-02T19:05' });
	});

	test('a day without a time stays a day, and no day is no day', () => {
		expect(factsOf({ moments: [at('2026-12-31T23:30:00Z', false)] })?.contact_at).toBe(
			'2027-01-01'
		);
		expect(factsOf({ moments: [] })?.contact_at).toBeNull();
	});

	test.each([
		['+31612345678', 'mobile'],
		['+31201234567', 'geographic'],
		['+31900123456', '0900'],
		['+31881234567', '088'],
		['+4930123456', 'foreign']
	])('the number %s is of the range %s', (caller_number, number_type) => {
		expect(factsOf({ caller_number })).toMatchObject({ number_type, number_display: 'shown' });
	});

	test.each([
		['charity', { org_type: 'charity', purpose: 'charitable' }],
		['publisher', { org_type: 'publisher', publisher_issues_per_year: 3 }],
		['publisher_other', { org_type: 'commercial' }],
		['research', { purpose: 'research' }]
	] as const)('the sector %s says what kind of organisation it is', (sector, facts) => {
		expect(factsOf({ sector })).toMatchObject(facts);
	});

	test('of a sector the sources leave open, the kind stays unknown', () => {
		expect(factsOf({ sector: 'lottery_other' })).not.toHaveProperty('org_type');
		expect(factsOf({ sector: 'unknown' })).not.toHaveProperty('sector');
	});

	test('answers stand for facts; an unknown question or option says nothing', () => {
		expect(
			factsOfAnswers({ consent: 'no', stopped: 'no', claims: 'x', nothing: 'yes', toString: 'yes' })
		).toEqual({
			consent: 'no',
			consumer_wanted_to_stop: 'yes',
			call_ended_at_request: 'no',
			pressure: ['no_ignored']
		});
	});
});

describe('a report is assessed', () => {
	test('by the law of the day of the contact', () => {
		const facts = { consent: 'no', customer_status: 'current' };
		expect(rulesOf({ facts })).toEqual({ 'tw-11.7-customer-abolished': 'likely' });
		expect(rulesOf({ facts, moments: [at('2026-06-30T17:05:00Z')] })).toEqual({});
	});

	test('each contact on its own day, one rule once', () => {
		const sunday = at('2026-07-05T10:00:00Z');
		const facts = { consent: 'no', customer_status: 'never' };
		expect(rulesOf({ facts, moments: [report.moments[0]!, sunday, sunday] })).toEqual({
			'tw-11.7-consent': 'likely',
			'ctm-forbidden-day': 'likely'
		});
	});

	test('five calls in a week are persistent, five in five weeks are not', () => {
		const calls = (days: number[]) =>
			days.map((day) => at(`2026-09-${String(day).padStart(2, '0')}T10:00:00Z`));
		expect(rulesOf({ moments: calls([1, 2, 3, 4, 7]) })).toEqual({
			'bw-193i-c-persistent': 'likely'
		});
		expect(rulesOf({ moments: calls([1, 8, 15, 22, 29]) })).toEqual({});
	});

	test('nothing known, nothing found', () => {
		expect(rulesOf({ sector: 'unknown', caller_number: null, moments: [] })).toEqual({});
		expect(rulesOf({ channel: 'other', moments: [at('2026-07-05T10:00:00Z')] })).toEqual({});
	});
});

test('a kept finding is told in words, with an article only where its number was seen', () => {
	const kept = { outcome: 'likely', severity: 'high', category: 'unwanted_contact' } as const;
	expect(tellFinding({ ...kept, rule_id: 'tw-11.7-consent' }, '2026-07-02', 'nl')).toMatchObject({
		title: 'Gebeld zonder voorafgaande toestemming',
		source: { name: 'Telecommunicatiewet', article: '11.7 lid 2' }
	});
	expect(
		tellFinding({ ...kept, rule_id: 'tw-11.7-customer-abolished' }, '2026-07-02', 'en')?.source
	).toEqual({ name: 'Telecommunicatiewet' });
	expect(tellFinding({ ...kept, rule_id: 'gone' }, null, 'nl')).toBeNull();
});

describe('an objection that the reporter remembers', () => {
	const answered = (objected_before: string) =>
		assessReport(
			{ ...report, facts: factsOfAnswers({ objected_before, consent: 'yes' }) },
			now,
			emptyTables
		).findings;
	const severityOf = (objected_before: string, rule: string) =>
		answered(objected_before).find(({ rule_id }) => rule_id === rule)?.severity;

	test('more than four weeks before is past every term', () => {
		expect(severityOf('over_28_days', 'ctm-object-4w')).toBe('high');
	});

	test('less than four weeks before weighs less, and breaks no term of the code', () => {
		expect(severityOf('within_28_days', 'tw-avg-object-honour')).toBe('medium');
		expect(severityOf('within_28_days', 'ctm-object-4w')).toBeUndefined();
		expect(severityOf('within_72_hours', 'tw-avg-object-honour')).toBe('info');
	});

	test('never before breaks nothing', () => {
		expect(severityOf('no', 'tw-avg-object-honour')).toBeUndefined();
	});
});
