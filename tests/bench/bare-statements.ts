import { randomInt } from 'node:crypto';
import type { Sql } from '#lib/server/backend/backend.ts';
import type { Submission } from './invented-reports.ts';

/** What file_report finds out before it writes. */
export type Attribution = {
	organisation_id: string | null;
	match: string | null;
	sector: string;
	province: string | null;
};

/** Finds whose each submission is, so that only writing remains to be timed. */
export async function attribute(sql: Sql, sent: Submission): Promise<Attribution> {
	const [row] = await sql.query<Attribution>(
		`select found.organisation_id, found.match, coalesce(organisations.sector, 'unknown') as sector,
			hub.province_of($4::smallint) as province
		from (select) as one
		left join hub.find_organisation($1::text, $2::uuid, $3::text, current_date) as found on true
		left join hub.organisations on organisations.organisation_id = found.organisation_id`,
		[sent.caller_number, sent.organisation_id, sent.organisation_name, sent.postcode4]
	);
	return row!;
}

/** Writes the same rows as file_report in one transaction, with nothing decided or checked. */
export function insertBare(sql: Sql, sent: Submission, found: Attribution): Promise<void> {
	return sql.transaction(async (inside) => {
		const state = found.organisation_id ? 'open' : 'unattributed';
		if (sent.caller_number) {
			await inside.query(
				'insert into hub.caller_numbers (caller_number, type, country) values ($1, $2, $3) on conflict do nothing',
				[sent.caller_number, sent.number_type, sent.number_country]
			);
		}
		const [report] = await inside.query<{ report_id: string }>(insertReport, [
			randomReference(),
			sent.kind,
			sent.channel,
			state,
			found.sector,
			found.organisation_id,
			found.match,
			sent.organisation_name,
			sent.caller_number,
			sent.narrative,
			JSON.stringify(sent.facts),
			sent.postcode4,
			found.province,
			sent.reporter_key,
			sent.filed_at,
			sent.client_key,
			sent.submission_digest,
			sent.follow_code_hash
		]);
		const id = report!.report_id;
		for (const [index, { contact_at, is_time_known }] of sent.contacts.entries()) {
			await inside.query(
				'insert into hub.report_contacts (report_id, position, contact_at, is_time_known) values ($1, $2, $3, $4)',
				[id, index + 1, contact_at, is_time_known]
			);
		}
		for (const [index, { code, source, score }] of sent.categories.entries()) {
			await inside.query(
				'insert into hub.report_categories (report_id, category, source, score, is_primary) values ($1, $2, $3, $4, $5)',
				[id, code, source, score, index === 0]
			);
		}
		if (sent.email_encrypted) {
			await inside.query(
				"insert into hub.report_reporters (report_id, email_encrypted, key_id) values ($1, decode($2, 'hex'), $3)",
				[id, sent.email_encrypted, sent.key_id]
			);
		}
		await inside.query(insertEvents, [id, state, sent.filed_at]);
		await inside.query(insertChange, [
			sent.filed_at,
			sent.kind,
			sent.channel,
			found.sector,
			found.province ?? '',
			found.organisation_id ?? '00000000-0000-0000-0000-000000000000',
			sent.caller_number ?? '',
			`{${sent.categories.map(({ code }) => code).join(',')}}`
		]);
	});
}

const insertReport = `
insert into hub.reports (reference, kind, channel, state, sector, organisation_id, organisation_match,
	organisation_name, caller_number, narrative, facts, postcode4, province, reporter_key, counted_on,
	is_counted, filed_at, client_key, submission_digest, follow_code_hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13, decode($14, 'hex'),
	($15::timestamptz at time zone 'Europe/Amsterdam')::date, true, $15, decode($16, 'hex'),
	decode($17, 'hex'), decode($18, 'hex'))
returning report_id`;

const insertEvents = `
insert into hub.report_events (report_id, event, from_state, to_state, actor_role, occurred_at)
values ($1, 'filed', null, 'received', 'reporter', $3),
	($1, 'delivered', 'received', $2, 'system', $3)`;

const insertChange = `
insert into hub.report_count_changes (weight, counted_on, kind, channel, sector, province,
	organisation_id, caller_number, categories)
values (1, ($1::timestamptz at time zone 'Europe/Amsterdam')::date, $2, $3, $4, $5, $6, $7, $8::text[])`;

function randomReference(): string {
	const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	return `26-${Array.from({ length: 6 }, () => signs[randomInt(32)]).join('')}`;
}
