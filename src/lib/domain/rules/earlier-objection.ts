import type { Facts } from './facts.ts';
import { plusDays } from './moment.ts';

/*
 * Nobody remembers the day on which they said "do not call me again", but everybody knows about how
 * long before the contact it was. The rules reckon with a moment; this makes one of the answer.
 */

/** Days before the contact that stand for an answer: surely within the term, or surely past it. */
const daysBefore = { within_72_hours: 1, within_28_days: 14, over_28_days: 29 } as const;

/** The facts with the moment of the objection that `objected_before` tells of, where none is known. */
export function withEarlierObjection(facts: Facts): Facts {
	const { contact_at, objection_at, objected_before } = facts;
	if (objection_at || !contact_at || objected_before === 'unknown' || objected_before === 'no') {
		return facts;
	}
	return { ...facts, objection_at: plusDays(contact_at, -daysBefore[objected_before]) };
}
