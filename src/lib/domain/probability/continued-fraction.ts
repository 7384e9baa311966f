const tiny = 1e-300;
const nonZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/**
 * a₀ / (b₀ + a₁ / (b₁ + a₂ / (b₂ + …))) by the method of Lentz (1976), "Generating Bessel functions
 * in Mie scattering calculations using continued fractions", as modified by Thompson and Barnett.
 */
export function continuedFraction(
	numerator: (n: number) => number,
	denominator: (n: number) => number
): number {
	let product = tiny;
	let c = product;
	let d = 0;
	for (let n = 0; n < 200_000; n += 1) {
		const [above, below] = [numerator(n), denominator(n)];
		d = 1 / nonZero(below + above * d);
		c = nonZero(below + above / c);
		product *= c * d;
		if (!(Math.abs(c * d - 1) >= 1e-15)) break;
	}
	return product;
}
