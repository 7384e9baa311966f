import { daysLeft } from '#lib/domain/calendar/days-left.ts';
import { nextTerm } from '#lib/domain/objection/next-term.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InboxRow, RequestRow, loadOverview } from '#lib/server/reports/inbox.ts';
import { sayLeft } from './portal-words.ts';

/** One thing to do, on one line. */
export type Task = {
	path: string;
	reference: string;
	text: string;
	left: string;
	is_over: boolean;
	is_today: boolean;
	has_message: boolean;
};

type Saying = { slug: string; now: Date; labelOf: (category: string) => string; locale: string };

/** After this many days it is urgent. */
const soonDays = 3;

/** What is to be done, the most urgent first; nothing stands under two heads. */
export function toTasks(
	{ reports, counts, requests }: Awaited<ReturnType<typeof loadOverview>>,
	saying: Saying
) {
	const { now } = saying;
	const leftOf = (row: RequestRow) => daysLeft(nextTerm(row, now), now);
	const asked = [...requests].sort((a, b) => leftOf(a) - leftOf(b));
	const within = (test: (days: number) => boolean) =>
		asked.filter((row) => test(leftOf(row))).map((row) => requestTask(row, saying));
	const told = new Set<string>();
	const fresh = (rows: InboxRow[]) =>
		rows
			.filter(({ reference }) => !told.has(reference) && told.add(reference))
			.map((row) => reportTask(row, saying));
	const count = (test: (days: number) => boolean) => within(test).length;
	return {
		/** How much stands under each head, also of what is not listed. */
		totals: {
			overdue: counts.overdue! + count((days) => days < 0),
			soon: counts.soon! + count((days) => days >= 0 && days <= soonDays),
			reopened: counts.reopened!,
			new: counts.new!,
			requests: count((days) => days > soonDays)
		},
		overdue: [...fresh(reports.overdue), ...within((days) => days < 0)],
		soon: [...fresh(reports.soon), ...within((days) => days >= 0 && days <= soonDays)],
		reopened: fresh(reports.reopened),
		fresh: fresh(reports.new),
		requests: within((days) => days > soonDays)
	};
}

function reportTask(row: InboxRow, { slug, now, labelOf }: Saying): Task {
	const number = row.caller_number && writeNumber(row.caller_number);
	const about = row.categories[0] ? labelOf(row.categories[0]) : m.portal_no_category();
	return {
		path: `/portaal/${slug}/meldingen/${row.reference}`,
		reference: row.reference,
		text: [about, number].filter(Boolean).join(' · '),
		left: sayLeft(row.due_at, now),
		is_over: daysLeft(row.due_at, now) < 0,
		is_today: daysLeft(row.due_at, now) === 0,
		has_message: row.has_message
	};
}

function requestTask(row: RequestRow, { slug, now }: Saying): Task {
	const term = nextTerm(row, now);
	return {
		path: `/portaal/${slug}/verzoeken/${row.reference}`,
		reference: row.reference,
		text: row.kind === 'objection' ? m.portal_request_objection() : m.portal_request_proof(),
		left: sayLeft(term, now),
		is_over: daysLeft(term, now) < 0,
		is_today: daysLeft(term, now) === 0,
		has_message: false
	};
}
