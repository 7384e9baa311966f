import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/desk.ts';
import { runDeadlines } from '../../src/lib/server/jobs/jobs.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, readMail, signIn, submission } from '../support/desk.ts';

const eneco = '00000000-0000-4000-8000-000000000001';

describe.each(backendNames)('clocks on %s', (backend) => {
	let desk: Desk;
	let now = new Date('2026-03-20T15:00:00Z');

	beforeAll(async () => {
		desk = { ...(await openTestDesk(backend)), now: () => now };
		await desk.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
			values ($1, 'Eneco', 'eneco', 'energy')`,
			[eneco]
		);
		await signIn(desk, 'member@eneco.example', 'organisation_member', eneco);
	});
	afterAll(() => desk.close());

	const at = async (moment: string) => {
		now = new Date(moment);
		return runDeadlines(desk);
	};
	const file = async (fields: Record<string, unknown> = {}) =>
		(await reports.file(desk, submission(fields), { origin: 'form' })).reference;
	const state = async (reference: string) =>
		(
			await desk.backend.sql.query(
				'select state::text, outcome::text, reporter_key is null as is_nobody, narrative, facts from hub.reports where reference = $1',
				[reference]
			)
		)[0]!;
	const events = async (reference: string) =>
		(
			await desk.backend.sql.query<{ event: string }>(
				`select event from hub.report_events join hub.reports using (report_id)
				where reference = $1 order by event_id`,
				[reference]
			)
		).map(({ event }) => event);
	const mailsAbout = async (reference: string, subject: RegExp) =>
		(await readMail(desk)).filter((mail) => mail.includes(reference) && subject.test(mail)).length;

	test('an organisation is reminded after 5 and 10 days and has 15, whole days in Amsterdam over summer time', async () => {
		now = new Date('2026-03-20T15:00:00Z');
		const reference = await file({ organisation_name: 'Eneco', email: 'melder@example.org' });
		expect(await at('2026-03-25T22:59:59Z')).toBe(0);
		expect(await at('2026-03-25T23:00:00Z')).toBe(1);
		// From 29 March midnight in Amsterdam is an hour earlier.
		expect(await at('2026-03-30T21:59:59Z')).toBe(0);
		expect(await at('2026-03-30T22:00:00Z')).toBe(1);
		expect(await at('2026-04-04T21:59:59Z')).toBe(0);
		expect(await state(reference)).toMatchObject({ state: 'open' });
		expect(await at('2026-04-04T22:00:00Z')).toBe(1);
		expect(await state(reference)).toMatchObject({ state: 'expired', outcome: 'unanswered' });
		expect(await events(reference)).toEqual([
			'filed',
			'delivered',
			'organisation_reminded',
			'organisation_reminded',
			'expired'
		]);
		expect(await mailsAbout(reference, /wacht op uw antwoord tot en met/)).toBe(2);
		expect(await mailsAbout(reference, /termijn is voorbij/)).toBe(1);
	});

	test('a desk that was down catches up with every step, once', async () => {
		now = new Date('2026-05-01T10:00:00Z');
		const references = await Promise.all([1, 2, 3].map(() => file({ organisation_name: 'Eneco' })));
		now = new Date('2026-06-01T10:00:00Z');
		const acted = await Promise.all([runDeadlines(desk), runDeadlines(desk), runDeadlines(desk)]);
		acted.push(await runDeadlines(desk), await runDeadlines(desk));
		expect(acted.reduce((sum, some) => sum + some)).toBe(9);
		for (const reference of references) {
			expect((await events(reference)).slice(2)).toEqual([
				'organisation_reminded',
				'organisation_reminded',
				'expired'
			]);
		}
	});

	test('one step that fails holds up no other, and is taken once it can be', async () => {
		now = new Date('2026-06-10T10:00:00Z');
		const [stuck, other] = [
			await file({ organisation_name: 'Eneco' }),
			await file({ organisation_name: 'Eneco' })
		];
		const { sql } = desk.backend;
		await sql.query(`create function hub.refuse_stuck() returns trigger language plpgsql as $$
			begin
				if new.event = 'organisation_reminded' and
					(select reference from hub.reports where report_id = new.report_id) = '${stuck}'
				then raise exception 'stuck'; end if;
				return new;
			end $$`);
		await sql.query(`create trigger refuse_stuck before insert on hub.report_events
			for each row execute function hub.refuse_stuck()`);
		const reminders = async (reference: string) =>
			(await events(reference)).filter((event) => event === 'organisation_reminded').length;
		expect(await at('2026-06-16T10:00:00Z')).toBe(1);
		expect([await reminders(stuck), await reminders(other)]).toEqual([0, 1]);
		await sql.query('drop trigger refuse_stuck on hub.report_events');
		// It waits before it tries again.
		expect(await at('2026-06-16T10:00:30Z')).toBe(0);
		expect(await at('2026-06-16T10:02:00Z')).toBe(1);
		expect(await reminders(stuck)).toBe(1);
		expect(await mailsAbout(stuck, /wacht op uw antwoord tot en met/)).toBe(1);
	});

	test('a report that nobody got, or that was taken back, has no clock for an answer', async () => {
		now = new Date('2026-07-01T10:00:00Z');
		const nobodys = await file();
		const held = await file({ organisation_name: 'Eneco' });
		await desk.backend.sql.query(
			"update hub.reports set state = 'withdrawn', is_counted = false where reference = $1",
			[held]
		);
		await at('2026-08-01T10:00:00Z');
		expect(await state(nobodys)).toMatchObject({ state: 'unattributed' });
		expect(await state(held)).toMatchObject({ state: 'withdrawn' });
	});

	test('a year after its end the address is erased, after five years the story: a stub stays', async () => {
		now = new Date();
		const reference = await file({
			email: 'melder@example.org',
			narrative: 'Mijn naam is Anna Bakker en ze belden weer.',
			facts: { consent: 'no' }
		});
		await desk.backend.sql.query(
			"update hub.reports set state = 'withdrawn', is_counted = false where reference = $1",
			[reference]
		);
		const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
		const left = async (table: string) =>
			(
				await desk.backend.sql.query(
					`select 1 from hub.${table} join hub.reports using (report_id) where reference = $1`,
					[reference]
				)
			).length;
		await at(days(364));
		expect(await left('report_reporters')).toBe(1);
		await at(days(367));
		expect(await left('report_reporters')).toBe(0);
		expect(await state(reference)).toMatchObject({ is_nobody: true, state: 'withdrawn' });
		expect(await left('report_originals')).toBe(1);
		await at(days(5 * 365 + 4));
		expect(await left('report_originals')).toBe(0);
		expect(await state(reference)).toMatchObject({
			state: 'anonymised',
			narrative: null,
			facts: {}
		});
		expect((await events(reference)).slice(-2)).toEqual([
			'contact_data_erased',
			'narrative_erased'
		]);
	});
});
