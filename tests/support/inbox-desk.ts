import { objectionSubmission } from '../../src/lib/domain/objection/submission.ts';
import { hashOfApiKey } from '../../src/lib/server/connections/api-keys.ts';
import { deliverMail } from '../../src/lib/server/mail/outbox.ts';
import * as objections from '../../src/lib/server/objections/objections.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { submission } from './desk.ts';
import type { RunningDesk } from './server.ts';
import { startFilledDesk } from './filled-desk.ts';

export const reader = 'lezer@stroomwijs.example';
export const handler = 'behandelaar@stroomwijs.example';
/** Of the committee. */
export const chair = 'voorzitter@commissie.example';
/** Of another organisation. */
export const stranger = 'eigenaar@telvast.example';

/** A key of the other organisation, with every scope. */
export const strangersKey = `gehoord_${'t'.repeat(43)}`;

type Filed = { reference: string; follow_code: string };

/** A desk with two organisations, their members, and reports and requests about the first one. */
export type InboxDesk = RunningDesk & { filed: Record<'fresh' | 'late', Filed> };

/** Who objects, and reports again later. */
export const objector = { phone: '0612345678', email: 'anna@example.org' };

/** Starts a desk where an organisation has work to do. */
export async function startInboxDesk(): Promise<InboxDesk> {
	const desk = await startFilledDesk(async (desk) => {
		const { sql } = desk.backend;
		await sql.query(
			`insert into hub.organisations (name, slug, sector, objection_email)
		values ('Stroomwijs', 'stroomwijs', 'energy', 'verzet@stroomwijs.example'),
			('Telvast', 'telvast', 'telecom', null)`
		);
		await sql.query(
			`insert into hub.invitations (email, role, organisation_id, level)
		select invited.email, 'organisation_member', organisation_id, invited.level::hub.membership_level
		from (values ($1, 'stroomwijs', 'reader'), ($2, 'stroomwijs', 'handler'), ($3, 'telvast', 'owner'))
			as invited (email, slug, level)
		join hub.organisations on organisations.slug = invited.slug`,
			[reader, handler, stranger]
		);
		await sql.query("select public.invite($1, 'committee')", [chair]);
		await sql.query(
			`insert into hub.api_keys (organisation_id, name, scopes, hint, key_hash)
		select organisation_id, 'Test', array['reports:read', 'reports:answer', 'messages:send', 'chain:read'], 'tttt', decode($1, 'hex')
		from hub.organisations where slug = 'telvast'`,
			[hashOfApiKey(desk, strangersKey)]
		);
		const file = (daysAgo: number, fields: Record<string, unknown>) => {
			const now = () => new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1000);
			const about = { organisation_name: 'Stroomwijs', caller_number: '085 000 1234' };
			return reports.file({ ...desk, now }, submission({ ...about, ...fields }), {
				origin: 'form'
			});
		};
		const filed = {
			fresh: await file(0, {
				narrative: 'Mijn naam is Anna de Vries. Ik werd tijdens het eten gebeld over stroom.',
				categories: ['unwanted_contact']
			}),
			late: await file(17, {
				narrative: 'De verkoper bleef aandringen.',
				categories: ['pushiness']
			})
		};
		await objections.lodge(
			desk,
			objectionSubmission.parse({
				ask: 'both',
				organisation_name: 'Stroomwijs',
				against: ['phone'],
				phone_numbers: [objector.phone],
				email: objector.email,
				may_test_later_reports: true
			})
		);
		await deliverMail(desk);
		return filed;
	});
	return { ...desk, filed: desk.filled };
}
