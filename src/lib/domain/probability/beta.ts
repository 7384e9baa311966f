/*
 * The incomplete beta function, by the continued fraction of Press et al., Numerical Recipes (3rd
 * ed., 2007), 6.4, with the leading weight by the saddle point of Loader (2000).
 */
import { continuedFraction } from './continued-fraction.ts';
import { deviancePart, stirlingError } from './gamma.ts';

/** The regularised incomplete beta function I_x(a, b); `rest` is 1 − x where that is known better. */
export function incompleteBeta(x: number, a: number, b: number, rest = 1 - x): number {
	if (x <= 0) return 0;
	if (rest <= 0) return 1;
	return x < (a + 1) / (a + b + 2) ? lower(x, rest, a, b) : 1 - lower(rest, x, b, a);
}

function lower(x: number, rest: number, a: number, b: number): number {
	// The even and the odd steps of the fraction, turned into one for each n.
	const step = (n: number) => {
		if (n === 0) return 1;
		const m = n >> 1;
		return n % 2 === 0
			? (m * (b - m) * x) / ((a + (n - 1)) * (a + n))
			: (-(a + m) * (a + b + m) * x) / ((a + (n - 1)) * (a + n));
	};
	return weight(x, rest, a, b) * continuedFraction(step, () => 1);
}

/** x^a (1 − x)^b / (a B(a, b)). */
function weight(x: number, rest: number, a: number, b: number): number {
	const n = a + b;
	const exponent =
		stirlingError(n) -
		stirlingError(a) -
		stirlingError(b) -
		deviancePart(a, n * x) -
		deviancePart(b, n * rest);
	return Math.exp(exponent) * Math.sqrt(b / (2 * Math.PI * a * n));
}
