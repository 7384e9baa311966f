import { retentionDue, runRetention } from '#lib/server/jobs/retention.ts';
import { readArguments, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about: 'Erases what the desk may no longer keep; a server does so by itself every night.',
	usage: 'retention [--dry-run]',
	async run(args) {
		const { values } = readArguments({
			args,
			options: { 'dry-run': { type: 'boolean', default: false } }
		});
		await withDesk(async (desk) => {
			const due = Object.entries(await retentionDue(desk)).sort();
			for (const [kind, amount] of due) console.log(`${kind.padEnd(40)} ${amount}`);
			if (due.length === 0) console.log('Nothing is due to be erased.');
			if (values['dry-run']) return;
			const { erased, failed } = await runRetention(desk);
			console.log(`erased ${erased}`);
			if (failed > 0) throw new Error(`${failed} could not be erased and will be tried again`);
		});
	}
} satisfies Command;
