import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Sql } from '../../src/lib/server/backend/backend.ts';
import { connectOptions, sqlOver } from '../../src/lib/server/backend/connection.ts';
import { openBackend } from '../../src/lib/server/backend/open.ts';
import { anonymousClient, deskClient } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import { openEvidenceStore } from '../../src/lib/server/evidence/store.ts';
import { createLog } from '../../src/lib/server/log.ts';
import { createMailer } from '../../src/lib/server/mail/mailer.ts';
import { signInCodeMail } from '../../src/lib/server/mail/sign-in-code.ts';
import { loadSecrets } from '../../src/lib/server/secrets.ts';
import { createDatabase } from '../support/databases.ts';
import { generateReports, insertReports } from './generate-reports.ts';

export const backends = ['postgres', 'embedded'] as const;
export type BackendName = (typeof backends)[number];

/** A desk with so many reports, and a way to its database that does not pass the gateway. */
export type BenchDesk = { desk: Desk; straight: Sql; reports: number; close(): Promise<void> };

/**
 * Opens a desk on a database of its own and fills it. It does not fold by itself: a benchmark
 * decides when. One that asks nothing of the counts goes without: they take longest to make.
 */
export async function openDeskWith(
	backend: BackendName,
	reports: number,
	{ isCounted = true } = {}
): Promise<BenchDesk> {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-bench-'));
	const DATABASE_URL = backend === 'postgres' ? await createDatabase() : undefined;
	const env = readEnvironment({ DATA_DIR: folder, DATABASE_URL, LOG_LEVEL: 'silent' });
	const secrets = await loadSecrets(env.secretsFile);
	// Into the folder of the desk: from there somebody signs in.
	const mailer = createMailer(env);
	const opened = await openBackend(env, secrets, (mail) => mailer.send(signInCodeMail(mail)));
	const pool = DATABASE_URL
		? postgres(DATABASE_URL, { ...connectOptions, max: 16, idle_timeout: 0 })
		: undefined;
	const desk: Desk = {
		env,
		secrets,
		backend: opened,
		service: deskClient(opened),
		anonymous: anonymousClient(opened),
		mailer,
		evidence: openEvidenceStore(env, deskClient(opened)),
		wakeOutbox: async () => {},
		log: createLog('silent'),
		now: () => new Date(),
		close: () => opened.close()
	};
	const begin = performance.now();
	const memory = backend === 'postgres' ? '1GB' : '64MB';
	if (isCounted) await generateReports(opened.sql, reports, { memory });
	else {
		await insertReports(opened.sql, reports);
		await opened.sql.execute('vacuum analyze');
	}
	const seconds = Math.round((performance.now() - begin) / 1000);
	console.error(`${backend}: ${reports.toLocaleString('en')} reports made in ${seconds} s`);
	return {
		desk,
		straight: pool ? preparing(pool) : opened.sql,
		reports,
		async close() {
			await pool?.end();
			await opened.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** Statements that are prepared once, as a program that speaks to the database alone would. */
function preparing(pool: postgres.Sql | postgres.TransactionSql): Sql {
	const self: Sql = {
		...sqlOver(pool),
		query: async <Row>(text: string, values: unknown[] = []) =>
			(await pool.unsafe(text, values as never[], { prepare: true })) as unknown as Row[],
		transaction: <Result>(work: (sql: Sql) => Promise<Result>) =>
			'begin' in pool
				? (pool.begin((inside) => work(preparing(inside))) as Promise<Result>)
				: work(self)
	};
	return self;
}

/** Opens what is asked for once, and closes all of it in the end. */
export function deskShelf(backend: BackendName) {
	const read = new Map<number, BenchDesk>();
	const changed: BenchDesk[] = [];
	return {
		backend,
		/** One that other benchmarks read too. */
		async shared(reports: number): Promise<BenchDesk> {
			const desk = read.get(reports) ?? (await openDeskWith(backend, reports));
			read.set(reports, desk);
			return desk;
		},
		/** One without counts, to read. */
		async uncounted(reports: number): Promise<BenchDesk> {
			const desk =
				read.get(reports) ?? (await openDeskWith(backend, reports, { isCounted: false }));
			if (!read.has(reports)) changed.push(desk);
			return desk;
		},
		/** One to change. */
		async own(reports: number): Promise<BenchDesk> {
			const desk = await openDeskWith(backend, reports);
			changed.push(desk);
			return desk;
		},
		async close() {
			for (const desk of [...read.values(), ...changed]) await desk.close();
		}
	};
}

export type DeskShelf = ReturnType<typeof deskShelf>;
