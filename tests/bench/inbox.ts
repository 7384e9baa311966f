import type { Client } from '#lib/server/db/client.ts';
import * as inbox from '#lib/server/reports/inbox.ts';
import * as ownFigures from '#lib/server/trends/own-figures.ts';
import { signIn } from '../support/desk.ts';
import { compareSizes } from './compare-sizes.ts';
import type { BenchDesk, DeskShelf } from './desks.ts';
import type { Table } from './table.ts';

/** An organisation of the bench, and somebody who works there. */
type Employer = { id: string; user_id: string; client: Client };

/** How many reports the organisation has, as far as there is one: the same at every size, and what grows. */
const employers = { 'with 300 reports': 300, 'with the most': Infinity };

const mostOnPage = 51;
const filters = { waiting: { tab: 'waiting' }, all: { tab: 'all' } } as const;

/** The inbox and the figures of one organisation, among more and more reports of others. */
export async function ownCases(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const desks: BenchDesk[] = [];
	for (const size of sizes) desks.push(await shelf.uncounted(size));
	const known = new Map<BenchDesk, Record<string, Employer>>();
	for (const bench of desks) known.set(bench, await findEmployers(bench));
	const year = { from: daysAgo(365), to: daysAgo(0) };

	const cases = Object.keys(employers).flatMap((name) => {
		const at = (bench: BenchDesk) => known.get(bench)![name]!;
		return [
			...Object.entries(filters).map(([tab, asked]) => ({
				name: `inbox, ${tab}, ${name}`,
				answer: (bench: BenchDesk) => {
					const { client, id } = at(bench);
					return inbox.list(client, id, asked, mostOnPage);
				},
				inDatabase: (bench: BenchDesk) =>
					asMember(
						bench,
						at(bench),
						'select public.list_own_reports($1::uuid, $2::text::jsonb, $3)',
						[at(bench).id, JSON.stringify(asked), mostOnPage]
					),
				recount: ({ straight }: BenchDesk) => straight.query(recountInbox, [])
			})),
			{
				name: `overview, ${name}`,
				answer: (bench: BenchDesk) => inbox.loadOverview(at(bench).client, at(bench).id),
				inDatabase: (bench: BenchDesk) =>
					asMember(bench, at(bench), 'select public.portal_overview($1::uuid)', [at(bench).id]),
				recount: ({ straight }: BenchDesk) => straight.query(recountInbox, [])
			},
			{
				name: `figures of a year, ${name}`,
				answer: (bench: BenchDesk) =>
					ownFigures.load(bench.desk, at(bench).client, at(bench).id, year),
				inDatabase: (bench: BenchDesk) =>
					asMember(
						bench,
						at(bench),
						'select public.own_figures($1::uuid, $2::date, $3::date, now())',
						[at(bench).id, year.from, year.to]
					),
				recount: ({ straight }: BenchDesk) => straight.query(recountFigures, [year.from, year.to])
			}
		];
	});
	return compareSizes({
		benchmark: 'inbox',
		backend: shelf.backend,
		title: 'Inbox and figures of an organisation',
		desks,
		rounds: 24,
		cases
	});
}

const daysAgo = (days: number) =>
	new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The organisations that come nearest to having so many reports, each with a reader. */
async function findEmployers(bench: BenchDesk): Promise<Record<string, Employer>> {
	const found: Record<string, Employer> = {};
	for (const [index, [name, reports]] of Object.entries(employers).entries()) {
		const [row] = await bench.straight.query<{ id: string }>(
			`select organisation_id as id from hub.reports where delivered_at is not null group by organisation_id
			order by abs(count(*) - $1::float8), count(*) desc limit 1`,
			[Math.min(reports, 1e9)]
		);
		const email = `reader${index}@example.org`;
		const client = await signIn(bench.desk, email, 'organisation_member', row!.id);
		const [user] = await bench.straight.query<{ id: string }>(
			'select id from auth.users where email = $1',
			[email]
		);
		found[name] = { id: row!.id, user_id: user!.id, client };
	}
	return found;
}

/** As the gateway asks, without the gateway. */
function asMember({ straight }: BenchDesk, { user_id }: Employer, text: string, values: unknown[]) {
	return straight.transaction(async (inside) => {
		await inside.query(
			`select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
				set_config('role', 'authenticated', true)`,
			[JSON.stringify({ sub: user_id, role: 'authenticated' }), user_id]
		);
		await inside.query(text, values);
	});
}

/** Without an index of its own: what waits, of every organisation. */
const recountInbox = `
select organisation_id, count(*) from hub.reports
where delivered_at is not null and state in ('open', 'seen', 'reopened', 'expired') group by organisation_id`;

const recountFigures = `
select organisation_id, kind, count(*) from hub.reports
where is_counted and counted_on between $1::date and $2::date group by organisation_id, kind`;
