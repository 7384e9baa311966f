import { createEmbeddedTemplate, dropEmbeddedTemplate } from '../support/databases.ts';
import { startDesk } from '../support/server.ts';

/**
 * One desk for all journeys of a run, made as on a first start; its address goes to the workers
 * through the environment. Desks that a journey starts for itself copy a database.
 */
export default async function setup(): Promise<() => Promise<void>> {
	const desk = await startDesk();
	process.env.TEST_DESK_URL = desk.url;
	process.env.TEST_DESK_DATA = desk.dataDir;
	await createEmbeddedTemplate();
	return async () => {
		await desk.stop();
		await dropEmbeddedTemplate();
	};
}
