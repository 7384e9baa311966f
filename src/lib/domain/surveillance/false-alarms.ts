/*
 * One budget of false alarms over all series of a run: Benjamini and Hochberg (1995), "Controlling
 * the false discovery rate: a practical and powerful approach to multiple testing", Journal of the
 * Royal Statistical Society B 57. Of what is told, no more than this share is chance.
 */

/** Which of the p-values stand out. A series that cannot be judged (NaN) is not counted as a test. */
export function standOut(pvalues: readonly number[], share: number): boolean[] {
	const known = pvalues.filter((pvalue) => !Number.isNaN(pvalue)).sort((a, b) => a - b);
	const last = known.findLastIndex(
		(pvalue, index) => pvalue <= (share * (index + 1)) / known.length
	);
	const bound = last < 0 ? -1 : known[last]!;
	return pvalues.map((pvalue) => pvalue <= bound);
}
