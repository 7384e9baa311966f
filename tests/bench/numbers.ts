import { lookUp } from '#lib/server/register/numbers.ts';
import type { BenchDesk, DeskShelf } from './desks.ts';
import { compareSizes } from './compare-sizes.ts';
import type { Table } from './table.ts';

/** Where a number stands among all, from the one with most reports to the one with fewest. */
const ranks = { 'hottest number': 0, 'average number': 0.5, 'cold number': 1 };

/** Looking a number up, and counting its reports. */
export async function numbers(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const desks: BenchDesk[] = [];
	for (const size of sizes) desks.push(await shelf.shared(size));
	const chosen = new Map<BenchDesk, Record<string, string>>();
	for (const bench of desks) chosen.set(bench, await chooseNumbers(bench));
	return compareSizes({
		benchmark: 'numbers',
		backend: shelf.backend,
		title: 'Looking a number up',
		desks,
		rounds: 40,
		cases: [...Object.keys(ranks), 'unknown number'].map((name) => {
			const numberOf = (bench: BenchDesk) => chosen.get(bench)![name] ?? '+31201234567';
			return {
				name,
				answer: (bench) => lookUp(bench.desk, numberOf(bench)),
				inDatabase: (bench) =>
					bench.straight.query('select public.look_up_number($1::text)', [numberOf(bench)]),
				recount: (bench) => bench.straight.query(recount, [numberOf(bench)])
			};
		})
	});
}

async function chooseNumbers({ straight }: BenchDesk): Promise<Record<string, string>> {
	const [row] = await straight.query<{ numbers: string[] }>(
		`select array_agg(caller_number::text order by count desc, caller_number) as numbers
		from (select caller_number, count(*) from hub.reports
			where is_counted and caller_number is not null group by caller_number) as counted`
	);
	const last = row!.numbers.length - 1;
	return Object.fromEntries(
		Object.entries(ranks).map(([name, part]) => [name, row!.numbers[Math.floor(last * part)]!])
	);
}

/** The figures of the page, without roll-ups. */
const recount = `
with of_number as (
	select report_id, kind, counted_on, reporter_key, client_key from hub.reports
	where caller_number = $1::text and is_counted)
select count(distinct coalesce(reporter_key, client_key)) as reporters,
	count(*) filter (where kind = 'complaint') as complaints,
	count(*) filter (where kind = 'compliment') as compliments,
	count(*) filter (where counted_on > current_date - 30) as last_30_days,
	min(counted_on), max(counted_on),
	(select array_agg(category order by count desc) from (
		select category, count(*) from of_number join hub.report_categories using (report_id)
		group by category order by count desc limit 3) as top) as top_categories
from of_number`;
