-- Who reads the figures of an organisation, who declares contacts for it, and what they are.

begin;
select plan(45);

insert into hub.organisations (organisation_id, name, slug, sector)
select ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'Eneco ' || n, 'eneco-' || n, case when n < 8 then 'energy' else 'telecom' end
from generate_series(1, 8) as n;
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('reader@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000008', 'owner');
select tests.give_role('committee@example.org', 'committee');
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, campaign, contact_centre_id)
values ('00000000-0000-4000-8000-000000000001', '+31851234560', '+31851234569', '2026-01-01', 'Zomeractie', '00000000-0000-4000-8000-000000000002');

create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, jsonb_build_object('filed_at', filed_at, 'organisation_id', '00000000-0000-4000-8000-000000000001',
	'contacts', jsonb_build_array(jsonb_build_object('contact_at', filed_at, 'is_time_known', true)),
	'follow_code_hash', md5('code of ' || name)) || fields)
from (values
	('quick', '2026-06-01T10:00:00Z'::timestamptz, '{"caller_number": "+31851234565"}'::jsonb),
	('slow', '2026-06-02T10:00:00Z', '{"caller_number": "+31851234566"}'),
	('silent', '2026-06-03T10:00:00Z', '{}'),
	('spoofed', '2026-06-04T10:00:00Z', '{"caller_number": "+31851234565"}'),
	('unfounded', '2026-06-05T10:00:00Z', '{}'),
	('praise', '2026-06-06T10:00:00Z', '{"kind": "compliment", "channel": "door"}'),
	('fresh', '2026-06-28T10:00:00Z', '{}'),
	('held', '2026-06-05T10:00:00Z', '{"is_held": true}'),
	('import', '2026-06-05T10:00:00Z', '{"origin": "import"}'),
	('theirs', '2026-06-05T10:00:00Z', '{"organisation_id": "00000000-0000-4000-8000-000000000008"}')
) as filings (name, filed_at, fields);
insert into hub.report_answers (report_id, organisation_id, answer_type, reason, text, answered_at, verdict, verdict_at)
select report_id, organisation_id, answer_type::hub.answer_type, reason, 'Text', reports.delivered_at + after, verdict, case when verdict is not null then reports.delivered_at + after * 2 end
from (values ('quick', 'accepted', 'apology', interval '10 hours', 'solved'), ('slow', 'explained', 'consent_proven', '20 days', 'not_solved'),
	('unfounded', 'rejected', 'did_not_happen', '30 hours', null)) as given (name, answer_type, reason, after, verdict)
join filed using (name) join hub.reports using (reference);
select hub.count_report(report_id, -1::smallint) from hub.reports join filed using (reference) where name in ('spoofed', 'unfounded');
set session_replication_role = replica;
update hub.reports set state = 'closed', outcome = filed.name::hub.report_outcome
from filed where filed.reference = reports.reference and filed.name in ('spoofed', 'unfounded');
set session_replication_role = origin;
select hub.count_report(report_id, 1::smallint) from hub.reports join filed using (reference) where name in ('spoofed', 'unfounded');
-- What happens at the end of a transaction, which this one never reaches.
select hub.recount_facets(report_id) from hub.reports;
set constraints hub.recount_facets immediate;

create function pg_temp.own() returns jsonb language sql stable as $$
	select public.own_figures('00000000-0000-4000-8000-000000000001', '2026-06-01', '2026-06-30', '2026-07-01T10:00:00Z')
$$;
create function pg_temp.counts() returns integer language sql stable as $$
	select sum((select sum(n) from unnest(report_counts) as n))::integer
	from public.count_own_reports('month', '{kind}', '2026-06-01', '2026-06-30', '00000000-0000-4000-8000-000000000001')
$$;
create function pg_temp.declare(contacts integer, month date default '2026-06-01', organisation text default '1') returns text language sql stable as $$
	select format('select public.declare_contacts(%L, %L, %L, %s)', '00000000-0000-4000-8000-00000000000' || organisation, month, 'phone', contacts)
