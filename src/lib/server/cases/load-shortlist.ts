import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays, isDay } from '#lib/domain/calendar/days.ts';
import { rank, readWeights, reasonsOf } from '#lib/domain/shortlist/score.ts';
import type { Client } from '../db/client.ts';
import type { Desk } from '../desk.ts';
import * as callers from '../callers/callers.ts';
import * as shortlist from './shortlist.ts';

const usualDays = 365;
const mostShown = 40;

/** What the page of the shortlist shows, as the address asks for it. */
export async function loadShortlist(desk: Desk, client: Client, search: URLSearchParams) {
	const today = dayOf(desk.now());
	const dayIn = (name: string, otherwise: string) => {
		const given = search.get(name) ?? '';
		return isDay(given) ? given : otherwise;
	};
	const to = dayIn('to', today);
	const from = dayIn('from', addDays(to, 1 - usualDays));
	const weights = readWeights(search);
	const rows = from <= to ? await shortlist.load(client, { from, to, asOf: desk.now() }) : [];
	const practice = search.get('practice') ?? '';
	const asked = practice ? rows.filter((row) => row.practice === practice) : rows;
	const ranked = rank(asked, weights);
	const shown = ranked
		.slice(0, mostShown)
		.map((row) => ({ ...row, reasons: reasonsOf(row.factors, weights).slice(0, 2) }));
	const blocks = shown.flatMap(({ kind, subject }) => (kind === 'numbers' ? [subject] : []));
	const known = await callers.inBlocks(client, [...new Set(blocks)]);
	return {
		from,
		to,
		weights,
		practice,
		found: ranked.length,
		/** A block of numbers says which likely callers have numbers in it. */
		rows: shown.map((row) => ({
			...row,
			callers: row.kind === 'numbers' ? known.filter(({ block }) => block === row.subject) : []
		}))
	};
}
