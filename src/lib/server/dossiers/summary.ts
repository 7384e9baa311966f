import type { ReportWithFiles } from './load-reports.ts';

/** What the index of a dossier tells, counted while its reports go by. */
export type Summary = {
	reports: number;
	contacts: number;
	answered: number;
	files: number;
	first_on: string | null;
	last_on: string | null;
	byMonth: Map<string, number>;
	byCategory: Map<string, number>;
	byProvince: Map<string, number>;
	byOrganisation: Map<string, number>;
	byFinding: Map<string, { likely: number; possible: number }>;
};

export const emptySummary = (): Summary => ({
	reports: 0,
	contacts: 0,
	answered: 0,
	files: 0,
	first_on: null,
	last_on: null,
	byMonth: new Map(),
	byCategory: new Map(),
	byProvince: new Map(),
	byOrganisation: new Map(),
	byFinding: new Map()
});

const count = (counts: Map<string, number>, key: string) =>
	counts.set(key, (counts.get(key) ?? 0) + 1);

/** Adds a report to the summary. */
export function addToSummary(summary: Summary, report: ReportWithFiles): void {
	summary.reports += 1;
	summary.contacts += report.contacts.length;
	summary.answered += report.answers.length > 0 ? 1 : 0;
	summary.files += report.files.length;
	const day = report.counted_on;
	if (summary.first_on === null || day < summary.first_on) summary.first_on = day;
	if (summary.last_on === null || day > summary.last_on) summary.last_on = day;
	count(summary.byMonth, day.slice(0, 7));
	for (const { code } of report.categories) count(summary.byCategory, code);
	count(summary.byProvince, report.province ?? '');
	count(summary.byOrganisation, report.organisation ?? '');
	for (const { rule_id, outcome } of report.findings) {
		const known = summary.byFinding.get(rule_id) ?? { likely: 0, possible: 0 };
		if (outcome === 'likely') known.likely += 1;
		else known.possible += 1;
		summary.byFinding.set(rule_id, known);
	}
}

/** The largest first. */
export const largest = (counts: Map<string, number>, most: number) =>
	[...counts].sort(([, one], [, other]) => other - one).slice(0, most);

/** Every month from the first to the last, also those without a report. */
export function monthsOf({ byMonth }: Summary): { month: string; value: number }[] {
	const known = [...byMonth.keys()].sort();
	if (known.length === 0) return [];
	const months: { month: string; value: number }[] = [];
	for (let month = known[0]!; month <= known.at(-1)!; month = nextMonth(month)) {
		months.push({ month, value: byMonth.get(month) ?? 0 });
	}
	return months;
}

function nextMonth(month: string): string {
	const [year, number] = month.split('-').map(Number) as [number, number];
	return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
