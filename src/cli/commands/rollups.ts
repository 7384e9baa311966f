import { oneOf, readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

type Difference = { counts: string; combination: string; counted: string; recounted: string };

export default {
	about: 'Compares the counts behind the trends with a recount of the reports, or makes them anew.',
	usage: 'rollups <verify|rebuild>',
	async run(args) {
		const { positionals } = readArguments({ args, allowPositionals: true });
		const act = oneOf(['verify', 'rebuild'], positionals[0], 'the act');
		if (positionals.length > 1) throw new WrongUse('one act at a time');
		await withDesk(async ({ backend }) => {
			if (act === 'rebuild') {
				await backend.sql.query('select public.rebuild_report_counts()');
				console.log('The counts have been made anew from the reports.');
				return;
			}
			const differences = await backend.sql.query<Difference>(
				'select * from public.verify_report_counts()'
			);
			for (const { counts, combination, counted, recounted } of differences) {
				console.log(`${counts}\t${combination}\t${counted} counted\t${recounted} recounted`);
			}
			if (differences.length > 0) {
				throw new Error(`${differences.length} counts differ from a recount`);
			}
			console.log('All counts equal a recount of the reports.');
		});
	}
} satisfies Command;
