import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Look } from '#lib/domain/audit/looks.ts';
import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import type { ReportFilters } from '../reports/committee.ts';
import { makeDossiers } from './make.ts';
import { readParts } from './parts.ts';

const row = z.object({
	dossier_id: z.string(),
	case_reference: z.string().nullable(),
	selection: z.record(z.string(), z.unknown()),
	asked_at: z.string(),
	state: z.enum(['waiting', 'making', 'ready', 'failed']),
	done: z.number(),
	total: z.number(),
	byte_size: z.number().nullable(),
	sha256: z.string().nullable(),
	manifest_sha256: z.string().nullable(),
	ready_at: z.string().nullable(),
	expires_at: z.string()
});

/** A dossier and how far it is. */
export type DossierRow = z.infer<typeof row>;

/** Dossiers that the caller's side asked for, newest first. */
export async function list(client: Client, caseReference?: string): Promise<DossierRow[]> {
	const answer = await client.rpc('list_dossiers', { of_case: caseReference });
	return z.array(row).parse(unwrap('list_dossiers', answer));
}

/**
 * Asks for a dossier of a case, or of what passes the filters, and begins to make it.
 * @throws Refused `not_allowed`, `case_not_found`, `selection_needed`, `selection_empty`, `purpose_needed`
 */
export async function ask(
	desk: Desk,
	client: Client,
	side: StaffDesk,
	{ purpose, case_reference }: Look,
	filters?: ReportFilters
): Promise<string> {
	const asked = { side, purpose, case_reference, locale: getLocale(), filters };
	const id = unwrap('ask_dossier', await client.rpc('ask_dossier', asked));
	// Nobody waits for it; what goes wrong now, the job tries again.
	void makeDossiers(desk).catch((fault: unknown) =>
		desk.log.error({ event: 'make_dossiers' }, fault)
	);
	return id;
}

/**
 * A dossier to take along, as a stream; that it was is written down.
 * @throws Refused `dossier_not_found`
 */
export async function download(desk: Desk, client: Client, id: string, purpose: Look['purpose']) {
	if (!z.uuid().safeParse(id).success) throw new Refused('dossier_not_found', 404);
	const answer = await client.rpc('read_dossier', { dossier_id: id, purpose });
	const place = unwrap('read_dossier', answer)[0];
	if (!place) throw new Refused('dossier_not_found', 404);
	const name = `dossier-${place.case_reference ?? id.slice(0, 8)}.zip`;
	return {
		name,
		byte_size: place.byte_size,
		stream: Readable.toWeb(Readable.from(readParts(desk, place))) as ReadableStream<Uint8Array>
	};
}
