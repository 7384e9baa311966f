import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const mark = join(root, 'build/.sources');

/** What the compiler of the messages writes itself: counted in, every build would ask for another. */
const isMadeByBuild = /paraglide[\\/]|project\.inlang[\\/](?!settings\.json)/;

/** Builds the pages unless the build was made from just these sources. */
export async function buildIfNeeded(): Promise<void> {
	const sources = await digestOfSources();
	if (existsSync(join(root, 'build/handler.js')) && (await readMark()) === sources) return;
	console.log('Building…');
	const { build } = await import('vite');
	await build({ root, logLevel: 'error' });
	await writeFile(mark, sources);
}

async function digestOfSources(): Promise<string> {
	const digest = createHash('sha256');
	for (const place of [
		'src',
		'static',
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts'
	]) {
		const path = join(root, place);
		const files = (await stat(path)).isDirectory()
			? (await readdir(path, { recursive: true })).map((file) => join(path, file))
			: [path];
		for (const file of files.filter((file) => !isMadeByBuild.test(file)).sort()) {
			const { mtimeMs, size, isFile } = await stat(file).then((found) => ({
				mtimeMs: found.mtimeMs,
				size: found.size,
				isFile: found.isFile()
			}));
			if (isFile) digest.update(`${file}\0${mtimeMs}\0${size}\n`);
		}
	}
	return digest.digest('hex');
}

async function readMark(): Promise<string | undefined> {
	return readFile(mark, 'utf8').catch(() => undefined);
}
