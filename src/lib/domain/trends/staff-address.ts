import type { StaffQuestion } from './staff-question.ts';

type More = Partial<Record<string, string | number | undefined>>;

/** The address of the dashboard for a question, changed in some ways; undefined takes a part away. */
export function dashboardAddress(question: StaffQuestion, change: More = {}): string {
	const { from, to, interval, compare } = question;
	return written({
		from,
		to,
		interval,
		compare: compare ?? undefined,
		...filtersOf(question),
		...change
	});
}

/** The address of the list of the reports behind a mark: what the figure counts, and what the mark adds. */
export function reportsAddress(question: StaffQuestion, mark: More = {}): string {
	const { from, to } = question;
	return written({ from, to, ...filtersOf(question), counted: 'yes', ...mark });
}

function filtersOf({ filters, organisation }: StaffQuestion): More {
	const { number, number_prefix, ...others } = filters;
	return {
		...others,
		// An address tells a name: the id is looked up anew.
		organisation_id: undefined,
		organisation: organisation ?? undefined,
		number: number ?? (number_prefix && `${number_prefix}*`)
	};
}

function written(parts: More): string {
	const filled = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
	return String(new URLSearchParams(filled.map(([name, value]) => [name, String(value)])));
}
