/**
 * Whether a clause of a rule holds. `unknown`: a fact is missing. `maybe`: the facts are there, but
 * the sources leave open whether this breaks the rule, so it can be possible and never likely.
 */
export type Truth = 'no' | 'unknown' | 'maybe' | 'yes';

const rank: Record<Truth, number> = { no: 0, unknown: 1, maybe: 2, yes: 3 };

/** As true as the least true of the two (Kleene's strong logic). */
export function and(one: Truth, other: Truth): Truth {
	return rank[one] < rank[other] ? one : other;
}

/** As true as the most true of the two. */
export function or(one: Truth, other: Truth): Truth {
	return rank[one] > rank[other] ? one : other;
}

export function not(truth: Truth): Truth {
	if (truth === 'yes') return 'no';
	return truth === 'no' ? 'yes' : truth;
}

/** The same, but not more than possible. */
export function atMostMaybe(truth: Truth): Truth {
	return truth === 'yes' ? 'maybe' : truth;
}

export function truthOf(holds: boolean): Truth {
	return holds ? 'yes' : 'no';
}

/** The facts say so: it is true, or as true as the sources let it be. */
export function isHeld(truth: Truth): boolean {
	return rank[truth] >= rank.maybe;
}
