import { readArguments, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about: 'Brings the database and its reference data up to date.',
	usage: 'migrate',
	async run(args) {
		readArguments({ args });
		await withDesk(async ({ backend }) => {
			const [{ count, last }] = (await backend.sql.query<{ count: number; last: string }>(
				"select count(*)::int as count, max(version || '_' || name) as last from supabase_migrations.schema_migrations"
			)) as [{ count: number; last: string }];
			console.log(`The database is up to date: ${count} migrations, the last is ${last}.`);
		});
	}
} satisfies Command;
