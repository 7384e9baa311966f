import type { BenchDesk, DeskShelf } from './desks.ts';
import { attribute, insertBare } from './bare-statements.ts';
import {
	fileForm,
	inventedForm,
	inventedSubmissions,
	withoutDatabase,
	type Submission
} from './invented-reports.ts';
import { throughput, type Way } from './throughput.ts';
import type { Table } from './table.ts';

/** Filing in ever more complete ways, so that one sees where the time goes. */
export async function filing(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const bench = await shelf.own(sizes[0]!);
	await bench.straight.execute(doNothing);
	const ways = waysToFile(bench);
	const foldAll = () => bench.straight.query('select public.fold_report_counts(100000)');
	const sequential = { rounds: 5, count: 40, inFlight: 1 };
	const atOnce = { rounds: 5, count: 96, inFlight: 16 };
	const alone = await throughput(ways, sequential, foldAll);
	const together = await throughput(ways, atOnce, foldAll);
	return [
		{
			benchmark: 'filing',
			backend: shelf.backend,
			title: `Filing, ${shelf.backend}`,
			columns: ['reports/s', 'one by one', 'of bare', '16 in flight', 'of bare'],
			rows: ways.map(({ name }, index) => [
				name,
				alone[index]!,
				alone[index]! / alone[0]!,
				together[index]!,
				together[index]! / together[0]!
			])
		}
	];
}

function waysToFile({ desk, straight }: BenchDesk): Way[] {
	const submissions = (count: number) => inventedSubmissions(desk, count);
	const each = (name: string, act: (submission: Submission) => Promise<unknown>): Way => ({
		name,
		prepare: async (count) => (await submissions(count)).map((sent) => () => act(sent))
	});
	const forms = (name: string, act: () => Promise<unknown>): Way => ({
		name,
		prepare: async (count) => Array.from({ length: count }, () => act)
	});
	const alone = withoutDatabase(desk, () => {});
	const fileThroughGateway = async (submission: Submission) => {
		const { error } = await desk.service.rpc('file_report', { submission });
		if (error) throw new Error(error.message);
	};
	return [
		{
			name: 'bare statements',
			async prepare(count) {
				const sent = await submissions(count);
				const found = await Promise.all(sent.map((one) => attribute(straight, one)));
				return sent.map((one, index) => () => insertBare(straight, one, found[index]!));
			}
		},
		each('file_report, straight', (sent) =>
			straight.query('select public.file_report($1::jsonb)', [JSON.stringify(sent)])
		),
		each('file_report, through the gateway', fileThroughGateway),
		each('the same without findings, copies and mail', (submission) =>
			fileThroughGateway({ ...submission, ...asAtFirst })
		),
		forms('reports.file: everything', () => fileForm(desk, inventedForm())),
		forms('the gateway alone', async () => {
			const { error } = await desk.service.rpc('bench_nothing' as 'fold_report_counts');
			if (error) throw new Error(error.message);
		}),
		forms('the server alone, no database', () => fileForm(alone, inventedForm()))
	];
}

/** What was filed before rules, near-copies and the outbox came. */
const asAtFirst = { findings: [], narrative_bands: null, email_encrypted: null };

const doNothing = `
create or replace function public.bench_nothing() returns integer language sql return 1;
grant execute on function public.bench_nothing to service_role;
`;