$$;
create function pg_temp.rates() returns jsonb language sql as $$ select public.complaint_rates('00000000-0000-4000-8000-000000000001', '2026-06-01', '2026-06-30') $$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok('select pg_temp.own()', '42501', null, 'a visitor reads no figures of one organisation');
select throws_ok('select pg_temp.counts()', '42501', null, 'nor exact counts');
select throws_ok(pg_temp.declare(1), '42501', null, 'nor declares');
select throws_ok('select * from hub.contact_declarations', '42501', null, 'nor reads what was declared');
select throws_ok($$ select public.count_answers('00000000-0000-4000-8000-000000000001', '2026-06-01', '2026-06-30', now()) $$, '42501', null, 'nor counts answers past the server');
select tests.authenticate_as('other@example.org');
select throws_ok('select pg_temp.own()', 'GH403', 'not_allowed', 'nor does a member of another organisation');
select throws_ok('select pg_temp.counts()', 'GH403', 'not_allowed', 'whatever is asked');
select throws_ok('select pg_temp.rates()', 'GH403', 'not_allowed', 'rates neither');
select throws_ok(pg_temp.declare(1), 'GH403', 'not_allowed', 'nor declares for it');
select throws_ok($$ select public.declared_contacts('00000000-0000-4000-8000-000000000001') $$, 'GH403', 'not_allowed', 'nor reads what it declared');
select throws_ok($$ select public.count_answers('00000000-0000-4000-8000-000000000001', '2026-06-01', '2026-06-30', now()) $$, '42501', null, 'nor counts answers past the server');
select tests.authenticate_as('committee@example.org');
select throws_ok('select pg_temp.own()', 'GH403', 'not_allowed', 'the committee has its own figures');
select tests.authenticate_as('reader@example.org');
select throws_ok(pg_temp.declare(1), 'GH403', 'not_allowed', 'a reader declares nothing');

-- The figures

select is(pg_temp.counts(), 7, 'a reader counts the reports of the organisation, but held ones and one that was spoofed');
select is(pg_temp.own() -> 'answers' -> 'due', '4', 'an answer was due to complaints that were answered or whose term is over, but not to one that was spoofed');
select is(pg_temp.own() -> 'answers' -> 'answered', '3', 'of those so many were answered');
select is(pg_temp.own() -> 'answers' -> 'in_time', '2', 'so many within the term');
select is((pg_temp.own() -> 'answers' ->> 'median_hours')::numeric, 30::numeric, 'the one in the middle took so long');
select is(pg_temp.own() -> 'answers' -> 'verdicts', '{"solved": 1, "not_solved": 1, "none": 1}', 'verdicts are those on the last answer');
select is(pg_temp.own() -> 'answers' -> 'findings', '{"founded_by_organisation": 1, "unfounded_by_organisation": 1, "unfounded_by_committee": 1,
	"not_theirs_by_organisation": 0, "not_theirs_by_committee": 1, "unknown": 2}', 'who decided stands with what was decided');
select is(pg_temp.own() -> 'numbers' -> 0, '{"name": "+31851234565", "complaints": 2, "compliments": 0}', 'numbers are told apart');
select is(pg_temp.own() -> 'campaigns', '[{"name": "Zomeractie", "complaints": 3, "compliments": 0}, {"name": null, "complaints": 4, "compliments": 1}]', 'so are campaigns');
select is(pg_temp.own() -> 'links', '[{"name": "Eneco 2", "roles": ["contact_centre"], "complaints": 3, "compliments": 0}, {"name": null, "complaints": 4, "compliments": 1}]', 'and links in the chain');
select is(public.own_figures('00000000-0000-4000-8000-000000000001', '2020-01-01', '2020-01-31', now()) -> 'numbers', '[]', 'a period without reports has none');

-- Contacts

