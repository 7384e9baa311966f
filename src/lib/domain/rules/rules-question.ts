import { z } from 'zod';
import { wrongFacts } from './wrong-facts.ts';

/** One facts object as programs send it: the facts themselves, or in `facts`, with `as_of`. */
export const rulesQuestion = z
	.record(z.string(), z.unknown(), { error: 'error_facts' })
	.superRefine((sent, context) => {
		for (const { path, message } of wrongFacts(sent)) {
			context.addIssue({ code: 'custom', path, message });
		}
	})
	.meta({
		description:
			'Facts of one contact by name, plain or within `facts`; what is missing, null or `unknown` is unknown. `as_of`: the moment up to which terms have run, else now.'
	});
