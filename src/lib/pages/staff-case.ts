import { error, type RequestEvent } from '@sveltejs/kit';
import { lookForm } from '#lib/domain/audit/looks.ts';
import { caseActs, caseForms, type CaseAct } from '#lib/domain/cases/case-forms.ts';
import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as acts from '#lib/server/cases/acts.ts';
import { loadCase } from '#lib/server/cases/load-case.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as dossiers from '#lib/server/dossiers/dossiers.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';

/*
 * One case of staff: the same page for the committee and for the regulator.
 */

type Event = RequestEvent<{ reference: string }>;

export async function loadCasePage({
	locals,
	params,
	url
}: Pick<Event, 'locals' | 'params' | 'url'>) {
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const before = Number(url.searchParams.get('before')) || undefined;
	const [loaded, files, known] = await Promise.all([
		loadCase(desk, client, params.reference, before),
		dossiers.list(client, params.reference),
		taxonomy.load(desk)
	]);
	if (!loaded) error(404);
	return { ...loaded, files, choices: trendChoices(known, getLocale()) };
}

function act(name: CaseAct, { locals, params, request }: Event) {
	const { client } = visitors.required(locals);
	return runAct(request, {
		act: name,
		schema: caseForms[name],
		perform: (sent) => acts.perform(locals.desk, client, params.reference, name, sent as never),
		say,
		refusalOf,
		pathOf: (reason) => (reason === 'organisation_not_found' ? 'organisation' : '')
	});
}

/** What is done in a case, and to have its dossier made. */
export function caseActions(side: StaffDesk) {
	return {
		...Object.fromEntries(caseActs.map((name) => [name, (event: Event) => act(name, event)])),
		dossier: ({ locals, params, request }: Event) => {
			const { client } = visitors.required(locals);
			return runAct(request, {
				act: 'dossier',
				schema: lookForm,
				perform: ({ purpose }) =>
					dossiers.ask(locals.desk, client, side, { purpose, case_reference: params.reference }),
				say,
				refusalOf,
				pathOf: (reason) => (reason === 'purpose_needed' ? 'purpose' : '')
			});
		}
	};
}
