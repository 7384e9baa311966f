-- Cases: who sees which, who writes in them, and what an organisation learns.

begin;
select plan(74);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('reader@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('rival@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('acm@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');
create temporary table filed as
	select name, tests.file_report(name, fields) as reference from (values
		('one', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "categories": [{"code": "pushiness", "source": "reporter"}]}'::jsonb),
		('two', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "categories": [{"code": "misleading", "source": "reporter"}]}'),
		('other', '{"organisation_id": "00000000-0000-4000-8000-000000000002", "categories": [{"code": "pushiness", "source": "reporter"}]}')
	) as reports (name, fields);
insert into hub.signals (signal_id, series_key, kind, channel, method, since_on, last_on, observed, expected, bound)
overriding system value values (7, 'channel:phone', 'channel', 'phone', 'ears_c2', '2026-06-01', '2026-06-08', 30, 10, 20);
create temporary table opened (name text primary key, reference text);
grant select on filed to public;
grant select, insert on opened to public;
create function pg_temp.the_case(name text) returns text language sql as $$ select reference from opened where opened.name = the_case.name $$;
create function pg_temp.read(name text) returns jsonb language sql as $$ select public.read_case(pg_temp.the_case(name)) $$;
create function pg_temp.says(name text, act text) returns text language sql as $$
	select format('select public.' || act, pg_temp.the_case(name))
$$;
grant execute on all functions in schema pg_temp to public;

-- Who keeps cases

select tests.as_anon();
select throws_ok('select * from hub.cases', '42501', null, 'a visitor reads no cases');
select throws_ok($$ select public.open_case('committee', 'Evening calls') $$, '42501', null, 'nor opens one');
select throws_ok($$ select public.list_cases() $$, '42501', null, 'nor lists them');
select tests.authenticate_as(who || '@example.org') from unnest(array['moderator']) as who;
select throws_ok($$ select public.open_case('committee', 'Evening calls') $$, 'GH403', 'not_allowed', 'a moderator opens none');
select tests.authenticate_as('admin@example.org');
select throws_ok($$ select public.open_case('committee', 'Evening calls') $$, 'GH403', 'not_allowed', 'nor does an administrator');
select tests.authenticate_as('owner@example.org');
select throws_ok($$ select public.open_case('committee', 'Evening calls') $$, 'GH403', 'not_allowed', 'nor a member');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select public.open_case('regulator', 'Evening calls') $$, 'GH403', 'not_allowed', 'the committee opens none for the regulator');
select lives_ok($$ insert into opened select 'ours', public.open_case('committee', 'Evening calls', 'pushiness',
	'00000000-0000-4000-8000-000000000001', first_on => '2026-01-01', last_on => '2026-12-31', signal_id => 7) $$, 'but one of its own');
select is((pg_temp.read('ours') ->> 'report_count')::integer, 1, 'with the reports of that organisation and practice');
select is(pg_temp.read('ours') -> 'signals', '[7]', 'and the signal that led to it');
select is((select state from hub.signals where signal_id = 7), 'in_case', 'which says that a case has it');
select throws_ok($$ select public.add_party_to_case(pg_temp.the_case('ours'), signal_id => 99) $$, 'GH404', 'signal_not_found', 'one that is not there is no signal');
select is((select array_agg(reference) from public.list_case_reports(pg_temp.the_case('ours'))),
	array(select reference from filed where name = 'one'), 'which are listed');
select tests.authenticate_as('acm@example.org');
select throws_ok($$ select public.open_case('committee', 'Evening calls') $$, 'GH403', 'not_allowed', 'the regulator opens none for the committee');
select lives_ok($$ insert into opened select 'theirs', public.open_case('regulator', 'Who hides behind 085', null, null,
	'+31850000000', '+31850000099') $$, 'but one of its own');

-- Neither sees the other's before it is shared

