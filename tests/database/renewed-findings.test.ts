import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentRecord } from '../../src/lib/domain/objection/consent-record.ts';
import { objectionSubmission } from '../../src/lib/domain/objection/submission.ts';
import * as answered from '../../src/lib/server/objections/answered-objections.ts';
import * as committee from '../../src/lib/server/reports/committee.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import { fileBatch, keysOf, type Filing } from '../../src/lib/server/reports/filings.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import { runDeadlines } from '../../src/lib/server/jobs/jobs.ts';
import * as objections from '../../src/lib/server/objections/objections.ts';
import { renewFindings } from '../../src/lib/server/reports/renew-findings.ts';
import { reportLink } from '../../src/lib/server/following/report-link.ts';
import * as reporterActs from '../../src/lib/server/following/reporter-acts.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, readMail, signIn, submission } from '../support/desk.ts';

const energy = '00000000-0000-4000-8000-000000000001';
const charity = '00000000-0000-4000-8000-000000000002';
const day = 24 * 60 * 60 * 1000;

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;
	let moderator: Client;
	let start: Date;

	beforeAll(async () => {
		// The database has a clock of its own: terms are run by telling the desk a later time.
		start = new Date();
		desk = { ...(await openTestDesk(backend)), now: () => start };
		await desk.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector, objection_email)
			values ($1, 'Stroomwijs', 'stroomwijs', 'energy', 'verzet@stroomwijs.example'),
				($2, 'Hartstichting', 'hartstichting', 'charity', null)`,
			[energy, charity]
		);
		moderator = await signIn(desk, 'moderator@example.org', 'moderator');
	});
	afterAll(() => desk.close());

	const file = (fields: Record<string, unknown>) =>
		reports.file(desk, submission({ contact_when: 'now', ...fields }), { origin: 'form' });
	const rulesOf = async (follow_code: string) =>
		(await followedReports.open(desk, follow_code)).findings.map(({ rule_id }) => rule_id);
	const askForProof = (reference: string) =>
		objections.lodge(
			desk,
			objectionSubmission.parse({
				ask: 'proof',
				organisation_name: 'Stroomwijs',
				phone_numbers: ['06 12345678'],
				email: 'els@example.org',
				report_link: reportLink(desk, reference)
			})
		);

	test('proof that is not shown in time becomes a finding of the report', async () => {
		const filed = await file({ organisation_id: energy, facts: { consent_claimed: 'yes' } });
		await askForProof(filed.reference);
		await readMail(desk);
		expect(await rulesOf(filed.follow_code)).not.toContain('ctm-proof-5wd');
		await runDeadlines({ ...desk, now: () => new Date(start.getTime() + 15 * day) });
		expect(await rulesOf(filed.follow_code)).toContain('ctm-proof-5wd');
	});

	test('what the proof shows counts at once', async () => {
		const filed = await file({ organisation_id: energy });
		const before = await rulesOf(filed.follow_code);
		const { proof_request } = await askForProof(filed.reference);
		const mail = (await readMail(desk)).find((text) => text.includes(proof_request!.reference))!;
		const words = mail.replaceAll('=\r\n', '');
		const [, token] = /bewijs\/([\w-]{32})/.exec(words)!;
		await answered.answerProofRequest(
			desk,
			token!,
			consentRecord.parse({
				has_consent: 'yes',
				given_on: '2026-02-03',
				text_shown: 'Ja, bel mij maar.',
				source: 'https://example.org/prijsvraag',
				asked_by: 'Prijzenpot',
				is_active: 'no',
				is_separate: 'no',
				names_organisation: 'no',
				names_channel: 'no',
				verification: 'none'
			})
		);
		const found = await rulesOf(filed.follow_code);
		expect(found.filter((rule) => !before.includes(rule))).toContain('acm-consent-verified');
	});

	test('another organisation means another sector, and its exceptions', async () => {
		const filed = await file({
			contact_when: null,
			contact_at: '2026-07-02T12:00',
			organisation_id: energy,
			facts: { consent: 'no', customer_status: 'donor' }
		});
		const asEnergy = await rulesOf(filed.follow_code);
		await committee.attribute(desk, moderator, filed.reference, charity, 'it was the charity');
		expect(await rulesOf(filed.follow_code)).not.toEqual(asEnergy);
		await reporterActs.redirect(desk, filed.follow_code, {
			organisation_id: energy,
			organisation_name: null
		});
		expect(await rulesOf(filed.follow_code)).toEqual(asEnergy);
	});

	test('what becomes known during an assessment is not taken for assessed', async () => {
		const filed = await file({ organisation_id: energy, facts: { consent: 'no' } });
		const [{ report_id }] = (await desk.backend.sql.query<{ report_id: number }>(
			`update hub.reports set facts = facts || '{"customer_status": "former"}'
			where reference = $1 returning report_id`,
			[filed.reference]
		)) as [{ report_id: number }];
		const [{ ticket }] = (await desk.backend.sql.query<{ ticket: number }>(
			'select ticket from hub.assessments_due where report_id = $1',
			[report_id]
		)) as [{ ticket: number }];
		await desk.backend.sql.query(
			`update hub.reports set facts = facts || '{"customer_status": "never"}' where report_id = $1`,
			[report_id]
		);
		const { data } = await desk.service.rpc('renew_findings', {
			assessments: [{ report_id, ticket, findings: [] }],
			assessed_at: start.toISOString()
		});
		expect(data).toBe(0);
		expect(await renewFindings(desk)).toBe(1);
		expect(await renewFindings(desk)).toBe(0);
		expect(await rulesOf(filed.follow_code)).toContain('tw-11.7-consent');
	});

	test('what is filed with many others is assessed too, with the sector it turns out to have', async () => {
		const filing = (content: string, fields: Partial<Filing>): Filing => ({
			...keysOf(desk, 'test', content, 1),
			kind: 'complaint',
			channel: 'phone',
			caller_number: null,
			number_type: null,
			number_country: null,
			narrative: 'Again!',
			facts: { consent: 'no', customer_status: 'current' },
			filed_at: '2026-07-03T10:00:00Z',
			contacts: [{ contact_at: '2026-07-02T10:00:00Z', is_time_known: true }],
			categories: [],
			origin: 'import',
			...fields
		});
		const batch = [
			filing('energy', { organisation_name: 'Stroomwijs' }),
			filing('charity', {
				organisation_name: 'Hartstichting',
				facts: { customer_status: 'donor' }
			}),
			filing('nothing told', { organisation_name: 'Stroomwijs', facts: {} }),
			filing('praise', { kind: 'compliment', organisation_name: 'Stroomwijs' })
		];
		expect(await fileBatch(desk, batch)).toMatchObject({ filed: 4, known: 0 });
		expect(await fileBatch(desk, batch)).toMatchObject({ filed: 0, known: 4 });
		const rows = await desk.backend.sql.query(
			`select organisation_name, rule_id, report_findings.outcome from hub.reports join hub.report_findings using (report_id)
			where origin = 'import' order by 1, 2`
		);
		expect(rows).toEqual([
			{
				organisation_name: 'Stroomwijs',
				rule_id: 'tw-11.7-customer-abolished',
				outcome: 'likely'
			}
		]);
	});
});
