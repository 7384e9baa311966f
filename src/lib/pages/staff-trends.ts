import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { isDay } from '#lib/domain/calendar/days.ts';
import { deskOf, type StaffBase } from '#lib/domain/staff/staff-desk.ts';
import { askAsStaff } from '#lib/domain/trends/staff-question.ts';
import type { FigureContext } from '#lib/features/dashboard/figure.ts';
import { figuresOf } from '#lib/features/dashboard/figures.ts';
import { staffChoices } from '#lib/features/dashboard/staff-choices.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadDashboard } from '#lib/server/trends/dashboard.ts';
import * as savedViews from '#lib/server/trends/saved-views.ts';

/*
 * The trends of staff: the same page for the committee and for the regulator, each with its own
 * views and notes.
 */

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** What the address asks, with its numbers; or what is wrong with it. */
export async function loadTrends({ locals, url }: Event, base: StaffBase) {
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const asked = askAsStaff(url.searchParams, desk.now());
	const [known, notes, views] = await Promise.all([
		taxonomy.load(desk),
		savedViews.listNotes(client, deskOf[base]),
		savedViews.list(client, deskOf[base])
	]);
	const page = {
		base,
		values: Object.fromEntries(url.searchParams),
		choices: staffChoices(known, getLocale()),
		annotations: known.annotations,
		notes,
		views,
		today: dayOf(desk.now())
	};
	if (!asked.ok) {
		const issues = asked.issues.map(({ path, message }) => ({ path, text: say(message) }));
		return { ...page, issues, question: null, numbers: null };
	}
	const { question } = asked;
	if (question.organisation) {
		const [found] = await organisations.search(desk, question.organisation, 1);
		if (!found) {
			const issues = [{ path: 'organisation', text: say('error_organisation_not_found') }];
			return { ...page, issues, question: null, numbers: null };
		}
		question.organisation = found.name;
		question.filters.organisation_id = found.id;
	}
	return { ...page, issues: [], question, numbers: await loadDashboard(desk, client, question) };
}

/** The figures in words, for whoever shows or writes them; none when the question does not stand. */
export function figuresFor(data: Awaited<ReturnType<typeof loadTrends>>) {
	const { question, numbers, base, choices, annotations, notes, today } = data;
	if (!question || !numbers) return { context: null, figures: [] };
	const context: FigureContext = {
		base,
		question,
		choices,
		annotations,
		notes,
		today,
		locale: getLocale()
	};
	return { context, figures: figuresOf(numbers, context) };
}

const view = z.object({
	view_name: z
		.string({ error: 'error_name_needed' })
		.trim()
		.min(1, { error: 'error_name_needed' })
		.max(80, { error: 'error_too_long' }),
	is_shared: z.string().optional()
});
const note = z.object({
	note_on: z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' }),
	note_text: z
		.string({ error: 'error_text_needed' })
		.trim()
		.min(1, { error: 'error_text_needed' })
		.max(120, { error: 'error_too_long' })
});
const chosen = z.object({ id: z.uuid() });

/** Keeping and forgetting views and notes; each comes back to the same question. */
export function trendsActions(base: StaffBase) {
	const desk = deskOf[base];
	const act =
		<Schema extends z.ZodType>(
			name: 'save' | 'forget' | 'write' | 'erase',
			schema: Schema,
			perform: (
				sent: z.output<Schema>,
				client: visitors.Visitor['client'],
				address: string
			) => Promise<void>
		) =>
		async ({ locals, request, url }: RequestEvent) => {
			const data = await request.formData();
			const address = new URLSearchParams(url.search);
			for (const key of [...address.keys()]) if (key.startsWith('/')) address.delete(key);
			const sent = parseForm(schema, data);
			const giveBack = (status: number, issues: { path: string; message: string }[]) =>
				fail(status, {
					act: name,
					values: readValues(data),
					issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
				});
			if (!sent.ok) return giveBack(422, sent.issues);
			try {
				await perform(sent.value, visitors.required(locals).client, String(address));
			} catch (refusal) {
				if (!(refusal instanceof Refused)) throw refusal;
				return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
			}
			redirect(303, localizeHref(`${base}/trends?${address}`));
		};
	return {
		save: act('save', view, ({ view_name, is_shared }, client, address) =>
			savedViews.save(client, desk, {
				name: view_name,
				address,
				is_shared: is_shared !== undefined
			})
		),
		forget: act('forget', chosen, ({ id }, client) => savedViews.forget(client, id)),
		write: act('write', note, ({ note_on, note_text }, client) =>
			savedViews.writeNote(client, desk, { starts_on: note_on, text: note_text })
		),
		erase: act('erase', chosen, ({ id }, client) => savedViews.deleteNote(client, id))
	};
}
