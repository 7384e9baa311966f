import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as committee from '../../src/lib/server/reports/committee.ts';
import { encrypt } from '../../src/lib/server/crypto/encryption.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as keys from '../../src/lib/server/keys.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { loadSecrets } from '../../src/lib/server/secrets.ts';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';

const told = 'Ze belden mij op 0612345678 terwijl ik had gezegd dat ik niets wilde.';

describe.each(backendNames)('keys and originals on %s', (backend) => {
	let desk: Desk;
	let staff: Client;
	const references: string[] = [];

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		staff = await signIn(desk, 'committee@example.org', 'committee');
		for (let turn = 0; turn < 3; turn++) {
			const sent = submission({
				narrative: `${told} Keer ${turn}.`,
				email: `a${turn}@example.org`
			});
			references.push((await reports.file(desk, sent, { origin: 'api' })).reference);
		}
	});
	afterAll(() => desk.close());

	const original = () =>
		committee.readOriginal(desk, staff, references[0]!, { purpose: 'handling' });

	test('others read the masked text, the committee the original, and that it did is an event', async () => {
		const shown = await committee.readReport(staff, references[0]!);
		expect(shown?.narrative).toContain('[telefoonnummer]');
		expect(await committee.hasOriginal(staff, references[0]!)).toBe(true);
		expect(await original()).toBe(`${told} Keer 0.`);
		const { events } = (await committee.readReport(staff, references[0]!))!;
		expect(events.at(-1)).toMatchObject({ event: 'original_read', actor_role: 'committee' });
	});

	test('a moderator may not read it', async () => {
		const moderator = await signIn(desk, 'moderator@example.org', 'moderator');
		await expect(
			committee.readOriginal(desk, moderator, references[0]!, { purpose: 'handling' })
		).rejects.toMatchObject({
			reason: 'not_allowed'
		});
	});

	test('after a rotation everything is read with the new key, and the old one can go', async () => {
		const [before] = await keys.list(desk);
		expect(before!.is_current).toBe(true);
		// Three addresses, three originals, and what mail still waits.
		expect(before!.rows).toBeGreaterThanOrEqual(6);
		await expect(keys.drop(desk, before!.id)).rejects.toThrow('is current');

		const { current, rows } = await keys.rotate(desk);
		expect(rows).toBeGreaterThanOrEqual(6);
		expect(await keys.list(desk)).toMatchObject([
			{ id: current, is_current: true },
			{ id: before!.id, is_current: false, rows: 0 }
		]);
		expect(await original()).toBe(`${told} Keer 0.`);

		await keys.drop(desk, before!.id);
		expect(await original()).toBe(`${told} Keer 0.`);
		const kept = await loadSecrets(desk.env.secretsFile);
		expect(kept.encryption_keys.map(({ id }) => id)).toEqual([current]);
		expect((await stat(desk.env.secretsFile)).mode & 0o777).toBe(0o600);
	});

	test('a rotation that was broken off is finished, without another key', async () => {
		const { current: old } = await keys.rotate(desk);
		// Half of it is still under the key before: as if the machine had stopped.
		const earlier = desk.secrets.encryption_keys.find(({ id }) => id !== old)!;
		const { ciphertext } = encrypt([earlier], 'reporter@example.org');
		await desk.backend.sql.query(
			`update hub.report_reporters set key_id = $1, email_encrypted = decode($2, 'hex')
			where report_id = (select min(report_id) from hub.report_reporters)`,
			[earlier.id, ciphertext]
		);
		await expect(keys.drop(desk, earlier.id)).rejects.toThrow('1 rows are encrypted');
		expect(await keys.rotate(desk)).toEqual({ current: old, rows: 1 });
		expect((await keys.list(desk)).map(({ rows }) => rows > 0)).toEqual([true, false]);
	});
});
