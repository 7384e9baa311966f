import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../env.ts';
import { mailFolder } from './mailer.ts';
import { readMail, type ReadMail } from './read-mail.ts';

/** A mail that was kept as a file, under the name of that file. */
export type KeptMail = ReadMail & { name: string };

const mostShown = 50;

/** The mail that was not sent for lack of a mail server, newest first. */
export async function listKeptMail(env: Environment): Promise<KeptMail[]> {
	const folder = mailFolder(env);
	const names = await readdir(folder).catch(() => []);
	const newest = names
		.filter((name) => name.endsWith('.eml'))
		.sort()
		.reverse()
		.slice(0, mostShown);
	return Promise.all(
		newest.map(async (name) => ({
			name,
			...(await readMail(await readFile(join(folder, name), 'utf8')))
		}))
	);
}
