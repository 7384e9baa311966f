import { isDay } from '#lib/domain/calendar/days.ts';
import { exportFormats, exportReports } from '#lib/server/exports/export-reports.ts';
import { oneOf, readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about:
		'Writes the reports whose first contact fell in a period to standard output, with all but who sent them.',
	usage: `export --from <date> --to <date> --format <${exportFormats.join('|')}>`,
	async run(args) {
		const { values, positionals } = readArguments({
			args,
			allowPositionals: true,
			options: { from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string' } }
		});
		if (positionals.length > 0) throw new WrongUse('it is written to standard output');
		const format = oneOf(exportFormats, values.format, '--format');
		const first_on = day(values.from, '--from');
		const last_on = day(values.to, '--to');
		if (first_on > last_on) throw new WrongUse('--from is not after --to');
		if (format === 'xlsx' && process.stdout.isTTY) {
			throw new WrongUse('a workbook goes to a file: … > reports.xlsx');
		}
		await withDesk(async ({ backend }) => {
			const count = await exportReports(backend.sql, { first_on, last_on }, format, process.stdout);
			console.error(`${count} reports`);
		});
	}
} satisfies Command;

function day(given: string | undefined, name: string): string {
	if (given === undefined || !isDay(given)) throw new WrongUse(`${name} is a date, 2026-07-01`);
	return given;
}