select is(pg_temp.read('ours'), null, 'the regulator does not see a case of the committee');
select is((select array_agg(title) from public.list_cases()), array['Who hides behind 085'], 'and lists its own alone');
select throws_ok(pg_temp.says('ours', 'write_case_note(%L, ''Ours now'')'), 'GH404', 'case_not_found', 'nor notes anything in it');
select throws_ok(pg_temp.says('ours', 'share_case(%L)'), 'GH404', 'case_not_found', 'nor shares it with itself');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.read('theirs'), null, 'nor does the committee see a case of the regulator');
select is((select array_agg(title) from public.list_cases()), array['Evening calls'], 'and it lists its own alone');
select is_empty($$ select * from hub.case_numbers $$, 'not even the numbers in it');
select is_empty($$ select * from hub.case_events where side = 'regulator' $$, 'or that anything happened');
select throws_ok(pg_temp.says('theirs', 'move_case(%L, ''closed'', ''No'')'), 'GH404', 'case_not_found', 'and closes none of them');
select tests.authenticate_as('moderator@example.org');
select is_empty($$ select * from public.list_cases() $$, 'a moderator sees neither');
select tests.authenticate_as('admin@example.org');
select is_empty($$ select * from public.list_cases() $$, 'nor does an administrator');
select tests.authenticate_as('owner@example.org');
select is_empty($$ select case_id from hub.cases $$, 'nor does the organisation it is about');

-- Notes, in a case that is shared

select tests.authenticate_as('committee@example.org');
select lives_ok(pg_temp.says('ours', 'write_case_note(%L, ''Chair knows the director.'')'), 'the committee notes for itself');
select lives_ok(pg_temp.says('ours', 'write_case_note(%L, ''See the third report.'', true)'), 'and for the regulator');
select lives_ok(pg_temp.says('ours', 'add_case_task(%L, ''Call the chair'', ''2026-12-01'')'), 'it plans what is to be done');
select lives_ok(pg_temp.says('ours', 'share_case(%L)'), 'and shares the case');
select tests.authenticate_as('acm@example.org');
select is(pg_temp.read('ours') ->> 'title', 'Evening calls', 'then the regulator reads it');
select is(pg_temp.read('ours') -> 'is_own', 'false', 'as a case of another');
select is(pg_temp.read('ours') #>> '{notes,0,text}', 'See the third report.', 'with the note that is meant for it');
select is(jsonb_array_length(pg_temp.read('ours') -> 'notes'), 1, 'and no other');
select is(pg_temp.read('ours') -> 'tasks', '[]', 'nor what the committee plans');
select lives_ok(pg_temp.says('ours', 'write_case_note(%L, ''We may act in March.'', true)'), 'the regulator notes for itself');
select is(jsonb_array_length(pg_temp.read('ours') -> 'notes'), 2, 'and reads that');
select throws_ok(pg_temp.says('ours', 'move_case(%L, ''closed'', ''Done'')'), 'GH403', 'not_allowed', 'but writes nothing else: it does not close it');
select throws_ok(pg_temp.says('ours', 'change_case(%L, ''Another title'')'), 'GH403', 'not_allowed', 'nor call it otherwise');
select throws_ok(pg_temp.says('ours', 'add_case_task(%L, ''Do this'')'), 'GH403', 'not_allowed', 'nor give the committee tasks');
select throws_ok(pg_temp.says('ours', 'decide_case(%L, ''none'', ''Nothing in it'')'), 'GH403', 'not_allowed', 'nor decide');
select throws_ok(format('select public.add_reports_to_case(%L, array[%L])', pg_temp.the_case('ours'), (select reference from filed where name = 'two')),
	'GH403', 'not_allowed', 'nor add reports');
select throws_ok(pg_temp.says('ours', 'ask_hearing(%L, ''00000000-0000-4000-8000-000000000001'', ''Why?'', ''Why?'', current_date + 14)'),
	'GH403', 'not_allowed', 'nor ask anything in the committee''s name');
select throws_ok($$ insert into hub.case_notes (case_id, side, text) select case_id, 'committee', 'x' from hub.cases $$, '42501', null,
	'and no table takes what it writes by itself');
select tests.authenticate_as('committee@example.org');
select is((select array_agg(note ->> 'text') from jsonb_array_elements(pg_temp.read('ours') -> 'notes') as note),
	array['Chair knows the director.', 'See the third report.'], 'the committee never reads what the regulator noted');
select is_empty($$ select * from hub.case_notes where side = 'regulator' $$, 'not in the table either');
select is((select count(*) from hub.case_events where event not in ('opened', 'reports_added', 'shared')), 0::bigint,
	'nor sees that anything was noted');
select tests.authenticate_as('acm@example.org');
select lives_ok(pg_temp.says('theirs', 'write_case_note(%L, ''Raid planned.'')'), 'the regulator notes in its own case');
select throws_ok(pg_temp.says('theirs', 'decide_case(%L, ''warning'', ''Because'')'), 'GH009', 'decision_of_another_side', 'it does not warn in the name of the committee');
select throws_ok(pg_temp.says('theirs', 'decide_case(%L, ''own_action'', ''Because'', ''We act'', true)'), 'GH403', 'not_allowed', 'nor publish here');
select lives_ok(pg_temp.says('theirs', 'share_case(%L)'), 'it shares its own case');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.read('theirs') -> 'notes', '[]', 'of which the committee reads all but the notes');
select throws_ok(pg_temp.says('theirs', 'move_case(%L, ''closed'', ''No'')'), 'GH403', 'not_allowed', 'and in which it moves nothing');

