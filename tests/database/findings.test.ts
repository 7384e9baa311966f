import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, submission } from '../support/desk.ts';

const now = new Date('2026-07-06T10:00:00Z');

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;

	beforeAll(async () => {
		desk = { ...(await openTestDesk(backend)), now: () => now };
		await desk.backend.sql.query(
			`insert into hub.organisations (name, slug, sector)
			values ('Eneco', 'eneco', 'energy'), ('Hartstichting', 'hartstichting', 'charity')`
		);
	});
	afterAll(() => desk.close());

	const file = (fields: Record<string, unknown>, clientKey?: string) =>
		reports.file(desk, submission(fields), { origin: 'form', ...(clientKey && { clientKey }) });
	const rulesOf = (filed: { findings: { rule_id: string; outcome: string }[] }) =>
		filed.findings.map(({ rule_id, outcome }) => `${rule_id} ${outcome}`);

	test('whoever files is told which rules were possibly broken, in their own language', async () => {
		const filed = await file({
			contact_at: '2026-07-02T19:05',
			organisation_name: 'Eneco',
			answers: { consent: 'no' },
			facts: { customer_status: 'never' },
			locale: 'en'
		});
		expect(filed.findings).toEqual([
			{
				rule_id: 'tw-11.7-consent',
				outcome: 'likely',
				severity: 'high',
				category: 'unwanted_contact',
				title: 'Called without prior consent',
				explanation:
					'You were possibly called without having agreed to it beforehand; the company must be able to prove your consent.',
				source: { name: 'Telecommunicatiewet', article: '11.7 lid 2' },
				actions: ['A1', 'A2', 'A4', 'A6']
			}
		]);
	});

	test('the exception of the organisation it is tied to counts, whether or not it was named', async () => {
		const customer = { contact_at: '2026-07-02T19:05', facts: { consent: 'no' } };
		const of = async (organisation_name: string, customer_status: string) =>
			rulesOf(
				await file({ ...customer, organisation_name, facts: { consent: 'no', customer_status } })
			);
		expect(await of('Eneco', 'current')).toEqual(['tw-11.7-customer-abolished likely']);
		expect(await of('Hartstichting', 'donor')).toEqual([]);
		expect(await of('Wie weet', 'current')).toContain('tw-11.7-customer-abolished possible');
	});

	test('a compliment has no findings', async () => {
		const facts = { consent: 'no', customer_status: 'never' };
		expect(
			(await file({ kind: 'compliment', contact_at: '2026-07-05T12:00', facts })).findings
		).toEqual([]);
	});

	test('sent again with the same key it tells the same findings', async () => {
		const fields = { contact_at: '2026-07-05T12:00', sector: 'energy' };
		const first = await file(fields, 'the same key');
		expect(rulesOf(first)).toEqual(['ctm-forbidden-day likely']);
		expect(await file(fields, 'the same key')).toEqual({ ...first, is_repeated: true });
	});

	test('a contact added later is assessed too', async () => {
		const { follow_code } = await file({ contact_at: '2026-07-02T12:00', sector: 'energy' });
		expect(rulesOf(await followedReports.open(desk, follow_code))).toEqual([]);
		await followedReports.addContact(desk, follow_code, {
			on: null,
			time: null,
			contact_at: '2026-07-05T12:00'
		});
		expect(rulesOf(await followedReports.open(desk, follow_code))).toEqual([
			'ctm-forbidden-day likely'
		]);
	});

	test('an answer given later is assessed too, and what was known stays', async () => {
		const { follow_code } = await file({
			contact_at: '2026-07-02T12:00',
			sector: 'energy',
			facts: { consent: 'no' }
		});
		await followedReports.tellMore(desk, follow_code, { customer_status: 'never' });
		const report = await followedReports.open(desk, follow_code);
		expect(report.facts).toEqual({ consent: 'no', customer_status: 'never' });
		expect(rulesOf(report)).toEqual(['tw-11.7-consent likely']);
		expect(report.events.at(-1)).toMatchObject({ event: 'facts_added' });
	});

	test('a day of mourning in the table counts from then on', async () => {
		const other = { ...desk, now: () => now };
		await desk.backend.sql.query(
			`insert into hub.mourning_days (day, label_nl, label_en, source)
			values ('2026-07-03', 'Rouwdag', 'Day of mourning', 'test')`
		);
		const filed = await reports.file(
			other,
			submission({ contact_at: '2026-07-03T12:00', sector: 'energy' }),
			{ origin: 'form' }
		);
		expect(rulesOf(filed)).toEqual(['ctm-forbidden-day likely']);
	});
});
