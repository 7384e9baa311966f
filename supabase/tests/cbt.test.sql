-- Who applies for a longer customer term, who handles the application, and what an advice does.

begin;
select plan(48);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Leesland', 'leesland', 'publisher'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');

create function pg_temp.answers() returns jsonb language sql as $$
	select jsonb_object_agg(question, repeat('Readers who left often come back. ', 3)) 
	from unnest(array['activity', 'necessity', 'interests', 'impact', 'safeguards', 'factors']) as question
$$;
create function pg_temp.apply(name text, fields jsonb default '{}') returns jsonb language sql as $$
	select public.apply_for_longer_term(jsonb_build_object('client_key', md5(name), 'token_hash', md5('link of ' || name),
		'kind', 'commercial', 'organisation_name', 'Leesland', 'relation', 'contract', 'asked_months', 60,
		'answers', '{}'::jsonb, 'locale', 'nl', 'contact_encrypted', 'cafe', 'mail_encrypted', 'beef', 'key_id', 'k') || fields)
$$;
create function pg_temp.link(name text) returns text language sql as $$ select md5('link of ' || name) $$;
create function pg_temp.reference() returns text language sql as $$ select public.list_applications() -> 0 ->> 'reference' $$;
create function pg_temp.handle(act text, details text default '{}') returns text language sql as $$
	select format('select public.handle_application(%L, %L, %L)', coalesce(current_setting('tests.reference', true), 'K'), act, details)
$$;
create function pg_temp.state() returns text language sql as $$
	select public.open_application(current_setting('tests.reference')) ->> 'state'
$$;
create function pg_temp.advise(fields text, organisations text) returns text language sql as $$
	select format('select public.advise_on_application(%L, %L::jsonb || %L::jsonb, %L)', current_setting('tests.reference'),
		'{"outcome":"granted","term_months":60,"valid_from":"2026-01-01","valid_until":"2027-12-31","grounds":"Well weighed.","summary":"Readers come back.","is_published":true}',
		fields, organisations)
$$;
grant execute on all functions in schema pg_temp to public;

-- Applying

select tests.as_anon();
select throws_ok($$ select pg_temp.apply('anna') $$, '42501', null, 'a visitor applies through the desk alone');
select throws_ok('select * from hub.cbt_applications', '42501', null, 'and reads no applications');
select throws_ok('select * from hub.cbt_applicants', '42501', null, 'nor who applied');
select throws_ok('select * from hub.cbt_links', '42501', null, 'nor by which link');
select is(public.advice_register() -> 'fees', '{"commercial": 3680, "non_profit": 2990}', 'but reads what it costs');
select is(public.advice_register() -> 'advices', '[]', 'and that no advice was published');

select tests.as_service();
select is(pg_temp.apply('anna') ->> 'is_repeated', 'false', 'the desk takes an application');
select is(pg_temp.apply('anna') ->> 'is_repeated', 'true', 'sent again it is the same one');
select is(public.follow_application(pg_temp.link('anna')) ->> 'euros', '3680', 'it costs what its kind costs');
select is(jsonb_array_length(public.follow_application(pg_temp.link('anna')) -> 'missing'), 7, 'and tells what it lacks');
select is(public.follow_application(md5('guess')), null, 'another link opens nothing');
select tests.as_owner();
select set_config('tests.reference', (select reference from hub.cbt_applications), true);
select is((select count(*)::int from hub.outbox where template = 'cbt_step'), 1, 'who applied is mailed once');

-- Who reads and acts

select tests.authenticate_as('owner@example.org');
select is(public.list_applications(), '[]', 'an organisation lists none, not even its own: it has a link');
select throws_ok(pg_temp.handle('invoice', '{"invoice_number":"1"}'), 'GH403', 'not_allowed', 'nor handles any');
select tests.authenticate_as('moderator@example.org');
select is(public.list_applications(), '[]', 'nor does a moderator');
select throws_ok(pg_temp.handle('decline', '{"reason":"No."}'), 'GH403', 'not_allowed', 'who handles none either');
select tests.authenticate_as('regulator@example.org');
select is(public.list_applications(), '[]', 'the regulator reads none before there is advice');
select throws_ok(pg_temp.handle('ask', '{"reason":"More."}'), 'GH403', 'not_allowed', 'and handles none');
select is_empty('select * from hub.cbt_events', 'nor reads what happened to it');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.state(), 'submitted', 'the committee reads it');
select throws_ok('select token_hash from hub.cbt_links', '42501', null, 'but not by which link it is followed');
select throws_ok(pg_temp.handle('ask'), 'GH006', 'reason_needed', 'who asks for additions says which');
select throws_ok(pg_temp.handle('take_on'), 'GH025', 'application_incomplete', 'what lacks reasons is not taken on');
select throws_ok(pg_temp.handle('payment', '{"paid_on":"2026-01-05"}'), 'GH024', 'application_cannot_move', 'nor is anything paid before the invoice');

