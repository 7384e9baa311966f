import type { BenchDesk } from './desks.ts';
import { interleave, type Task } from './interleave.ts';
import { short, type Table } from './table.ts';

/** How much longer an answer may take with the most reports than with the fewest. */
const mostGrowth = 1.5;

/** Counting from the reports takes long, and its time is no secret after a few rounds. */
const everyRounds = 8;

type Way = (bench: BenchDesk) => Promise<unknown>;

type Comparison = Pick<Table, 'benchmark' | 'backend' | 'title'> & {
	desks: BenchDesk[];
	rounds: number;
	/** The answer as a page gets it, its part within the database, and the count from the reports. */
	cases: { name: string; answer: Way; inDatabase: Way; recount: Way }[];
};

/** Asks the same of desks with few and with many reports, and says whether the time stays flat. */
export async function compareSizes({ cases, desks, rounds, ...names }: Comparison) {
	const rows: Table['rows'] = [];
	for (const { name, ...ways } of cases) {
		const tasks: Record<string, Task> = {};
		desks.forEach((bench, index) => {
			tasks[`answer ${index}`] = { run: () => ways.answer(bench) };
			tasks[`inDatabase ${index}`] = { run: () => ways.inDatabase(bench) };
			tasks[`recount ${index}`] = { run: () => ways.recount(bench), everyRounds };
		});
		const took = await interleave(tasks, rounds);
		const times = (way: keyof typeof ways) => desks.map((_, index) => took[`${way} ${index}`]!);
		const [answer, inDatabase, recount] = [times('answer'), times('inDatabase'), times('recount')];
		const growth = answer.at(-1)! / answer[0]!;
		rows.push([
			name,
			...answer,
			growth,
			growth <= mostGrowth ? 'PASS' : 'over',
			...inDatabase,
			inDatabase.at(-1)! / inDatabase[0]!,
			...recount,
			recount.at(-1)! / answer.at(-1)!
		]);
	}
	const sizes = desks.map(({ reports }) => short(reports));
	const growth = `${sizes.at(-1)} / ${sizes[0]}`;
	const table: Table = {
		...names,
		title: `${names.title}, ${names.backend}`,
		columns: [
			'ms (median)',
			...sizes.map((size) => `answer ${size}`),
			growth,
			`≤ ${mostGrowth}`,
			...sizes.map((size) => `function ${size}`),
			growth,
			...sizes.map((size) => `recount ${size}`),
			`recount / answer ${sizes.at(-1)}`
		],
		rows
	};
	return [table];
}
