import { stringify } from 'csv-stringify/sync';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { blockedNumbers, canBeBlocked, type Blocklist } from '#lib/domain/blocklist/blocklist.ts';
import { anonymise, openColumns, type Group } from '#lib/domain/open-data/anonymise.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

/* What anybody may take along as a whole. It is made once in a while and kept by this process. */

const keptMs = 15 * 60_000;
const mostKept = 36;
const kept = new WeakMap<Desk, Map<string, { until: number; made: Promise<unknown> }>>();

/**
 * The counted reports of a month that is over, a row each, as far as at least five are alike.
 * @param month its first day
 * @throws Refused `month_not_over`
 */
export function reportsOf(desk: Desk, month: string): Promise<string> {
	if (month.slice(0, 7) >= dayOf(desk.now()).slice(0, 7)) throw new Refused('month_not_over', 422);
	return keep(desk, month, async () => {
		const answer = await desk.service.rpc('count_month_for_open_data', { month });
		const groups = unwrap('count_month_for_open_data', answer).map(
			({ report_count, ...row }): Group => ({
				values: openColumns.map((column) => row[column]),
				count: report_count
			})
		);
		return inRows(month.slice(0, 7), anonymise(groups));
	});
}

function inRows(month: string, groups: readonly Group[]): string {
	const line = ({ values }: Group) => stringify([[month, ...values]]);
	return [
		stringify([['month', ...openColumns]]),
		...groups.map((group) => line(group).repeat(group.count))
	].join('');
}

/** The numbers to block, as they were a short while ago at most. */
export function blocklist(desk: Desk): Promise<Blocklist> {
	return keep(desk, 'blocklist', async () => {
		const answer = await desk.service.rpc('list_blocklist', {});
		const numbers = blockedNumbers.parse(unwrap('list_blocklist', answer));
		return {
			made_at: desk.now(),
			about_url: `${desk.env.origin}/over/open-data`,
			numbers: numbers.filter(({ number }) => canBeBlocked(number))
		};
	});
}

function keep<Made>(desk: Desk, key: string, make: () => Promise<Made>): Promise<Made> {
	const answers = kept.get(desk) ?? new Map();
	kept.set(desk, answers);
	const now = desk.now().getTime();
	const known = answers.get(key);
	if (known && known.until > now) return known.made;
	const made = make();
	answers.delete(key);
	answers.set(key, { until: now + keptMs, made });
	// A map keeps the order of arrival: the first one is the oldest.
	if (answers.size > mostKept) answers.delete(answers.keys().next().value!);
	made.catch(() => answers.delete(key));
	return made;
}

/** So many seconds others may keep an answer. */
export const keptSeconds = keptMs / 1000;
