import { backUp } from '#lib/server/backups/backup.ts';
import { fromHere, readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about:
		'Writes database and files, as they are at one moment, to one file. The secrets stay out unless asked for.',
	usage: 'backup <file> [--with-secrets]',
	async run(args) {
		const { values, positionals } = readArguments({
			args,
			allowPositionals: true,
			options: { 'with-secrets': { type: 'boolean', default: false } }
		});
		if (positionals.length !== 1) throw new WrongUse('one file is needed');
		const file = fromHere(positionals[0]!);
		const withSecrets = values['with-secrets'];
		await withDesk(async (desk) => {
			const manifest = await backUp(desk, file, { withSecrets });
			const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
			const files = manifest.files.filter(({ path }) => path.startsWith('evidence/')).length;
			console.log(`${file}: ${rows} rows of ${manifest.tables.length} tables, ${files} files.`);
			const missing = manifest.left_out.length;
			if (missing > 0) console.log(`${missing} files were not where they were stored.`);
			const { sequence, hash } = manifest.audit_head;
			if (sequence > 0) console.log(`The head of its audit trail is ${sequence}:${hash}`);
			console.log(
				withSecrets
					? 'The secrets are in it: who has this file can read everything.'
					: `The secrets are not in it: keep ${desk.env.secretsFile} elsewhere. Without it nobody can restore this.`
			);
		});
	}
} satisfies Command;
