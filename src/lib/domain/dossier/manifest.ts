import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a dossier says of itself: every file in it with its SHA-256, and where the audit trail was. */
export const manifest = z.object({
	format: z.literal('gehoord-dossier'),
	version: z.literal(1),
	dossier_id: z.string(),
	made_at: z.string(),
	case_reference: z.string().nullable(),
	selection: z.record(z.string(), z.unknown()),
	report_count: z.number().int(),
	/** Files that could no longer be read when the dossier was made. */
	left_out: z.array(z.object({ path: z.string(), sha256: hash })),
	/** The last link of the audit trail when the dossier was made. */
	audit_head: z.object({ sequence: z.number().int(), hash }).nullable(),
	files: z.array(z.object({ path: z.string(), byte_size: z.number().int(), sha256: hash }))
});

export type Manifest = z.infer<typeof manifest>;
export const manifestPath = 'manifest.json';

/** Ends the file: the SHA-256 of everything before it, as the comment of the ZIP. */
export const sealPrefix = 'sha256:';
export const sealLength = sealPrefix.length + 64;

export type DossierFault = {
	fault: 'differs' | 'missing' | 'not_listed' | 'unreadable' | 'file_changed';
	path: string;
};

/** What was found in a file; no hash where it could not be read. */
export type FoundFile = { path: string; sha256: string | null };

/** Where what was found is not what the manifest says. */
export function compareWithManifest(
	{ files }: Pick<Manifest, 'files'>,
	found: readonly FoundFile[]
): DossierFault[] {
	const listed = new Map(files.map(({ path, sha256 }) => [path, sha256]));
	const seen = new Set(found.map(({ path }) => path));
	const faults = found
		.filter(({ path }) => path !== manifestPath)
		.flatMap(({ path, sha256 }): DossierFault[] => {
			if (sha256 === null) return [{ fault: 'unreadable', path }];
			const expected = listed.get(path);
			if (expected === undefined) return [{ fault: 'not_listed', path }];
			return expected === sha256 ? [] : [{ fault: 'differs', path }];
		});
	const missing = files
		.filter(({ path }) => !seen.has(path))
		.map(({ path }): DossierFault => ({ fault: 'missing', path }));
	return [...faults, ...missing];
}
