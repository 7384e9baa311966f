import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { hearingAnswerForm } from '#lib/domain/cases/case-forms.ts';
import { runAct } from '#lib/forms/run-act.ts';
import * as acts from '#lib/server/cases/acts.ts';
import * as hearings from '#lib/server/cases/hearings.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const [asked, told] = await Promise.all([
		hearings.list(client, organisation_id),
		hearings.listDecisions(client, organisation_id)
	]);
	return { asked, told, today: dayOf(locals.desk.now()) };
};

export const actions: Actions = {
	answer: async ({ locals, params, request }) => {
		const own = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
		const { client } = visitors.required(locals);
		return runAct(request, {
			act: 'answer',
			schema: hearingAnswerForm,
			perform: ({ reference, answer }) =>
				acts.answerHearing(client, own.organisation_id, reference, answer),
			say,
			refusalOf
		});
	}
};
