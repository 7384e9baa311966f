import { restore } from '#lib/server/backups/restore.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { fromHere, readArguments, WrongUse, type Command } from '../command.ts';

export default {
	about:
		'Checks a backup and puts it in the place of an empty desk, or with --replace of whatever is there.',
	usage: 'restore <file> [--replace]',
	async run(args) {
		const { values, positionals } = readArguments({
			args,
			allowPositionals: true,
			options: { replace: { type: 'boolean', default: false } }
		});
		if (positionals.length !== 1) throw new WrongUse('one file is needed');
		const manifest = await restore(readEnvironment(), fromHere(positionals[0]!), {
			replaces: values.replace
		});
		const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
		console.log(`The desk is as it was at ${manifest.made_at}: ${rows} rows.`);
		console.log('Compare it with itself now: gehoord rollups verify, gehoord audit verify.');
	}
} satisfies Command;
