import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	keepHead,
	keepNewestHead,
	loadHead,
	readKeptHead
} from '../../src/lib/server/audit/kept-head.ts';
import { verifyTrail } from '../../src/lib/server/audit/verify-trail.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as committee from '../../src/lib/server/reports/committee.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';

describe.each(backendNames)('the audit trail on %s', (backend) => {
	let desk: Desk;
	let staff: Client[];
	let reference: string;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		staff = [
			await signIn(desk, 'commissie@example.org', 'committee'),
			await signIn(desk, 'acm@example.org', 'regulator')
		];
		({ reference } = await reports.file(desk, submission(), { origin: 'form' }));
	});
	afterAll(() => desk.close());

	/** Does something to the trail that no role may, undoes it, and tells what was found meanwhile. */
	async function faultsAfter(...statements: string[]) {
		const kept = [(await loadHead(desk))!];
		let found: Awaited<ReturnType<typeof verifyTrail>> | undefined;
		const undo = new Error('undo');
		await desk.backend.sql
			.transaction(async (inside) => {
				await inside.execute(
					'alter table hub.audit_events disable trigger user; alter table hub.audit_links disable trigger user'
				);
				for (const statement of statements) await inside.query(statement);
				found = await verifyTrail(inside, kept);
				throw undo;
			})
			.catch((error: unknown) => {
				if (error !== undo) throw error;
			});
		return [
			...found!.faults.map(({ fault, sequence }) => `${fault} ${sequence}`),
			...found!.unchained.map((id) => `unchained ${id}`)
		];
	}

	test('is whole after many looked at once, each look in it once', async () => {
		const looks = Array.from({ length: 24 }, (_, index) =>
			committee.readReport(staff[index % 2]!, reference, {
				purpose: index % 2 ? 'supervision' : 'handling'
			})
		);
		await Promise.all(looks);
		const { head, faults, unchained } = await verifyTrail(desk.backend.sql);
		expect({ faults, unchained }).toEqual({ faults: [], unchained: [] });
		expect(head).toEqual(await loadHead(desk));
		expect(head.sequence).toBe(24);
	});

	test('shows a row that was changed', async () => {
		expect(
			await faultsAfter(`update hub.audit_events set purpose = 'security' where audit_id =
				(select audit_id from hub.audit_links where sequence = 5)`)
		).toEqual(['changed 5']);
	});

	test('shows a row that was taken out, also when the rest was numbered anew', async () => {
		const take = [
			'create temporary table taken on commit drop as select audit_id from hub.audit_links where sequence = 9',
			'delete from hub.audit_links where sequence = 9',
			'delete from hub.audit_events where audit_id in (select audit_id from taken)'
		];
		expect(await faultsAfter(...take)).toEqual(['missing 9']);
		const renumbered = await faultsAfter(
			...take,
			`do $$ begin for place in 10..24 loop
				update hub.audit_links set sequence = place - 1 where sequence = place; end loop; end $$`
		);
		expect(renumbered).toContain('reordered 9');
		expect(renumbered).toContain('cut_off 24');
	});

	test('shows rows that changed places', async () => {
		expect(
			await faultsAfter(
				'alter table hub.audit_links drop constraint audit_links_audit_id_key',
				`update hub.audit_links set audit_id = (select sum(audit_id) from hub.audit_links where sequence in (3, 4)) - audit_id
				where sequence in (3, 4)`
			)
		).toEqual(['changed 3', 'changed 4']);
	});

	test('shows a tail that was cut off, by the head that was kept', async () => {
		const cut = [
			'create temporary table cut on commit drop as select audit_id from hub.audit_links where sequence > 20',
			'delete from hub.audit_links where sequence > 20',
			'delete from hub.audit_events where audit_id in (select audit_id from cut)'
		];
		expect(await faultsAfter(...cut)).toEqual(['cut_off 24']);
	});

	test('shows a look that was written past the chain', async () => {
		const past =
			await faultsAfter(`insert into hub.audit_events (actor_role, act, subject, subject_id, purpose)
			values ('committee', 'report_opened', 'report', 'x', 'handling')`);
		expect(past).toEqual([expect.stringMatching(/^unchained \d+$/)]);
	});

	test('keeps its head beside the database, and does not let go of it when the trail is shorter', async () => {
		await keepNewestHead(desk);
		expect(await readKeptHead(desk.env)).toEqual(await loadHead(desk));
		const later = { sequence: 9999, hash: 'f'.repeat(64) };
		await keepHead(desk.env, later);
		await expect(keepNewestHead(desk)).rejects.toThrow('ends before the head');
		expect(await readKeptHead(desk.env)).toEqual(later);
	});
});
