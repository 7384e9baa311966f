import { z } from 'zod';

/** Options of R's `farringtonFlexible`, by R's own names; what is left out is as there. */
export const farringtonControl = z
	.strictObject({
		/** Years back. */
		b: z.int().min(1).max(50).nullish(),
		/** Periods on either side of the same period in years before. */
		w: z.int().min(0).max(26).nullish(),
		/** Earlier outbreaks weigh less. */
		reweight: z.boolean().nullish(),
		/** From which Anscombe residual a period counts as one. */
		weightsThreshold: z.number().gt(0).nullish(),
		/** How often a quiet period may alarm. */
		alpha: z.number().gt(0).lt(1).nullish(),
		trend: z.boolean().nullish(),
		/** Below which p-value a trend is kept. */
		pThresholdTrend: z.number().min(0).max(1).nullish(),
		/** [cases, periods]: no judgement with fewer cases than this in so many periods. */
		limit54: z.tuple([z.number().min(0), z.int().min(1)]).nullish(),
		/** Of the counts, for the method `delta`. */
		powertrans: z.enum(['none', '1/2', '2/3']).nullish(),
		/** How many seasons the year is cut into; 1 is no seasons and only the windows. */
		noPeriods: z.int().min(1).max(60).nullish(),
		/** The newest periods, left out so that an outbreak does not raise its own bound. */
		pastWeeksNotIncluded: z.int().min(0).max(520).nullish(),
		thresholdMethod: z.enum(['delta', 'nbPlugin', 'muan']).nullish(),
		populationOffset: z.boolean().nullish(),
		/** What R has and what makes no difference to the figures. */
		fitFun: z.literal('algo.farrington.fitGLM.flexible').nullish(),
		verbose: z.boolean().nullish(),
		glmWarnings: z.boolean().nullish()
	})
	.transform((given) => ({
		b: given.b ?? 5,
		w: given.w ?? 3,
		reweight: given.reweight ?? true,
		weightsThreshold: given.weightsThreshold ?? 2.58,
		alpha: given.alpha ?? 0.05,
		trend: given.trend ?? true,
		pThresholdTrend: given.pThresholdTrend ?? 0.05,
		limit54: given.limit54 ?? ([5, 4] as [number, number]),
		powertrans: given.powertrans ?? ('2/3' as const),
		noPeriods: given.noPeriods ?? 1,
		pastWeeksNotIncluded: given.pastWeeksNotIncluded ?? given.w ?? 3,
		thresholdMethod: given.thresholdMethod ?? ('delta' as const),
		populationOffset: given.populationOffset ?? false
	}));

export type FarringtonControl = z.output<typeof farringtonControl>;
