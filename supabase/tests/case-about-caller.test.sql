-- A case about a caller that the committee knows by a label alone.

begin;
select plan(26);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('acm@example.org', 'regulator');
select tests.file_report(name, jsonb_build_object('caller_number', number, 'number_type', 'VOIP', 'number_country', 'NL',
	'categories', jsonb_build_array(jsonb_build_object('code', category, 'source', 'reporter'))) || more)
from (values
	('one', '+31850009911', 'misleading', '{}'::jsonb), ('two', '+31850009911', 'misleading', '{}'), ('three', '+31850008822', 'misleading', '{}'),
	('older', '+31850009911', 'misleading', '{"filed_at": "2025-06-10T12:00:00Z"}'),
	('pushy', '+31850008822', 'pushiness', '{}'), ('neighbour', '+31850009912', 'misleading', '{}'),
	('attributed', '+31850009911', 'misleading', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('other', '+31850007733', 'misleading', '{}'), ('another', '+31850007734', 'misleading', '{}')) as reports (name, number, category, more);
select tests.file_report('more ' || place, '{"caller_number": "+31850007733"}') from generate_series(1, 4) as place;
create function tests.caller_with(number text) returns bigint language sql security definer set search_path = ''
return (select max(caller_id) from hub.likely_caller_numbers where caller_number = number);
create function tests.open_about(number text, practice text default 'misleading', side text default 'committee') returns jsonb
	language plpgsql set search_path = '' as $$
declare
	reference constant text := public.open_case(side, 'De isolatiebellers', practice, first_on => '2026-01-01', last_on => '2026-12-31',
		caller_id => tests.caller_with(number));
begin
	return public.read_case(reference);
end $$;
grant execute on function tests.caller_with, tests.open_about to public;
select tests.as_service();
select public.keep_likely_callers('[{"strength": 6.5, "reasons": [], "numbers": ["+31850009911", "+31850008822"]},
	{"strength": 6.5, "reasons": [], "numbers": ["+31850007733", "+31850007734"]}]', '2026-07-01', 9);

select tests.authenticate_as('committee@example.org');
select throws_ok($$ select tests.open_about('+31850009911') $$, 'GH404', 'caller_not_found', 'no case is about a caller that nobody named');
select public.name_likely_caller(tests.caller_with('+31850009911'), 'One script', label => 'De isolatiebellers');
select public.name_likely_caller(tests.caller_with('+31850007733'), 'Their script', '00000000-0000-4000-8000-000000000001');
select throws_ok($$ select tests.open_about('+31850007733') $$, 'GH404', 'caller_not_found', 'one that is an organisation is a case about that organisation');
select throws_ok($$ select public.open_case('committee', 'Nobody', caller_id => 0) $$, 'GH404', 'caller_not_found', 'nor is one about a caller that is not there');
select is(tests.open_about('+31850009911') -> 'numbers', '[{"last_number": "+31850008822", "first_number": "+31850008822"},
	{"last_number": "+31850009911", "first_number": "+31850009911"}]', 'a case about one that has a name holds its numbers, and none between them');
select is(tests.open_about('+31850009911') -> 'report_count', '3', 'with the reports of that practice that are of no organisation');
select is(tests.open_about('+31850009911', null) -> 'report_count', '4', 'or of any practice');
select is(tests.open_about('+31850009911') #> '{events,1,details,count}', '3', 'and what happened tells how many');
select throws_ok($$ select tests.open_about('+31850009911', side => 'regulator') $$, 'GH403', 'not_allowed', 'the committee opens none for the regulator');
select is((select count(*) from public.list_reports(caller_id => tests.caller_with('+31850009911'), category => 'misleading',
	first_on => '2026-01-01', is_counted => true)), 3::bigint, 'the list of reports shows the same');
select is((select count(*) from public.list_reports(caller_id => tests.caller_with('+31850007733'))), 0::bigint, 'and nothing of a caller that is an organisation');
select tests.authenticate_as('acm@example.org');
select is((select count(*) from public.list_reports(caller_id => tests.caller_with('+31850009911'))), 5::bigint, 'also to the regulator');
select is(tests.open_about('+31850009911', side => 'regulator') -> 'report_count', '3', 'the regulator opens its own');
select tests.authenticate_as('moderator@example.org');
select throws_ok($$ select tests.open_about('+31850009911') $$, 'GH403', 'not_allowed', 'a moderator opens none');
select tests.authenticate_as('member@example.org');
select throws_ok($$ select tests.open_about('+31850009911') $$, 'GH403', 'not_allowed', 'nor does a member');
select is((select count(*) from public.list_reports(caller_id => tests.caller_with('+31850009911'))), 0::bigint, 'who reads none of its reports either');
select tests.as_anon();
select throws_ok($$ select public.open_case('committee', 'Callers', caller_id => 1) $$, '42501', null, 'nor a visitor');

-- The case follows

select tests.as_owner();
create temporary table followed as select reference, case_id from hub.cases
	where owner = 'committee' and practice = 'misleading' order by case_id limit 1;
grant select on followed to public;
create function tests.stand() returns text language sql security definer set search_path = ''
return (select string_agg(distinct first_number, ' ' order by first_number) || ', ' || (
		select count(*) from hub.case_reports where case_reports.case_id = case_numbers.case_id) || ' reports'
	from hub.case_numbers where case_id = (select min(case_id) from hub.cases where owner = 'committee' and practice = 'misleading') group by case_id);
create function tests.last_event() returns jsonb language sql security definer set search_path = ''
return (select details || jsonb_build_object('event', event) from hub.case_events
	where case_id = (select min(case_id) from hub.cases where owner = 'committee' and practice = 'misleading') order by event_id desc limit 1);
grant execute on function tests.stand, tests.last_event to public;
select is(tests.stand(), '+31850008822 +31850009911, 3 reports', 'a case begins with the numbers of the caller');
select tests.file_report('by hand', '{"caller_number": "+31850007755"}');
select tests.file_report('third number', '{"caller_number": "+31850006611", "number_type": "VOIP", "number_country": "NL",
	"categories": [{"code": "misleading", "source": "reporter"}]}');
select tests.as_service();
select public.keep_likely_callers('[{"strength": 6.5, "reasons": [], "numbers": ["+31850009911", "+31850008822", "+31850006611"]}]', '2026-07-01', 9);
select tests.authenticate_as('committee@example.org');
select public.name_likely_caller(tests.caller_with('+31850006611'), 'The same script', label => 'De Isolatiebellers');
select is(tests.stand(), '+31850006611 +31850008822 +31850009911, 4 reports', 'a number that goes with it by the same name comes into the case, with its reports');
select is(tests.last_event(), '{"event": "caller_followed", "numbers_added": 1, "numbers_gone": 0, "reports_added": 1, "reports_gone": 0}', 'and the case says so');
select public.take_back_likely_caller(tests.caller_with('+31850006611'), 'Not so');
select is(tests.stand(), '+31850008822 +31850009911, 3 reports', 'taken back, it leaves again');
select public.name_likely_caller(tests.caller_with('+31850006611'), 'Others', label => 'De zonnebellers');
select is(tests.stand(), '+31850008822 +31850009911, 3 reports', 'named otherwise it does not come');
select tests.as_owner();
select public.register_numbers('00000000-0000-4000-8000-000000000001', '[{"first_number": "+31850008822", "valid_from": "2024-01-01"}]');
select is(tests.stand(), '+31850009911, 2 reports', 'a number that turns out to be an organisation''s leaves with its reports');
insert into hub.case_reports (case_id, report_id)
	select case_id, report_id from followed, hub.reports where caller_number = '+31850007755';
update hub.cases set state = 'decided' where case_id = (select case_id from followed);
select public.register_numbers('00000000-0000-4000-8000-000000000001', '[{"first_number": "+31850009911", "valid_from": "2024-01-01"}]');
select is(tests.stand(), '+31850009911, 3 reports', 'a case that was decided keeps what it was decided on');
update hub.cases set state = 'open' where case_id = (select case_id from followed);
select tests.as_service();
select public.keep_likely_callers('[]', '2026-07-01', 9);
select is(tests.stand(), null, 'opened again it follows, by the night at the latest');
select tests.as_owner();
select is((select count(*)::integer from hub.case_reports where case_id = (select case_id from followed)), 1, 'and what was put in by hand stays');
select tests.authenticate_as('committee@example.org');
select public.take_back_likely_caller(tests.caller_with('+31850009911'), 'Now we know');
select public.name_likely_caller(tests.caller_with('+31850009911'), 'Their number', '00000000-0000-4000-8000-000000000001');
select tests.as_owner();
select is((select count(*)::integer from hub.case_organisations where case_id = (select case_id from followed)), 1, 'when it is known who the caller is, the case is about that organisation too');

select * from finish();
rollback;
