import { json } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { receiveFile } from '#lib/server/evidence/receive-files.ts';
import type { RequestHandler } from './$types.js';
import { showFile } from '../show-files.ts';

/** Takes in a file ahead of its report. */
export const POST: RequestHandler = async (event) => {
	const file = (await event.request.formData()).get('evidence');
	if (!(file instanceof File)) return json({ error: m.error_evidence_needed() }, { status: 422 });
	const took = await receiveFile(event, file);
	return 'refusal' in took
		? json({ error: took.refusal }, { status: 422 })
		: json(showFile(took), { status: 201 });
};

/** Whoever sent it does not want it any more. */
export const DELETE: RequestHandler = async ({ locals, request }) => {
	await evidence.unstage(locals.desk, (await request.text()).slice(0, 100));
	return new Response(null, { status: 204 });
};
