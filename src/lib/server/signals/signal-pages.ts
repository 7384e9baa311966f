import { error } from '@sveltejs/kit';
import { daysBetween } from '#lib/domain/calendar/days.ts';
import type { Client } from '../db/client.ts';
import * as signals from './signals.ts';

/** What the filter of the list may ask for; open is whatever was not dismissed. */
const filters: Record<string, readonly signals.SignalState[]> = {
	open: ['new', 'seen', 'in_case'],
	new: ['new'],
	seen: ['seen'],
	in_case: ['in_case'],
	dismissed: ['dismissed']
};

/** After so many days below its bound a rise is said to be over. */
const overAfter = 21;

export async function loadList(client: Client, search: URLSearchParams) {
	const asked = search.get('state') ?? '';
	const state = Object.hasOwn(filters, asked) ? asked : 'open';
	const [listed, run] = await Promise.all([
		signals.list(client, filters[state]),
		signals.loadLastRun(client)
	]);
	return { signals: listed, state, run };
}

/** @throws 404 when there is no such signal */
export async function loadOne(client: Client, id: string) {
	const [found, run] = await Promise.all([
		/^\d{1,15}$/.test(id) ? signals.load(client, Number(id)) : null,
		signals.loadLastRun(client)
	]);
	if (!found) error(404);
	const isOver = run !== null && daysBetween(found.signal.last_on, run.judged_through) >= overAfter;
	return { ...found, isOver };
}
