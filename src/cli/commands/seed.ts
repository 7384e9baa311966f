import { readArguments, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about: 'Loads the reference data.',
	usage: 'seed',
	async run(args) {
		readArguments({ args });
		await withDesk(async () => {
			console.log('The reference data is loaded.');
		});
	}
} satisfies Command;
