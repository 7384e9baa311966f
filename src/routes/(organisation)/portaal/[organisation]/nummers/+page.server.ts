import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { numberClaim } from '#lib/domain/number-claim/number-claim.ts';
import { isAtLeast } from '#lib/domain/people/roles.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import type { StagedFile } from '#lib/server/evidence/evidence.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as numberClaims from '#lib/server/register/number-claims.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** What the form gets back: everything typed, the file that was kept, and what is wrong. */
type Returned = {
	values: FormValues;
	kept: Pick<StagedFile, 'token' | 'name'> | null;
	issues: { path: string; text: string }[];
};

const done = z.enum(['claimed', 'contested', 'ended', 'withdrawn', 'agreed', 'disagreed']);

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const own = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	return {
		...(await numberClaims.list(client, own.organisation_id)),
		isOwner: isAtLeast(own.level, 'owner'),
		today: dayOf(locals.desk.now()),
		done: done.safeParse(url.searchParams.get('done')).data ?? null
	};
};

const endForm = z.object({
	registration_id: z.uuid(),
	last_on: z.iso.date({ error: 'error_day_missing' })
});
const chosen = z.object({ registration_id: z.uuid(), answer: z.enum(['yes', 'no']) });

export const actions: Actions = {
	claim: async (event) => {
		const { locals, params, request } = event;
		const own = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
		const data = await request.formData();
		const { files, refusals } = await receiveFiles(event, data);
		const file = files.at(-1);
		const giveBack = (status: number, issues: FormIssue[]) =>
			fail<Returned>(status, {
				values: readValues(data),
				kept: file ? { token: file.token, name: file.name } : null,
				issues: [
					...issues.map(({ path, message }) => ({ path, text: say(message) })),
					...refusals.map((text) => ({ path: 'evidence', text }))
				]
			});
		const sent = parseForm(numberClaim, data);
		if (!sent.ok || refusals.length > 0) return giveBack(422, sent.ok ? [] : sent.issues);
		let outcome: numberClaims.ClaimOutcome;
		try {
			const { client } = visitors.required(locals);
			const token = sent.value.proof === 'document' ? file?.token : undefined;
			const claims = [sent.value];
			// Tried first, so that a refusal does not use the document up.
			const isDryRun = true;
			const tried = await numberClaims.claim(locals.desk, client, own.organisation_id, claims, {
				token,
				isDryRun
			});
			outcome = tried[0]!;
			if (outcome.state !== 'refused') {
				await numberClaims.claim(locals.desk, client, own.organisation_id, claims, { token });
			}
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			return giveBack(error.status, [{ path: '', message: `error_${error.reason}` }]);
		}
		if (outcome.state === 'refused') {
			const reason = outcome.reason ?? 'claim_not_possible';
			return giveBack(422, [{ path: fieldOf[reason] ?? '', message: `error_${reason}` }]);
		}
		return goBack(event, outcome.state);
	},

	end: (event) =>
		act(event, endForm, async ({ registration_id, last_on }, client) => {
			await numberClaims.end(client, registration_id, last_on);
			return 'ended';
		}),

	withdraw: (event) =>
		act(event, z.object({ registration_id: z.uuid() }), async ({ registration_id }, client) => {
			await numberClaims.end(client, registration_id, dayOf(event.locals.desk.now()));
			return 'withdrawn';
		}),

	answer: (event) =>
		act(event, chosen, async ({ registration_id, answer }, client) => {
			const isAgreed = answer === 'yes';
			const { desk } = event.locals;
			await numberClaims.answerForContactCentre(desk, client, registration_id, isAgreed);
			return isAgreed ? 'agreed' : 'disagreed';
		})
};

/** At which field a refusal of the database is told. */
const fieldOf: Record<string, string> = {
	number_claimed_already: 'first_number',
	number_registered_already: 'contest_reason',
	document_needed: 'evidence',
	contact_centre_unknown: 'contact_centre',
	contact_centre_is_self: 'contact_centre',
	publication_needed: 'is_published'
};

/** A small form beside a row; what is wrong with it is told above the table. */
async function act<Schema extends z.ZodType>(
	event: RequestEvent,
	schema: Schema,
	perform: (sent: z.output<Schema>, client: visitors.Visitor['client']) => Promise<string>
) {
	visitors.ownOrganisationOf(event.locals, event.params.organisation, 'owner');
	const sent = parseForm(schema, await event.request.formData());
	if (!sent.ok) return refuse(422, sent.issues[0]!.message);
	let outcome: string;
	try {
		outcome = await perform(sent.value, visitors.required(event.locals).client);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return refuse(error.status, `error_${error.reason}`);
	}
	return goBack(event, outcome);
}

const refuse = (status: number, message: string) => fail(status, { refused: say(message) });

function goBack({ params }: RequestEvent, outcome: string): never {
	redirect(303, localizeHref(`/portaal/${params.organisation}/nummers?done=${outcome}`));
}
