import type { BenchDesk, DeskShelf } from './desks.ts';
import { insertReports } from './generate-reports.ts';
import { inventedSubmissions } from './invented-reports.ts';
import { median } from './interleave.ts';
import type { Table } from './table.ts';
import { throughput, type Way } from './throughput.ts';

/** What the roll-ups cost: folding them, and filing with and without. */
export async function folding(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const few = await shelf.own(sizes[0]!);
	const many = await shelf.shared(sizes.at(-1)!);
	return [await foldTable(shelf, [few, many]), await keepTable(shelf, few)];
}

async function foldTable({ backend }: DeskShelf, desks: BenchDesk[]): Promise<Table> {
	const rows: Table['rows'] = [];
	for (const batch of [100, 1_000, 5_000]) {
		for (const bench of desks) {
			const times: number[] = [];
			for (let round = 0; round < 3; round += 1) times.push(await timeFold(bench, batch));
			const ms = median(times);
			rows.push([
				`${batch.toLocaleString('en')} changes into ${bench.reports.toLocaleString('en')} reports`,
				ms,
				(ms / batch) * 1000
			]);
		}
	}
	return {
		benchmark: 'folding',
		backend,
		title: `Folding changes into the counts, ${backend}`,
		columns: ['', 'ms', 'ms per 1,000 changes'],
		rows
	};
}

/** Files so many reports by the short way, leaves them waiting, and times how they are folded. */
async function timeFold({ straight }: BenchDesk, batch: number): Promise<number> {
	const [row] = await straight.query<{ last: number }>(
		'select max(report_id)::int as last from hub.reports'
	);
	await insertReports(straight, row!.last + batch);
	await straight.query(
		'select hub.count_report(report_id, 1::smallint) from hub.reports where report_id > $1',
		[row!.last]
	);
	const begin = performance.now();
	await straight.query('select public.fold_report_counts($1)', [batch]);
	return performance.now() - begin;
}

async function keepTable({ backend }: DeskShelf, bench: BenchDesk): Promise<Table> {
	await bench.straight.execute(await withoutCounting(bench));
	const { straight, desk } = bench;
	const fold = () => straight.query('select public.fold_report_counts(100000)');
	const inDatabase = (called: string) => (submission: object) =>
		straight.query(`select public.${called}($1::jsonb)`, [JSON.stringify(submission)]);
	const throughGateway = (called: string) => async (submission: object) => {
		const { error } = await desk.service.rpc(called as 'file_report', {
			submission: submission as never
		});
		if (error) throw new Error(error.message);
	};
	const rows: Table['rows'] = [];
	const count = 200;
	for (const [place, call] of Object.entries({
		'in the database': inDatabase,
		'through the gateway': throughGateway
	})) {
		const way = (name: string, act: (sent: object) => Promise<unknown>, last = act): Way => ({
			name,
			prepare: async (size) =>
				(await inventedSubmissions(desk, size)).map(
					(sent, index) => () => (index < size - 1 ? act(sent) : last(sent))
				)
		});
		const counting = call('file_report');
		const ways = [
			way('without roll-ups', call('bench_file_uncounted')),
			way('with changes, not folded', counting),
			way('with changes, and folded', counting, async (sent) => {
				await counting(sent);
				await fold();
			})
		];
		const rates = await throughput(ways, { rounds: 7, count, inFlight: 16 }, fold);
		ways.forEach(({ name }, index) =>
			rows.push([`${place}, ${name}`, rates[index]!, rates[index]! / rates[0]!])
		);
	}
	return {
		benchmark: 'folding',
		backend,
		title: `Filing with and without roll-ups, ${backend}`,
		columns: ['16 in flight', 'reports/s', 'of without'],
		rows,
		notes: [`Folded: once after every ${count} reports, and its time counted.`]
	};
}

/** The function that files, but for the one line that counts. */
async function withoutCounting({ straight }: BenchDesk): Promise<string> {
	const [row] = await straight.query<{ definition: string }>(
		"select pg_get_functiondef('public.file_report'::regproc) as definition"
	);
	const counting = /^\s*perform hub\.count_report\(.*\n/m;
	if (!counting.test(row!.definition)) throw new Error('file_report no longer counts by a line');
	return `${row!.definition
		.replace(counting, '\n')
		.replaceAll('public.file_report', 'public.bench_file_uncounted')};
		grant execute on function public.bench_file_uncounted to service_role;`;
}
