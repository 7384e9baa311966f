import { toQuestion, trendsQuery } from '#lib/domain/trends/question.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { endpoint } from '#lib/server/api/api.ts';
import { Refused } from '#lib/server/db/errors.ts';
import { loadKept } from '#lib/server/trends/trends-cache.ts';
import type { RequestEvent } from './$types';

/** Reports per period, as the trends page shows them. */
export const GET = endpoint(async ({ locals, url }: RequestEvent) => {
	const query = trendsQuery.parse(Object.fromEntries(url.searchParams));
	try {
		const { series, ...rest } = await loadKept(locals.desk, toQuestion(query, locals.desk.now()));
		return {
			...rest,
			series: series.map(({ key, label_nl, label_en, points }) => ({
				key,
				label: getLocale() === 'en' ? label_en : label_nl,
				points
			}))
		};
	} catch (error) {
		if (error instanceof RangeError) throw new Refused(error.message.replace('error_', ''), 422);
		throw error;
	}
});
