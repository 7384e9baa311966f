import { Refused } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import * as organisations from './organisations.ts';

/**
 * The organisation somebody means by a name: it has that name, or it is the only one like it.
 * @throws Refused `organisation_not_found` rather than guess.
 */
export async function organisationNamed(desk: Desk, name: string): Promise<string> {
	const found = await organisations.search(desk, name);
	const same = found.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
	const meant = same ?? (found.length === 1 ? found[0] : undefined);
	if (!meant) throw new Refused('organisation_not_found', 404);
	return meant.id;
}
