import { stringify } from 'csv-stringify/sync';
import { ask } from '#lib/domain/trends/ask.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import { problem } from '#lib/server/api/problem.ts';
import { loadKept } from '#lib/server/trends/trends-cache.ts';
import type { RequestHandler } from './$types.js';

/** The table of a figure: a row a period, a column a series; what is hidden stays empty. */
export const GET: RequestHandler = async (event) => {
	const { desk } = event.locals;
	const wait = await secondsToWait(event, 'api');
	if (wait !== undefined) {
		const headers = { 'retry-after': String(wait) };
		return problem(429, say('error_too_many_requests'), { headers });
	}
	const asked = ask(event.url.searchParams, desk.now());
	if (!asked.ok) {
		const errors = asked.issues.map(({ path, message }) => ({ path, message: say(message) }));
		return problem(422, say('error_wrong_fields'), { errors });
	}
	try {
		return inCsv(await loadKept(desk, asked.question));
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return problem(error.status, say(`error_${error.reason}`));
	}
};

const headings: Record<string, () => string> = {
	day: m.trends_day,
	week: m.trends_week,
	month: m.trends_month
};

function inCsv({ interval, from, to, group_by, series }: Awaited<ReturnType<typeof loadKept>>) {
	const labels = series.map((one) => (getLocale() === 'en' ? one.label_en : one.label_nl));
	const rows = (series[0]?.points ?? []).map(({ period }, index) => [
		period,
		...series.map(({ points }) => points[index]!.count)
	]);
	return new Response(stringify([[headings[interval]!(), ...labels], ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="trends-${group_by}-${from}-${to}.csv"`
		}
	});
}
