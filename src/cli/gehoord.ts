/*
 * `npm run --silent gehoord -- <command>`: the operator's tool. Results go to standard output,
 * everything else to standard error. Exit code 0 is done, 1 failed, 2 wrong use.
 */
import { WrongUse, type Command } from './command.ts';
import { explain } from './explain.ts';

const commands: Record<string, () => Promise<{ default: Command }>> = {
	migrate: () => import('./commands/migrate.ts'),
	seed: () => import('./commands/seed.ts'),
	invite: () => import('./commands/invite.ts'),
	import: () => import('./commands/import.ts'),
	audit: () => import('./commands/audit.ts'),
	dossier: () => import('./commands/dossier.ts'),
	export: () => import('./commands/export.ts'),
	backup: () => import('./commands/backup.ts'),
	restore: () => import('./commands/restore.ts'),
	rollups: () => import('./commands/rollups.ts'),
	retention: () => import('./commands/retention.ts'),
	classify: () => import('./commands/classify.ts'),
	keys: () => import('./commands/keys.ts'),
	mask: () => import('./commands/mask.ts'),
	phone: () => import('./commands/phone.ts'),
	rules: () => import('./commands/rules.ts'),
	callers: () => import('./commands/callers.ts'),
	signals: () => import('./commands/signals.ts'),
	surveillance: () => import('./commands/surveillance.ts'),
	openapi: () => import('./commands/openapi.ts')
};

const [name, ...args] = process.argv.slice(2);

// Who reads only the beginning, as `head` does, has had enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	explain(error);
});

if (name === '--help' || name === '-h' || name === 'help') {
	await list();
} else if (name === undefined || !Object.hasOwn(commands, name)) {
	const what = name === undefined ? 'a command is missing' : `there is no command ${name}`;
	explain(new Error(`${what}; usage: gehoord <${Object.keys(commands).join('|')}> …`), 2);
} else {
	await run(commands[name]!);
}

async function run(load: (typeof commands)[string]) {
	let usage = '';
	try {
		const { default: command } = await load();
		usage = command.usage;
		if (args.includes('--help')) console.log(`gehoord ${usage}\n${command.about}`);
		else await command.run(args);
	} catch (error) {
		if (!(error instanceof WrongUse)) explain(error);
		explain(new Error(`${error.message}; usage: gehoord ${usage}`), 2);
	}
}

async function list() {
	for (const load of Object.values(commands)) {
		const { default: command } = await load();
		console.log(`gehoord ${command.usage}\n\t${command.about}`);
	}
}
