import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/desk.ts';
import { secondsToWait, slowDownGuessing } from '../../src/lib/server/guard/limits.ts';
import { openTestDesk } from '../support/desk.ts';

/** Somebody who asks something of one instance of the desk. */
const asking = (desk: Desk, address: string) =>
	({ locals: { desk }, getClientAddress: () => address }) as Parameters<typeof secondsToWait>[0];

/** Another process on the same database: it shares nothing else. */
const otherInstance = (desk: Desk): Desk => ({ ...desk, backend: { ...desk.backend } });

describe('on PostgreSQL', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openTestDesk('postgres');
	});
	afterAll(() => desk.close());

	test('two instances count together, and keep no address', async () => {
		const instances = [asking(desk, '192.0.2.1'), asking(otherInstance(desk), '192.0.2.1')];
		for (let turn = 0; turn < 30; turn += 1) {
			expect(await secondsToWait(instances[turn % 2]!, 'file_report')).toBeUndefined();
		}
		for (const instance of instances) {
			expect(await secondsToWait(instance, 'file_report')).toBeGreaterThan(3_000);
		}
		expect(await secondsToWait(asking(desk, '192.0.2.2'), 'file_report')).toBeUndefined();
		const rows = await desk.backend.sql.query('select key, points from hub.rate_limits');
		expect(JSON.stringify(rows)).toContain('file_report');
		expect(JSON.stringify(rows)).not.toContain('192.0.2');
	});

	test('who keeps guessing follow codes waits ever longer, at whichever instance', async () => {
		const guesser = asking(desk, '2001:db8:1:2::1');
		const neighbour = asking(otherInstance(desk), '2001:db8:1:2:ffff::9');
		for (let guess = 0; guess < 5; guess += 1) await slowDownGuessing(guesser);
		expect(await secondsToWait(guesser, 'follow')).toBeUndefined();
		const waits: number[] = [];
		for (let guess = 0; guess < 9; guess += 1) {
			await slowDownGuessing(guesser);
			waits.push((await secondsToWait(neighbour, 'follow'))!);
		}
		expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
		expect(waits.at(-1)).toBe(3_600);
		expect(await secondsToWait(asking(desk, '2001:db8:1:3::1'), 'follow')).toBeUndefined();
	});
});
