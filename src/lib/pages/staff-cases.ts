import { redirect, type RequestEvent } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { caseStates } from '#lib/domain/cases/case.ts';
import { openCaseForm } from '#lib/domain/cases/case-forms.ts';
import { baseOf, type StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import * as acts from '#lib/server/cases/acts.ts';
import * as cases from '#lib/server/cases/cases.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';

/*
 * The cases of staff: the same page for the committee and for the regulator, each with its own.
 */

const mostOnPage = 50;

export async function loadCases(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	side: StaffDesk
) {
	const { desk } = locals;
	const { client, roles } = visitors.required(locals);
	const state = caseStates.find((known) => known === url.searchParams.get('state'));
	const asked = url.searchParams.get('before');
	const before = asked && !Number.isNaN(Date.parse(asked)) ? asked : undefined;
	const [listed, known] = await Promise.all([
		cases.list(client, { state, before, most: mostOnPage + 1 }),
		taxonomy.load(desk)
	]);
	const shown = listed.slice(0, mostOnPage);
	return {
		cases: shown,
		state: state ?? null,
		older: listed.length > mostOnPage ? shown.at(-1)!.changed_at : null,
		isFirst: before === undefined,
		choices: trendChoices(known, getLocale()),
		today: dayOf(desk.now()),
		/** Whoever keeps the site in order keeps no cases. */
		mayOpen: roles.includes(side)
	};
}

/** Opens a case and goes there. */
export function casesActions(side: StaffDesk) {
	return {
		open: async ({ locals, request }: RequestEvent) => {
			const { client } = visitors.required(locals);
			let reference = '';
			const outcome = await runAct(request, {
				act: 'open',
				schema: openCaseForm,
				perform: async (sent) => {
					reference = await acts.open(locals.desk, client, side, sent);
				},
				say,
				refusalOf,
				pathOf: (reason) => (reason === 'organisation_not_found' ? 'organisation' : '')
			});
			if (reference) redirect(303, localizeHref(`${baseOf[side]}/dossiers/${reference}`));
			return outcome;
		}
	};
}
