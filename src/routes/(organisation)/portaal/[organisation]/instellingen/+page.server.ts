import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as groups from '#lib/server/organisations/groups.ts';
import * as members from '#lib/server/organisations/members.ts';
import { organisationNamed } from '#lib/server/register/organisation-named.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import {
	cardForm,
	figuresForm,
	groupForm,
	invitationForm,
	inviteForm,
	levelForm,
	memberForm,
	proposeForm,
	sectorForm
} from './forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** What a form gets back: which one it was, and what was typed and is wrong with it. */
type Returned = {
	act: string;
	isDone: boolean;
	values: FormValues;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals, params }) => {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
	const { client } = visitors.required(locals);
	const [settings, known] = await Promise.all([
		members.loadSettings(client, organisation_id),
		taxonomy.load(locals.desk)
	]);
	const locale = getLocale();
	const { sectors } = trendChoices(known, locale);
	const sectorOf = (code: string | null) => sectors.find(({ value }) => value === code)?.label;
	return {
		settings: {
			...settings,
			sector: sectorOf(settings.sector) ?? settings.sector,
			asked_sector: sectorOf(settings.asked_sector) ?? null,
			invitations: settings.invitations.map((invitation) => ({
				...invitation,
				until: formatDay(dayOf(new Date(invitation.expires_at)), locale)
			})),
			events: settings.events.map((event) => ({
				...event,
				moment: formatMoment(event.occurred_at, locale)
			}))
		},
		sectors
	};
};

type Own = { client: visitors.Visitor['client']; organisation_id: string; event: RequestEvent };

export const actions: Actions = {
	invite: (event) =>
		act(event, 'invite', inviteForm, (sent, { client, organisation_id }) =>
			members.invite(event.locals.desk, client, organisation_id, sent)
		),
	withdraw: (event) =>
		act(event, 'withdraw', invitationForm, ({ invitation_id }, { client }) =>
			members.withdrawInvitation(client, invitation_id)
		),
	level: async (event) => {
		const returned = await act(event, 'level', levelForm, (sent, { client }) =>
			members.changeLevel(client, sent.membership_id, sent.level)
		);
		return stayOrLeave(returned);
	},
	remove: async (event) => {
		const returned = await act(event, 'remove', memberForm, ({ membership_id }, { client }) =>
			members.remove(client, membership_id)
		);
		return stayOrLeave(returned);
	},
	card: (event) =>
		act(event, 'card', cardForm, (sent, { client, organisation_id }) =>
			members.updateCard(client, organisation_id, sent)
		),
	sector: (event) =>
		act(event, 'sector', sectorForm, ({ sector }, { client, organisation_id }) =>
			members.askSector(client, organisation_id, sector)
		),
	propose: (event) =>
		act(event, 'propose', proposeForm, async (sent, { client, organisation_id }) =>
			groups.propose(client, organisation_id, {
				other_id: await organisationNamed(event.locals.desk, sent.organisation_name),
				is_parent: sent.is_parent === 'yes'
			})
		),
	confirm: (event) =>
		act(event, 'confirm', groupForm, ({ group_id }, { client }) =>
			groups.confirm(client, group_id)
		),
	end: (event) =>
		act(event, 'end', groupForm, ({ group_id }, { client }) => groups.end(client, group_id)),
	figures: (event) =>
		act(event, 'figures', figuresForm, ({ group_id, shows_figures }, { client }) =>
			groups.showFigures(client, group_id, shows_figures === 'yes')
		)
};

function own({ locals, params }: RequestEvent) {
	return visitors.ownOrganisationOf(locals, params.organisation, 'owner');
}

/** Reads the form of an act and does it; a refusal is told at the form and loses nothing. */
async function act<Schema extends z.ZodType>(
	event: RequestEvent,
	name: string,
	schema: Schema,
	perform: (sent: z.output<Schema>, own: Own) => Promise<void>
) {
	const { organisation_id } = own(event);
	const { client } = visitors.required(event.locals);
	const data = await event.request.formData();
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail<Returned>(status, {
			act: name,
			isDone: false,
			values: readValues(data),
			issues: issues.map(({ path, message }) => ({
				path: path.replace(/\[\d+\]$/, ''),
				text: say(message)
			}))
		});
	const sent = parseForm(schema, data);
	if (!sent.ok) return giveBack(422, sent.issues);
	try {
		await perform(sent.value, { client, organisation_id, event });
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return giveBack(refusal.status, [
			{
				path: fields[refusal.reason] ?? '',
				message: sentences[refusal.reason] ?? `error_${refusal.reason}`
			}
		]);
	}
	return { act: name, isDone: true, values: readValues(data), issues: [] } satisfies Returned;
}

/** Who stepped down or left has nothing to see here any more. */
function stayOrLeave<Result extends Returned | ReturnType<typeof fail<Returned>>>(result: Result) {
	if ('isDone' in result && result.isDone && result.values.is_me === 'yes') {
		redirect(303, localizeHref('/portaal'));
	}
	return result;
}

/** At which field a refusal is told. */
const fields: Record<string, string> = {
	member_already: 'email',
	name_of_another: 'trade_names',
	organisation_not_found: 'organisation_name',
	same_organisation: 'organisation_name',
	group_exists: 'organisation_name'
};

/** Where a refusal is said in other words than to a reporter. */
const sentences: Record<string, string> = { same_organisation: 'error_own_organisation' };
