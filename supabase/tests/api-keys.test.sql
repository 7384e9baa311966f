-- What a key opens, and that nothing else opens with it.

begin;
select plan(52);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('reader@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('committee@example.org', 'committee');

create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, fields || jsonb_build_object('follow_code_hash', md5('code of ' || name), 'filed_at', now(),
	'postcode4', 1012, 'reporter_key', 'aa', 'categories', '[{"code": "pushiness", "source": "reporter"}]'::jsonb))
from (values
	('one', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'::jsonb),
	('two', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('held', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "is_held": true}'),
	('others', '{"organisation_id": "00000000-0000-4000-8000-000000000002"}')
) as filings (name, fields);
create function pg_temp.ref(name text) returns text language sql stable as $$ select reference from filed where filed.name = ref.name $$;
create function pg_temp.make(name text, scopes text, organisation text default '1') returns text language sql stable as $$
	select format('select public.create_api_key(%L, %L, %L, %L, %L)', '00000000-0000-4000-8000-00000000000' || organisation,
		name, scopes, md5('key ' || name), 'abcd')
$$;
create function pg_temp.read(key text, name text) returns jsonb language sql as $$ select public.read_report_by_key(md5('key ' || key), pg_temp.ref(name)) $$;
grant execute on all functions in schema pg_temp to public;

-- Making

select tests.as_anon();
select throws_ok(pg_temp.make('all', '{reports:read}'), '42501', null, 'a visitor makes no key');
select throws_ok('select * from hub.api_keys', '42501', null, 'nor reads keys');
select throws_ok($$ select pg_temp.read('all', 'one') $$, '42501', null, 'nor uses one past the server');
select tests.authenticate_as('reader@example.org');
select throws_ok(pg_temp.make('all', '{reports:read}'), 'GH403', 'not_allowed', 'a reader makes no key');
select tests.authenticate_as('handler@example.org');
select throws_ok(pg_temp.make('all', '{reports:read}'), 'GH403', 'not_allowed', 'nor does a handler');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.make('all', '{reports:read}'), 'GH403', 'not_allowed', 'nor the committee');
select tests.authenticate_as('other@example.org');
select throws_ok(pg_temp.make('all', '{reports:read}'), 'GH403', 'not_allowed', 'nor an owner of another organisation');
select lives_ok(pg_temp.make('theirs', '{reports:read}', '2'), 'who has a key of its own');
select tests.authenticate_as('owner@example.org');
select throws_ok(pg_temp.make('all', '{reports:erase}'), '23514', null, 'a scope is one of the list');
select lives_ok(pg_temp.make('all', '{reports:read,reports:answer,messages:send}'), 'an owner makes a key');
select lives_ok(pg_temp.make('reads', '{reports:read}'), 'and one that only reads');
select lives_ok(pg_temp.make('answers', '{reports:answer}'), 'and one that only answers');
select throws_ok('select key_hash from hub.api_keys', '42501', null, 'the hash is read by nobody');
select is((select count(*)::integer from hub.api_keys), 3, 'an owner reads the keys of the organisation');
select is((select array_agg(event) from hub.connection_events), array['key_created', 'key_created', 'key_created'], 'and what happened to them');
select is(jsonb_array_length(public.connections('00000000-0000-4000-8000-000000000001') -> 'api_keys'), 3, 'on one page');
select is(jsonb_array_length(public.connections('00000000-0000-4000-8000-000000000002') -> 'api_keys'), 0, 'not those of another');
select tests.authenticate_as('handler@example.org');
select is_empty('select api_key_id from hub.api_keys', 'a handler reads no keys');
select is_empty('select * from hub.connection_events', 'nor what happened to them');
select throws_ok($$ select pg_temp.read('all', 'one') $$, '42501', null, 'nor uses one past the server');

-- Reading

select tests.as_service();
select throws_ok($$ select pg_temp.read('none', 'one') $$, 'GH401', 'api_key_unknown', 'a key that was never made reads nothing');
select throws_ok($$ select pg_temp.read('answers', 'one') $$, 'GH403', 'api_key_scope_needed', 'a key without the scope reads nothing');
select is(pg_temp.read('all', 'one') ->> 'narrative', 'Again during dinner.', 'a key reads a report about its organisation');
select is(pg_temp.read('all', 'others'), null, 'of another organisation there is none');
select is(pg_temp.read('theirs', 'one'), null, 'whoever asks');
select is(pg_temp.read('all', 'held'), null, 'nor one that is held');
select is((select array_agg(each ->> 'reference' order by each ->> 'reference') from jsonb_array_elements(public.list_reports_by_key(md5('key all'))) as each),
	(select array_agg(reference order by reference) from filed where name in ('one', 'two')), 'the list holds those of the organisation alone');
select is(jsonb_array_length(public.list_reports_by_key(md5('key all'), after_reference => public.list_reports_by_key(md5('key all'), most => 1) -> 0 ->> 'reference')),
	1, 'and goes on where it stopped');
select throws_ok($$ select public.list_reports_by_key(md5('key all'), after_reference => pg_temp.ref('others')) $$,
	'GH009', 'cursor_unknown', 'not from a reference of another');
select is_empty($$ select field from jsonb_object_keys(pg_temp.read('all', 'one')) as field
	where field in ('reporter_key', 'postcode4', 'follow_code_hash', 'client_key', 'report_id', 'events', 'email_encrypted') $$,
	'nothing tells who the reporter is');
select set_config('tests.by_key', pg_temp.read('all', 'one')::text, true);
select tests.authenticate_as('handler@example.org');
select is_empty($$ select key from jsonb_each(current_setting('tests.by_key')::jsonb) as read
	where key not in ('answer_by', 'organisation_name', 'answers', 'messages', 'state')
		and public.open_own_report('00000000-0000-4000-8000-000000000001', pg_temp.ref('one')) -> key is distinct from value $$,
	'a key reads nothing that a handler does not');

-- Files

select tests.as_owner();
insert into hub.evidence (evidence_id, report_id, position, stored_key, name, media_type, byte_size, sha256, key_id, is_shared_with_organisation)
select ('00000000-0000-4000-8000-00000000000' || place)::uuid, report_id, place, md5(place::text), 'me.jpg', 'image/jpeg', 9,
	decode(repeat('ab', 32), 'hex'), 'k', place = 1
from hub.reports, generate_series(1, 2) as place where reference = pg_temp.ref('one');
create function pg_temp.file(key text, name text, place integer) returns text language sql stable as $$
	select format('select stored_key from public.read_evidence_by_key(%L, %L, %L)', md5('key ' || key), pg_temp.ref(name),
		'00000000-0000-4000-8000-00000000000' || place)
$$;
grant execute on all functions in schema pg_temp to public;
select tests.as_service();
select is(pg_temp.read('all', 'one') -> 'evidence',
	'[{"position": 1, "byte_size": 9, "media_type": "image/jpeg", "evidence_id": "00000000-0000-4000-8000-000000000001"}]',
	'a key sees the files that are shared, without their names');
select throws_ok(pg_temp.file('all', 'one', 2), 'GH404', 'evidence_not_found', 'and reads no other');
select throws_ok(pg_temp.file('theirs', 'one', 1), 'GH404', 'evidence_not_found', 'nor does another organisation');
select throws_ok(pg_temp.file('answers', 'one', 1), 'GH403', 'api_key_scope_needed', 'nor a key without the scope');
select lives_ok(pg_temp.file('all', 'one', 1), 'a key reads one that is shared');
select tests.as_owner();
select is((select details ->> 'key' from hub.report_events where event = 'evidence_read'), 'all', 'and which key did stands with the report');

-- Acting

select tests.as_service();
select throws_ok($$ select public.answer_report_by_key(md5('key reads'), pg_temp.ref('one'), 'accepted', 'apology', 'Sorry.') $$,
	'GH403', 'api_key_scope_needed', 'a key that reads does not answer');
select throws_ok($$ select public.answer_report_by_key(md5('key all'), pg_temp.ref('others'), 'accepted', 'apology', 'Sorry.') $$,
	'GH404', 'report_not_found', 'nor does one answer for another organisation');
select throws_ok($$ select public.answer_report_by_key(md5('key all'), pg_temp.ref('one'), 'accepted', 'consent_proven', 'Sorry.') $$,
	'GH009', 'reason_unknown', 'the list of answers is closed for a key too');
select lives_ok($$ select public.answer_report_by_key(md5('key answers'), pg_temp.ref('one'), 'accepted', 'apology', ' Sorry. ') $$, 'a key answers');
select lives_ok($$ select public.send_message_by_key(md5('key all'), pg_temp.ref('two'), 'Which day?') $$, 'a key writes');
select throws_ok($$ select public.send_message_by_key(md5('key answers'), pg_temp.ref('two'), 'Which day?') $$,
	'GH403', 'api_key_scope_needed', 'with the scope');
select public.give_verdict(md5('code of one'), 'not_solved', 'Again today', false);
select public.send_message_as_reporter(md5('code of two'), 'organisation', 'On Monday');
select is((select jsonb_agg(each ->> 'text' order by each ->> 'event') from jsonb_array_elements(public.news_by_key(md5('key all'), now() - interval '1 hour', as_of => now() + interval '1 hour')) as each),
	'["On Monday", "Again today"]', 'and hears what reporters wrote and judged');
select is(public.news_by_key(md5('key all'), now() - interval '1 hour'), '[]', 'once their hour is over');
select is(public.news_by_key(md5('key all'), now() - interval '1 hour', as_of => now() + interval '1 hour') #>> '{0,occurred_at}',
	to_jsonb(date_trunc('hour', now())) #>> '{}', 'by the hour');
select is(public.news_by_key(md5('key all'), now(), as_of => now() + interval '1 hour'), '[]', 'and not twice');
select is(public.news_by_key(md5('key theirs'), now() - interval '1 hour', as_of => now() + interval '1 hour'), '[]', 'another does not');

-- Revoking

select tests.authenticate_as('owner@example.org');
select set_config('tests.key', api_key_id::text, true) from hub.api_keys where name = 'all';
select tests.authenticate_as('handler@example.org');
select throws_ok($$ select public.revoke_api_key(current_setting('tests.key')::uuid) $$, 'GH404', 'api_key_not_found', 'a handler revokes nothing');
select tests.authenticate_as('other@example.org');
select throws_ok($$ select public.revoke_api_key(current_setting('tests.key')::uuid) $$, 'GH404', 'api_key_not_found', 'nor does another organisation');
select tests.authenticate_as('owner@example.org');
select public.revoke_api_key(api_key_id) from hub.api_keys where name = 'all';
select tests.as_service();
select throws_ok($$ select pg_temp.read('all', 'one') $$, 'GH401', 'api_key_unknown', 'a revoked key opens nothing');
select tests.authenticate_as('owner@example.org');
select is((select event from hub.connection_events order by connection_event_id desc limit 1), 'key_revoked', 'and that is known');

select * from finish();
rollback;