select tests.authenticate_as('handler@example.org');
select lives_ok(pg_temp.declare(1000), 'a handler declares');
select lives_ok(pg_temp.declare(2000), 'and corrects');
select throws_ok(pg_temp.declare(-1), '23514', null, 'not less than none');
select throws_ok(pg_temp.declare(1, '2026-06-02'), '23514', null, 'for whole months');
select throws_ok(pg_temp.declare(1, '2999-01-01'), 'GH015', 'month_to_come', 'that have begun');
select throws_ok('delete from hub.contact_declarations', '42501', null, 'what was declared stays');
select is(jsonb_array_length(public.declared_contacts('00000000-0000-4000-8000-000000000001')), 1, 'the last one counts');
select is(public.declared_contacts('00000000-0000-4000-8000-000000000001') -> 0 ->> 'declared_by', 'handler@example.org', 'with who declared it');
select is((select count(*)::integer from hub.contact_declarations), 2, 'the first one is kept');
select tests.authenticate_as('other@example.org');
select is_empty('select declaration_id from hub.contact_declarations', 'another organisation reads none of it');
select tests.authenticate_as('reader@example.org');
select is(pg_temp.rates(), '[{"channel": "phone", "complaints": 5, "contacts": 2000, "sector": null}]', 'what was proven otherwise leaves the rate; of one organisation no sector is shown');

select tests.as_owner();
insert into hub.contact_declarations (organisation_id, month_on, channel, contacts)
select organisation_id, '2026-06-01', 'phone', 500 from hub.organisations where slug in ('eneco-2', 'eneco-3', 'eneco-4');
insert into hub.contact_declarations (organisation_id, month_on, channel, contacts)
select organisation_id, '2026-06-01', 'phone', 500 from hub.organisations where slug = 'eneco-8';
select tests.authenticate_as('reader@example.org');
select is(pg_temp.rates() -> 0 -> 'sector', 'null', 'four are too few, and another sector does not count');
select tests.as_owner();
insert into hub.contact_declarations (organisation_id, month_on, channel, contacts)
select organisation_id, '2026-06-01', 'phone', 500 from hub.organisations where slug = 'eneco-5';
select tests.authenticate_as('reader@example.org');
select is(pg_temp.rates() -> 0 -> 'sector', '{"complaints": 5, "contacts": 4000}', 'from five on the sector is shown');
select tests.as_service();
select public.fold_report_counts();
select tests.authenticate_as('reader@example.org');
select is(pg_temp.rates() -> 0 -> 'complaints', '5', 'folding changes nothing');
select tests.as_service();
select is_empty('select * from public.verify_report_counts()', 'and the counts hold');
select is((public.count_answers('00000000-0000-4000-8000-000000000001', '2026-06-01', '2026-06-30', '2026-07-01T10:00:00Z')) -> 'due', '4', 'the server counts the same for the public page');

-- The days of Amsterdam

select tests.as_owner();
select is(hub.figures_of_answers('00000000-0000-4000-8000-000000000001', '2026-06-02', '2026-06-02', '2026-07-01T10:00:00Z') -> 'answered', '1', 'a period begins and ends at midnight in Amsterdam');
select is(hub.figures_of_answers('00000000-0000-4000-8000-000000000001', '2026-06-28', '2026-06-28', '2026-07-13T21:59:00Z') -> 'due', '0', 'a term is not over on its last day');
select is(hub.figures_of_answers('00000000-0000-4000-8000-000000000001', '2026-06-28', '2026-06-28', '2026-07-13T22:00:00Z') -> 'due', '1', 'but at the midnight after it');
select is(hub.figures_of_answers('00000000-0000-4000-8000-000000000001', '2020-01-01', '2020-01-31', now()) -> 'median_hours', 'null', 'without answers there is no time');
select is((select count(*)::integer from hub.contact_volumes), 6, 'what counts is one row for each organisation, month and channel');

select * from finish();
rollback;
