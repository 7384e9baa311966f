import { m } from '#lib/paraglide/messages.js';

/** Why two organisations may be one, in words. */
export const likenessName: Record<'same_name' | 'same_domain' | 'similar_name', () => string> = {
	same_name: m.merging_same_name,
	same_domain: m.merging_same_domain,
	similar_name: m.merging_similar_name
};
