import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toQuestion, trendsQuery } from '../../src/lib/domain/trends/question.ts';
import { decrypt } from '../../src/lib/server/crypto/encryption.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as numbers from '../../src/lib/server/register/numbers.ts';
import * as organisations from '../../src/lib/server/register/organisations.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import * as trends from '../../src/lib/server/trends/trends.ts';
import { backendNames, openTestDesk, readMail, submission } from '../support/desk.ts';

const now = new Date('2026-06-29T10:00:00Z');
const eneco = '00000000-0000-4000-8000-000000000001';
const ziggo = '00000000-0000-4000-8000-000000000002';

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;

	beforeAll(async () => {
		desk = { ...(await openTestDesk(backend)), now: () => now };
		await desk.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
			values ($1, 'Eneco', 'eneco', 'energy'), ($2, 'Ziggo', 'ziggo', 'telecom'),
				(gen_random_uuid(), 'Hartstichting', 'hartstichting', 'charity')`,
			[eneco, ziggo]
		);
	});
	afterAll(() => desk.close());

	const file = (fields: Record<string, unknown>, clientKey?: string) =>
		reports.file(desk, submission(fields), { origin: 'form', ...(clientKey && { clientKey }) });
	const row = async (reference: string) =>
		(
			await desk.backend.sql.query('select * from hub.reports where reference = $1', [reference])
		)[0]!;

	test('a number is filed in one spelling, however it was typed', async () => {
		const filed = await file({ caller_number: '020 - 123 45 67', contact_when: 'now' });
		expect(filed.number).toEqual({ e164: '+31201234567' });
		expect(filed.status).toBe('unattributed');
		expect(await row(filed.reference)).toMatchObject({ caller_number: '+31201234567', facts: {} });
	});

	test('a hidden number becomes a fact, not a number', async () => {
		const filed = await file({ caller_number: 'anoniem', facts: { asked_to_stop: true } });
		expect(filed.number).toBeNull();
		const { facts, caller_number } = await row(filed.reference);
		expect(facts).toEqual({ number_display: 'hidden', asked_to_stop: true });
		expect(caller_number).toBeNull();
	});

	test('the organisation is found by name, and the contact counted on its Dutch day', async () => {
		const filed = await file({
			organisation_name: 'Eneco energie',
			contact_at: '2026-06-14T23:30:00Z',
			postcode4: '3511 AB'
		});
		expect(filed.organisation).toMatchObject({ id: eneco, match: 'exact_name' });
		expect(filed.status).toBe('open');
		const [contact] = await desk.backend.sql.query<{ day: string; province: string }>(
			'select counted_on::text as day, province from hub.reports where reference = $1',
			[filed.reference]
		);
		expect(contact).toEqual({ day: '2026-06-15', province: 'UT' });
	});

	test('an address is kept encrypted, and told only in the mail that acknowledges the report', async () => {
		const filed = await file({ email: 'Melder@Example.org', locale: 'en' });
		const [kept] = await desk.backend.sql.query<{ ciphertext: string; key_id: string }>(
			`select encode(email_encrypted, 'hex') as ciphertext, key_id
			from hub.report_reporters join hub.reports using (report_id) where reference = $1`,
			[filed.reference]
		);
		expect(Buffer.from(kept!.ciphertext, 'hex').includes('example')).toBe(false);
		expect(decrypt(desk.secrets.encryption_keys, kept!)).toBe('melder@example.org');
		const mail = (await readMail(desk)).filter((text) => text.includes(filed.reference));
		expect(mail).toHaveLength(1);
		expect(mail[0]).toContain('To: melder@example.org');
		expect(mail[0]).not.toContain(filed.follow_code);
	});

	test('sent again with the same key it is the same report, with the same follow code and one mail', async () => {
		const first = await file({ email: 'again@example.org' }, 'a key of the browser');
		const second = await file({ email: 'again@example.org' }, 'a key of the browser');
		expect(second).toEqual({ ...first, is_repeated: true });
		const mail = (await readMail(desk)).filter((text) => text.includes('again@example.org'));
		expect(mail).toHaveLength(1);
		await expect(file({ narrative: 'Another.' }, 'a key of the browser')).rejects.toMatchObject({
			name: 'Refused',
			reason: 'idempotency_key_reused'
		});
	});

	test('a contact that has yet to come is wrong at its field', async () => {
		await expect(file({ contact_at: '2026-06-30T10:00:00Z' })).rejects.toMatchObject({
			name: 'InvalidSubmission',
			issues: [{ path: 'contact_at', message: 'error_contact_in_the_future' }]
		});
	});

	test('a number is looked up in any spelling, and tells nothing below three reporters', async () => {
		const number = '06-12345678';
		await file({ caller_number: number });
		await file({ caller_number: number, email: 'one@example.org' });
		await file({ caller_number: number, email: 'ONE@example.org' });
		expect(await numbers.lookUp(desk, '+31 6 1234 5678')).toMatchObject({
			e164: '+31612345678',
			below_threshold: true,
			reports: null
		});
		await file({ caller_number: number });
		await file({ caller_number: number });
		expect(await numbers.lookUp(desk, number)).toMatchObject({
			below_threshold: false,
			reports: { complaints: 5, compliments: 0 },
			assessment: 'often_reported'
		});
		expect(await numbers.lookUp(desk, 'no number')).toBeNull();
	});

	test('organisations are found by beginning, part and likeness of their name', async () => {
		const found = async (query: string) =>
			(await organisations.search(desk, query)).map(({ slug }) => slug);
		expect(await found('ene')).toEqual(['eneco']);
		expect(await found('stichting')).toEqual(['hartstichting']);
		expect(await found('harstichting')).toEqual(['hartstichting']);
		expect(await found('e')).toEqual([]);
		expect(await found('%')).toEqual([]);
		expect(await organisations.load(desk, eneco)).toMatchObject({ name: 'Eneco' });
		expect(await organisations.load(desk, '00000000-0000-4000-8000-00000000ffff')).toBeNull();
	});

	describe('trends', () => {
		const channels = ['phone', 'phone', 'phone', 'phone', 'door', 'street', 'message'];
		const postcodes = [1012, 1012, 1012, 3511, 3511, 9711, null];
		const ask = (query: Record<string, string>) =>
			trends.loadPublic(
				desk,
				toQuestion(trendsQuery.parse({ from: '2025-01-01', to: '2025-06-30', ...query }), now)
			);

		beforeAll(async () => {
			const filings = Array.from({ length: 150 }, (_, index) => ({
				client_key: digest(`trend ${index}`),
				submission_digest: digest(`trend ${index}`),
				kind: index % 9 ? 'complaint' : 'compliment',
				channel: channels[(index * index) % channels.length],
				narrative: 'Again!',
				postcode4: postcodes[(index * 3) % postcodes.length],
				filed_at: '2025-07-01T10:00:00Z',
				contacts: [
					{
						contact_at: new Date(Date.UTC(2025, 0, 1 + ((index * index) % 180), 11)).toISOString(),
						is_time_known: true
					}
				],
				categories: [{ code: index % 9 ? 'pushiness' : 'helpful', source: 'reporter' }]
			}));
			await desk.backend.sql.query(
				'select public.file_report(filing) from jsonb_array_elements($1::text::jsonb) as filing',
				[JSON.stringify(filings)]
			);
		});

		test.each(['day', 'week', 'month'])(
			'no small count by %s follows from what is shown',
			async (interval) => {
				const [total] = (await ask({ interval })).series;
				let isAnythingShown = false;
				for (const group_by of ['kind', 'channel', 'province', 'sector']) {
					const { series } = await ask({ interval, group_by });
					for (const [at, { count: whole }] of total!.points.entries()) {
						const parts = series.map(({ points }) => points[at]!.count);
						const shown = parts.filter((count) => count !== null);
						expect(shown.every((count) => count === 0 || count >= 5)).toBe(true);
						if (whole === null) continue;
						isAnythingShown ||= shown.some((count) => count > 0);
						const rest = whole - shown.reduce((sum, count) => sum + count, 0);
						expect([1, 2, 3, 4], `${group_by} ${at}`).not.toContain(rest);
						if (rest > 0) expect(parts.filter((count) => count === null).length).toBeGreaterThan(1);
					}
				}
				if (interval === 'month') expect(isAnythingShown).toBe(true);
			}
		);

		test('counts that are shown are right', async () => {
			const [total] = (await ask({ interval: 'month' })).series;
			const rows = await desk.backend.sql.query<{ period: string; count: number }>(
				`select date_trunc('month', counted_on)::date::text as period, count(*)::int
				from hub.reports where counted_on between '2025-01-01' and '2025-06-30' group by 1 order by 1`
			);
			expect(total!.points).toEqual(rows);
			expect(rows).toHaveLength(6);
		});

		test('an organisation is shown when its fifteen days are over, and not before', async () => {
			for (const day of ['2026-06-13', '2026-06-14']) {
				for (let each = 0; each < 6; each++) {
					await file({ organisation_id: ziggo, contact_at: `${day}T10:00:00Z` });
				}
			}
			const { series } = await ask({
				interval: 'day',
				from: '2026-06-13',
				to: '2026-06-14',
				organisation: ziggo
			});
			expect(series[0]!.points).toEqual([
				{ period: '2026-06-13', count: 6 },
				{ period: '2026-06-14', count: null }
			]);
		});

		test('a question that would leave nothing to show is refused', async () => {
			await expect(
				ask({ group_by: 'kind', channel: 'phone', sector: 'energy', province: 'UT' })
			).rejects.toMatchObject({ reason: 'question_too_fine' });
		});
	});
});

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
