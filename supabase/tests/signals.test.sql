begin;
select plan(32);

-- Two weeks of one series are found, by the desk alone.
insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-00000000000a', 'Duinlicht', 'duinlicht', 'energy');
select tests.give_role('ann@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a');
select tests.give_role('cor@desk.example', 'committee');
select tests.give_role('mo@desk.example', 'moderator');
select tests.give_role('rik@acm.example', 'regulator');
create function tests.found(fields jsonb default '{}') returns jsonb language sql set search_path = ''
return jsonb_build_array('{"series_key": "channel:door", "kind": "channel", "channel": "door", "method": "ears_c2",
	"since_on": "2026-09-07", "last_on": "2026-09-07", "observed": 21, "expected": 5.5, "bound": 12, "pvalue": 0.0001,
	"weeks": [{"on": "2026-09-07", "observed": 21, "expected": 5.5, "bound": 12}]}'::jsonb || fields);
create function tests.keep(fields jsonb default '{}') returns jsonb language sql set search_path = ''
return public.keep_signals(tests.found(fields), '2026-09-15', '2026-09-07', 12);
create function tests.the_signal() returns bigint language sql security definer set search_path = ''
return (select max(signal_id) from hub.signals);
grant execute on all functions in schema tests to anon, authenticated, service_role;

select tests.as_anon();
select throws_ok($$ select tests.keep() $$, '42501', null, 'a visitor finds nothing');
select throws_ok($$ select public.list_signals() $$, '42501', null, 'and sees nothing');
select tests.authenticate_as('cor@desk.example');
select throws_ok($$ select tests.keep() $$, '42501', null, 'nor does the committee write what was found');
select throws_ok($$ select public.signal_series('2020-01-01', '2026-09-07') $$, '42501', null, 'or ask the series of the job');
select throws_ok($$ select public.cells_of_rates('2026-06-01', '2026-08-31') $$, '42501', null, 'or the contacts that each declared');
select tests.as_service();
select is(tests.keep(), '{"found": 1, "renewed": 0, "muted": 0}', 'the job keeps what it found');
select is(tests.keep(), '{"found": 0, "renewed": 1, "muted": 0}', 'the same again is renewed and not told twice');
select is(tests.keep('{"last_on": "2026-09-14", "since_on": "2026-09-14", "observed": 30}'),
	'{"found": 0, "renewed": 1, "muted": 0}', 'and so is a later week of it');
select tests.as_owner();
select results_eq($$ select since_on, last_on, observed, state from hub.signals $$,
	$$ values ('2026-09-07'::date, '2026-09-14'::date, 30, 'new') $$, 'it keeps since when, and the figures of the newest week');
select is((select array_agg(event order by signal_event_id) from hub.signal_events), array['found', 'renewed'],
	'a run that brings no new week leaves no trace');
select is((select count(*) from hub.signal_runs)::integer, 3, 'every run is remembered');

-- Who sees it
select tests.authenticate_as('ann@a.example');
select is((select count(*) from public.list_signals())::integer, 0, 'an organisation sees no signals');
select throws_ok($$ select public.see_signal(tests.the_signal()) $$, 'GH403', 'not_allowed', 'and handles none');
select tests.authenticate_as('rik@acm.example');
select is((select count(*) from public.list_signals())::integer, 1, 'the regulator sees them');
select throws_ok($$ select public.see_signal(tests.the_signal()) $$, 'GH403', 'not_allowed', 'without marking them');
select throws_ok($$ select public.dismiss_signal(tests.the_signal(), 'x') $$, 'GH403', 'not_allowed', 'or putting them aside');
select throws_ok($$ update hub.signals set state = 'seen' $$, '42501', null, 'nobody writes past the functions');
select tests.authenticate_as('mo@desk.example');
select is((select count(*) from public.signal_events(tests.the_signal()))::integer, 2, 'a moderator sees what happened');
select lives_ok($$ select public.see_signal(tests.the_signal()) $$, 'and marks it as seen');
select lives_ok($$ select public.see_signal(tests.the_signal()) $$, 'twice is once');
select throws_ok($$ select public.see_signal(0) $$, 'GH404', 'signal_not_found', 'what is not there cannot be seen');
select tests.authenticate_as('cor@desk.example');
select throws_ok($$ select public.dismiss_signal(tests.the_signal(), ' ') $$, 'GH008', 'reason_needed',
	'it is put aside with a reason');
select lives_ok($$ select public.dismiss_signal(tests.the_signal(), 'A campaign of our own') $$, 'then it is');
select throws_ok($$ select public.dismiss_signal(tests.the_signal(), 'again') $$, 'GH003', 'signal_already_handled', 'once');
select is((select state from public.list_signals(array['dismissed'])), 'dismissed', 'and stays to be found');

-- After it was put aside
select tests.as_service();
select is(tests.keep('{"last_on": "2026-10-05", "since_on": "2026-10-05"}') ->> 'muted', '1',
	'the same series stays quiet for eight weeks');
select is(tests.keep('{"last_on": "2026-12-07", "since_on": "2026-12-07"}') ->> 'found', '1', 'and then it is told anew');

-- A case takes it
select throws_ok($$ select hub.take_signal_into_case(1) $$, '42501', null, 'nobody puts it in a case by itself');
select tests.as_owner();
select lives_ok($$ select hub.take_signal_into_case(tests.the_signal()) $$, 'a case takes it');
select is((select state from hub.signals where signal_id = tests.the_signal()), 'in_case', 'and it says so');
select tests.as_service();
select is(tests.keep('{"last_on": "2026-12-14", "since_on": "2026-12-14"}') ->> 'renewed', '1', 'there it is renewed');

-- The reports behind it
select tests.as_owner();
create temporary table filed as select tests.file_report('door', '{"channel": "door"}') as reference;
update hub.reports set counted_on = '2026-12-15', channel = 'door' where reference = (select filed.reference from filed);
select tests.authenticate_as('cor@desk.example');
select is((select count(*) from public.signal_reports(tests.the_signal()))::integer, 1, 'the reports behind it are those of its weeks and channel');

select * from finish();
rollback;
