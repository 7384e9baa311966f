-- Objections and requests for proof as work of members who signed in, with their own rights.

begin;
select plan(40);

insert into hub.organisations (organisation_id, name, slug, sector, objection_email) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', 'verzet@example.org'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom', null);
select tests.give_role('reader@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('committee@example.org', 'committee');

create function pg_temp.lodge(name text, is_sent boolean default true) returns void language sql as $$
	select public.lodge_objection(jsonb_build_object('client_key', md5(name), 'follow_code_hash', md5('code ' || name),
		'is_objection', true, 'is_proof_request', true, 'organisation_id', '00000000-0000-4000-8000-000000000001',
		'organisation_name', 'Eneco', 'against', '["phone"]'::jsonb, 'is_sent_by_desk', is_sent, 'locale', 'nl',
		'lodged_at', now(), 'proof_due_at', now() + interval '7 days', 'may_test_later_reports', true,
		'reporter_keys', jsonb_build_array('aa' || md5(name)), 'shared_encrypted', 'cafe', 'mail_encrypted', 'beef',
		'key_id', 'k', 'objection_token_hash', md5('objection ' || name), 'proof_token_hash', md5('proof ' || name),
		'consumer_token_hash', md5('consumer ' || name), 'objection_mail', 'beef', 'proof_mail', 'beef'))
$$;
select pg_temp.lodge('anna');
select public.settle_mail(mail_id) from hub.outbox;
select pg_temp.lodge('letter', false);
create temporary table asked as
	select (select reference::text from hub.objections where client_key = decode(md5('anna'), 'hex')) as objection,
		(select reference::text from hub.proof_requests where client_key = decode(md5('anna'), 'hex')) as proof,
		(select reference::text from hub.objections where client_key = decode(md5('letter'), 'hex')) as letter;
grant select on asked to public;

create function pg_temp.list(organisation uuid default '00000000-0000-4000-8000-000000000001') returns jsonb language sql stable as $$
	select public.list_own_requests(organisation)
$$;
create function pg_temp.open(reference text, organisation uuid default '00000000-0000-4000-8000-000000000001') returns jsonb
language sql stable as $$ select public.open_own_request(organisation, reference) $$;
create function pg_temp.acknowledge(reference text, is_processed boolean, organisation uuid default '00000000-0000-4000-8000-000000000001')
returns text language sql stable as $$
	select format('select public.acknowledge_own_objection(%L, %L, %L)', organisation, reference, is_processed)
$$;
create function pg_temp.prove(organisation uuid default '00000000-0000-4000-8000-000000000001') returns text language sql stable as $$
	select format('select public.answer_own_proof_request(%L, %L, %L)', organisation, (select proof from asked),
		'{"has_consent": true, "is_content_ok": true, "answer_encrypted": "dead", "key_id": "k", "facts": {}, "mail": "beef", "answered_at": "2020-01-01T00:00:00Z"}')
$$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok('select pg_temp.list()', '42501', null, 'a visitor sees no work');
select tests.authenticate_as('other@example.org');
select throws_ok('select pg_temp.list()', 'GH404', 'organisation_not_found', 'a member of another organisation neither');
select throws_ok(pg_temp.acknowledge((select objection from asked), true), 'GH404', 'organisation_not_found', 'who acknowledges nothing');
select throws_ok(pg_temp.acknowledge((select objection from asked), true, '00000000-0000-4000-8000-000000000002'), 'GH404',
	'objection_not_found', 'under the own name there is none');
select is(pg_temp.open((select objection from asked), '00000000-0000-4000-8000-000000000002'), null, 'and nothing to open');
select throws_ok(pg_temp.prove('00000000-0000-4000-8000-000000000002'), 'GH404', 'proof_request_not_found', 'nor to prove');
select throws_ok($$ select public.address_of_proof_request('B') $$, '42501', null, 'no member reads where who asked is mailed');
select tests.authenticate_as('committee@example.org');
select throws_ok('select pg_temp.list()', 'GH404', 'organisation_not_found', 'the committee does not work for an organisation');
select throws_ok(pg_temp.acknowledge((select objection from asked), true), 'GH404', 'organisation_not_found', 'nor acknowledges for it');

select tests.authenticate_as('reader@example.org');
select is(jsonb_array_length(pg_temp.list() -> 'open'), 2, 'a reader sees an objection and a request, not the letter that was never sent');
select is(pg_temp.list() #>> '{open,0,kind}', 'proof', 'the first term first');
select is((pg_temp.list() #>> '{open,1,norm_at}')::timestamptz, now() + interval '72 hours', 'with the norm of an objection');
select is(pg_temp.open((select objection from asked)) ->> 'shared_encrypted', 'cafe', 'opens it with what is shared');
select is(pg_temp.open((select letter from asked)), null, 'but no letter that was not sent');
select is(pg_temp.open((select objection from asked)) ? 'mail_encrypted', false, 'without an address');
select throws_ok(pg_temp.acknowledge((select objection from asked), false), 'GH403', 'not_allowed', 'and acknowledges nothing');
select throws_ok(pg_temp.prove(), 'GH403', 'not_allowed', 'nor proves anything');
select throws_ok('select report_id from hub.objections', '42501', null, 'which report an objection belongs to is told to no member');
select throws_ok('select report_id from hub.proof_requests', '42501', null, 'nor of a request for proof');

select tests.authenticate_as('handler@example.org');
select throws_ok(pg_temp.acknowledge((select letter from asked), false), 'GH404', 'objection_not_found', 'what was not sent is not there to acknowledge');
select lives_ok(pg_temp.acknowledge((select objection from asked), false), 'a handler acknowledges');
select is(pg_temp.open((select objection from asked)) ->> 'state', 'acknowledged', 'it is acknowledged');
select lives_ok(pg_temp.acknowledge((select objection from asked), true), 'and says that it is processed');
select is(pg_temp.open((select objection from asked)) ->> 'shared_encrypted', null, 'then nobody needs to know who it was');
select lives_ok(pg_temp.prove(), 'a handler proves');
select throws_ok(pg_temp.prove(), 'GH002', 'proof_request_answered', 'once');
select tests.authenticate_as('owner@example.org');
select is(jsonb_array_length(pg_temp.list() -> 'open'), 0, 'nothing waits any more');
select is(jsonb_array_length(pg_temp.list() -> 'done'), 2, 'both are dealt with');
select tests.as_owner();
select is((select array_agg(event order by event_id) from hub.objection_events where actor_id = tests.user_id('handler@example.org')),
	array['acknowledged', 'processed'], 'who did it stands with it');
select is((select answered_at from hub.proof_requests where reference = (select proof from asked)), now(), 'who answers does not say when');
select is((select count(*)::integer from hub.outbox where template in ('objection_acknowledged', 'objection_processed', 'proof_answered')), 3,
	'who asked is mailed each time');
select is_empty($$ select clock from hub.deadlines where settled_at is null and clock in ('objection_norm', 'consent_proof') $$, 'the clocks stop');

-- A later report shows that it was ignored

update hub.objections set sent_at = now() - interval '40 days' where reference = (select objection from asked);
create temporary table again as select tests.file_report('again', jsonb_build_object('organisation_id',
	'00000000-0000-4000-8000-000000000001', 'filed_at', now())) as reference;
select hub.note_contact_after_objection(report_id, (select objection from asked)) from hub.reports join again using (reference);
select is((select state from hub.objections where reference = (select objection from asked)), 'ignored', 'who reports a later contact shows that an objection was ignored');
select tests.authenticate_as('handler@example.org');
select is(pg_temp.open((select objection from asked)) ->> 'state', 'processed', 'of which the organisation is not told: it could tie the name to the report');
select is(jsonb_array_length(pg_temp.list() -> 'open'), 0, 'nor does it wait for them again');
select throws_ok('select state from hub.objections', '42501', null, 'in no way');
select tests.as_service();
select is(public.open_objection(md5('objection anna')) ->> 'state', 'processed', 'nor by the link of the mail');
select public.say_whether_stopped(md5('code anna'), false);
select tests.authenticate_as('handler@example.org');
select is(pg_temp.open((select objection from asked)) ->> 'state', 'ignored', 'what the one who objected says themselves, they are told');

select tests.as_service();
select is(public.address_of_proof_request((select proof from asked)) ->> 'mail_encrypted', 'beef', 'the server seals the mail');
select throws_ok($$ select public.acknowledge_own_objection('00000000-0000-4000-8000-000000000001', 'V', true) $$, '42501', null, 'and does not act for members');

select * from finish();
rollback;
