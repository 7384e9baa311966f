import { leverages } from './householder.ts';
import type { Model } from './quasi-poisson.ts';

/**
 * Anscombe residuals: normal when nothing is the matter. Farrington, Andrews, Beale and Catchpole
 * (1996), "A statistical algorithm for the early detection of outbreaks of infectious disease",
 * Journal of the Royal Statistical Society A 159, 3.3.
 */
export function anscombeResiduals(model: Model, response: Float64Array, phi: number): Float64Array {
	const leverage = leverages(model.qr);
	return response.map((count, i) => {
		const mu = model.fitted[i]!;
		const raw = 1.5 * (Math.pow(count, 2 / 3) * Math.pow(mu, -1 / 6) - Math.sqrt(mu));
		return raw / Math.sqrt(phi * (1 - leverage[i]!));
	});
}

/** Periods far above their fit weigh by the square of how far; the weights sum to the periods. */
export function reweigh(residuals: Float64Array, threshold: number): Float64Array {
	if (residuals.some(Number.isNaN)) throw new Error('a period decides its own fit entirely');
	const weights = residuals.map((residual) => (residual > threshold ? residual ** -2 : 1));
	const scale = weights.length / weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => weight * scale);
}
