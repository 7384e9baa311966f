import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** One line of TAP with what is said about it. */
export type Outcome = { description: string; isPassed: boolean; diagnostics: string };

/**
 * The SQL of pgTAP, from the archive that PGlite brings. It is plain SQL, so the same version runs
 * on a PostgreSQL whose system has no package of it.
 */
export function readPgtap(): string {
	const archive = new URL('../pgtap.tar.gz', import.meta.resolve('@electric-sql/pglite/pgtap'));
	const files = readTar(gunzipSync(readFileSync(fileURLToPath(archive))));
	for (const [name, content] of files) {
		if (/\/pgtap--[0-9.]+\.sql$/.test(name)) return content.toString('utf8');
	}
	throw new Error('PGlite no longer brings pgtap--<version>.sql.');
}

/** Names and contents in a tar archive: headers of 512 bytes, contents padded to 512. */
function* readTar(archive: Buffer): Generator<[name: string, content: Buffer]> {
	const text = (start: number, length: number) =>
		archive
			.toString('latin1', start, start + length)
			.split('\0', 1)[0]!
			.trim();
	for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
		const size = parseInt(text(at + 124, 12), 8);
		yield [`${text(at + 345, 155)}/${text(at, 100)}`, archive.subarray(at + 512, at + 512 + size)];
		at += 512 + Math.ceil(size / 512) * 512;
	}
}

/**
 * Reads what pgTAP said. A number of tests other than planned is an outcome of its own, so that a
 * story that ends early does not pass.
 */
export function readTap(lines: readonly string[]): Outcome[] {
	const outcomes: Outcome[] = [];
	let planned: number | undefined;
	for (const line of lines) {
		const plan = /^1\.\.(\d+)/.exec(line);
		const test = /^(not )?ok \d+(?: - (.*))?$/.exec(line);
		if (plan) planned = Number(plan[1]);
		else if (test) {
			const description = test[2]?.replace(/\\#/g, '#') || `test ${outcomes.length + 1}`;
			outcomes.push({ description, isPassed: !test[1], diagnostics: '' });
		} else if (outcomes.length > 0) outcomes.at(-1)!.diagnostics += `${line.replace(/^# ?/, '')}\n`;
	}
	if (planned !== outcomes.length) {
		outcomes.push({
			description: 'runs as many tests as planned',
			isPassed: false,
			diagnostics: `planned ${planned ?? 'nothing'}, ran ${outcomes.length}`
		});
	}
	return outcomes;
}
