import { spawnSync } from 'node:child_process';

/**
 * Writes what others are built on: the types of the routes and the messages in code. In a process
 * of its own, because the compiler of the messages keeps the one it runs in alive.
 */
export default function prepare(): void {
	if (process.env.TEST_PREPARED) return;
	const { status } = spawnSync('npm run --silent prepare', {
		shell: true,
		stdio: ['ignore', 2, 2]
	});
	if (status !== 0) throw new Error('`npm run prepare` failed.');
	process.env.TEST_PREPARED = 'yes';
}
