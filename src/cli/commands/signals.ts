import { isDay } from '#lib/domain/calendar/days.ts';
import { runSignals } from '#lib/server/signals/run.ts';
import * as signals from '#lib/server/signals/signals.ts';
import { readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about:
		'Looks for series of complaints that rose above what their past lets expect, and keeps what it finds.',
	usage: 'signals [--as-of <date>] [--json]',
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
			const run = await runSignals(desk, as_of);
			const open = await signals.list(desk.service, ['new', 'seen', 'in_case']);
			if (values.json) {
				console.log(
					JSON.stringify({ ...run, note, signals: open.map(({ weeks: _, ...rest }) => rest) })
				);
				return;
			}
			console.log(
				`${run.series} series judged through the week of ${run.judged_through}: ` +
					`${run.found} new, ${run.renewed} renewed, ${run.muted} dismissed before`
			);
			for (const one of open) {
				console.log(
					[
						`${one.since_on} – ${one.last_on}`,
						subjectOf(one),
						`${one.observed} seen, ${one.expected.toFixed(1)} expected, bound ${one.bound.toFixed(1)}`,
						one.state
					].join('\t')
				);
			}
			console.log(note);
		});
	}
} satisfies Command;

const note =
	'Only rises are told: fewer reports do not show that people are called less, or better.';

function subjectOf(one: signals.Signal): string {
	const { kind, organisation_name, sector, category, channel, first_number, last_number } = one;
	const parts = [organisation_name, sector, category, channel, first_number];
	const range = last_number && last_number !== first_number ? `– ${last_number}` : '';
	return [kind, ...parts.filter(Boolean), range].filter(Boolean).join(' ');
}
