import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import type { Client } from '../db/client.ts';
import type { Desk } from '../desk.ts';
import * as cases from './cases.ts';

const mostReports = 10;
/** The term that is proposed for an answer at a hearing. */
const usualTermDays = 14;

/** What the page of a case shows; null when there is none that this visitor may read. */
export async function loadCase(
	desk: Desk,
	client: Client,
	reference: string,
	before: number | undefined
) {
	const [shown, listed] = await Promise.all([
		cases.read(client, reference),
		cases.listReports(client, reference, { before, most: mostReports + 1 })
	]);
	if (!shown) return null;
	const rows = listed.slice(0, mostReports);
	const today = dayOf(desk.now());
	const numbers = shown.numbers.flatMap(({ first_number, last_number }) => [
		first_number,
		last_number
	]);
	return {
		shown,
		rows,
		older: listed.length > mostReports ? rows.at(-1)!.report_id : null,
		isFirst: before === undefined,
		/** Numbers as one writes them. */
		numbers: Object.fromEntries(numbers.map((number) => [number, writeNumber(number)])),
		today,
		dueOn: addDays(today, usualTermDays)
	};
}
