import type { Sql } from '../../src/lib/server/backend/backend.ts';

/** More would not fit the memory that the embedded database has for one statement. */
const batchSize = 50_000;
const mostOrganisations = 2_000;

/**
 * Fills a migrated database with invented reports until it has `upTo` of them, and counts them.
 * Nothing is left to chance: the n-th report is always the same, but for the days, which are the
 * last 24 months before today. As in life a few organisations and numbers get most of the reports.
 */
export async function generateReports(
	sql: Sql,
	upTo: number,
	{ memory = '4MB' } = {}
): Promise<void> {
	await insertReports(sql, upTo);
	await sql.transaction(async (inside) => {
		// What does not fit is written to disk and read again, many times over.
		await inside.execute(`set local work_mem = '${memory}'`);
		await inside.query('select public.rebuild_report_counts()');
	});
	await sql.execute('vacuum analyze');
}

/** As `generateReports`, without counting what is new. */
export async function insertReports(sql: Sql, upTo: number): Promise<void> {
	await sql.execute(chance);
	const [row] = await sql.query<{ count: number }>(
		'select coalesce(max(report_id), 0)::int as count from hub.reports'
	);
	const organisations = Math.min(mostOrganisations, Math.ceil(upTo / 5));
	const numbers = Math.ceil(upTo / 4);
	await sql.execute(organisationsUpTo(organisations) + numbersUpTo(numbers));
	await sql.execute(dropIndexes);
	for (let first = row!.count + 1; first <= upTo; first += batchSize) {
		const last = Math.min(upTo, first + batchSize - 1);
		await sql.transaction((inside) =>
			inside.execute(draft(first, last, organisations, numbers) + insertDrafts)
		);
	}
	await sql.execute(makeIndexes);
	await sql.execute(
		"select setval(pg_get_serial_sequence('hub.reports', 'report_id'), (select max(report_id) from hub.reports))"
	);
}

/** A number from 0 to 1, always the same for the same report and purpose; and one out of a list. */
const chance = `
create schema if not exists bench;
create or replace function bench.chance(of bigint, purpose integer) returns double precision
language sql immutable parallel safe
return (pg_catalog.hashint8extended(of, purpose) & 4503599627370495) / 4503599627370496.0;

create or replace function bench.pick(list text[], chance double precision) returns text
language sql immutable parallel safe
return list[1 + floor(chance * cardinality(list))::integer];
`;

/** Made at once an index takes a fraction of what it takes row by row. */
const dropIndexes = `
create table bench.indexes as
select pg_get_indexdef(indexrelid) as definition, indexrelid::regclass::text as name
from pg_index
where indrelid = any('{hub.reports,hub.report_categories,hub.report_events,hub.report_answers}'::regclass[])
	and not exists (select from pg_constraint where conindid = indexrelid);
do $$
declare
	index record;
begin
	for index in select * from bench.indexes loop
		execute 'drop index ' || index.name;
	end loop;
end $$;
`;

const makeIndexes = `
do $$
declare
	index record;
begin
	for index in select * from bench.indexes loop
		execute index.definition;
	end loop;
end $$;
drop table bench.indexes;
`;

/** The first organisations are the biggest; half of them own a block of fifty numbers. */
const organisationsUpTo = (count: number) => `
insert into hub.organisations (organisation_id, name, slug, sector)
select md5('organisation ' || n)::uuid,
	(array['Zonnig', 'Helder', 'Voordeel', 'Groene', 'Vaste', 'Nieuwe'])[1 + n % 6] || ' ' ||
		initcap(translate(to_char(n, 'FM0000'), '0123456789', 'abdefgklmr')) || ' ' ||
		(array['Energie', 'Telecom', 'Loterij', 'Advies', 'Fonds', 'Verzekeringen', 'Media'])[1 + n % 7],
	'organisatie-' || n,
	bench.pick(array(select code from hub.sectors order by position), power(bench.chance(n, 1), 1.7))
from generate_series(1, ${count}) as n
on conflict do nothing;

insert into hub.number_registrations
	(registration_id, organisation_id, first_number, last_number, valid_from)
select md5('registration ' || n)::uuid, md5('organisation ' || n)::uuid,
	'+3185' || to_char(n * 100, 'FM0000000'), '+3185' || to_char(n * 100 + 49, 'FM0000000'), '2020-01-01'
from generate_series(1, ${Math.floor(count / 2)}) as n
where not exists (select from hub.number_registrations as known
	where known.registration_id = md5('registration ' || n)::uuid);
`;

const numbersUpTo = (count: number) => `
insert into hub.caller_numbers (caller_number, type, country)
select '+3185' || to_char(n, 'FM0000000'), 'FIXED_LINE', 'NL' from generate_series(1, ${count}) as n
on conflict do nothing;
`;

/** Low chances to a power: the first of the organisations gets a twelfth, of the numbers a hundredth. */
const draft = (first: number, last: number, organisations: number, numbers: number) => `
-- What refers to what is right by construction: no need to look up every foreign key.
set local session_replication_role = replica;
create temporary table drafts on commit drop as
select drawn.*, organisations.organisation_id, organisations.sector as its_sector,
	is_counted and organisations.organisation_id is not null and may_be_answered
		and contact_at < current_date - 8 as is_answered
from (
	select n as id,
		case when bench.chance(n, 2) < 0.92 then 'complaint' else 'compliment' end as kind,
		bench.pick(array['phone', 'phone', 'phone', 'phone', 'phone', 'phone', 'phone', 'door', 'door',
			'street', 'stand', 'message', 'message', 'other'], bench.chance(n, 3)) as channel,
		case when bench.chance(n, 4) < 0.8
			then 1 + floor(${numbers} * power(bench.chance(n, 5), 2.5))::integer end as number,
		case when bench.chance(n, 6) < 0.6
			then 1 + floor(${organisations} * power(bench.chance(n, 7), 3))::integer end as chosen,
		case when bench.chance(n, 8) < 0.7
			then 1011 + floor(8980 * power(bench.chance(n, 9), 1.3))::smallint end as postcode4,
		(current_date - (1 + floor(729 * power(bench.chance(n, 10), 1.1)))::integer)
			+ interval '8 hours' + interval '12 hours' * bench.chance(n, 11) as contact_at,
		bench.chance(n, 12) >= 0.03 as is_counted,
		bench.chance(n, 17) < 0.9 as may_be_answered
	from generate_series(${first}::bigint, ${last}) as n) as drawn
left join hub.organisations on organisations.organisation_id = md5('organisation ' ||
	case when number % 100 < 50 and number / 100 between 1 and ${Math.floor(organisations / 2)}
		then number / 100 else chosen end)::uuid;
`;

