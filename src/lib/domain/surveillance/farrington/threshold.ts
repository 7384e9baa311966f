import { negativeBinomial, poisson } from '../../probability/counts.ts';
import { normalQuantile, upperNormal } from '../../probability/normal.ts';
import type { FarringtonControl } from './control.ts';

/** What the model expects, on the scale of its link (the logarithm), and how unsure that is. */
export type Prediction = { link: number; error: number; phi: number };

/** From which count a period is unusual, and the chance of the one observed or more. */
export type Threshold = { upper: number; pvalue: number };

const exponents = { none: 1, '1/2': 1 / 2, '2/3': 2 / 3 };

export function thresholdOf(
	prediction: Prediction,
	observed: number,
	control: FarringtonControl
): Threshold {
	return control.thresholdMethod === 'delta'
		? byPowerTransformation(prediction, observed, control)
		: byNegativeBinomial(prediction, observed, control);
}

/** Farrington et al. (1996), 3.5: normal after a power that takes the skewness away. */
function byPowerTransformation(
	{ link, error, phi }: Prediction,
	observed: number,
	{ alpha, powertrans }: FarringtonControl
): Threshold {
	const mean = Math.exp(link);
	const spread = phi + (error * mean) ** 2 / mean;
	const deviation = {
		none: Math.sqrt(mean * spread),
		'1/2': Math.sqrt(spread / 4),
		'2/3': Math.sqrt((4 / 9) * Math.cbrt(mean) * spread)
	}[powertrans];
	const exponent = exponents[powertrans];
	const bounds = [-1, 1]
		.map((side) => mean ** exponent + side * normalQuantile(1 - alpha) * deviation)
		.map((bound) => bound ** (1 / exponent))
		.filter((bound) => !Number.isNaN(bound));
	return {
		upper: bounds.length > 0 ? Math.max(...bounds) : NaN,
		pvalue: upperNormal((observed ** exponent - mean ** exponent) / deviation)
	};
}

/**
 * Noufaily et al. (2013), 3.3: a negative binomial with the mean of the model (`nbPlugin`), or with
 * the highest mean that the model allows for (`muan`).
 */
function byNegativeBinomial(
	{ link, error, phi }: Prediction,
	observed: number,
	{ alpha, thresholdMethod }: FarringtonControl
): Threshold {
	const above = thresholdMethod === 'muan' ? normalQuantile(1 - alpha) * error : 0;
	const mean = Math.exp(link + above);
	if (mean === Infinity) return { upper: NaN, pvalue: NaN };
	if (Number.isNaN(mean + phi)) throw new Error('too few periods before this one for the model');
	const counts = phi > 1 ? negativeBinomial(mean / (phi - 1), 1 / phi) : poisson(mean);
	return { upper: counts.quantile(1 - alpha), pvalue: counts.atLeast(observed) };
}
