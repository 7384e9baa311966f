/** Logarithm of the gamma function for positive arguments: Stirling's series after a shift. */
function logGamma(value: number): number {
	let shift = 0;
	let x = value;
	while (x < 8) {
		shift += Math.log(x);
		x += 1;
	}
	const inverse = 1 / (x * x);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260))) / x;
	return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

export type Tally = ReadonlyMap<string | number, number>;

export function tally(values: readonly (string | number)[]): Tally {
	const counts = new Map<string | number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

const total = (counts: Tally) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The shares of all values together, with one more of each so that none is nought. */
export function sharesOf(tallies: readonly Tally[]): (value: string | number) => number {
	const together = new Map<string | number, number>();
	for (const counts of tallies) {
		for (const [value, count] of counts) together.set(value, (together.get(value) ?? 0) + count);
	}
	const all = total(together) + together.size + 1;
	return (value) => ((together.get(value) ?? 0) + 1) / all;
}

/**
 * How much more likely two tallies are when one source made both than when two did, as a logarithm:
 * the Bayes factor of two multinomials with a Dirichlet prior around what is usual (Gunel and Dickey,
 * Biometrika 61, 1974). To agree on what is rare tells more than to agree on what is common, as in
 * Winkler's weights by frequency; few values tell little. `concentration`: how varied one source is.
 */
export function sameSource(
	one: Tally,
	other: Tally,
	share: (value: string | number) => number,
	concentration: number
): number {
	const [ofOne, ofOther] = [total(one), total(other)];
	if (ofOne === 0 || ofOther === 0) return 0;
	const whole = (count: number) => logGamma(concentration) - logGamma(concentration + count);
	let factor = whole(ofOne + ofOther) - whole(ofOne) - whole(ofOther);
	for (const [value, count] of one) {
		const match = other.get(value);
		if (!match) continue;
		const prior = concentration * share(value);
		factor +=
			logGamma(prior + count + match) +
			logGamma(prior) -
			logGamma(prior + count) -
			logGamma(prior + match);
	}
	return factor;
}
