import { error, type RequestEvent } from '@sveltejs/kit';
import { lookForm } from '#lib/domain/audit/looks.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>;

/**
 * A file of a report, with the rights of who signed in; that it was read, and what for, is written
 * down. Without saying what for it is not given.
 */
export async function giveOutEvidence({ locals, params, url }: Event): Promise<Response> {
	const { client } = visitors.required(locals);
	const look = lookForm.safeParse(Object.fromEntries(url.searchParams));
	if (!look.success) error(422, say('error_purpose_needed'));
	try {
		return giveOut(await evidence.read(locals.desk, client, params.id, look.data));
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
}
