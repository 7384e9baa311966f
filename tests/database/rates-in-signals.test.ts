import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import { runSignals } from '../../src/lib/server/signals/run.ts';
import * as signals from '../../src/lib/server/signals/signals.ts';
import { backendNames, openTestDesk, signIn } from '../support/desk.ts';

/** Seven organisations call as much each month; of one there are ten times as many complaints. */
const calls = 20_000;
const complaintsOf = [2, 2, 2, 2, 2, 2, 20];

describe.each(backendNames)('rates of declared contacts, on %s', (backend) => {
	let desk: Desk;
	let committee: Client;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		committee = await signIn(desk, 'commissie@example.org', 'committee');
		const { sql } = desk.backend;
		await sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
			select ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'Organisatie ' || n, 'organisatie-' || n, 'energy'
			from generate_series(1, 7) as n`
		);
		await sql.query(
			`insert into hub.contact_declarations (organisation_id, month_on, channel, contacts)
			select organisation_id, month_on::date, 'phone', $1
			from hub.organisations, generate_series(date '2026-06-01', '2026-08-01', interval '1 month') as month_on`,
			[calls]
		);
		const filings = complaintsOf.flatMap((count, organisation) =>
			['2026-06', '2026-07', '2026-08'].flatMap((month) =>
				Array.from({ length: count }, (_, at) => ({
					client_key: hex(`${organisation} ${month} ${at}`),
					submission_digest: hex(`${organisation} ${month} ${at}`),
					kind: 'complaint',
					channel: 'phone',
					organisation_id: `00000000-0000-4000-8000-00000000000${organisation + 1}`,
					filed_at: `${month}-28T10:00:00Z`,
					contacts: [
						{
							contact_at: `${month}-${String(1 + at).padStart(2, '0')}T10:00:00Z`,
							is_time_known: true
						}
					],
					categories: [{ code: 'unwanted_contact', source: 'reporter' }]
				}))
			)
		);
		await sql.query(
			'select public.file_report(filing) from jsonb_array_elements($1::text::jsonb) as filing',
			[JSON.stringify(filings)]
		);
	});
	afterAll(() => desk.close());

	test('who gets far more complaints for as many calls is a signal, with the reports behind it', async () => {
		await runSignals(desk, '2026-09-14');
		const found = await signals.list(committee);
		const rates = found.filter(({ kind }) => kind === 'organisation_rate');
		expect(rates).toMatchObject([
			{
				organisation_name: 'Organisatie 7',
				channel: 'phone',
				since_on: '2026-06-01',
				observed: 60,
				expected: 6,
				bound: 12,
				score: 100
			}
		]);
		const behind = await signals.load(committee, rates[0]!.signal_id);
		expect(behind?.reports).toHaveLength(20);
		expect(new Set(behind?.reports.map((report) => report.organisation_name))).toEqual(
			new Set(['Organisatie 7'])
		);
	});

	test('a second run renews it and tells it not again', async () => {
		await runSignals(desk, '2026-09-14');
		const rates = (await signals.list(committee)).filter(
			({ kind }) => kind === 'organisation_rate'
		);
		expect(rates).toHaveLength(1);
	});
});

const hex = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64);
