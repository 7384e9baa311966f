import * as keys from '#lib/server/keys.ts';
import { oneOf, readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about:
		'Shows the keys personal data is encrypted with, makes a new one and encrypts everything with it, or forgets one that is no longer in use.',
	usage: 'keys <list|rotate|drop <id>>',
	async run(args) {
		const { positionals } = readArguments({ args, allowPositionals: true });
		const act = oneOf(['list', 'rotate', 'drop'], positionals[0], 'the act');
		const id = positionals[1];
		if (positionals.length !== (act === 'drop' ? 2 : 1) || id === '') {
			throw new WrongUse(act === 'drop' ? 'drop names one key' : 'one act at a time');
		}
		await withDesk(async (desk) => {
			if (act === 'rotate') {
				const { current, rows } = await keys.rotate(desk, (done) =>
					console.error(`${done} encrypted anew`)
				);
				console.log(`Key ${current} is current; ${rows} rows were encrypted anew.`);
			} else if (act === 'drop') {
				await keys.drop(desk, id!);
				console.log(`Key ${id} is gone.`);
			} else {
				for (const { id, is_current, rows } of await keys.list(desk)) {
					console.log(`${id}\t${is_current ? 'current' : 'old'}\t${rows} rows`);
				}
			}
		});
	}
} satisfies Command;
