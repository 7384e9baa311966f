import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { sectors } from '#lib/domain/report/taxonomy.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as merging from '#lib/server/organisations/merging.ts';
import { organisationNamed } from '#lib/server/register/organisation-named.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { forgetTrends } from '#lib/server/trends/trends-cache.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** What a form gets back: which one it was, and what was typed and is wrong with it. */
type Returned = {
	act: string;
	isDone: boolean;
	values: FormValues;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { client } = visitors.required(locals);
	const [organisation, other, known] = await Promise.all([
		merging.review(client, params.id),
		merging.review(client, url.searchParams.get('met') ?? ''),
		taxonomy.load(locals.desk)
	]);
	if (!organisation) error(404);
	const locale = getLocale();
	const choices = trendChoices(known, locale).sectors;
	const present = (one: merging.ReviewedOrganisation) => ({
		...one,
		sector_name: choices.find(({ value }) => value === one.sector)?.label ?? one.sector,
		asked_sector_name: choices.find(({ value }) => value === one.asked_sector)?.label ?? null,
		merges: one.merges.map((merge) => ({
			...merge,
			moment: formatMoment(merge.undone_at ?? merge.merged_at, locale)
		})),
		events: one.events.map((event) => ({
			...event,
			moment: formatMoment(event.occurred_at, locale)
		}))
	});
	return {
		organisation: present(organisation),
		other: other && other.organisation_id !== organisation.organisation_id ? present(other) : null,
		sectors: choices
	};
};

const reason = z
	.string({ error: 'error_reason_needed' })
	.trim()
	.min(1, { error: 'error_reason_needed' })
	.max(2000, { error: 'error_too_long' });
const compareForm = z.object({ organisation: z.string({ error: 'error_organisation' }).max(120) });
const mergeForm = z.object({
	other_id: z.uuid(),
	survivor: z.enum(['this', 'other'], { error: 'error_survivor' }),
	merge_reason: reason
});
const apartForm = z.object({ other_id: z.uuid(), apart_reason: reason });
const undoForm = z.object({ merge_id: z.number(), undo_reason: reason });
const sectorForm = z.object({
	sector: z.enum(sectors, { error: 'error_sector' }),
	sector_reason: reason
});

const pageOf = (id: string) => localizeHref(`/commissie/organisaties/${id}`);

export const actions: Actions = {
	compare: (event) =>
		act(event, 'compare', compareForm, async ({ organisation }) => {
			const id = await organisationNamed(event.locals.desk, organisation);
			return `${pageOf(event.params.id)}?met=${id}`;
		}),
	merge: (event) =>
		act(event, 'merge', mergeForm, async ({ other_id, survivor, merge_reason }, client) => {
			const [survivor_id, merged_id] =
				survivor === 'this' ? [event.params.id, other_id] : [other_id, event.params.id];
			await merging.merge(client, { survivor_id, merged_id, reason: merge_reason });
			return pageOf(survivor_id);
		}),
	apart: (event) =>
		act(event, 'apart', apartForm, async ({ other_id, apart_reason }, client) => {
			await merging.tellApart(client, {
				one_id: event.params.id,
				other_id,
				reason: apart_reason
			});
			return localizeHref('/commissie/organisaties');
		}),
	undo: (event) =>
		act(event, 'undo', undoForm, async ({ merge_id, undo_reason }, client) => {
			await merging.undo(client, merge_id, undo_reason);
			return pageOf(event.params.id);
		}),
	sector: (event) =>
		act(event, 'sector', sectorForm, async ({ sector, sector_reason }, client) => {
			await merging.setSector(client, event.params.id, sector, sector_reason);
			return pageOf(event.params.id);
		})
};

/** Reads the form of an act and does it; what it gives is where to go next. */
async function act<Schema extends z.ZodType>(
	{ locals, request }: RequestEvent,
	name: string,
	schema: Schema,
	perform: (sent: z.output<Schema>, client: visitors.Visitor['client']) => Promise<string>
) {
	const data = await request.formData();
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail<Returned>(status, {
			act: name,
			isDone: false,
			values: readValues(data),
			issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
		});
	const sent = parseForm(schema, data);
	if (!sent.ok) return giveBack(422, sent.issues);
	let next: string;
	try {
		next = await perform(sent.value, visitors.required(locals).client);
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		const path = refusal.reason === 'organisation_not_found' ? 'organisation' : '';
		return giveBack(refusal.status, [{ path, message: `error_${refusal.reason}` }]);
	}
	forgetTrends(locals.desk);
	redirect(303, next);
}
