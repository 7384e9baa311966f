import { z } from 'zod';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

/* What is remembered of imports, and undoing one. */

const kept = z.object({
	import_id: z.number(),
	file_name: z.string(),
	format: z.string(),
	state: z.enum(['running', 'broken_off', 'finished', 'undoing', 'undone']),
	rows_read: z.number(),
	filed: z.number(),
	known: z.number(),
	rejected: z.number(),
	erased: z.number(),
	started_at: z.string(),
	told_at: z.string(),
	ended_at: z.string().nullable()
});
export type KeptImport = z.infer<typeof kept>;

/** Imports, the last first. */
export async function list(client: Client): Promise<KeptImport[]> {
	return z.array(kept).parse(unwrap('list_imports', await client.rpc('list_imports')));
}

/**
 * Has a whole import undone: its reports leave the figures and are erased, in the background.
 * @throws Refused `not_allowed`, `reason_needed`, `import_cannot_be_undone`
 */
export async function undo(client: Client, import_id: number, reason: string): Promise<void> {
	unwrap('undo_import', await client.rpc('undo_import', { import_id, reason }));
}

/** Goes on undoing what is being undone, until there is nothing more to do. */
export async function runUndoing(desk: Desk): Promise<number> {
	let total = 0;
	for (;;) {
		const done = unwrap('undo_imports', await desk.service.rpc('undo_imports', { most: 500 }));
		if (done === 0) return total;
		total += done;
	}
}

type Progress = { rows: number; filed: number; known: number; rejected: number };

/** An import that runs, and is remembered. */
export type Remembered = {
	import_id: number;
	/** How far it is. */
	tell(progress: Progress): Promise<void>;
	end(progress: Progress, ended_as: 'finished' | 'broken_off'): Promise<void>;
};

/** Remembers an import from now on. */
export async function begin(desk: Desk, file_name: string, format: string): Promise<Remembered> {
	const begun = await desk.service.rpc('begin_import', { file_name, format });
	const import_id = unwrap('begin_import', begun);
	const tell = async (progress: Progress, ended_as?: string) => {
		const { error } = await desk.service.rpc('tell_import', { import_id, progress, ended_as });
		if (error) throw toError('tell_import', error);
	};
	return { import_id, tell: (progress) => tell(progress), end: tell };
}
