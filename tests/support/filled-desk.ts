import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk, type Desk } from '../../src/lib/server/desk.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import { copyEmbeddedTemplate } from './databases.ts';
import { startDesk, type RunningDesk } from './server.ts';

/**
 * Starts a desk in a process of its own that holds what `fill` put into it first; stopping it
 * removes its folder.
 */
export async function startFilledDesk<Filled>(
	fill: (desk: Desk) => Promise<Filled>,
	environment: NodeJS.ProcessEnv = {}
): Promise<RunningDesk & { filled: Filled }> {
	const dataDir = await mkdtemp(join(tmpdir(), 'gehoord-desk-'));
	const remove = () => rm(dataDir, { recursive: true, force: true });
	try {
		copyEmbeddedTemplate(dataDir);
		const desk = await openDesk(readEnvironment({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
		const filled = await fill(desk).finally(() => desk.close());
		const running = await startDesk({ ...environment, DATA_DIR: dataDir });
		return { ...running, filled, stop: () => running.stop().finally(remove) };
	} catch (error) {
		await remove();
		throw error;
	}
}
