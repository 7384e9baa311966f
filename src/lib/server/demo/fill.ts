import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { batchSize, fileBatch, foldAll, keysOf } from '../reports/filings.ts';
import { demoFollowCode, fillAnswers } from './fill-answers.ts';
import { inventReports } from './invent-reports.ts';
import { inventedOrganisations, numberWith, type InventedOrganisation } from './organisations.ts';

/** Whoever may sign in to the demo; example names that no mail can reach. */
export const demoPeople = [
	{ email: 'commissie@demo.gehoord.test', role: 'committee' },
	{ email: 'acm@demo.gehoord.test', role: 'regulator' },
	{ email: 'moderator@demo.gehoord.test', role: 'moderator' },
	{ email: 'beheer@demo.gehoord.test', role: 'administrator' },
	{ email: 'stroomwijs@demo.gehoord.test', role: 'organisation_member' }
] as const;

/** The organisation that the last of them works for. */
const employer = 'Stroomwijs Demo Energie';

/**
 * What kind of desk this is. A demo shows its mail, and with it the codes to sign in, to everybody:
 * it must never be started on reports of real people.
 */
export async function kindOfDesk({ backend }: Desk): Promise<'empty' | 'demo' | 'real'> {
	const [row] = await backend.sql.query<{ kind: 'empty' | 'demo' | 'real' }>(
		`select case
			when exists (select from hub.installation where key = 'demo') then 'demo'
			when exists (select from hub.reports) then 'real' else 'empty' end as kind`
	);
	return row!.kind;
}

/**
 * Fills the desk with invented organisations and reports, and invites the people of the demo.
 * With the same seed again only what is missing is added.
 */
export async function fillDemo(
	desk: Desk,
	{ reports, seed }: { reports: number; seed: number },
	progress: (filed: number) => void = () => {}
) {
	if ((await kindOfDesk(desk)) === 'empty') await mark(desk);
	const ids = await registerAll(desk);
	for (const { email, role } of demoPeople) {
		const organisation_id = role === 'organisation_member' ? ids.get(employer) : undefined;
		unwrap('invite', await desk.service.rpc('invite', { email, role, organisation_id }));
	}
	const filings = inventReports(seed, reports, desk.now()).map((report, index) => ({
		...report,
		...keysOf(desk, 'demo', `${seed}`, index),
		origin: 'demo' as const
	}));
	let filed = 0;
	for (let start = 0; start < filings.length; start += batchSize) {
		const outcome = await fileBatch(desk, filings.slice(start, start + batchSize));
		const [refused] = outcome.refused.values();
		if (refused) throw new Error(`the desk refuses an invented report: ${refused}`);
		filed += outcome.filed;
		progress(start + batchSize);
	}
	await fillAnswers(desk, seed);
	await foldAll(desk);
	return { filed, organisations: ids.size, follow_code: await demoFollowCode(desk) };
}

/** In a demo one person plays everybody: the organisation sees a report at once, not after the hour. */
async function mark({ backend }: Desk): Promise<void> {
	await backend.sql.query(
		"update hub.clocks set amount = 0, edited_at = now() where code = 'told_to_organisation'"
	);
	await backend.sql.query(
		"insert into hub.installation (key, value) values ('demo', 'yes') on conflict do nothing"
	);
}

/** Registers those that are not known yet, with their numbers. */
async function registerAll(desk: Desk): Promise<Map<string, string>> {
	const known = await desk.backend.sql.query<{ name: string; organisation_id: string }>(
		'select name, organisation_id from hub.organisations'
	);
	const ids = new Map(known.map(({ name, organisation_id }) => [name, organisation_id]));
	for (const organisation of inventedOrganisations) {
		if (ids.has(organisation.name)) continue;
		ids.set(organisation.name, await register(desk, organisation, ids));
	}
	return ids;
}

const addressOf = (name: string) => `verzet@${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;

async function register(
	desk: Desk,
	{
		name,
		sector,
		roles,
		trade_names = [],
		numbers = [],
		contact_centre,
		weight
	}: InventedOrganisation,
	ids: Map<string, string>
): Promise<string> {
	const { service } = desk;
	const registered = unwrap(
		'register_organisation',
		await service.rpc('register_organisation', {
			name,
			sector,
			roles,
			trade_names,
			// The large ones take objections by mail; for the others there is a letter.
			...(weight >= 4 && { objection_email: addressOf(name) })
		})
	) as { organisation_id: string };
	const blocks = Array.isArray(numbers)
		? numbers.map((number) => ({ first: number, last: number }))
		: [numbers];
	const registrations = blocks.map(({ first, last }) => ({
		first_number: numberWith(first),
		last_number: numberWith(last),
		valid_from: '2020-01-01',
		contact_centre_id: contact_centre ? ids.get(contact_centre) : null
	}));
	if (registrations.length > 0) {
		unwrap(
			'register_numbers',
			await service.rpc('register_numbers', {
				organisation_id: registered.organisation_id,
				registrations
			})
		);
	}
	if (contact_centre) await link(desk, contact_centre, registered.organisation_id, ids);
	return registered.organisation_id;
}

/** Both agreed that one works for the other, as the last of its roles. */
async function link(
	{ backend }: Desk,
	worker: string,
	client_id: string,
	ids: Map<string, string>
): Promise<void> {
	const role = inventedOrganisations.find(({ name }) => name === worker)?.roles.at(-1);
	await backend.sql.query(
		`insert into hub.chain_links (worker_id, client_id, role, valid_from, state, proposed_by_organisation_id, decided_at)
		values ($1::uuid, $2::uuid, $3, '2020-01-01', 'confirmed', $2::uuid, now())`,
		[ids.get(worker), client_id, role]
	);
}
