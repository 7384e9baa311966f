-- Files with the answer to a request for proof: who sends them, who reads them, and that they go.

begin;
select plan(23);

insert into hub.organisations (organisation_id, name, slug, sector, objection_email) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', 'verzet@example.org');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('regulator@example.org', 'regulator');

create function pg_temp.stage(name text) returns void language sql as $$
	select public.stage_evidence(md5('key ' || name), md5(name), name || '.pdf', 'application/pdf', 100, repeat('ab', 32), 'k')
$$;
create function pg_temp.lodge(name text, report text default null) returns void language sql as $$
	select public.lodge_objection(jsonb_build_object('client_key', md5(name), 'follow_code_hash', md5('code ' || name),
		'is_objection', false, 'is_proof_request', true, 'organisation_id', '00000000-0000-4000-8000-000000000001',
		'organisation_name', 'Eneco', 'against', '[]'::jsonb, 'is_sent_by_desk', true, 'locale', 'nl',
		'lodged_at', now(), 'proof_due_at', now() + interval '7 days', 'may_test_later_reports', false,
		'shared_encrypted', 'cafe', 'mail_encrypted', 'beef', 'key_id', 'k', 'objection_token_hash', md5('objection ' || name),
		'proof_token_hash', md5('proof ' || name), 'consumer_token_hash', md5('consumer ' || name),
		'objection_mail', 'beef', 'proof_mail', 'beef'))
$$;
create function pg_temp.prove(name text, files text[]) returns text language sql stable as $$
	select format('select public.answer_proof_request(%L, now(), true, true, %L, %L, %L, null, %L)', md5('proof ' || name), 'dead', 'k', '{}',
		array(select md5(file) from unnest(files) as file))
$$;
create function pg_temp.file_of(name text) returns uuid language sql stable security definer as $$
	select proof_file_id from hub.proof_files join hub.proof_requests using (proof_request_id) where client_key = decode(md5(file_of.name), 'hex') limit 1
$$;
grant execute on all functions in schema pg_temp to public;
select pg_temp.lodge(name) from unnest(array['anna', 'bert', 'carl']) as name;
select pg_temp.stage(name) from unnest(array['one', 'two', 'three', 'old', 'a', 'b', 'c', 'd', 'e', 'f']) as name;
update hub.evidence set staged_until = now() where token_hash = decode(md5('old'), 'hex');
-- The request of anna belongs to a report.
select set_config('tests.report', tests.file_report('anna'), true);
update hub.proof_requests set report_id = (select report_id from hub.reports where reference = current_setting('tests.report'))
where client_key = decode(md5('anna'), 'hex');

select tests.as_service();
select throws_ok(pg_temp.prove('anna', '{old}'), 'GH020', 'evidence_gone', 'a file that waited too long does not go along');
select throws_ok(pg_temp.prove('anna', '{a,b,c,d,e,f}'), 'GH021', 'evidence_too_many', 'five files at most');
select lives_ok(pg_temp.prove('anna', '{one,two}'), 'with the link of the mail two files go along');
select lives_ok(pg_temp.prove('bert', '{}'), 'it can be answered without');
select throws_ok(pg_temp.prove('carl', '{one}'), 'GH020', 'evidence_gone', 'a file goes with one answer');
select set_eq($$ select name from public.followed_proof_files(md5('code anna')) $$, array['one.pdf', 'two.pdf'], 'who asked sees them');
select is_empty($$ select name from public.followed_proof_files(md5('code bert')) $$, 'and nobody else''s');
select is((select stored_key from public.read_followed_proof_file(md5('code anna'), pg_temp.file_of('anna'))) in (md5('key one'), md5('key two')),
	true, 'who asked reads a file');
select is_empty($$ select * from public.read_followed_proof_file(md5('code bert'), pg_temp.file_of('anna')) $$,
	'not with the code of another request');

select tests.authenticate_as('handler@example.org');
select lives_ok(format('select public.answer_own_proof_request(%L, %L, %L)', '00000000-0000-4000-8000-000000000001',
	(select reference from hub.proof_requests where answered_at is null), jsonb_build_object('has_consent', true, 'is_content_ok', true,
	'answer_encrypted', 'dead', 'key_id', 'k', 'facts', '{}'::jsonb, 'token_hashes', jsonb_build_array(md5('three')))),
	'a handler sends a file along in the portal');
select is_empty('select proof_file_id from hub.proof_files', 'but reads none, not even an own one');
select throws_ok($$ select * from public.read_proof_file(pg_temp.file_of('anna')) $$, 'GH404', 'evidence_not_found', 'nor its contents');
select throws_ok($$ select public.proofs_of_report(current_setting('tests.report')) $$, 'GH403', 'not_allowed', 'nor which report it belongs to');
select throws_ok($$ select public.followed_proof_files(md5('code anna')) $$, '42501', null, 'nor as who asked');

select tests.authenticate_as('moderator@example.org');
select is_empty('select proof_file_id from hub.proof_files', 'a moderator reads none');
select throws_ok($$ select * from public.read_proof_file(pg_temp.file_of('anna')) $$, 'GH404', 'evidence_not_found', 'nor what is in it');
select tests.authenticate_as('committee@example.org');
select is(jsonb_array_length(public.proofs_of_report(current_setting('tests.report')) #> '{0,files}'), 2, 'the committee sees them with the report');
select isnt((select stored_key from public.read_proof_file(pg_temp.file_of('anna'))), null, 'and reads them');
select throws_ok('select stored_key from hub.proof_files', '42501', null, 'but not where the contents lie');
select tests.as_anon();
select throws_ok($$ select * from public.read_proof_file(gen_random_uuid()) $$, '42501', null, 'a visitor reads nothing');

select tests.as_owner();
select results_eq($$ select actor_role, actor_id from hub.report_events where event = 'evidence_read' $$,
	$$ values ('committee', tests.user_id('committee@example.org')) $$, 'who read stands with the report');
select public.withdraw_objection(md5('code anna'));
select is((select count(*)::integer from hub.proof_files), 1, 'who asked erases: the files go with the answer');
select set_eq($$ select public.removable_evidence() $$, array[md5('key old'), md5('key one'), md5('key two')],
	'and their contents with the next removal');

select * from finish();
rollback;
