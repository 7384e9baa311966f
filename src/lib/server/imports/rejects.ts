import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { stringify } from 'csv-stringify';
import type { SourceRow } from './imports.ts';

/** Where the rejects of a file go: beside it, or where that folder is not ours, to the data directory. */
export async function placeForRejects(file: string, dataDir: string): Promise<string> {
	const name = `${basename(file)}.rejected.csv`;
	const folder = dirname(resolve(file));
	try {
		await access(folder, constants.W_OK);
		// The administrator of a machine can write everywhere, but a folder closed to all is closed.
		if (((await stat(folder)).mode & 0o222) !== 0) return join(folder, name);
	} catch {
		// Not ours, then.
	}
	return join(dataDir, 'imports', name);
}

/**
 * Opens the file of rejected rows: line, reason, then the row as it was. It takes its name when it
 * is complete, so that a broken off run leaves the one of the run before.
 */
export async function openRejects(path: string, columns: string[]) {
	await mkdir(dirname(path), { recursive: true });
	const unfinished = `${path}.unfinished`;
	const csv = stringify({ record_delimiter: 'windows' });
	const target = csv.pipe(createWriteStream(unfinished));
	await once(target, 'open');
	csv.write(['line', 'reason', ...columns]);
	return {
		write: (row: SourceRow, reason: string) => void csv.write([row.line, reason, ...row.fields]),
		async close() {
			csv.end();
			await once(target, 'close');
			await rename(unfinished, path);
		}
	};
}
