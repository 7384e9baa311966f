/*
 * A quasi-Poisson regression with a log link, by iteratively reweighted least squares: McCullagh and
 * Nelder (1989), Generalized Linear Models (2nd ed.), 2.5. Starting values, the rule to stop and the
 * halving of a step that went too far are those of R's `glm.fit`, so that a fit that barely
 * converges, or does not, is judged the same.
 */
import { decompose, solve, type Decomposition } from './householder.ts';

const mostIterations = 25;
const tolerance = 1e-8;

export type Model = {
	/** One for each column; NaN for a column that the data cannot tell from the others. */
	coefficients: number[];
	qr: Decomposition;
	fitted: Float64Array;
	/** Of the observed from the fitted, as a share of the fitted. */
	residuals: Float64Array;
	/** With which the last step was weighed; 0 where the prior weight was. */
	workingWeights: Float64Array;
	degreesLeft: number;
	isConverged: boolean;
};

/** Fits counts to columns; `offset` is added to the linear predictor. */
export function fitQuasiPoisson(
	columns: readonly Float64Array[],
	response: Float64Array,
	weights: Float64Array,
	offset: Float64Array
): Model {
	const n = response.length;
	const rows = [...weights.keys()].filter((row) => weights[row]! > 0);
	if (rows.length === 0) throw new Error('no period has weight');
	const positive = (value: number) => (value < Number.EPSILON ? Number.EPSILON : value);
	const deviance = (fitted: Float64Array) => {
		let sum = 0;
		for (let i = 0; i < n; i += 1) {
			const [y, mu] = [response[i]!, fitted[i]!];
			sum += weights[i]! * (y > 0 ? y * Math.log(y / mu) - (y - mu) : mu);
		}
		return 2 * sum;
	};

	let eta = response.map((count) => Math.log(count + 0.1));
	let mu = eta.map((value) => positive(Math.exp(value)));
	let deviant = deviance(mu);
	let kept: Float64Array | null = null;
	let coefficients = new Float64Array(columns.length);
	let roots = new Float64Array(0);
	let qr!: Decomposition;
	let isConverged = false;

	const predict = () => {
		eta = Float64Array.from(offset);
		columns.forEach((column, j) => {
			for (let i = 0; i < n; i += 1) eta[i]! += coefficients[j]! * column[i]!;
		});
		mu = eta.map((value) => positive(Math.exp(value)));
		return deviance(mu);
	};

	for (let iteration = 0; iteration < mostIterations; iteration += 1) {
		roots = Float64Array.from(rows, (row) => Math.sqrt(weights[row]! * mu[row]!));
		const pull = rows.map(
			(row) => eta[row]! - offset[row]! + (response[row]! - mu[row]!) / mu[row]!
		);
		qr = decompose(
			columns.map((column) => Float64Array.from(rows, (row, i) => column[row]! * roots[i]!)),
			Math.min(1e-7, tolerance / 1000)
		);
		coefficients = Float64Array.from(
			solve(
				qr,
				Float64Array.from(pull, (z, i) => z * roots[i]!)
			)
		);
		if (!coefficients.every(Number.isFinite)) break;
		let next = predict();
		for (let halving = 0; !Number.isFinite(next) || !mu.every(Number.isFinite); halving += 1) {
			if (!kept || halving > mostIterations) throw new Error('no valid set of coefficients found');
			coefficients = coefficients.map((value, j) => (value + kept![j]!) / 2);
			next = predict();
		}
		kept = coefficients;
		isConverged = Math.abs(next - deviant) / (0.1 + Math.abs(next)) < tolerance;
		deviant = next;
		if (isConverged) break;
	}

	const workingWeights = new Float64Array(n);
	rows.forEach((row, i) => (workingWeights[row] = roots[i]! ** 2));
	const isAliased = (column: number) => qr.pivot.indexOf(column) >= qr.rank;
	return {
		coefficients: Array.from(coefficients, (value, column) => (isAliased(column) ? NaN : value)),
		qr,
		fitted: mu,
		residuals: mu.map((value, i) => (response[i]! - value) / value),
		workingWeights,
		degreesLeft: rows.length - qr.rank,
		isConverged
	};
}

/** The variance as a multiple of the mean, from Pearson's residuals under these weights. */
export function dispersion({ residuals, degreesLeft }: Model, weights: Float64Array): number {
	if (degreesLeft <= 0) return NaN;
	let sum = 0;
	weights.forEach((weight, i) => (sum += weight > 0 ? weight * residuals[i]! ** 2 : 0));
	return sum / degreesLeft;
}