-- Hearing and deciding

select throws_ok(pg_temp.says('ours', 'decide_case(%L, ''warning'', ''Every evening'')'), 'GH009', 'not_yet_heard', 'nobody is warned unheard');
select throws_ok(pg_temp.says('ours', 'ask_hearing(%L, ''00000000-0000-4000-8000-000000000002'', ''Calls'', ''Why?'', current_date + 14)'),
	'GH404', 'organisation_not_found', 'only a party of the case is asked');
select lives_ok(pg_temp.says('ours', 'ask_hearing(%L, ''00000000-0000-4000-8000-000000000001'', ''Calls after nine'', ''Why do you call after nine?'', current_date + 14)'),
	'the organisation is asked');
select is(pg_temp.read('ours') ->> 'state', 'hearing', 'the case waits for its answer');
select tests.authenticate_as('rival@example.org');
select is(public.list_hearings('00000000-0000-4000-8000-000000000001'), '[]', 'another organisation does not see that');
select is(public.list_hearings('00000000-0000-4000-8000-000000000002'), '[]', 'and was asked nothing itself');
select throws_ok(format($$ select public.answer_hearing('00000000-0000-4000-8000-000000000001', %L, 'x') $$, pg_temp.the_case('ours') || '-1'),
	'GH404', 'hearing_not_found', 'nor answers for it');
select tests.authenticate_as('reader@example.org');
select is(public.list_hearings('00000000-0000-4000-8000-000000000001') #>> '{0,question}', 'Why do you call after nine?', 'a reader of the organisation reads the question');
select throws_ok(format($$ select public.answer_hearing('00000000-0000-4000-8000-000000000001', %L, 'x') $$, pg_temp.the_case('ours') || '-1'),
	'GH403', 'not_allowed', 'and does not answer');
select tests.authenticate_as('owner@example.org');
select is(pg_temp.read('ours'), null, 'an owner sees nothing else of the case');
select lives_ok(format($$ select public.answer_hearing('00000000-0000-4000-8000-000000000001', %L, 'We stopped.') $$, pg_temp.the_case('ours') || '-1'), 'and answers');
select throws_ok(format($$ select public.answer_hearing('00000000-0000-4000-8000-000000000001', %L, 'We did not.') $$, pg_temp.the_case('ours') || '-1'),
	'GH002', 'hearing_answered', 'once');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.read('ours') #>> '{hearings,0,answer}', 'We stopped.', 'the committee reads the answer');
select lives_ok(pg_temp.says('ours', 'decide_case(%L, ''warning'', ''Third time'', ''Do not call after nine.'')'), 'and warns');
select is(pg_temp.read('ours') #>> '{follow_up,weeks_after}', '0', 'from then on repeats are counted apart');
select tests.as_anon();
select is(public.list_told_decisions('00000000-0000-4000-8000-000000000001'), '[]', 'the public does not read what was not published');
select tests.authenticate_as('reader@example.org');
select is(public.list_told_decisions('00000000-0000-4000-8000-000000000001') #>> '{0,statement}', 'Do not call after nine.', 'the organisation reads what it is told');
select tests.authenticate_as('committee@example.org');
select lives_ok(pg_temp.says('ours', 'decide_case(%L, ''warning'', ''Again'', ''They called after nine.'', true)'), 'the committee publishes');
select tests.as_anon();
select is(public.list_told_decisions('00000000-0000-4000-8000-000000000001') #>> '{0,statement}', 'They called after nine.', 'which everybody reads');
select is(public.list_told_decisions('00000000-0000-4000-8000-000000000002'), '[]', 'with that organisation alone');

select * from finish();
rollback;
