import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../src/lib/server/backend/open.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import { loadSecrets } from '../../src/lib/server/secrets.ts';
import { startDesk, type RunningDesk } from './server.ts';

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
	const dataDir = await mkdtemp(join(tmpdir(), 'gehoord-portal-'));
	const env = readEnvironment({ DATA_DIR: dataDir });
	const backend = await openBackend(env, await loadSecrets(env.secretsFile), async () => {});
	await backend.sql.query(
		"insert into hub.organisations (name, slug, sector) values ('Stroomwijs', 'stroomwijs', 'energy'), ('Telvast', 'telvast', 'telecom')"
	);
	const { committee, other, ...own } = portalPeople;
	await backend.sql.query("select public.invite($1, 'committee')", [committee]);
	for (const [level, email] of Object.entries(own)) await invite(email, level, 'stroomwijs');
	await invite(other, 'owner', 'telvast');
	await backend.close();
	const desk = await startDesk({ DATA_DIR: dataDir, SHOW_MAIL: 'on', WEBHOOK_TARGETS: 'any' });
	return {
		...desk,
		stop: async () => {
			await desk.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};

	async function invite(email: string, level: string, slug: string) {
		await backend.sql.query(
			`insert into hub.invitations (email, role, organisation_id, level)
			select $1, 'organisation_member', organisation_id, $2::hub.membership_level
			from hub.organisations where slug = $3`,
			[email, level, slug]
		);
	}
}
