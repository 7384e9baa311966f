import { error } from '@sveltejs/kit';
import type { Client } from '../db/client.ts';
import * as callers from './callers.ts';

/** @throws 404 when there is no such caller */
export async function loadOne(client: Client, id: string) {
	const found = /^\d{1,15}$/.test(id) ? await callers.load(client, Number(id)) : null;
	if (!found) error(404);
	return found;
}

/** What the filter of the list asks for; those that wait when it says nothing. */
export async function loadList(client: Client, search: URLSearchParams) {
	const asked = search.get('state') ?? '';
	const state = callers.callerStates.find((one) => one === asked) ?? 'new';
	const [listed, run] = await Promise.all([
		callers.list(client, [state]),
		callers.loadLastRun(client)
	]);
	return { callers: listed, state, run };
}
