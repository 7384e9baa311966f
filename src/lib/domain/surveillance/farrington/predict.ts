import { bothTailsOfStudent } from '../../probability/normal.ts';
import type { Baseline } from './baseline.ts';
import type { FarringtonControl } from './control.ts';
import type { CountSeries } from './farrington.ts';
import { varianceOf, varianceOfCoefficient } from './householder.ts';
import { dispersion, fitQuasiPoisson, type Model } from './quasi-poisson.ts';
import type { Calendar } from './reference-periods.ts';
import { anscombeResiduals, reweigh } from './reweight.ts';
import type { Prediction } from './threshold.ts';

const trendColumn = 1;

type Fit = { model: Model; phi: number; weights: Float64Array; hasTrend: boolean };

/**
 * What the years before make of this period: null when no model converges. A trend stays in only
 * when it is significant, rests on three years, and predicts no more than was ever seen.
 */
export function predict(
	period: number,
	baseline: Baseline,
	series: CountSeries,
	calendar: Calendar,
	control: FarringtonControl
): Prediction | null {
	const response = Float64Array.from(baseline.periods, (index) => series.observed[index]!);
	const offset = (index: number) =>
		control.populationOffset ? Math.log(series.population?.[index] ?? NaN) : 0;
	const offsets = Float64Array.from(baseline.periods, offset);
	const seasons = [...new Set(baseline.seasons)].sort((a, b) => a - b).slice(1);
	if (control.noPeriods > 1 && !seasons.includes(control.noPeriods)) {
		throw new Error('too few periods before this one to know its season');
	}
	const row = (time: number, season: number, hasTrend: boolean) => [
		1,
		...(hasTrend ? [time] : []),
		...seasons.map((known) => (season === known ? 1 : 0))
	];
	const { fitted, predicted } = timesOf(calendar, baseline);
	const fit = (hasTrend: boolean) => {
		const rows = baseline.periods.map((index, i) =>
			row(fitted(index), baseline.seasons[i]!, hasTrend)
		);
		const columns = rows[0]!.map((_, j) => Float64Array.from(rows, (values) => values[j]!));
		return fitTwice(columns, response, offsets, control);
	};
	const predictFrom = ({ model, phi, weights, hasTrend }: Fit): Prediction => {
		const values = row(predicted(period), control.noPeriods, hasTrend);
		const link = values.reduce(
			(sum, value, j) => sum + (value ? value * (model.coefficients[j] || 0) : 0),
			offset(period)
		);
		const error = Math.sqrt(varianceOf(model.qr, values) * dispersion(model, weights));
		return { link, error, phi };
	};

	if (control.trend) {
		const withTrend = fit(true);
		if (withTrend) {
			const found = { ...withTrend, hasTrend: true };
			const prediction = predictFrom(found);
			const isWithinSeen = Math.exp(prediction.link) <= Math.max(...response);
			if (control.b >= 3 && isSignificant(found, control) && isWithinSeen) return prediction;
		}
	}
	const without = fit(false);
	return without && predictFrom({ ...without, hasTrend: false });
}

/** Once as it is and, when asked, once more with the outbreaks weighing less. */
function fitTwice(
	columns: Float64Array[],
	response: Float64Array,
	offsets: Float64Array,
	control: FarringtonControl
) {
	const even = new Float64Array(response.length).fill(1);
	const model = fitQuasiPoisson(columns, response, even, offsets);
	if (!model.isConverged) return null;
	const phi = Math.max(dispersion(model, model.workingWeights), 1);
	if (!control.reweight) return { model, phi, weights: model.workingWeights };
	const weights = reweigh(anscombeResiduals(model, response, phi), control.weightsThreshold);
	const again = fitQuasiPoisson(columns, response, weights, offsets);
	// R keeps these weights as the ones of the model, and so in the error of what it predicts.
	return { model: again, phi: Math.max(dispersion(again, again.workingWeights), 1), weights };
}

function isSignificant({ model, weights }: Fit, { pThresholdTrend }: FarringtonControl) {
	const variance = varianceOfCoefficient(model.qr, trendColumn) * dispersion(model, weights);
	const t = model.coefficients[trendColumn]! / Math.sqrt(variance);
	return bothTailsOfStudent(Math.abs(t), model.degreesLeft) < pThresholdTrend;
}

/**
 * By number as R counts them, from 1; by date in lengths of the first period. By date R counts from
 * the oldest period when it fits and from the oldest known one when it predicts, and so do we.
 */
function timesOf({ days }: Calendar, { oldest, periods }: Baseline) {
	const byNumber = (index: number) => index + 1;
	if (!days) return { fitted: byNumber, predicted: byNumber };
	const since = (first: number) => (index: number) =>
		(days[index]! - days[first]!) / (days[1]! - days[0]!);
	return { fitted: since(oldest), predicted: since(periods[0]!) };
}
