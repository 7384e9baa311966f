begin;
select plan(57);

-- Numbers that nobody is known for, two organisations, and people.
insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-00000000000a', 'Duinlicht', 'duinlicht', 'energy'),
	('00000000-0000-4000-8000-00000000000b', 'Belvora', 'belvora', 'telecom');
select tests.give_role('ann@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a');
select tests.give_role('cor@desk.example', 'committee');
select tests.give_role('mo@desk.example', 'moderator');
select tests.give_role('rik@acm.example', 'regulator');
select tests.file_report('call ' || nth || number, jsonb_build_object('caller_number', '+3185123450' || number,
	'sector', 'energy', 'contacts', jsonb_build_array(jsonb_build_object('contact_at', '2026-06-15T10:30:00Z', 'is_time_known', true))))
from generate_series(1, 3) as number, generate_series(1, 2) as nth;
select tests.file_report('known', '{"caller_number": "+31851234509", "organisation_name": "Belvora"}');
create function tests.keep(numbers text[], reasons jsonb default '[]') returns jsonb language sql set search_path = ''
return public.keep_likely_callers(jsonb_build_array(jsonb_build_object('numbers', to_jsonb(numbers), 'strength', 6.5, 'reasons', reasons)),
	'2026-07-01', 9);
create function tests.the_caller() returns bigint language sql security definer set search_path = ''
return (select max(caller_id) from hub.likely_callers where state <> 'gone');
create function tests.numbers(last integer) returns text[] language sql set search_path = ''
return array(select '+3185123450' || number from generate_series(1, last) as number);
create function tests.states() returns text language sql security definer set search_path = ''
return (select string_agg(distinct state || coalesce(' ' || organisation_match, ''), ', ') from hub.reports where caller_number < '+31851234504');
create function tests.events_of(caller bigint) returns text language sql security definer set search_path = ''
return (select string_agg(event, ', ' order by event_id) from hub.likely_caller_events where caller_id = caller);
grant execute on all functions in schema tests to anon, authenticated, service_role;

-- Who finds
select tests.as_anon();
select throws_ok($$ select tests.keep(tests.numbers(3)) $$, '42501', null, 'a visitor groups nothing');
select throws_ok($$ select public.list_likely_callers() $$, '42501', null, 'and sees nothing');
select tests.authenticate_as('cor@desk.example');
select throws_ok($$ select tests.keep(tests.numbers(3)) $$, '42501', null, 'nor does the committee write what was found');
select throws_ok($$ select public.numbers_without_owner('2026-01-01', 10) $$, '42501', null, 'or ask the stories as the job does');
select tests.as_service();
select results_eq($$ select number, report_count, sectors, hours from public.numbers_without_owner('2026-01-01', 10) $$,
	$$ select number, 2, '["energy", "energy"]'::jsonb, '[12, 12]'::jsonb from unnest(tests.numbers(3)) as number $$,
	'the job asks the numbers whose reports wait, with what was offered and the Dutch hours of the week');
select is((select count(*) from public.numbers_without_owner('2026-06-16', 10))::integer, 0, 'not older ones than it asks');
select is(tests.keep(tests.numbers(3)) ->> 'found', '1', 'what it groups is kept');
select is(tests.keep(tests.numbers(3)) ->> 'renewed', '1', 'the same again is not told twice');
select is(tests.events_of(tests.the_caller()), 'found', 'and leaves no trace');
select is(tests.keep(array['+31851234501', '+31851234502']) ->> 'renewed', '1', 'with fewer reports it is still renewed while it waits');
select is(tests.keep('{+31851234509,+31851234503}') ->> 'gone', '1', 'what a run does not find any more is gone, and what has too few reports is not told');
select is(tests.keep(tests.numbers(3)) ->> 'found', '1', 'found again it is new');

-- Who sees
select tests.authenticate_as('ann@a.example');
select is((select count(*) from public.list_likely_callers())::integer, 0, 'an organisation sees none');
select is((select count(*) from hub.likely_caller_numbers)::integer, 0, 'nor their numbers');
select throws_ok($$ select public.name_likely_caller(tests.the_caller(), 'x', '00000000-0000-4000-8000-00000000000b') $$,
	'GH403', 'not_allowed', 'and names none after a competitor');
