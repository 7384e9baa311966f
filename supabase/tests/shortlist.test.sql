-- What may be structural: who may ask, and what is counted.

begin;
select plan(27);

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
create function pg_temp.list() returns table (kind text, subject text, organisation_name text, organisation_slug text,
	caller_label text, practice text,
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

-- A caller that the committee knows by a label alone: five complaints from two blocks, and in the first
-- block four of another.

select tests.as_owner();
select tests.file_report('caller ' || place, jsonb_build_object('caller_number',
		case when place <= 3 then '+3185000991' || place else '+3185000882' || place end, 'number_type', 'VOIP', 'number_country', 'NL',
		'categories', jsonb_build_array(jsonb_build_object('code', 'misleading', 'source', 'reporter'))))
from generate_series(1, 5) as place;
select tests.file_report('neighbour ' || place, jsonb_build_object('caller_number', '+3185000995' || place, 'number_type', 'VOIP', 'number_country', 'NL',
		'categories', jsonb_build_array(jsonb_build_object('code', 'misleading', 'source', 'reporter'))))
from generate_series(1, 4) as place;
create function tests.rows_of(wanted text) returns text language sql set search_path = ''
return (select string_agg(coalesce(caller_label, subject) || ' ' || reports, ', ' order by subject)
	from public.shortlist_factors('2026-01-01', '2026-12-31', '2026-12-31T12:00:00Z') where kind = wanted);
create function tests.the_caller() returns bigint language sql security definer set search_path = ''
return (select max(caller_id) from hub.likely_callers);
grant execute on function tests.rows_of, tests.the_caller to public;
select tests.as_service();
select public.keep_likely_callers(jsonb_build_array(jsonb_build_object('strength', 6.5, 'reasons', '[]'::jsonb, 'numbers',
	'["+31850009911", "+31850009912", "+31850009913", "+31850008824", "+31850008825"]'::jsonb)), '2026-07-01', 9);
select tests.authenticate_as('acm@example.org');
select is(tests.rows_of('caller'), null, 'a likely caller that nobody named is no subject');
select is(tests.rows_of('numbers'), '+318500012 5, +318500099 7', 'its numbers stand there as a block');
select tests.authenticate_as('committee@example.org');
select public.name_likely_caller(tests.the_caller(), 'One script', label => 'De isolatiebellers');
select is(tests.rows_of('caller'), 'De isolatiebellers 5', 'named, it stands there by its name with all its numbers');
select is(tests.rows_of('numbers'), '+318500012 5', 'and not again as a block, of which the others have four');
select tests.authenticate_as('acm@example.org');
select is(tests.rows_of('caller'), 'De isolatiebellers 5', 'the regulator reads the same');
select tests.authenticate_as('member@example.org');
select throws_ok($$ select tests.rows_of('caller') $$, 'GH403', 'not_allowed', 'a member does not');
select tests.as_owner();
select tests.file_report('neighbour 5', jsonb_build_object('caller_number', '+31850009955', 'number_type', 'VOIP', 'number_country', 'NL',
		'categories', jsonb_build_array(jsonb_build_object('code', 'misleading', 'source', 'reporter'))));
select tests.file_report('attributed', jsonb_build_object('caller_number', '+31850009911', 'organisation_id', '00000000-0000-4000-8000-000000000002',
		'categories', jsonb_build_array(jsonb_build_object('code', 'misleading', 'source', 'reporter'))));
select tests.authenticate_as('committee@example.org');
select is(tests.rows_of('numbers'), '+318500012 5, +318500099 5', 'five of the others are a block by themselves, without those of the caller');
select is(tests.rows_of('caller'), 'De isolatiebellers 5', 'what has an organisation is not told of the caller');
select tests.as_owner();
select tests.file_report('handed on', jsonb_build_object('caller_number', '+31850009912', 'filed_at', '2026-12-20T12:00:00Z',
		'categories', jsonb_build_array(jsonb_build_object('code', 'misleading', 'source', 'reporter'))));
select tests.authenticate_as('committee@example.org');
select is(tests.rows_of('caller'), 'De isolatiebellers 5', 'nor what is reported when the name no longer holds');
select is(tests.rows_of('numbers'), '+318500012 5, +318500099 6', 'which stands with the block again');
select public.take_back_likely_caller(tests.the_caller(), 'Not so');
select is(tests.rows_of('numbers'), '+318500012 5, +318500099 9', 'once the name is taken back the block has them again');

select * from finish();
rollback;
