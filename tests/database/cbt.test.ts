import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	adviceForm,
	applicationForm,
	balanceQuestions
} from '../../src/lib/domain/cbt/application.ts';
import { applicationMoves, applicationStates } from '../../src/lib/domain/cbt/states.ts';
import * as applications from '../../src/lib/server/cbt/applications.ts';
import * as secretariat from '../../src/lib/server/cbt/secretariat.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import { runDeadlines } from '../../src/lib/server/jobs/jobs.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, readMail, signIn, submission } from '../support/desk.ts';

const day = 24 * 60 * 60 * 1000;
const onDay = (moment: Date) => moment.toISOString().slice(0, 10);
const answers = Object.fromEntries(
	balanceQuestions.map((question) => [
		question,
		'Lezers die weggingen, komen vaak terug. '.repeat(2)
	])
);

describe.each(backendNames)('a longer customer term on %s', (backend) => {
	let desk: Desk;
	let committee: Client;
	const start = new Date();
	let now = start;

	beforeAll(async () => {
		desk = { ...(await openTestDesk(backend)), now: () => now };
		await desk.backend.sql.query(
			"insert into hub.organisations (name, slug, sector) values ('Leesland', 'leesland', 'publisher')"
		);
		committee = await signIn(desk, 'secretaris@cbt.example', 'committee');
	});
	afterAll(() => desk.close());

	const apply = async (fields: Record<string, unknown> = {}) => {
		const sent = applicationForm.parse({
			kind: 'non_profit',
			organisation_name: 'Leesland',
			contact_name: 'Anna de Wit',
			email: 'anna@leesland.example',
			invoice_address: 'Kade 1, Utrecht',
			relation: 'contract',
			asked_months: 60,
			kvk_number: '12345678',
			...answers,
			...fields
		});
		const { token } = await applications.apply(desk, sent, 'one form');
		return { token, ...(await applications.follow(desk, token))! };
	};
	const handle = (reference: string, ...act: [Parameters<typeof secretariat.handle>[3], object]) =>
		secretariat.handle(desk, committee, reference, ...act);
	const mailAbout = async (words: string) =>
		(await readMail(desk)).filter((mail) => mail.includes(words)).length;

	/** Somebody who has not been a customer for fifty months was called just now. */
	const fileAsFormer = async () => {
		const ended = new Date(start.getTime() - 50 * 30.4 * day);
		const filed = await reports.file(
			desk,
			submission({
				contact_when: 'now',
				organisation_name: 'Leesland',
				facts: { customer_status: 'former', relationship_end_date: onDay(ended) }
			}),
			{ origin: 'form' }
		);
		return filed.follow_code;
	};
	const isTooLate = async (follow_code: string) =>
		(await followedReports.open(desk, follow_code)).findings.some(
			({ rule_id }) => rule_id === 'ctm-customer-3y'
		);

	test('the database allows the moves of the domain, and no others', async () => {
		const rows = await desk.backend.sql.query<{ move: string }>(
			"select from_state || ' to ' || to_state as move from hub.cbt_moves"
		);
		const moves = applicationStates.flatMap((from) =>
			applicationMoves[from].map((to) => `${from} to ${to}`)
		);
		expect(rows.map(({ move }) => move).sort()).toEqual(moves.sort());
	});

	test('the same form twice is one application, and only the secretariat reads who applied', async () => {
		const { token, reference } = await apply();
		expect((await apply()).token).toBe(token);
		const opened = await secretariat.open(desk, committee, reference);
		expect(opened?.contact?.email).toBe('anna@leesland.example');
		expect(opened?.euros).toBe(2990);
		expect(await mailAbout(`/adviesregister/aanvraag/${token}`)).toBe(1);
		const stored = await desk.backend.sql.query(
			'select cbt_applications::text || cbt_applicants::text as row from hub.cbt_applications join hub.cbt_applicants using (application_id)'
		);
		expect(JSON.stringify(stored)).not.toContain('anna');
	});

	test('complaints are tested against the term that was advised, for as long as it holds', async () => {
		const before = await fileAsFormer();
		expect(await isTooLate(before)).toBe(true);

		const { reference } = await apply();
		await handle(reference, 'invoice', { invoice_number: '2026-014' });
		await handle(reference, 'payment', { paid_on: onDay(start) });
		await handle(reference, 'take_on', {});
		await secretariat.advise(
			desk,
			committee,
			reference,
			adviceForm.parse({
				outcome: 'granted',
				term_months: 60,
				valid_from: onDay(new Date(start.getTime() - day)),
				valid_until: onDay(new Date(start.getTime() + 365 * day)),
				organisations: 'Leesland',
				grounds: 'Goed afgewogen.',
				summary: 'Lezers komen vaak terug.',
				is_published: 'on'
			})
		);
		expect(await isTooLate(before)).toBe(false);
		expect(await isTooLate(await fileAsFormer())).toBe(false);
		await followedReports.tellMore(desk, before, { consent: 'no' });
		expect(await isTooLate(before)).toBe(false);

		const ended_on = onDay(new Date(start.getTime() - day));
		await secretariat.endAdvice(desk, committee, reference, { ended_on, reason: 'Ander aanbod.' });
		expect(await isTooLate(before)).toBe(true);
		expect(await isTooLate(await fileAsFormer())).toBe(true);
		expect((await applications.loadRegister(desk)).advices).toHaveLength(1);
	});

	test('terms that pass are told to the committee, and who applied is forgotten a year after', async () => {
		const { token, reference } = await apply({ asked_months: 72, necessity: '' });
		await handle(reference, 'ask', { reason: 'Waarom zo lang?' });
		now = new Date(start.getTime() + 16 * day);
		await runDeadlines(desk);
		const asked = (await applications.follow(desk, token))!;
		expect(asked.events.map(({ event }) => event)).toContain('cbt_additions_passed');
		expect(await mailAbout(`/commissie/adviesregister/${reference}`)).toBe(1);
		await handle(reference, 'decline', { reason: 'Niet aangevuld.' });
		expect((await secretariat.open(desk, committee, reference))?.contact).not.toBeNull();

		now = new Date(start.getTime() + 367 * day);
		await runDeadlines(desk);
		const forgotten = await secretariat.open(desk, committee, reference);
		expect(forgotten?.contact).toBeNull();
		expect(forgotten?.state).toBe('declined');
	});
});
