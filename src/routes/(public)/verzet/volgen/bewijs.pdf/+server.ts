import { error, redirect, type RequestHandler } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as followedObjections from '#lib/server/objections/followed-objections.ts';
import { followedObjectionCode } from '#lib/server/objections/objection-cookies.ts';
import { writeProof } from '#lib/server/objections/objection-pdf.ts';
import { loadObjectionTerms } from '#lib/server/objections/objection-terms.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Dated proof of the objection whose code this browser holds. */
export const GET: RequestHandler = async ({ locals: { desk }, cookies }) => {
	const code = followedObjectionCode.recall(desk, cookies);
	if (code === null) redirect(303, localizeHref('/verzet/volgen'));
	try {
		const [followed, terms] = await Promise.all([
			followedObjections.open(desk, code),
			loadObjectionTerms(desk)
		]);
		const { reference } = (followed.objection ?? followed.proof_request)!;
		const pdf = await writeProof(followed, terms, desk.now(), getLocale());
		return new Response(new Uint8Array(pdf), {
			headers: {
				'content-type': 'application/pdf',
				'content-disposition': `attachment; filename="gehoord-${reference}.pdf"`,
				'cache-control': 'private, no-store'
			}
		});
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		error(404);
	}
};
