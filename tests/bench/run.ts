/*
 * `npm run bench [-- name…] [--backend postgres|embedded|both] [--size 10000,100000,1000000]`
 * Prints a table for each benchmark and backend, and writes bench-results.json.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createTemplate, dropDatabases } from '../support/databases.ts';
import { startPostgres } from '../support/postgres.ts';
import { dashboards } from './dashboards.ts';
import { backends, deskShelf, type BackendName, type DeskShelf } from './desks.ts';
import { filing } from './filing.ts';
import { folding } from './folding.ts';
import { numbers } from './numbers.ts';
import { ownCases } from './inbox.ts';
import { surveillance } from './surveillance.ts';
import { format, type Table } from './table.ts';
import { textsAndRules } from './texts-and-rules.ts';
import { trends } from './trends.ts';

type Benchmark = (shelf: DeskShelf, sizes: number[]) => Promise<Table[]>;
/** In this order: the last one changes what the ones before it read. */
const benchmarks: Record<string, Benchmark> = {
	texts: textsAndRules,
	surveillance,
	trends,
	dashboards,
	numbers,
	inbox: ownCases,
	filing,
	folding
};

/** More does not fit in the embedded database within a few minutes. */
const usualSizes: Record<BackendName, number[]> = {
	postgres: [10_000, 100_000, 1_000_000],
	embedded: [1_000, 10_000, 100_000]
};

process.chdir(resolve(import.meta.dirname, '../..'));
const { chosen, asked, sizes } = readArguments();
const results: Table[] = [];
const startedAt = new Date();
const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
for (const backend of asked) {
	if (backend === 'postgres') await usePostgres();
	const shelf = deskShelf(backend);
	try {
		for (const name of chosen) {
			for (const table of await benchmarks[name]!(shelf, sizes ?? usualSizes[backend])) {
				console.log(`\n${format(table)}`);
				results.push(table);
			}
		}
	} finally {
		await shelf.close();
		if (backend === 'postgres') await dropDatabases();
	}
}
console.log(machine);
await writeFile(
	'bench-results.json',
	JSON.stringify({ started_at: startedAt, machine, results }, null, '\t')
);
process.exit();

async function usePostgres() {
	const { url } = await startPostgres();
	process.env.TEST_DATABASE_URL = url;
	await createTemplate();
}

function readArguments() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			backend: { type: 'string', default: 'both' },
			size: { type: 'string' }
		}
	});
	const asked = values.backend === 'both' ? backends : backends.filter((b) => b === values.backend);
	const unknown = positionals.find((name) => !(name in benchmarks));
	const sizes = values.size?.split(',').map(Number);
	if (unknown || asked.length === 0 || sizes?.some((size) => !(size >= 100))) {
		console.error(
			`usage: npm run bench [-- ${Object.keys(benchmarks).join('|')}…] [--backend postgres|embedded|both] [--size 10000,100000]`
		);
		process.exit(2);
	}
	const chosen = Object.keys(benchmarks).filter(
		(name) => positionals.length === 0 || positionals.includes(name)
	);
	return { chosen, asked, sizes };
}
