import type { BenchDesk, DeskShelf } from './desks.ts';
import { insertReports } from './generate-reports.ts';
import { inventedSubmissions } from './invented-reports.ts';
import { median } from './interleave.ts';
import type { Table } from './table.ts';
import { throughput, type Way } from './throughput.ts';

const batch = 1_000;

/** What the roll-ups cost: folding them, and filing with and without. */
export async function folding(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const few = await shelf.own(sizes[0]!);
	const many = await shelf.shared(sizes.at(-1)!);
	return [await foldTable(shelf, [few, many]), await keepTable(shelf, few)];
}

async function foldTable({ backend }: DeskShelf, desks: BenchDesk[]): Promise<Table> {
	const rows: Table['rows'] = [];
	for (const isOfToday of [true, false]) {
		for (const bench of desks) {
			const times: number[] = [];
			for (let round = 0; round < 3; round += 1) times.push(await timeFold(bench, isOfToday));
			const days = isOfToday ? 'all of today' : 'spread over two years';
			rows.push([`${days}, into ${bench.reports.toLocaleString('en')} reports`, median(times)]);
		}
	}
	return {
		benchmark: 'folding',
		backend,
		title: `Folding changes into the counts, ${backend}`,
		columns: ['', `ms per ${batch.toLocaleString('en')} changes`],
		rows,
		notes: ['Filings are of today; an import is spread.']
	};
}

/** Makes so many reports without counting them, then lets them wait to be counted, and counts. */
async function timeFold({ straight }: BenchDesk, isOfToday: boolean): Promise<number> {
	const [row] = await straight.query<{ last: number }>(
		'select max(report_id)::int as last from hub.reports'
	);
	await insertReports(straight, row!.last + batch);
	await straight.query(
		`insert into hub.report_count_changes (weight, counted_on, kind, channel, sector, province,
			organisation_id, caller_number, categories)
		select weight, ${isOfToday ? 'current_date' : 'counted_on'}, kind, channel, sector, province,
			organisation_id, caller_number, categories
		from hub.counted_reports where report_id > $1`,
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
		const way = (
			name: string,
			act: (sent: object) => Promise<unknown>,
			last = act,
			isCounted = true
		): Way => ({
			name,
			prepare: async (size) => {
				// The facets are counted by a trigger, whichever function files.
				const turn = isCounted ? 'enable' : 'disable';
				await straight.execute(`alter table hub.reports ${turn} trigger recount_facets`);
				return (await inventedSubmissions(desk, size)).map(
					(sent, index) => () => (index < size - 1 ? act(sent) : last(sent))
				);
			}
		});
		const counting = call('file_report');
		const uncounted = call('bench_file_uncounted');
		const ways = [
			way('without roll-ups', uncounted, uncounted, false),
			way('with changes, not folded', counting),
			way('with changes, and folded', counting, async (sent) => {
				await counting(sent);
				await fold();
			})
		];
		const rates = await throughput(ways, { rounds: 5, count, inFlight: 16 }, fold);
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
