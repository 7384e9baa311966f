import { z } from 'zod';
import { categories } from '../report/taxonomy.ts';
import { actionCodes } from './actions.ts';

/* How assessments look outside, for the description of the API and for what comes back from rows. */

export const outcomes = ['likely', 'possible'] as const;
export const severities = ['info', 'low', 'medium', 'high'] as const;

const action = z.enum(actionCodes as [string, ...string[]]);
const source = z
	.object({ name: z.string(), article: z.string().optional() })
	.meta({ description: 'An article only where its number was seen in a source' });

/** What is kept of a finding with a report; its texts are those of the catalogue. */
export const keptFinding = z.object({
	rule_id: z.string(),
	outcome: z.enum(outcomes),
	severity: z.enum(severities),
	category: z.enum(categories)
});

export type KeptFinding = z.infer<typeof keptFinding>;

/** A finding as it is told in one language. */
export const findingShape = keptFinding.extend({
	title: z.string(),
	explanation: z.string(),
	source,
	actions: z.array(action)
});

export type ToldFinding = z.infer<typeof findingShape>;

/** What `rules/check` answers. */
export const assessmentShape = z.object({
	findings: z.array(
		keptFinding.extend({
			sub_category: z.string(),
			title_nl: z.string(),
			title_en: z.string(),
			explanation_nl: z.string(),
			explanation_en: z.string(),
			source,
			certainty: z.enum(['S', 'V', 'V15', 'P', 'K']),
			actions: z.array(action)
		})
	),
	actions: z.array(action).meta({ description: 'What to do now, in this order' }),
	regime: z
		.enum(['R1', 'R2', 'R3'])
		.nullable()
		.meta({ description: 'R1 register, R2 opt-in but for customers, R3 opt-in' }),
	ignored: z.array(z.string()).meta({ description: 'Names that were sent and are no fact' })
});
