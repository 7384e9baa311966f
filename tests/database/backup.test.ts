import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyTrail } from '../../src/lib/server/audit/verify-trail.ts';
import { backUp } from '../../src/lib/server/backups/backup.ts';
import { restore } from '../../src/lib/server/backups/restore.ts';
import { listTables } from '../../src/lib/server/backups/tables.ts';
import { openDesk, type Desk } from '../../src/lib/server/desk.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import * as evidence from '../../src/lib/server/evidence/evidence.ts';
import { evidenceFolder } from '../../src/lib/server/evidence/store.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import * as committee from '../../src/lib/server/reports/committee.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { loadSecrets } from '../../src/lib/server/secrets.ts';
import { copyEmbeddedTemplate, createDatabase } from '../support/databases.ts';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';
import { operate } from '../support/operator.ts';

const letter = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n(kept)\n%%EOF\n');
const told = 'Ze belden op 0612345678,\nmet een tab\ten een \\ en "aanhalingstekens".';

describe.each(backendNames)('a backup of a desk on %s', (backend) => {
	let desk: Desk;
	let folder: string;
	let followCode: string;
	let reference: string;
	const file = (name: string) => join(folder, name);
	const opened: Desk[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'gehoord-backup-'));
		desk = await openTestDesk(backend);
		const staff = await signIn(desk, 'commissie@example.org', 'committee');
		const staged = await evidence.stage(desk, {
			name: 'brief.pdf',
			type: 'application/pdf',
			bytes: letter
		});
		const filed = await reports.file(
			desk,
			submission({ narrative: told, email: 'melder@example.org', caller_number: '0850001234' }),
			{ origin: 'form', evidence: { files: [staged], isShared: true } }
		);
		({ reference, follow_code: followCode } = filed);
		await desk.backend.sql.query('select public.fold_report_counts()');
		// One more, so that there are counts that are folded and counts that are not.
		await reports.file(desk, submission(), { origin: 'api' });
		await committee.readOriginal(desk, staff, reference, { purpose: 'handling' });
		await backUp(desk, file('whole'), { withSecrets: true });
		await backUp(desk, file('apart'));
	});
	afterAll(async () => {
		for (const other of opened) await other.close();
		await desk.close();
		await rm(folder, { recursive: true, force: true });
	});

	/** Where nobody ever started a desk. */
	const nowhere = async (name: string) =>
		readEnvironment({
			DATA_DIR: file(name),
			LOG_LEVEL: 'silent',
			DATABASE_URL: backend === 'postgres' ? await createDatabase('empty') : ''
		});
	/** Where a desk was started once and nobody used it: that takes seconds less than nowhere. */
	const unused = async (name: string, on: (typeof backendNames)[number] = backend) => {
		if (on === 'embedded') copyEmbeddedTemplate(file(name));
		else await mkdir(file(name));
		return readEnvironment({
			DATA_DIR: file(name),
			LOG_LEVEL: 'silent',
			DATABASE_URL: on === 'postgres' ? await createDatabase() : ''
		});
	};
	const openAgain = async (env: Awaited<ReturnType<typeof nowhere>>) => {
		const other = await openDesk(env);
		opened.push(other);
		return other;
	};
	const sums = async ({ backend: { sql } }: Desk) => {
		const all: Record<string, string> = {};
		for (const { name, columns } of await listTables(sql)) {
			const rows = await sql.copyOut(
				`select ${columns.join(', ')} from ${name} as row order by row::text`
			);
			all[name] = createHash('sha256').update(rows).digest('hex');
		}
		return all;
	};
	const expectSame = async (other: Desk) => {
		expect(await sums(other)).toEqual(await sums(desk));
		const trail = await verifyTrail(other.backend.sql);
		expect(trail).toEqual(await verifyTrail(desk.backend.sql));
		expect(trail).toMatchObject({ faults: [], unchained: [] });
		expect(trail.head.sequence).toBeGreaterThan(0);
		expect(await other.backend.sql.query('select * from public.verify_report_counts()')).toEqual(
			[]
		);
		const { evidence: files } = await followedReports.open(other, followCode);
		const read = await evidence.readFollowed(other, followCode, files[0]!.evidence_id);
		expect(Buffer.from(read.bytes).equals(letter)).toBe(true);
	};

	test('everything is there again, to the last row and file, and the desk goes on', async () => {
		const env = await nowhere('new');
		const manifest = await restore(env, file('whole'));
		expect(manifest).toMatchObject({ left_out: [], secrets: { are_included: true } });
		const again = await openAgain(env);
		await expectSame(again);
		const staff = await signIn(again, 'commissie@example.org', 'committee');
		const original = await committee.readOriginal(again, staff, reference, { purpose: 'handling' });
		expect(original).toBe(told);
		const next = await reports.file(again, submission(), { origin: 'api' });
		expect(next.reference).not.toBe(reference);
		const list = await again.backend.sql.query('select from hub.reports');
		expect(list).toHaveLength(3);
		expect((await verifyTrail(again.backend.sql)).faults).toEqual([]);
	});

	test('it can be restored on the other backend', async () => {
		const env = await unused('other', backend === 'postgres' ? 'embedded' : 'postgres');
		await restore(env, file('whole'));
		await expectSame(await openAgain(env));
	});

	test('without its secrets it is not restored; a desk in use is left alone unless told, and then nothing of it is left', async () => {
		const env = await unused('used');
		await expect(restore(env, file('apart'))).rejects.toThrow('put the file kept apart at');
		await loadSecrets(env.secretsFile);
		await expect(restore(env, file('apart'))).rejects.toThrow('made with other secrets');
		await writeFile(env.secretsFile, await readFile(desk.env.secretsFile));
		await restore(env, file('apart'));

		const used = await openDesk(env);
		const stray = await evidence.stage(used, {
			name: 'los.pdf',
			type: 'application/pdf',
			bytes: Buffer.concat([letter, Buffer.from('%')])
		});
		await reports.file(used, submission(), {
			origin: 'form',
			evidence: { files: [stray], isShared: false }
		});
		await used.close();
		await expect(restore(env, file('apart'))).rejects.toThrow('is not empty');
		expect(await readdir(evidenceFolder(env))).toHaveLength(2);
		await restore(env, file('apart'), { replaces: true });
		expect(await readdir(evidenceFolder(env))).toHaveLength(1);
		await expectSame(await openAgain(env));
	});

	test('one byte that differs is found before anything is touched', async () => {
		await writeFile(file('damaged'), await readFile(file('whole')));
		const handle = await open(file('damaged'), 'r+');
		await handle.write(Buffer.from('!'), 0, 1, Math.floor((await handle.stat()).size / 2));
		await handle.close();
		const env = await nowhere('untouched');
		await expect(restore(env, file('damaged'))).rejects.toThrow('changed or broken off');
		await expect(stat(env.dataDir)).rejects.toThrow('ENOENT');
	});

	test('a backup is for its owner alone, and is never overwritten', async () => {
		expect((await stat(file('whole'))).mode & 0o777).toBe(0o600);
		await expect(backUp(desk, file('whole'))).rejects.toThrow('exists already');
		const rest = (await readdir(folder)).filter((name) => name.endsWith('.part'));
		expect(rest).toEqual([]);
	});

	test('the tool tells in one line what it wrote, or that the desk is in use', async () => {
		const { DATABASE_URL = '' } = { DATABASE_URL: desk.env.databaseUrl };
		const env = { DATA_DIR: desk.env.dataDir, DATABASE_URL };
		const { code, stdout, stderr } = await operate(['backup', file('by-tool')], env);
		if (backend === 'embedded') {
			expect(code).toBe(1);
			expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('is in use by another')]);
		} else {
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
			expect(stdout).toContain('1 files');
			expect(stdout).toContain('The secrets are not in it');
		}
	});
});
