import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { formatShortDay } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as inbox from '#lib/server/reports/inbox.ts';
import * as ownReports from '#lib/server/reports/own-reports.ts';
import { isToAnswer, sayLeft } from '../portal-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';
import { readFilters } from './inbox-filters.ts';

const mostOnPage = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { desk } = locals;
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const asked = readFilters(url.searchParams);
	const [known, { rows, counts, members }] = await Promise.all([
		taxonomy.load(desk),
		inbox.list(client, organisation_id, asked.filters, mostOnPage + 1)
	]);
	const shown = rows.slice(0, mostOnPage);
	const last = shown.at(-1);
	const now = desk.now();
	return {
		tab: asked.filters.tab,
		values: Object.fromEntries(url.searchParams),
		issues: asked.ok ? [] : asked.issues.map(({ path, message }) => ({ path, text: say(message) })),
		choices: trendChoices(known, getLocale()),
		counts,
		members,
		/** After how many minutes new reports are shown; 0 is at once. */
		told_minutes: known.clocks.find(({ code }) => code === 'told_to_organisation')!.amount,
		rows: shown.map((row) => ({
			...row,
			caller_number: row.caller_number && writeNumber(row.caller_number),
			left: isToAnswer(row.state) ? sayLeft(row.due_at, now) : null,
			is_over: isToAnswer(row.state) && Date.parse(row.due_at) <= now.getTime(),
			delivered: formatShortDay(row.delivered_on, getLocale()),
			assigned_to: members.find(({ user_id }) => user_id === row.assigned_to)?.email ?? null
		})),
		// One more than fits tells that there is a next page.
		next: last && rows.length > mostOnPage ? { due: last.due_at, after: last.reference } : null,
		isFirst: asked.filters.after_reference === undefined
	};
};

const chosen = z
	.array(z.string().regex(/^\d{2}-[0-9A-Z]{6}$/))
	.min(1, { error: 'portal_error_none_chosen' })
	.max(mostOnPage);

const forms = {
	assign: z.object({
		wanted: chosen,
		assignee: z.union([z.uuid(), z.literal('none')], { error: 'portal_error_assignee' })
	}),
	name: z.object({
		wanted: chosen,
		own_name: z.string().trim().max(60, { error: 'error_too_long' })
	})
};

export const actions: Actions = {
	assign: (event) =>
		actOnChosen(event, forms.assign, (client, organisation, { wanted, assignee }) =>
			ownReports.assign(client, organisation, wanted, assignee === 'none' ? null : assignee)
		),
	name: (event) =>
		actOnChosen(event, forms.name, (client, organisation, { wanted, own_name }) =>
			ownReports.nameReports(client, organisation, wanted, own_name)
		)
};

/** Reads which reports were ticked, and does something with all of them. */
async function actOnChosen<Schema extends z.ZodType>(
	{ locals, params, request }: RequestEvent,
	schema: Schema,
	perform: (
		client: visitors.Visitor['client'],
		organisation: string,
		sent: z.output<Schema>
	) => Promise<number>
) {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
	const data = await request.formData();
	const giveBack = (status: number, messages: string[]) =>
		fail(status, {
			done: null,
			wanted: data.getAll('wanted').map(String),
			issues: [...new Set(messages)].map((message) => ({ path: '', text: say(message) }))
		});
	const sent = schema.safeParse({
		wanted: data.getAll('wanted'),
		assignee: data.get('assignee'),
		own_name: data.get('own_name')
	});
	if (!sent.success)
		return giveBack(
			422,
			sent.error.issues.map(({ message }) => message)
		);
	try {
		const done = await perform(visitors.required(locals).client, organisation_id, sent.data);
		return { done, wanted: [], issues: [] };
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return giveBack(refusal.status, [`error_${refusal.reason}`]);
	}
}