-- From invoice to advice

select lives_ok(pg_temp.handle('invoice', '{"invoice_number":"2026-001"}'), 'the committee sends the invoice');
select lives_ok(pg_temp.handle('ask', '{"reason":"Tell about the calls."}'), 'and asks for additions');
select is(pg_temp.state(), 'incomplete', 'then it is incomplete');
select is((select array_agg(clock) from hub.deadlines where application_id is not null and settled_at is null),
	array['cbt_additions'], 'and the clock of additions runs');
select tests.as_service();
select lives_ok($$ select public.change_application(pg_temp.link('anna'), jsonb_build_object('kvk_number', '12345678',
	'relation', 'contract', 'asked_months', 60, 'answers', pg_temp.answers())) $$, 'who applied adds what was asked for');
select is(public.follow_application(pg_temp.link('anna')) ->> 'state', 'awaiting_payment', 'and it goes on where it was');
select is(public.follow_application(pg_temp.link('anna')) -> 'missing', '[]', 'with nothing lacking');
select tests.authenticate_as('admin@example.org');
select throws_ok(pg_temp.handle('take_on'), 'GH024', 'application_cannot_move', 'unpaid it is not taken on');
select throws_ok(pg_temp.handle('payment', '{"paid_on":"2999-01-01"}'), 'GH024', 'application_cannot_move', 'nor paid in days to come');
select lives_ok(pg_temp.handle('payment', format('{"paid_on":"%s"}', current_date - 8)), 'the payment is recorded');
select is((select due_at from hub.deadlines where clock = 'cbt_advice_target' and settled_at is null),
	((current_date - 8 + 71)::timestamp at time zone 'Europe/Amsterdam'), 'ten weeks after it the advice is aimed at');
select lives_ok(pg_temp.handle('take_on'), 'and it is taken on');
select tests.as_service();
select throws_ok($$ select public.change_application(pg_temp.link('anna'), '{"relation":"contract","asked_months":72}') $$,
	'GH024', 'application_cannot_change', 'a week after payment nothing is changed');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.advise('{}', '{}'), 'GH025', 'advice_without_organisation', 'advice is for somebody');
select tests.authenticate_as('regulator@example.org');
select throws_ok(pg_temp.advise('{}', '{00000000-0000-4000-8000-000000000001}'), 'GH403', 'not_allowed', 'the regulator advises nothing');
select tests.as_owner();
select tests.file_report('former', '{"organisation_name":"Leesland","facts":{"customer_status":"former","relationship_end_date":"2022-01-01"}}');
select tests.authenticate_as('committee@example.org');
select lives_ok(pg_temp.advise('{}', '{00000000-0000-4000-8000-000000000001}'), 'the committee advises');
select tests.as_owner();
select is((select count(*)::int from hub.assessments_due), 1, 'and complaints of former customers wait for a new assessment');
select tests.as_anon();
select is(public.advice_register() -> 'advices' -> 0 ->> 'term_months', '60', 'everybody reads the term');
select is(public.advice_register() -> 'advices' -> 0 -> 'grounds', null, 'but not the grounds');
select tests.authenticate_as('regulator@example.org');
select is(jsonb_array_length(public.list_applications()), 1, 'the regulator reads what was advised');
select is(public.open_application(current_setting('tests.reference')) ->> 'contact_encrypted', null, 'without who applied');
select tests.as_service();
select is(public.party_for_rules(null, null, 'Leesland', '2026-06-15') -> 'customer_terms' -> 0 ->> 'term_months', '60',
	'the rules are told the term');
select tests.authenticate_as('committee@example.org');
select lives_ok(format('select public.end_advice(%L, %L, %L)', current_setting('tests.reference'), '2026-06-01', 'The offer changed.'),
	'an advice ends when its facts change');
select tests.as_service();
select is(public.party_for_rules(null, null, 'Leesland', '2026-06-15') -> 'customer_terms' -> 0 ->> 'valid_until', '2026-05-31',
	'and from then on the rules no longer take it');

select * from finish();
rollback;
