import { setImmediate } from 'node:timers/promises';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import type { CallingNumber } from '#lib/domain/callers/calling-number.ts';
import { findCallers } from '#lib/domain/callers/find-callers.ts';
import type { Desk } from '../desk.ts';

export type CallerRun = {
	as_of: string;
	/** How many numbers were looked at. */
	numbers: number;
	found: number;
	renewed: number;
	/** Put aside before, and not grown since. */
	muted: number;
	/** Waited, and was not found again. */
	gone: number;
};

const daysBack = 365;
/** The most reported ones: what a run holds in memory and how long it takes stay bounded. */
const mostNumbers = 4000;

/** Groups the numbers that nobody is known for, and keeps what it finds. Run again it renews. */
export async function runCallers(desk: Desk, as_of = dayOf(desk.now())): Promise<CallerRun> {
	const { sql } = desk.backend;
	const numbers = await sql.query<CallingNumber>(
		'select * from public.numbers_without_owner($1::date, $2::integer)',
		[addDays(as_of, -daysBack), mostNumbers]
	);
	const found = await findCallers(numbers, () => setImmediate());
	const grouped = found.map(({ numbers, strength, reasons }) => ({ numbers, strength, reasons }));
	const [kept] = await sql.query<{ told: Omit<CallerRun, 'as_of' | 'numbers'> }>(
		'select public.keep_likely_callers($1::text::jsonb, $2::date, $3::integer) as told',
		[JSON.stringify(grouped), as_of, numbers.length]
	);
	return { as_of, numbers: numbers.length, ...kept!.told };
}
