import { z } from 'zod';

/**
 * One facts object as programs send it: the facts themselves, or in `facts`, with `as_of`. Facts are
 * read leniently (see `parseFacts`); only what is no object is refused.
 */
export const rulesQuestion = z.record(z.string(), z.unknown(), { error: 'error_facts' }).meta({
	description:
		'Facts of one contact by name, plain or within `facts`; what is missing or not understood is unknown. `as_of`: the moment up to which terms have run, else now.'
});
