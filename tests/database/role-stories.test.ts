import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { createDatabase, openEmbeddedBackend } from '../support/databases.ts';
import { readPgtap, type Outcome } from '../support/pgtap.ts';
import { listStories, prepareStories, tellStory, type Session } from '../support/stories.ts';

type Telling = { story: string; outcomes: Outcome[] };

// The stories are told before the tests are declared, so that each of their lines is a test.
const backends = {
	postgres: await onPostgres(tellAll),
	embedded: await onEmbedded(tellAll)
};

describe.each(Object.entries(backends))('%s', (_, tellings) => {
	describe.each(tellings)('$story', ({ outcomes }) => {
		for (const { description, isPassed, diagnostics } of outcomes) {
			test(description, () => expect(isPassed, diagnostics).toBe(true));
		}
	});
});

async function tellAll(session: Session): Promise<Telling[]> {
	const tellings: Telling[] = [];
	await prepareStories(session, readPgtap());
	for (const story of listStories()) {
		tellings.push({ story, outcomes: await tellStory(story, session) });
	}
	return tellings;
}

async function onPostgres<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
	const sql = postgres(await createDatabase(), { max: 1, onnotice: () => {} });
	try {
		return await work({
			query: async (statement) => [...(await sql.unsafe(statement))],
			execute: async (script) => {
				await sql.unsafe(script).simple();
			}
		});
	} finally {
		await sql.end();
	}
}

async function onEmbedded<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
	const backend = await openEmbeddedBackend();
	try {
		return await work(backend.sql);
	} finally {
		await backend.close();
	}
}
