import { askAsStaff, type StaffQuestion } from '../../src/lib/domain/trends/staff-question.ts';
import { loadDashboard } from '../../src/lib/server/trends/dashboard.ts';
import { signIn } from '../support/desk.ts';
import { dashboardQuestions } from './dashboard-questions.ts';
import type { BenchDesk, DeskShelf } from './desks.ts';
import { openDuckdb, type Duckdb } from './duckdb.ts';
import { interleave, type Task } from './interleave.ts';
import { short, type Table } from './table.ts';

const rounds = 12;
/** How much longer an answer may take with the most reports than with the fewest. */
const mostGrowth = 1.5;
/** How much longer the page may take than the questions it asks. */
const mostOfPage = 3;

/**
 * Every question of the dashboards of staff, from the database and from DuckDB: on the same rows,
 * in the same rounds.
 */
export async function dashboards(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const desks: BenchDesk[] = [];
	const ducks: Duckdb[] = [];
	for (const size of sizes) {
		const desk = await shelf.shared(size);
		desks.push(desk);
		ducks.push(await openDuckdb(desk));
	}
	const asked = askAsStaff(new URLSearchParams('interval=month'), new Date());
	if (!asked.ok) throw new Error('the question of the benchmark does not stand');
	const rows: Table['rows'] = [];
	const sums = desks.map(() => 0);
	for (const { name, database, duckdb, isOnPage } of dashboardQuestions(asked.question)) {
		const tasks: Record<string, Task> = {};
		desks.forEach(({ straight }, index) => {
			tasks[`database ${index}`] = { run: () => straight.query(database.text, database.values) };
			tasks[`duckdb ${index}`] = { run: () => ducks[index]!.ask(duckdb) };
		});
		const took = await interleave(tasks, rounds);
		const times = (way: string) => desks.map((_, index) => took[`${way} ${index}`]!);
		const [fromDatabase, fromDuckdb] = [times('database'), times('duckdb')];
		if (isOnPage) fromDatabase.forEach((time, index) => (sums[index]! += time));
		const growth = fromDatabase.at(-1)! / fromDatabase[0]!;
		const ratio = fromDatabase.at(-1)! / fromDuckdb.at(-1)!;
		rows.push([
			name,
			...fromDatabase,
			growth,
			growth <= mostGrowth ? 'PASS' : 'over',
			...fromDuckdb,
			ratio,
			ratio <= 1 ? 'PASS' : 'over'
		]);
	}
	for (const duck of ducks) duck.close();
	const names = sizes.map(short);
	return [
		{
			benchmark: 'dashboards',
			backend: shelf.backend,
			title: `Questions of the dashboards, ${shelf.backend}`,
			columns: [
				'ms (median)',
				...names.map((size) => `database ${size}`),
				`${names.at(-1)} / ${names[0]}`,
				`≤ ${mostGrowth}`,
				...names.map((size) => `DuckDB ${size}`),
				`database / DuckDB ${names.at(-1)}`,
				'≤ 1'
			],
			rows
		},
		await pageTable(shelf, desks, asked.question, sums)
	];
}

/** The numbers of the page as the server gets them, beside the questions they are made of. */
async function pageTable(
	{ backend }: DeskShelf,
	desks: BenchDesk[],
	question: StaffQuestion,
	sums: number[]
): Promise<Table> {
	const tasks: Record<string, Task> = {};
	for (const [index, { desk }] of desks.entries()) {
		const client = await signIn(desk, `bench-${index}@example.org`, 'committee');
		tasks[String(index)] = { run: () => loadDashboard(desk, client, question) };
	}
	const took = await interleave(tasks, rounds);
	return {
		benchmark: 'dashboards',
		backend,
		title: `The page of a dashboard, ${backend}`,
		columns: ['ms (median)', 'page', 'its questions', 'page / questions', `≤ ${mostOfPage}`],
		rows: desks.map(({ reports }, index) => {
			const page = took[String(index)]!;
			const ratio = page / sums[index]!;
			return [short(reports), page, sums[index]!, ratio, ratio <= mostOfPage ? 'PASS' : 'over'];
		})
	};
}
