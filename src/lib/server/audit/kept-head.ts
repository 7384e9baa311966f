import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChainHead } from '#lib/domain/audit/check-chain.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import type { Environment } from '../env.ts';

/*
 * The head of the audit trail, kept beside the database and not in it: a trail that was cut short
 * or written anew no longer reaches it.
 */

const headShape = z.object({
	sequence: z.number().int(),
	hash: z.string().regex(/^[0-9a-f]{64}$/)
});

const fileOf = (env: Environment) => join(env.dataDir, 'audit-head.json');

/** The head that was kept last; null when none was. */
export async function readKeptHead(env: Environment): Promise<ChainHead | null> {
	const text = await readFile(fileOf(env), 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
	return text === null ? null : headShape.parse(JSON.parse(text));
}

/** Keeps a head in the place of the former one. */
export async function keepHead(env: Environment, head: ChainHead): Promise<void> {
	await mkdir(env.dataDir, { recursive: true });
	const file = fileOf(env);
	await writeFile(`${file}.new`, `${JSON.stringify(head)}\n`, { mode: 0o600 });
	await rename(`${file}.new`, file);
}

/** Where the trail ends now; null before the first look. */
export async function loadHead({ service }: Pick<Desk, 'service'>): Promise<ChainHead | null> {
	const { data, error } = await service.rpc('audit_head');
	if (error) unwrap('audit_head', { data, error });
	return data === null ? null : headShape.parse(data);
}

/**
 * For a job that comes by now and then: keeps the newest head. A trail that ends before the head
 * that was kept was cut short: then that head stays, as proof.
 */
export async function keepNewestHead(desk: Desk): Promise<void> {
	const [kept, newest] = await Promise.all([readKeptHead(desk.env), loadHead(desk)]);
	if ((newest?.sequence ?? 0) < (kept?.sequence ?? 0)) {
		throw new Error('the audit trail ends before the head that was kept of it');
	}
	if (newest && newest.sequence !== kept?.sequence) await keepHead(desk.env, newest);
}
