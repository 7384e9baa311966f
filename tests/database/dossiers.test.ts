import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as caseActs from '../../src/lib/server/cases/acts.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as dossiers from '../../src/lib/server/dossiers/dossiers.ts';
import { makeDossiers } from '../../src/lib/server/dossiers/make.ts';
import { verifyDossier } from '../../src/lib/server/dossiers/verify.ts';
import * as evidence from '../../src/lib/server/evidence/evidence.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';
import { operate } from '../support/operator.ts';
import { readPdf } from '../support/read-pdf.ts';
import { readZip } from '../support/read-zip.ts';

const look = { purpose: 'supervision' } as const;
const stories = [
	'Een man bleef doorpraten over zonnepanelen terwijl ik had opgehangen.',
	'Voor de derde keer deze week, steeds tijdens het eten.',
	'Zij beweerde dat mijn contract vandaag afliep en ik nu moest kiezen.',
	'Ik zei nee, hij vroeg of ik dan gek was.',
	'Mijn moeder van negentig werd een half uur aan de lijn gehouden.',
	'Na mijn weigering belde een collega binnen vijf minuten terug.'
];

describe.each(backendNames)('a dossier on %s', (backend) => {
	let desk: Desk;
	let committee: Client;
	let regulator: Client;
	let reference: string;
	let file: string;
	let id: string;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		await desk.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
			values ('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy')`
		);
		committee = await signIn(desk, 'commissie@example.org', 'committee');
		regulator = await signIn(desk, 'acm@example.org', 'regulator');
		const picture = await sharp({
			create: { width: 40, height: 40, channels: 3, background: '#e8590c' }
		})
			.png()
			.toBuffer();
		const staged = await evidence.stage(desk, {
			name: 'rekening.png',
			type: 'image/png',
			bytes: picture
		});
		for (const [number, story] of stories.entries()) {
			await reports.file(
				desk,
				submission({
					organisation_name: 'Eneco',
					categories: ['pushiness'],
					narrative: `=HYPERLINK("kwaad") ${story} Mail mij op melder@example.org`,
					contact_at: '2026-05-14T19:05'
				}),
				{
					origin: 'form',
					...(number === 0 && { evidence: { files: [staged], isShared: false } })
				}
			);
		}
		reference = await caseActs.open(desk, committee, 'committee', {
			title: 'Blijven bellen',
			practice: 'pushiness',
			organisation: 'Eneco',
			first_on: '2020-01-01',
			last_on: '2030-01-01'
		});
		await caseActs.perform(desk, committee, reference, 'note', {
			note: 'Alleen voor ons.',
			is_shared: false
		});
	});
	afterAll(() => desk.close());

	test('is asked for, made in the background, and taken along', async () => {
		id = await dossiers.ask(desk, committee, 'committee', {
			purpose: 'case',
			case_reference: reference
		});
		await expect
			.poll(
				async () => {
					await makeDossiers(desk);
					return (await dossiers.list(committee, reference))[0];
				},
				{ timeout: 60_000 }
			)
			.toMatchObject({ state: 'ready', done: 6, total: 6 });
		file = join(desk.env.dataDir, 'dossier.zip');
		const { stream } = await dossiers.download(desk, committee, id, 'case');
		await writeFile(file, stream);
	});

	test('is whole, and says so without a database', async () => {
		const { faults, manifest, manifest_sha256 } = await verifyDossier(file);
		expect(faults).toEqual([]);
		const [row] = await dossiers.list(committee, reference);
		expect(manifest_sha256).toBe(row!.manifest_sha256);
		expect(manifest).toMatchObject({ case_reference: reference, report_count: 6, left_out: [] });
		expect(manifest!.audit_head!.sequence).toBeGreaterThan(0);
		const { code, stdout } = await operate(['dossier', 'verify', file]);
		expect([code, stdout.split('\n')[1]]).toEqual([0, `${reference}: 6 reports.`]);
	});

	test('holds reports, contacts, findings, answers, timeline and files, and nothing of who reported', async () => {
		const files = await readZip(file);
		expect([...files.keys()]).toEqual(
			expect.arrayContaining([
				'index.pdf',
				'case.json',
				'reports.csv',
				'reports.json',
				'contacts.csv',
				'contacts.json',
				'findings.csv',
				'answers.csv',
				'timeline.csv',
				'evidence.csv',
				'schema/report.schema.json',
				'manifest.json'
			])
		);
		const told = JSON.parse(files.get('reports.json')!.toString()) as { narrative: string }[];
		expect(told).toHaveLength(6);
		const everything = [...files].filter(([path]) => !path.startsWith('evidence/'));
		for (const [path, bytes] of everything) {
			expect(bytes.toString('latin1'), path).not.toContain('melder@example.org');
			expect(bytes.toString('latin1'), path).not.toContain('Alleen voor ons.');
		}
		// A spreadsheet runs none of it.
		expect(files.get('reports.csv')!.toString()).toContain(`"'=HYPERLINK`);
		const [picture] = [...files.keys()].filter((path) => path.startsWith('evidence/'));
		expect((await sharp(files.get(picture!)!).metadata()).width).toBe(40);
		expect(readPdf(files.get('index.pdf')!)).toContain('Blijven bellen');
	});

	test('of which one byte was changed is refused, wherever that byte stands', async () => {
		const whole = await readFile(file);
		const changed = join(desk.env.dataDir, 'changed.zip');
		const places = [
			0,
			10,
			47,
			...Array.from({ length: 12 }, (_, n) => Math.floor(((n + 1) * whole.length) / 13))
		];
		for (const place of [...places, whole.length - 1]) {
			const bytes = Buffer.from(whole);
			bytes[place]! ^= 1;
			await writeFile(changed, bytes);
			expect((await verifyDossier(changed)).faults.length, `byte ${place}`).toBeGreaterThan(0);
		}
		const { code, stdout, stderr } = await operate(['dossier', 'verify', changed]);
		expect(code).toBe(1);
		expect(stdout).toContain('was changed after it was made');
		expect(stderr).toContain('this is not the dossier that was made');
	});

	test('names the file that differs', async () => {
		const whole = await readFile(file);
		const changed = join(desk.env.dataDir, 'changed.zip');
		// The picture is stored as it is: its first bytes can be found.
		const start = whole.indexOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
		const bytes = Buffer.from(whole);
		bytes[start + 40]! ^= 1;
		await writeFile(changed, bytes);
		const paths = (await verifyDossier(changed)).faults.map(({ path }) => path);
		expect(paths.some((path) => path.startsWith('evidence/') && path.endsWith('.png'))).toBe(true);
	});

	test("is the side's that asked for it alone, and all of it is in the trail", async () => {
		await expect(dossiers.download(desk, regulator, id, 'supervision')).rejects.toMatchObject({
			reason: 'dossier_not_found'
		});
		expect(await dossiers.list(regulator)).toEqual([]);
		await expect(
			dossiers.ask(desk, regulator, 'regulator', { ...look, case_reference: reference })
		).rejects.toMatchObject({ reason: 'case_not_found' });
		await expect(dossiers.ask(desk, regulator, 'committee', look)).rejects.toMatchObject({
			reason: 'not_allowed'
		});
		await expect(dossiers.ask(desk, regulator, 'regulator', look)).rejects.toMatchObject({
			reason: 'selection_needed'
		});
		const trail = await desk.backend.sql.query<{ act: string; actor_role: string }>(
			`select act, actor_role from hub.audit_events where subject_id = $1 order by audit_id`,
			[id]
		);
		expect(trail.map(({ act, actor_role }) => `${actor_role} ${act}`)).toEqual([
			'committee dossier_asked',
			'system dossier_made',
			'committee dossier_downloaded'
		]);
	});
});
