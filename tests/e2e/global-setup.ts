import { startDesk } from '../support/server.ts';

/** One desk for all journeys of a run; its address goes to the workers through the environment. */
export default async function setup(): Promise<() => Promise<void>> {
	const desk = await startDesk();
	process.env.TEST_DESK_URL = desk.url;
	process.env.TEST_DESK_DATA = desk.dataDir;
	return () => desk.stop();
}
