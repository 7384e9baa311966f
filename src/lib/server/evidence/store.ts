import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Client } from '../db/client.ts';
import type { Environment } from '../env.ts';

/**
 * Where the contents of files lie, by a random key. It knows neither names nor owners, and what it
 * is given is encrypted.
 */
export interface EvidenceStore {
	put(key: string, contents: Uint8Array): Promise<void>;
	/** Null when there is none. */
	get(key: string): Promise<Uint8Array | null>;
	/** Quietly does nothing when there is none. */
	delete(key: string): Promise<void>;
}

export const evidenceFolder = (env: Environment) => join(env.dataDir, 'evidence');

/** Files in `DATA_DIR/evidence`, that only the owner can read; with Supabase a bucket of its Storage. */
export function openEvidenceStore(env: Environment, service: Client): EvidenceStore {
	return env.supabase ? inBucket(service) : inFolder(evidenceFolder(env));
}

function inFolder(folder: string): EvidenceStore {
	const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
	return {
		async put(key, contents) {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			await disk.put(key, contents);
			await chmod(join(folder, key), 0o600);
		},
		get: async (key) => ((await disk.exists(key)) ? disk.getBytes(key) : null),
		delete: (key) => disk.delete(key)
	};
}

const bucket = 'evidence';

function inBucket({ storage }: Client): EvidenceStore {
	const opened = once(async () => {
		const { data } = await storage.getBucket(bucket);
		if (data) return;
		const { error } = await storage.createBucket(bucket, { public: false });
		// Another instance may have been first.
		if (error && !/exist/i.test(error.message)) throw failed('open', error);
	});
	return {
		async put(key, contents) {
			await opened();
			const { error } = await storage
				.from(bucket)
				.upload(key, contents, { contentType: 'application/octet-stream' });
			if (error) throw failed('put', error);
		},
		async get(key) {
			const { data, error } = await storage.from(bucket).download(key);
			if (data) return new Uint8Array(await data.arrayBuffer());
			if (/not.?found/i.test(error.message)) return null;
			throw failed('get', error);
		},
		async delete(key) {
			const { error } = await storage.from(bucket).remove([key]);
			if (error) throw failed('delete', error);
		}
	};
}

const failed = (act: string, cause: Error) => new Error(`evidence ${act} failed`, { cause });

/** Does it the first time it is asked for, and again only when it failed. */
function once(work: () => Promise<void>): () => Promise<void> {
	let done: Promise<void> | undefined;
	return () =>
		(done ??= work().catch((error: unknown) => {
			done = undefined;
			throw error;
		}));
}
