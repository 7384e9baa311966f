import type { Actions } from '@sveltejs/kit';
import { actOnForm, staffForm } from '#lib/domain/upkeep/forms.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatShortDay } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as staff from '#lib/server/upkeep/staff.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const { members, invitations } = await staff.list(visitors.required(locals).client);
	const day = (instant: string) => formatShortDay(dayOf(new Date(instant)), locale);
	const chosen = url.searchParams.get('kies');
	return {
		members: members.map((member) => ({ ...member, day: day(member.since) })),
		invitations: invitations.map((invitation) => ({
			...invitation,
			day: day(invitation.expires_at)
		})),
		member: members.find(({ membership_id }) => membership_id === chosen) ?? null,
		invitation: invitations.find(({ invitation_id }) => invitation_id === chosen) ?? null
	};
};

export const actions: Actions = {
	invite: (event) =>
		act(event, 'invite', staffForm, (invited, desk, client) => staff.invite(desk, client, invited)),
	end: (event) =>
		act(event, 'end', actOnForm, ({ id, reason }, _, client) => staff.endRole(client, id, reason)),
	withdraw: (event) =>
		act(event, 'withdraw', actOnForm, ({ id, reason }, _, client) =>
			staff.withdrawInvitation(client, id, reason)
		)
};
