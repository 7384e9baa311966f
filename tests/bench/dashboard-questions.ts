import type { StaffQuestion } from '../../src/lib/domain/trends/staff-question.ts';

/** The same question twice: of the roll-ups, and of the rows in DuckDB. */
export type DashboardQuestion = {
	name: string;
	database: { text: string; values: unknown[] };
	duckdb: string;
	/** Does the page ask it, without any filter? */
	isOnPage: boolean;
};

/** All that a dashboard asks over a year by month, and the ways in which it is narrowed down. */
export function dashboardQuestions({ from, to }: StaffQuestion): DashboardQuestion[] {
	const period = `counted_on between date '${from}' and date '${to}'`;
	const delivered = `delivered_on between date '${from}' and date '${to}'`;
	const reports = (
		name: string,
		group: string,
		filters: Record<string, string> = {},
		grain = 'month',
		first = from
	): DashboardQuestion => {
		const names = Object.keys(filters);
		const isOfCategory = group === 'category' || 'category' in filters;
		const conditions = Object.entries(filters).map(([key, value]) => ` and ${key} = '${value}'`);
		return {
			name,
			isOnPage: names.length === 0 && grain === 'month',
			database: {
				text: `select * from public.count_reports($1::text, $2::text[], $3::date, $4::date${names.map((key, index) => `, ${key} => $${index + 5}::text`).join('')})`,
				values: [grain, [group], first, to, ...Object.values(filters)]
			},
			duckdb: `select ${group}, date_trunc('${grain}', counted_on), count(*) from reports
				${isOfCategory ? 'join categories using (report_id)' : ''}
				where counted_on between date '${first}' and date '${to}'${conditions.join('')} group by all`
		};
	};
	const facet = (
		name: string,
		of: string,
		duckdb: string,
		filters: Record<string, string> = {}
	): DashboardQuestion => ({
		name,
		isOnPage: Object.keys(filters).length === 0,
		database: {
			text: `select * from public.count_facets($1::text, $2::date, $3::date${Object.keys(filters)
				.map((key, index) => `, ${key} => $${index + 4}::text`)
				.join('')})`,
			values: [of, from, to, ...Object.values(filters)]
		},
		duckdb
	});
	const hours = (condition = '') =>
		`select hour, isodow(counted_on), count(*) from reports
		where hour is not null and ${period}${condition} group by all`;
	return [
		reports('by kind', 'kind'),
		reports('by kind a week', 'kind', {}, 'week'),
		reports('by kind a day', 'kind', {}, 'day'),
		reports('by category', 'category'),
		reports('by channel', 'channel'),
		reports('by sector', 'sector'),
		reports('by province', 'province'),
		reports('complaints by sector', 'sector', { kind: 'complaint' }),
		reports('energy by kind', 'kind', { sector: 'energy' }),
		reports('energy by category', 'category', { sector: 'energy' }),
		reports('phone by sector', 'sector', { channel: 'phone' }),
		reports('phone by category', 'category', { channel: 'phone' }),
		reports('pushiness by province', 'province', { category: 'pushiness' }),
		facet('weekday and hour', 'hour', hours()),
		facet('weekday and hour, phone', 'hour', hours(" and channel = 'phone'"), { channel: 'phone' }),
		facet(
			'weekday and hour, energy complaints',
			'hour',
			hours(" and sector = 'energy' and kind = 'complaint'"),
			{
				sector: 'energy',
				kind: 'complaint'
			}
		),
		facet(
			'by sub-category',
			'sub_category',
			`select sub_category, counted_on, count(*) from reports join categories using (report_id)
			where sub_category is not null and ${period} group by all`
		),
		facet(
			'by verification',
			'verification',
			`select verification, counted_on, count(*) from reports where ${period} group by all`
		),
		facet(
			'how it is answered',
			'answer',
			`select least(answer_days, 61), delivered_on, count(*) from reports
			where ${delivered} group by all`
		),
		facet(
			'how energy answers',
			'answer',
			`select least(answer_days, 61), delivered_on, count(*) from reports
			where ${delivered} and sector = 'energy' group by all`,
			{ sector: 'energy' }
		),
		{
			name: 'organisations reported most',
			isOnPage: true,
			database: {
				text: 'select * from public.rank_organisations($1, $2::date, $3::date, most => 15)',
				values: ['month', from, to]
			},
			duckdb: `select organisation_id, count(*) from reports
				where organisation_id is not null and ${period} group by all order by 2 desc limit 15`
		},
		{
			name: 'funnel of verdicts',
			isOnPage: true,
			database: {
				text: 'select * from public.verdicts_by_organisation($1::date, $2::date)',
				values: [from, to]
			},
			duckdb: `select organisation_id, verdict, count(*) from reports
				where ${delivered} group by all`
		}
	];
}
