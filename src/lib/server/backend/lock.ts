import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WrongEnvironment } from '../env.ts';

/**
 * Keeps the data directory to one process. The lock is the operating system's own on an SQLite
 * file, so it goes with the process, however that ends: nothing to clean up after a crash.
 * @returns what gives the directory free again.
 * @throws WrongEnvironment when another process holds it.
 */
export function lockDataDir(dataDir: string): () => void {
	const file = new DatabaseSync(join(dataDir, 'lock'));
	try {
		file.exec('begin exclusive');
	} catch {
		file.close();
		throw new WrongEnvironment(`DATA_DIR ${dataDir} is in use by another process`);
	}
	return () => file.close();
}
