import type { RunningDesk } from './server.ts';
import { startFilledDesk } from './filled-desk.ts';

/** Owner, handler and reader of Stroomwijs, and the owner of Telvast. */
export const portalPeople = {
	owner: 'eigenaar@stroomwijs.example',
	handler: 'behandelaar@stroomwijs.example',
	reader: 'lezer@stroomwijs.example',
	other: 'eigenaar@telvast.example',
	committee: 'voorzitter@commissie.example'
} as const;

/** Starts a desk that knows two organisations whose people await a first sign-in. */
export async function startPortalDesk(): Promise<RunningDesk> {
	return startFilledDesk(
		async ({ backend }) => {
			await backend.sql.query(
				"insert into hub.organisations (name, slug, sector) values ('Stroomwijs', 'stroomwijs', 'energy'), ('Telvast', 'telvast', 'telecom')"
			);
			const { committee, other, ...own } = portalPeople;
			await backend.sql.query("select public.invite($1, 'committee')", [committee]);
			for (const [level, email] of Object.entries(own)) await invite(email, level, 'stroomwijs');
			await invite(other, 'owner', 'telvast');

			async function invite(email: string, level: string, slug: string) {
				await backend.sql.query(
					`insert into hub.invitations (email, role, organisation_id, level)
			select $1, 'organisation_member', organisation_id, $2::hub.membership_level
			from hub.organisations where slug = $3`,
					[email, level, slug]
				);
			}
		},
		{ SHOW_MAIL: 'on', WEBHOOK_TARGETS: 'any' }
	);
}
