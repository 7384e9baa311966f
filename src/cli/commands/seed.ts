import { fillDemo } from '#lib/server/demo/fill.ts';
import { readArguments, wholeNumber, WrongUse, type Command } from '../command.ts';
import { showProgress } from '../progress.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about: 'Loads the reference data; with --demo also invented organisations, reports and people.',
	usage: 'seed [--demo] [--reports <number>] [--seed <number>]',
	async run(args) {
		const { values } = readArguments({
			args,
			options: {
				demo: { type: 'boolean', default: false },
				reports: { type: 'string' },
				seed: { type: 'string' }
			}
		});
		if (!values.demo && (values.reports ?? values.seed) !== undefined) {
			throw new WrongUse('--reports and --seed go with --demo');
		}
		const reports = wholeNumber(values.reports ?? '3000', '--reports', 0);
		const seed = wholeNumber(values.seed ?? '1', '--seed', 0);
		await withDesk(async (desk) => {
			console.log('The reference data is loaded.');
			if (!values.demo) return;
			const progress = showProgress(reports);
			const { filed, organisations } = await fillDemo(desk, { reports, seed }, (done) =>
				progress.update(Math.min(done, reports), done)
			).finally(progress.stop);
			console.log(`${filed} invented reports filed about ${organisations} organisations.`);
		});
	}
} satisfies Command;
