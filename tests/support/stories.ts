import { splitSqlStatements } from '@supabase/lite';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTap, type Outcome } from './pgtap.ts';

const folder = join(process.cwd(), 'supabase', 'tests');

/** A session that keeps its role and transaction from one statement to the next. */
export type Session = {
	query: (statement: string) => Promise<Record<string, unknown>[]>;
	execute: (script: string) => Promise<void>;
};

/** The names of the role stories. */
export function listStories(): string[] {
	return globSync(join(folder, '*.test.sql'))
		.map((file) => basename(file, '.test.sql'))
		.sort();
}

/** Gives a database what the stories need: pgTAP where Supabase has it, and the people of the stories. */
export async function prepareStories({ execute }: Session, pgtap: string): Promise<void> {
	await execute(`
		set search_path = extensions;
		${pgtap}
		grant execute on all functions in schema extensions to anon, authenticated, service_role;
		reset search_path;
		create schema if not exists supabase_migrations;
	`);
	await execute(readFileSync(join(folder, '000-helpers.sql'), 'utf8'));
}

/**
 * Tells one story, statement by statement so that the one that fails can be named, and undoes it.
 */
export async function tellStory(name: string, session: Session): Promise<Outcome[]> {
	const lines: string[] = [];
	let failure: Outcome | undefined;
	try {
		// As Supabase sets it for those who connect.
		await session.execute('set search_path = public, extensions');
		const script = readFileSync(join(folder, `${name}.test.sql`), 'utf8');
		for (const statement of splitSqlStatements(script)) {
			try {
				for (const row of await session.query(statement)) {
					lines.push(...Object.values(row).flatMap((cell) => String(cell ?? '').split('\n')));
				}
			} catch (error) {
				const diagnostics = `${error instanceof Error ? error.message : error}\n${statement}`;
				failure = { description: 'runs to its end', isPassed: false, diagnostics };
				break;
			}
		}
	} finally {
		await session.execute('rollback; reset role; reset all;');
	}
	const outcomes = readTap(lines.filter((line) => line !== ''));
	return failure ? [...outcomes, failure] : outcomes;
}
