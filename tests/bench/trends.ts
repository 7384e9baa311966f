import { tableDimensions, tableRange } from '#lib/domain/trends/publish.ts';
import type { TrendsQuestion } from '#lib/domain/trends/question.ts';
import { loadPublic } from '#lib/server/trends/trends.ts';
import type { BenchDesk, DeskShelf } from './desks.ts';
import { compareSizes } from './compare-sizes.ts';
import { questionNames, questionOf } from './questions.ts';
import type { Table } from './table.ts';

/** The trends page's questions, answered by the desk and counted from the reports. */
export async function trends(shelf: DeskShelf, sizes: number[]): Promise<Table[]> {
	const desks: BenchDesk[] = [];
	for (const size of sizes) desks.push(await shelf.shared(size));
	const now = new Date();
	return compareSizes({
		benchmark: 'trends',
		backend: shelf.backend,
		title: 'Trends',
		desks,
		rounds: 24,
		cases: questionNames.map((name) => {
			const question = questionOf(name, now);
			return {
				name,
				answer: ({ desk }) => loadPublic(desk, question),
				inDatabase: ({ straight }) => askFunction(straight, question),
				recount: ({ straight }) => recount(straight, question)
			};
		})
	});
}

/** What the desk asks its database: the whole table that the question is about. */
function askFunction({ query }: BenchDesk['straight'], question: TrendsQuestion) {
	const { from, to } = tableRange(question);
	return query(
		'select * from public.count_reports($1::text, $2::text[], $3::date, $4::date, organisation_id => $5::uuid)',
		[question.interval, tableDimensions(question), from, to, question.organisation ?? null]
	);
}

/** The same question without roll-ups, of the part that is shown alone: the least that is needed. */
function recount({ query }: BenchDesk['straight'], question: TrendsQuestion) {
	const { group_by, interval, from, to, filters } = question;
	const column = (dimension: string) =>
		dimension === 'category' ? 'report_categories.category' : `reports.${dimension}`;
	const hasCategory = group_by === 'category' || 'category' in filters;
	const conditions = Object.keys(filters).map(
		(dimension, index) => `and ${column(dimension)} = $${index + 3}`
	);
	return query(
		`select date_trunc('${interval}', counted_on::timestamp)::date as period,
			${group_by === 'none' ? "'total'" : column(group_by)} as key, count(*) as count
		from hub.reports ${hasCategory ? 'join hub.report_categories using (report_id)' : ''}
		where is_counted and counted_on between $1::date and $2::date ${conditions.join(' ')}
		group by 1, 2`,
		[from, to, ...Object.values(filters)]
	);
}
