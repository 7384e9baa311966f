import { readFile, stat } from 'node:fs/promises';
import { mapped, mapping, type Mapping } from '#lib/domain/import/mapping.ts';
import type { Desk } from '#lib/server/desk.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { importFile, readColumns } from '#lib/server/imports/import-file.ts';
import { formats } from '#lib/server/imports/formats.ts';
import type { ImportSummary } from '#lib/server/imports/imports.ts';
import { fromHere, oneOf, readArguments, WrongUse, type Command } from '../command.ts';
import { showProgress } from '../progress.ts';
import { withDesk } from '../with-desk.ts';

const names = Object.keys(formats);

/** The desk has ten connections, and others want one too. */
const mostConcurrency = 8;

export default {
	about:
		'Files the reports of a file from elsewhere. Run again after a break it files the rest, and nothing twice.',
	usage: `import <file> --format <${names.join('|')}> [--mapping <file>] [--dry-run] [--rejected <file>] [--concurrency <1-${mostConcurrency}>]`,
	async run(args) {
		const { values, positionals } = readArguments({
			args,
			allowPositionals: true,
			options: {
				format: { type: 'string' },
				mapping: { type: 'string' },
				'dry-run': { type: 'boolean', default: false },
				rejected: { type: 'string' },
				concurrency: { type: 'string', default: '1' }
			}
		});
		if (positionals.length !== 1) throw new WrongUse('one file is needed');
		const name = oneOf(names, values.format, '--format');
		const concurrency = Number(values.concurrency);
		if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostConcurrency) {
			throw new WrongUse(`--concurrency is a number from 1 to ${mostConcurrency}`);
		}
		if (values.mapping && name !== 'gehoord') {
			throw new WrongUse('--mapping goes with --format gehoord');
		}
		const format = values.mapping
			? mapped(formats[name]!, await readMapping(fromHere(values.mapping)))
			: formats[name]!;
		const file = fromHere(positionals[0]!);
		const { size } = await stat(file).catch(() => {
			throw new Error(`${file} cannot be read`);
		});

		// A wrong file is told at once, before a database is opened for it.
		await readColumns(file, format);

		const stop = new AbortController();
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
		const progress = showProgress(size);
		const work = (desk: Desk | undefined) =>
			importFile({
				desk,
				file,
				format,
				dataDir: readEnvironment().dataDir,
				rejects: values.rejected && fromHere(values.rejected),
				progress: progress.update,
				concurrency,
				signal: stop.signal
			});
		const began = performance.now();
		const done = await (values['dry-run'] ? work(undefined) : withDesk(work)).finally(
			progress.stop
		);
		tell(done.summary, values['dry-run'], (performance.now() - began) / 1000);
		if (Object.keys(done.summary.rejected).length > 0)
			console.log(`Rejected rows: ${done.rejects}`);
		if (stop.signal.aborted) throw new Error('interrupted; run it again to file the rest');
	}
} satisfies Command;

async function readMapping(file: string): Promise<Mapping> {
	const text = await readFile(file, 'utf8').catch(() => {
		throw new Error(`${file} cannot be read`);
	});
	const read = mapping.safeParse(parsed(file, text));
	if (read.success) return read.data;
	const { path, message } = read.error.issues[0]!;
	throw new Error(`the mapping in ${file}: ${path.join('.') || 'it'}: ${message}`);
}

function parsed(file: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`${file} is no JSON`);
	}
}

function tell({ rows, filed, known, rejected }: ImportSummary, isDryRun: boolean, seconds: number) {
	const rejectedRows = Object.values(rejected).reduce((sum, count) => sum + count, 0);
	console.log(`rows            ${rows}`);
	console.log(isDryRun ? `can be filed    ${filed}` : `filed           ${filed}`);
	if (!isDryRun) console.log(`already known   ${known}`);
	console.log(`rejected        ${rejectedRows}`);
	for (const [reason, count] of Object.entries(rejected).sort(([, a], [, b]) => b - a)) {
		console.log(`  ${reason.padEnd(28)} ${count}`);
	}
	console.log(`seconds         ${seconds.toFixed(1)}`);
}
