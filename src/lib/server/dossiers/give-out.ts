import { auditPurposes } from '#lib/domain/audit/looks.ts';
import type { Client } from '../db/client.ts';
import type { Desk } from '../desk.ts';
import * as dossiers from './dossiers.ts';

/** The answer to a download of a dossier, as a stream to be saved. */
export async function giveOutDossier(
	desk: Desk,
	client: Client,
	id: string,
	search: URLSearchParams
): Promise<Response> {
	const purpose = auditPurposes.find((known) => known === search.get('doel')) ?? 'supervision';
	const { name, byte_size, stream } = await dossiers.download(desk, client, id, purpose);
	return new Response(stream, {
		headers: {
			'content-type': 'application/zip',
			'content-length': String(byte_size),
			'content-disposition': `attachment; filename="${name}"`,
			'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
}
