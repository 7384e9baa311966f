import { openDesk, type Desk } from '#lib/server/desk.ts';
import { readEnvironment } from '#lib/server/env.ts';

/**
 * Opens the desk that the environment points to, migrated, and closes it whatever happens. It
 * logs nothing: standard output is for results.
 */
export async function withDesk<Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> {
	const desk = await openDesk({ ...readEnvironment(), logLevel: 'silent' });
	try {
		return await work(desk);
	} finally {
		await desk.close();
	}
}
