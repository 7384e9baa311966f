-- What may be structural: who may ask, and what is counted.

begin;
select plan(16);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('acm@example.org', 'regulator');
select tests.give_role('committee@example.org', 'committee');
create temporary table filed as
	select name, tests.file_report(name, fields) as reference from (
		select 'eneco ' || place as name, jsonb_build_object('organisation_id', '00000000-0000-4000-8000-000000000001',
			'categories', jsonb_build_array(jsonb_build_object('code', 'pushiness', 'source', 'reporter')),
			'reporter_key', md5(least(place, 5)::text),
			'facts', case when place = 1 then '{"vulnerable": "yes"}' else '{}' end::jsonb,
			'findings', jsonb_build_array(jsonb_build_object('rule_id', 'tw-11.7-consent', 'outcome', 'likely', 'severity', 'high', 'category', 'pushiness')),
			'filed_at', format('2026-0%s-10T12:00:00Z', 1 + place % 3)) as fields
		from generate_series(1, 6) as place
		union all
		select 'block ' || place, jsonb_build_object('caller_number', '+318500012' || (10 + place), 'number_type', 'VOIP', 'number_country', 'NL',
			'categories', jsonb_build_array(jsonb_build_object('code', 'misleading', 'source', 'reporter')))
		from generate_series(1, 5) as place
		union all
		select 'ziggo ' || place, jsonb_build_object('organisation_id', '00000000-0000-4000-8000-000000000002',
			'categories', jsonb_build_array(jsonb_build_object('code', 'pushiness', 'source', 'reporter')))
		from generate_series(1, 4) as place) as reports;
create function pg_temp.list() returns table (kind text, subject text, organisation_name text, organisation_slug text, practice text,
	reports bigint, expected double precision, expected_from text, months bigint, provinces bigint, reporters bigint,
	severity double precision, repeats bigint, due bigint, unanswered bigint, vulnerable bigint) language sql as $$
	select * from public.shortlist_factors('2026-01-01', '2026-12-31', '2026-12-31T12:00:00Z')
$$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok('select * from pg_temp.list()', '42501', null, 'a visitor is not told what may be structural');
select tests.authenticate_as('member@example.org');
select throws_ok('select * from pg_temp.list()', 'GH403', 'not_allowed', 'nor is a member');
select tests.authenticate_as('acm@example.org');
select is((select count(*) from pg_temp.list()), 2::bigint, 'four complaints are no practice, five are');
select is((select organisation_name from pg_temp.list() where kind = 'organisation'), 'Eneco', 'of an organisation');
select is((select subject from pg_temp.list() where kind = 'numbers'), '+318500012', 'or of a block of numbers that nobody is known for');
select is((select practice from pg_temp.list() where kind = 'numbers'), 'misleading', 'with its practice');
select is((select reports from pg_temp.list() where kind = 'organisation'), 6::bigint, 'with how many there are');
select is((select months from pg_temp.list() where kind = 'organisation'), 3::bigint, 'in how many months');
select is((select reporters from pg_temp.list() where kind = 'organisation'), 5::bigint, 'from how many people');
select is((select repeats from pg_temp.list() where kind = 'organisation'), 1::bigint, 'how often it happened to somebody again');
select is((select severity from pg_temp.list() where kind = 'organisation'), 6::double precision, 'how heavy the findings are');
select is((select vulnerable from pg_temp.list() where kind = 'organisation'), 1::bigint, 'how many are vulnerable');
select is((select (due, unanswered)::text from pg_temp.list() where kind = 'organisation'), '(6,6)', 'and how many were not answered in time');
select is((select round(expected::numeric, 2) from pg_temp.list() where kind = 'organisation'), 4.00, 'against what the mix of all complaints lets expect');
select is((select expected_from from pg_temp.list() where kind = 'organisation'), 'mix', 'and where that comes from');
select tests.authenticate_as('committee@example.org');
select is((select count(*) from pg_temp.list()), 2::bigint, 'the committee reads the same');

select * from finish();
rollback;
