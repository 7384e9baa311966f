import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { open, type Entry, type ZipFile } from 'yauzl';

/** The files of a ZIP by their paths, for tests: all of it in memory. */
export async function readZip(path: string): Promise<Map<string, Buffer>> {
	const zip = await new Promise<ZipFile>((resolve, reject) =>
		open(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
			error ? reject(error) : resolve(opened!)
		)
	);
	const files = new Map<string, Buffer>();
	for (let number = 0; number < zip.entryCount; number += 1) {
		const next = once(zip, 'entry') as Promise<[Entry]>;
		zip.readEntry();
		const [entry] = await next;
		const stream = await new Promise<Readable>((resolve, reject) =>
			zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened!)))
		);
		files.set(entry.fileName, await buffer(stream));
	}
	zip.close();
	return files;
}
