import { daysLeft, lastDayOf } from '#lib/domain/calendar/days-left.ts';
import { nextTerm } from '#lib/domain/objection/next-term.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { formatShortDay } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as inbox from '#lib/server/reports/inbox.ts';
import { sayLeft } from '../portal-words.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation);
	const { open, done } = await inbox.listRequests(
		visitors.required(locals).client,
		organisation_id
	);
	const now = locals.desk.now();
	const locale = getLocale();
	const present = (row: inbox.RequestRow) => ({
		reference: row.reference,
		kind: row.kind,
		state: row.state,
		sent: formatInstant(row.sent_at, locale),
		norm: row.norm_at && formatInstant(row.norm_at, locale),
		is_norm_over: row.norm_at !== null && Date.parse(row.norm_at) <= now.getTime(),
		due: formatShortDay(lastDayOf(row.due_at), locale),
		left: sayLeft(nextTerm(row, now), now),
		is_over: daysLeft(row.due_at, now) < 0
	});
	const urgency = (row: inbox.RequestRow) => Date.parse(nextTerm(row, now));
	return {
		open: [...open].sort((a, b) => urgency(a) - urgency(b)).map(present),
		done: done.map(present)
	};
};