/** As file_report leaves them. */
const insertDrafts = `
insert into hub.reports (report_id, reference, kind, channel, state, sector, organisation_id,
	organisation_match, caller_number, narrative, postcode4, province, reporter_key, counted_on,
	is_counted, origin, filed_at, delivered_at, answer_due_at, outcome, client_key, submission_digest, follow_code_hash,
	verification)
overriding system value
select id,
	-- An odd factor makes another of the 2^30 out of each: no two references are equal.
	to_char(contact_at, 'YY') || '-' || (
		select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
			1 + ((id * 387420489) >> (5 * place) & 31)::integer, 1), '')
		from generate_series(0, 5) as place),
	kind, channel, (case when not is_counted then 'held' when organisation_id is null
		then 'unattributed' when is_answered then 'closed'
		when contact_at < current_date - 16 then 'expired' else 'open' end)::hub.report_state,
	coalesce(its_sector, 'unknown'), organisation_id,
	(case when organisation_id is null then null when number is null then 'exact_name'
		else 'registered_number' end)::hub.organisation_match,
	'+3185' || to_char(number, 'FM0000000'),
	'Ik werd gebeld over een aanbod en had daar niet om gevraagd. Na mijn nee bleef de verkoper aandringen. Melding ' || id,
	postcode4, (select province from hub.postcode_ranges
		where postcode4 between first_postcode4 and last_postcode4),
	case when bench.chance(id, 13) < 0.4
		then sha256(convert_to('reporter ' || floor(id * bench.chance(id, 14)), 'UTF8')) end,
	contact_at::date, is_counted, 'demo', contact_at + interval '1 hour',
	case when is_counted and organisation_id is not null then contact_at + interval '1 hour' end,
	-- The triggers that keep it do not run here: fifteen days, and midnight after the last.
	case when is_counted and organisation_id is not null
		then ((contact_at + interval '1 hour')::date + 16)::timestamp at time zone 'Europe/Amsterdam' end,
	case when is_answered then 'no_verdict' when is_counted and organisation_id is not null
		and contact_at < current_date - 16 then 'unanswered' end::hub.report_outcome,
	sha256(convert_to('client ' || id, 'UTF8')), sha256(convert_to('digest ' || id, 'UTF8')),
	sha256(convert_to('follow ' || id, 'UTF8')),
	case when bench.chance(id, 17) < 0.5 then 'none' when bench.chance(id, 17) < 0.8 then 'email' else 'proven' end
from drafts;

insert into hub.report_contacts (report_id, position, contact_at, is_time_known)
select id, 1, contact_at, true from drafts;

-- One report in four has a second category: the next one of its kind.
insert into hub.report_categories (report_id, category, source, score, is_primary, sub_category)
select id, ofKind.codes[1 + (first + nth) % 5], case nth when 0 then 'reporter' else 'suggested' end, 0.8, nth = 0,
	-- The words of six in ten say what exactly happened.
	case when bench.chance(id, 18) < 0.6 then exact.codes[1 + floor(bench.chance(id, 19) * cardinality(exact.codes))::integer] end
from (select *, floor(5 * power(bench.chance(id, 15), 1.4))::integer as first from drafts) as drafts
join (select kind, array_agg(code order by position) as codes from hub.categories group by kind)
	as ofKind using (kind)
cross join lateral generate_series(0, case when bench.chance(id, 16) < 0.25 then 1 else 0 end) as nth
left join (select category, array_agg(code order by code) as codes from hub.sub_categories group by category)
	as exact on exact.category = ofKind.codes[1 + (first + nth) % 5];

-- Nine in ten are answered within a week, and half of those judged.
insert into hub.report_answers (report_id, organisation_id, answer_type, reason, text, answered_at, verdict, verdict_at)
select id, organisation_id, 'accepted', 'apology', 'Onze excuses. Dit had niet mogen gebeuren.', at,
	judged.verdict, case when judged.verdict is not null then at + interval '1 day' end
from drafts, lateral (select contact_at + interval '6 days' * bench.chance(id, 18) as at) as answered,
	lateral (select (array['solved', 'not_solved', null, null])[1 + floor(4 * bench.chance(id, 19))::integer] as verdict) as judged
where is_answered;

insert into hub.report_events (report_id, event, from_state, to_state, actor_role, occurred_at)
select reports.report_id, happened.event, happened.from_state::hub.report_state,
	happened.to_state, happened.actor_role, reports.filed_at
from drafts join hub.reports on reports.report_id = drafts.id,
	lateral (values ('filed', null, 'received'::hub.report_state, 'reporter'),
		(case reports.state when 'held' then 'held' when 'unattributed' then 'left_unattributed' else 'delivered' end,
			'received', case when reports.state in ('held', 'unattributed') then reports.state else 'open' end, 'system')) as happened (event, from_state, to_state, actor_role);
`;