select tests.authenticate_as('rik@acm.example');
select is((select numbers from public.list_likely_callers(array['new'])), tests.numbers(3), 'the regulator sees them');
select is((select count(*) from public.likely_caller_reports(tests.the_caller()))::integer, 6, 'with the reports behind them');
select throws_ok($$ select public.name_likely_caller(tests.the_caller(), 'x', null, 'A') $$, 'GH403', 'not_allowed', 'without naming');
select throws_ok($$ select public.dismiss_likely_caller(tests.the_caller(), 'x') $$, 'GH403', 'not_allowed', 'or putting them aside');
select throws_ok($$ update hub.likely_callers set state = 'gone' $$, '42501', null, 'nobody writes past the functions');
select tests.authenticate_as('mo@desk.example');
select is((select complaints from public.likely_caller_numbers(tests.the_caller()) limit 1), 2, 'a moderator sees the numbers with their complaints');
select throws_ok($$ select public.name_likely_caller(tests.the_caller(), 'x', null, 'A') $$, 'GH403', 'not_allowed', 'the committee alone decides');

-- Put aside
select tests.authenticate_as('cor@desk.example');
select throws_ok($$ select public.dismiss_likely_caller(tests.the_caller(), ' ') $$, 'GH006', 'reason_needed', 'not without a reason');
select lives_ok($$ select public.dismiss_likely_caller(tests.the_caller(), 'Three shops in one building') $$, 'the committee puts it aside');
select throws_ok($$ select public.dismiss_likely_caller(tests.the_caller(), 'again') $$, 'GH003', 'caller_already_decided', 'once');
select tests.as_service();
select is(tests.keep(tests.numbers(3)) ->> 'muted', '1', 'it stays aside');
select tests.as_owner();
select tests.file_report('more ' || nth, '{"caller_number": "+31851234504"}') from generate_series(1, 2) as nth;
select tests.file_report('most ' || nth, '{"caller_number": "+31851234505"}') from generate_series(1, 2) as nth;
select tests.as_service();
select is(tests.keep(tests.numbers(4)) ->> 'muted', '1', 'also with one number more');
select is(tests.keep(tests.numbers(5)) ->> 'found', '1', 'until it has grown notably');
select tests.authenticate_as('cor@desk.example');
select is((select follows_state from public.list_likely_callers(array['new'])), 'dismissed', 'and it says that it was put aside before');

-- Named
select throws_ok($$ select public.name_likely_caller(tests.the_caller(), 'They say so') $$, 'GH005', 'caller_name_needed', 'a name is an organisation or a label');
select throws_ok($$ select public.name_likely_caller(tests.the_caller(), 'x', gen_random_uuid()) $$, 'GH404', 'organisation_not_found', 'an organisation that is known');
select throws_ok($$ select public.name_likely_caller(tests.the_caller(), '', '00000000-0000-4000-8000-00000000000a') $$, 'GH006', 'reason_needed', 'with a reason');
select is(public.name_likely_caller(tests.the_caller(), 'Their script and number', '00000000-0000-4000-8000-00000000000a') ->> 'attributed', '10',
	'all reports on its numbers arrive at the organisation');
