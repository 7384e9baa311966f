import { isDay } from '#lib/domain/calendar/days.ts';
import * as callers from '#lib/server/callers/callers.ts';
import { runCallers } from '#lib/server/callers/run.ts';
import { readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about:
		'Groups numbers that nobody is known for to likely callers, and keeps what it finds for the committee.',
	usage: 'callers [--as-of <date>] [--json]',
	async run(args) {
		const { values, positionals } = readArguments({
			args,
			allowPositionals: true,
			options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		if (positionals.length > 0) throw new WrongUse('no argument is needed');
		const as_of = values['as-of'];
		if (as_of !== undefined && !isDay(as_of)) throw new WrongUse('--as-of is a date, 2026-07-01');
		await withDesk(async (desk) => {
			const run = await runCallers(desk, as_of);
			const waiting = await callers.list(desk.service, ['new']);
			if (values.json) {
				console.log(JSON.stringify({ ...run, callers: waiting }));
				return;
			}
			console.log(
				`${run.numbers} numbers looked at: ${run.found} new, ${run.renewed} renewed, ` +
					`${run.muted} put aside before, ${run.gone} gone`
			);
			for (const { numbers, report_count, strength } of waiting) {
				console.log(
					`${report_count} complaints\tweight ${strength.toFixed(1)}\t${numbers.join(', ')}`
				);
			}
		});
	}
} satisfies Command;
