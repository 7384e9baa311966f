import { createEmbeddedTemplate } from '../support/databases.ts';
import { startFilledDesk } from '../support/filled-desk.ts';

/**
 * One desk for all journeys of a run; its address goes to the workers through the environment. It
 * copies the database that is made once in a run, as do the desks that a journey starts for itself.
 */
export default async function setup(): Promise<() => Promise<void>> {
	const dropTemplate = await createEmbeddedTemplate();
	const desk = await startFilledDesk(async () => {});
	process.env.TEST_DESK_URL = desk.url;
	process.env.TEST_DESK_DATA = desk.dataDir;
	return async () => {
		await desk.stop();
		await dropTemplate();
	};
}
