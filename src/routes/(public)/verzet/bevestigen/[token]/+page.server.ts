import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { objectionTerms } from '#lib/domain/objection/terms.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as answeredObjections from '#lib/server/objections/answered-objections.ts';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import { loadObjectionTerms } from '#lib/server/objections/objection-terms.ts';
import { sayAgainst, sayShared } from '#lib/server/objections/objection-words.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { desk } = event.locals;
	const tooMany = (await secondsToWait(event, 'follow')) !== undefined;
	const [objection, terms] = await Promise.all([
		tooMany ? null : answeredObjections.open(desk, event.params.token),
		loadObjectionTerms(desk)
	]);
	if (!objection) return { objection: null };
	const locale = getLocale();
	const moment = (instant: string | null) => instant && formatInstant(instant, locale);
	const { processed_by } = objectionTerms(new Date(objection.sent_at), terms);
	return {
		objection: {
			reference: objection.reference,
			organisation: objection.organisation_name,
			is_closed: objection.state === 'closed',
			against: sayAgainst(objection.against, locale),
			shared: objection.shared && sayShared(objection.shared, locale),
			sent: formatInstant(objection.sent_at, locale),
			processed_by: formatDay(processed_by, locale),
			days: terms.processed_days,
			hours: terms.norm_hours,
			acknowledged: moment(objection.acknowledged_at),
			processed: moment(objection.processed_at)
		}
	};
};

export const actions: Actions = {
	received: (event) => acknowledge(event, false),
	processed: (event) => acknowledge(event, true)
};

async function acknowledge(event: RequestEvent<{ token: string }>, isProcessed: boolean) {
	try {
		await answeredObjections.acknowledge(event.locals.desk, event.params.token, isProcessed);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return fail(error.status, { issues: [{ path: '', text: say(`error_${error.reason}`) }] });
	}
	redirect(303, event.url.pathname);
}
