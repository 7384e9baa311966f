/*
 * Control limits of a funnel plot: Spiegelhalter (2005), "Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24. Organisations differ in size, so a small one lies far from
 * the mean by chance alone; the limits say how far. Exact limits, interpolated as in his appendix A.1;
 * the normal approximation where counts are so large that it makes no difference. Not widened for
 * overdispersion: a point outside asks for a look, and proves nothing.
 */

/** One organisation: so many of so many. */
export type FunnelPoint = { count: number; of: number };

/** How many per unit would be no surprise around the mean, at one size. */
export type FunnelLimits = {
	of: number;
	low95: number;
	high95: number;
	low998: number;
	high998: number;
};

/** Counts of events in contacts, or a part of a whole. */
export type FunnelForm = 'rate' | 'proportion';

/** Where a point lies: within both pairs of limits, outside the inner one, or outside both. */
export type FunnelPlace = 'within' | 'high' | 'very_high' | 'low' | 'very_low';

/** The mean over all: what is compared with. Null when there is nothing. */
export function funnelTarget(points: readonly FunnelPoint[]): number | null {
	const of = points.reduce((sum, point) => sum + point.of, 0);
	return of > 0 ? points.reduce((sum, { count }) => sum + count, 0) / of : null;
}

/** The limits for a size, around a mean. */
export function funnelLimits(form: FunnelForm, target: number, of: number): FunnelLimits {
	const at = (chance: number) => Math.max(0, quantile(form, target, of, chance) / of);
	return { of, low95: at(0.025), high95: at(0.975), low998: at(0.001), high998: at(0.999) };
}

/** Where a point lies among the limits of its size. */
export function funnelPlace(form: FunnelForm, target: number, point: FunnelPoint): FunnelPlace {
	const { low95, high95, low998, high998 } = funnelLimits(form, target, point.of);
	const share = point.count / point.of;
	if (share > high998) return 'very_high';
	if (share > high95) return 'high';
	if (share < low998) return 'very_low';
	return share < low95 ? 'low' : 'within';
}

/** Sizes from small to large at which to draw the limits: close together where they bend. */
export function funnelSizes(points: readonly FunnelPoint[], steps = 60): number[] {
	const largest = Math.max(...points.map(({ of }) => of));
	const smallest = Math.max(1, Math.min(...points.map(({ of }) => of)) / 2);
	return Array.from({ length: steps + 1 }, (_, step) =>
		Math.max(1, Math.round(smallest * (largest / smallest) ** (step / steps)))
	).filter((size, index, all) => size !== all[index - 1]);
}

/** The count below which this share of chances lies, between whole counts in proportion. */
function quantile(form: FunnelForm, target: number, of: number, chance: number): number {
	const mean = target * of;
	const spread = form === 'rate' ? Math.sqrt(mean) : Math.sqrt(mean * (1 - target));
	if (target <= 0 || (form === 'proportion' && target >= 1)) return mean;
	const first = form === 'rate' ? -mean : of * Math.log1p(-target);
	if (mean > 400 || first < -600) return mean + normalQuantile(chance) * spread;
	let term = Math.exp(first);
	let sum = term;
	let before = 0;
	let count = 0;
	while (sum < chance && count < of + mean * 50 + 1000) {
		count += 1;
		term *= form === 'rate' ? mean / count : ((of - count + 1) / count) * (target / (1 - target));
		before = sum;
		sum += term;
		if (term === 0) break;
	}
	return count - (sum - chance) / (sum - before || 1);
}

/** Of the four chances that are asked. */
function normalQuantile(chance: number): number {
	const side = chance < 0.5 ? -1 : 1;
	return side * (Math.abs(chance - 0.5) > 0.49 ? 3.090232 : 1.959964);
}
