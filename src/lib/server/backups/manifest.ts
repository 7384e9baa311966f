import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/);

/** What a backup says of itself. */
export const backupManifest = z.object({
	format: z.literal('gehoord-backup'),
	version: z.literal(1),
	made_at: z.string(),
	/** The migrations of the database: it is restored with these, and brought up to date then. */
	migrations: z.array(z.string().regex(/^\d+$/)),
	/** Which secrets it cannot be read without, and whether they are in it. */
	secrets: z.object({ mark: hash, key_ids: z.array(z.string()), are_included: z.boolean() }),
	/** The last link of the audit trail. */
	audit_head: z.object({ sequence: z.number().int(), hash: z.string() }),
	tables: z.array(
		z.object({
			name,
			columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
			rows: z.number().int(),
			path: z.string()
		})
	),
	/** Null where a sequence has not been used. */
	sequences: z.array(z.object({ name, last_value: z.string().nullable() })),
	/** Files that a row tells of but that were not there, by the beginning of their names. */
	left_out: z.array(z.string()),
	files: z.array(z.object({ path: z.string(), byte_size: z.number().int(), sha256: hash }))
});

export type BackupManifest = z.infer<typeof backupManifest>;

export const secretsPath = 'secrets.json';
/** Before the name of each file of evidence. */
export const evidencePrefix = 'evidence/';