select is(tests.states(), 'open committee', 'and it is known that the committee said so');
select is((select details ->> 'attributed' from public.likely_caller_events(tests.the_caller()) where event = 'named'), '10', 'how many arrived is kept');
select tests.authenticate_as('ann@a.example');
select is((select count(*) from hub.reports)::integer, 10, 'the organisation has them before it');
select tests.as_owner();
select is((select string_agg(distinct reason, '') from hub.report_events where event = 'attributed'), 'Their script and number', 'each with the reason');
select tests.file_report('later', '{"caller_number": "+31851234502"}');
select is((select organisation_id from hub.reports order by report_id desc limit 1), '00000000-0000-4000-8000-00000000000a', 'a report that comes later arrives too');
select tests.file_report('chosen', '{"caller_number": "+31851234502", "organisation_name": "Belvora"}');
select is((select organisation_match from hub.reports order by report_id desc limit 1), 'exact_name', 'unless the reporter knows who it was');
select tests.file_report('years later', '{"caller_number": "+31851234502", "filed_at": "2026-12-30T12:00:00Z"}');
select is((select state from hub.reports order by report_id desc limit 1), 'unattributed', 'half a year after its reports a name no longer holds: numbers are handed on');
select tests.file_report('sixth ' || nth, '{"caller_number": "+31851234506"}') from generate_series(1, 1) as nth;
select tests.as_service();
select is(tests.keep(tests.numbers(6)) ->> 'found', '1', 'other numbers of a named caller are told, however few the reports');
select tests.authenticate_as('cor@desk.example');
select is((select array[follows_name, array_to_string(numbers, ' ')] from public.list_likely_callers(array['new'])), array['Duinlicht', '+31851234502 +31851234506'],
	'as numbers that go with it, and so is one whose name no longer held');

-- Taken back
select tests.as_owner();
update hub.reports set state = 'seen' where report_id = (select min(report_id) from hub.reports);
update hub.reports set state = 'answered' where report_id = (select min(report_id) + 1 from hub.reports);
select tests.authenticate_as('cor@desk.example');
create temporary table named as select caller_id from public.list_likely_callers(array['named']);
select is(public.take_back_likely_caller((select caller_id from named), 'It was somebody else') ->> 'returned', '10', 'taken back, its reports wait again');
select is(tests.states(), 'answered committee, open exact_name, unattributed', 'but what was answered stays answered, and what the reporter said stays said');
select is(tests.events_of((select caller_id from named)), 'found, named, taken_back', 'and all of it is written down');
select is(public.name_likely_caller((select caller_id from named), 'Now we know', '00000000-0000-4000-8000-00000000000b') ->> 'attributed', '10',
	'it can be named again, and the reports arrive there');
select is(public.name_likely_caller(tests.the_caller(), 'Nobody knows them', null, 'The insulation people') ->> 'attributed', '0',
	'one that nobody knows is known by a label');
select tests.as_owner();
select is((select state from hub.reports where caller_number = '+31851234506'), 'unattributed', 'and its reports go on waiting');
select is((select array_agg(name order by name) from public.likely_callers_in_blocks('{+318512345}')), '{Belvora,"The insulation people"}',
	'where a block stands it can be told whose numbers are in it');
select is_empty($$ select counts from (
	select organisation_id, sum(weight) as counts from hub.report_count_changes where organisation_id = '00000000-0000-4000-8000-00000000000a' group by 1) as left_over
	where counts <> 1 $$, 'the counts follow: one answered report is left with the first organisation');

-- A name does not hold for ever
create function tests.is_theirs(day date) returns boolean language sql security definer set search_path = ''
return hub.is_named('+31851234506', day);
select ok(tests.is_theirs('2026-06-15'), 'the number is theirs on the day of its report');
select ok(not tests.is_theirs('2027-07-15'), 'not more than half a year after the last one');
select tests.file_report('goes on', '{"caller_number": "+31851234506", "filed_at": "2027-03-01T12:00:00Z"}');
select tests.keep('{}');
select ok(tests.is_theirs('2027-07-15'), 'but while it goes on being reported it goes on being theirs');
select tests.file_report('much later', '{"caller_number": "+31851234506", "filed_at": "2028-03-01T12:00:00Z"}');
select tests.keep('{}');
select ok(not tests.is_theirs('2028-03-01'), 'a report after a long silence says nothing of who calls now');
select public.register_numbers('00000000-0000-4000-8000-00000000000a', '[{"first_number": "+31851234500", "last_number": "+31851234509", "valid_from": "2027-04-01"}]');
select ok(tests.is_theirs('2027-03-31') and not tests.is_theirs('2027-04-01'), 'from the day on which an organisation registers it the number is theirs no more');
select is(tests.events_of((select caller_id from hub.likely_callers where label is not null)), 'found, named, number_registered, number_registered', 'and that is written down');
select tests.keep('{}');
select ok(not tests.is_theirs('2027-04-02'), 'reports from before do not bring it back');

select * from finish();
rollback;
