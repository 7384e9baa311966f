import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as evidence from '../../src/lib/server/evidence/evidence.ts';
import { evidenceFolder } from '../../src/lib/server/evidence/store.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';

const letter = Buffer.from(
	'%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n(Wilhelmina)\n%%EOF\n'
);
let drawn = 0;
/** A picture that no other test has. */
const picture = () =>
	sharp({ create: { width: 20 + drawn++, height: 20, channels: 3, background: '#a33' } })
		.png()
		.toBuffer();

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
	});
	afterAll(() => desk.close());

	const stagePicture = async () =>
		evidence.stage(desk, { name: 'scherm.png', type: 'image/png', bytes: await picture() });
	const stageLetter = () =>
		evidence.stage(desk, { name: 'brief.pdf', type: 'application/pdf', bytes: letter });
	const file = (files: evidence.StagedFile[], clientKey?: string, isShared = false) =>
		reports.file(desk, submission(), { clientKey, origin: 'form', evidence: { files, isShared } });
	const folder = () => evidenceFolder(desk.env);
	const stored = async () => (await readdir(folder())).sort();

	test('a file goes with its report, and the reporter gets it back as it was', async () => {
		const { follow_code } = await file([await stageLetter()]);
		const { evidence: files } = await followedReports.open(desk, follow_code);
		expect(files).toMatchObject([
			{ name: 'brief.pdf', media_type: 'application/pdf', is_shared_with_organisation: false }
		]);
		const read = await evidence.readFollowed(desk, follow_code, files[0]!.evidence_id);
		expect(Buffer.from(read.bytes).equals(letter)).toBe(true);
	});

	test('what lies on the disk is encrypted, nameless, and for the owner alone', async () => {
		await stageLetter();
		expect((await stat(folder())).mode & 0o777).toBe(0o700);
		for (const name of await stored()) {
			expect(name).toMatch(/^[0-9a-f]{32}$/);
			expect((await stat(join(folder(), name))).mode & 0o777).toBe(0o600);
			expect((await readFile(join(folder(), name))).includes('Wilhelmina')).toBe(false);
		}
	});

	test('contents that were exchanged or touched are not given out', async () => {
		const before = await stored();
		const filed = await file([await stagePicture()]);
		const [place] = (await stored()).filter((name) => !before.includes(name));
		const id = (await followedReports.open(desk, filed.follow_code)).evidence[0]!.evidence_id;
		const path = join(folder(), place!);
		const ours = await readFile(path);
		await rename(join(folder(), before[0]!), path);
		await expect(evidence.readFollowed(desk, filed.follow_code, id)).rejects.toThrow();
		await writeFile(path, Buffer.concat([ours.subarray(0, -1), Buffer.from([0])]));
		await expect(evidence.readFollowed(desk, filed.follow_code, id)).rejects.toThrow();
		await writeFile(path, ours);
		await expect(evidence.readFollowed(desk, filed.follow_code, id)).resolves.toBeTruthy();
	});

	test('a report that is sent again with its files is the same report', async () => {
		const sent = await stagePicture();
		const first = await file([sent], 'a key of a browser');
		const again = await evidence.staged(desk, [sent.token]);
		expect(again).toMatchObject([{ is_attached: true }]);
		expect(await file(again, 'a key of a browser')).toEqual({ ...first, is_repeated: true });
		// Sent with the file itself, it gets another token.
		await expect(file([await stagePicture()], 'a key of a browser')).rejects.toMatchObject({
			reason: 'idempotency_key_reused'
		});
		await expect(file(again)).rejects.toMatchObject({ reason: 'evidence_gone' });
	});

	test('a file that is taken away is gone from the disk too', async () => {
		const before = await stored();
		const { follow_code } = await file([await stagePicture()]);
		const [token] = [(await stageLetter()).token];
		const [added] = await evidence.add(desk, follow_code, [token], true);
		expect(await stored()).toHaveLength(before.length + 2);
		const { evidence: files } = await followedReports.open(desk, follow_code);
		expect(files.map((each) => each.is_shared_with_organisation)).toEqual([false, true]);
		await evidence.remove(desk, follow_code, added!);
		expect(await stored()).toHaveLength(before.length + 1);
		await expect(evidence.readFollowed(desk, follow_code, added!)).rejects.toMatchObject({
			reason: 'evidence_not_found'
		});
		const { events } = await followedReports.open(desk, follow_code);
		expect(events.map(({ event }) => event).slice(-2)).toEqual([
			'evidence_added',
			'evidence_removed'
		]);
	});

	test('files that no report came for go after a day, and no others', async () => {
		const { follow_code } = await file([await stagePicture()]);
		await evidence.removeStaged(desk);
		const before = await stored();
		const late = await stageLetter();
		expect(await evidence.removeStaged(desk)).toBe(0);
		await desk.backend.sql.query(
			"update hub.evidence set staged_until = now() - interval '1 minute' where token_hash = decode($1, 'hex')",
			[evidence.hashOfToken(desk, late.token)]
		);
		expect(await evidence.staged(desk, [late.token])).toEqual([]);
		expect(await evidence.removeStaged(desk)).toBe(1);
		expect((await stored()).filter((name) => !before.includes(name))).toEqual([]);
		const [kept] = (await followedReports.open(desk, follow_code)).evidence;
		await expect(evidence.readFollowed(desk, follow_code, kept!.evidence_id)).resolves.toBeTruthy();
	});

	test('the committee reads a file, a member only one that is shared', async () => {
		const [organisation] = await desk.backend.sql.query<{ organisation_id: string }>(
			"insert into hub.organisations (name, slug, sector) values ('Eneco', 'eneco', 'energy') returning organisation_id"
		);
		const id = organisation!.organisation_id;
		const committee = await signIn(desk, 'committee@example.org', 'committee');
		const member = await signIn(desk, 'member@example.org', 'organisation_member', id);
		const files = await Promise.all([stagePicture(), stagePicture()]);
		const { follow_code } = await reports.file(desk, submission({ organisation_id: id }), {
			origin: 'form',
			evidence: { files: [files[0]!], isShared: false }
		});
		await evidence.add(desk, follow_code, [files[1]!.token], true);
		const [own, shared] = (await followedReports.open(desk, follow_code)).evidence;
		for (const each of [own!, shared!]) {
			const { media_type } = await evidence.read(desk, committee, each.evidence_id);
			expect(media_type).toBe('image/png');
		}
		expect((await evidence.read(desk, member, shared!.evidence_id)).name).toBe('scherm.png');
		const refused = { name: 'Refused', reason: 'evidence_not_found' };
		await expect(evidence.read(desk, member, own!.evidence_id)).rejects.toMatchObject(refused);
		await expect(evidence.read(desk, member, 'no-id')).rejects.toMatchObject(refused);
		await expect(evidence.read(desk, desk.anonymous, shared!.evidence_id)).rejects.toMatchObject({
			reason: 'not_allowed'
		});
	});
});
