/**
 * Whether a clause of a rule holds. `unknown`: a fact is missing. `maybe`: the facts are there, but
 * the sources leave open whether this breaks the rule, so it can be possible and never likely.
 */
export type Truth = 'no' | 'unknown' | 'maybe' | 'yes';

const order: readonly Truth[] = ['no', 'unknown', 'maybe', 'yes'];

/** As true as the least true of them (Kleene's strong logic). */
export function and(...truths: Truth[]): Truth {
	return truths.reduce((least, truth) => (rank(truth) < rank(least) ? truth : least), 'yes');
}

/** As true as the most true of them. */
export function or(...truths: Truth[]): Truth {
	return truths.reduce((most, truth) => (rank(truth) > rank(most) ? truth : most), 'no');
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
	return rank(truth) >= rank('maybe');
}

function rank(truth: Truth): number {
	return order.indexOf(truth);
}
