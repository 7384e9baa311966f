import type { Sql } from '../backend/backend.ts';
import type { Column } from '../spreadsheets/spreadsheet.ts';

/** A report as the operator takes it along: all the desk knows, but for who sent it. */
export type ExportedReport = {
	reference: string;
	kind: string;
	channel: string;
	state: string;
	outcome: string | null;
	is_counted: boolean;
	origin: string;
	counted_on: string;
	contacts: string[];
	filed_at: string;
	sector: string;
	organisation_id: string | null;
	organisation: string | null;
	organisation_match: string | null;
	stated_organisation: string | null;
	caller_number: string | null;
	categories: string[];
	province: string | null;
	postcode4: number | null;
	locale: string;
	delivered_at: string | null;
	answer_due_at: string | null;
	answer_type: string | null;
	answer_reason: string | null;
	answer_text: string | null;
	answered_at: string | null;
	verdict: string | null;
	findings: string[];
	facts: Record<string, unknown>;
	narrative: string | null;
};

export type Period = { first_on: string; last_on: string };

/**
 * The reports whose first contact fell in a period, by that day: those the trends count there, and
 * those that were held or withdrawn; so many at a time. Within a transaction, so that they are of
 * one moment.
 */
export async function* exportedReports(
	sql: Sql,
	{ first_on, last_on }: Period,
	pageSize: number
): AsyncGenerator<ExportedReport[]> {
	await sql.query(`declare exported no scroll cursor for ${select}`, [first_on, last_on]);
	for (;;) {
		const rows = await sql.query<{ report: string }>(`fetch ${pageSize} from exported`);
		if (rows.length === 0) break;
		yield rows.map(({ report }) => JSON.parse(report) as ExportedReport);
	}
	await sql.execute('close exported');
}

const select = `
	select json_build_object('reference', reference, 'kind', kind, 'channel', channel, 'state', state,
		'outcome', outcome, 'is_counted', is_counted, 'origin', origin, 'counted_on', counted_on,
		'contacts', array(select case when is_time_known then to_json(contact_at)#>>'{}'
				else (contact_at at time zone 'Europe/Amsterdam')::date::text end
			from hub.report_contacts where report_contacts.report_id = reports.report_id order by position),
		'filed_at', filed_at, 'sector', reports.sector,
		'organisation_id', reports.organisation_id, 'organisation', organisations.name,
		'organisation_match', organisation_match, 'stated_organisation', organisation_name,
		'caller_number', caller_number,
		'categories', array(select category from hub.report_categories
			where report_categories.report_id = reports.report_id order by is_primary desc, category),
		'province', province, 'postcode4', postcode4, 'locale', locale,
		'delivered_at', delivered_at, 'answer_due_at', answer_due_at,
		'answer_type', answer.answer_type, 'answer_reason', answer.reason, 'answer_text', answer.text,
		'answered_at', answer.answered_at, 'verdict', answer.verdict,
		'findings', array(select rule_id from hub.report_findings
			where report_findings.report_id = reports.report_id order by rule_id),
		'facts', facts, 'narrative', narrative)::text as report
	from hub.reports
	left join hub.organisations using (organisation_id)
	left join lateral (
		select answer_type, reason, text, answered_at, verdict from hub.report_answers
		where report_answers.report_id = reports.report_id order by answer_id desc limit 1
	) as answer on true
	where counted_on between $1 and $2
	order by counted_on, reports.report_id`;

const text = (name: keyof ExportedReport): Column<ExportedReport> => ({
	heading: name,
	valueOf: (report) => report[name] as string | number | null
});
const list = (name: 'contacts' | 'categories' | 'findings'): Column<ExportedReport> => ({
	heading: name,
	valueOf: (report) => report[name].join(' ')
});
const moment = (name: keyof ExportedReport) => ({ ...text(name), kind: 'moment' as const });

/** The same in columns, with the names they have in JSON. */
export const exportColumns: readonly Column<ExportedReport>[] = [
	...(['reference', 'kind', 'channel', 'state', 'outcome'] as const).map(text),
	{ heading: 'is_counted', valueOf: ({ is_counted }) => String(is_counted) },
	text('origin'),
	{ ...text('counted_on'), kind: 'day' },
	list('contacts'),
	moment('filed_at'),
	...(
		[
			'sector',
			'organisation_id',
			'organisation',
			'organisation_match',
			'stated_organisation',
			'caller_number'
		] as const
	).map(text),
	list('categories'),
	...(['province', 'postcode4', 'locale'] as const).map(text),
	moment('delivered_at'),
	moment('answer_due_at'),
	...(['answer_type', 'answer_reason', 'answer_text'] as const).map(text),
	moment('answered_at'),
	text('verdict'),
	list('findings'),
	{ heading: 'facts', valueOf: ({ facts }) => JSON.stringify(facts) },
	text('narrative')
];
