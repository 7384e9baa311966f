-- Who reads and does what with objections and requests for proof.

begin;
select plan(40);

insert into hub.organisations (organisation_id, name, slug, sector, objection_email) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', 'verzet@example.org'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom', null);
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.create_user('nobody@example.org');

create function pg_temp.hash(name text) returns text language sql return md5('hash of ' || name);
create function pg_temp.lodge(name text, fields jsonb default '{}') returns jsonb language sql as $$
	select public.lodge_objection(jsonb_build_object('client_key', md5(name), 'follow_code_hash', pg_temp.hash(name),
		'is_objection', true, 'is_proof_request', true, 'organisation_id', '00000000-0000-4000-8000-000000000001',
		'organisation_name', 'Eneco', 'against', '["phone"]'::jsonb, 'is_sent_by_desk', true, 'locale', 'nl',
		'lodged_at', now(), 'proof_due_at', now() + interval '7 days', 'may_test_later_reports', true,
		'reporter_keys', jsonb_build_array('aa' || md5(name)), 'shared_encrypted', 'cafe', 'mail_encrypted', 'beef',
		'key_id', 'k', 'objection_token_hash', pg_temp.hash('objection of ' || name),
		'proof_token_hash', pg_temp.hash('proof of ' || name), 'consumer_token_hash', pg_temp.hash('consumer of ' || name),
		'objection_mail', 'beef', 'proof_mail', 'beef') || fields)
$$;
grant execute on function pg_temp.hash to public;

select tests.as_owner();
select is(pg_temp.lodge('anna') -> 'objection' ->> 'state', 'lodged', 'an objection is lodged before it is sent');
select is(pg_temp.lodge('anna') ->> 'is_repeated', 'true', 'lodged again it is the same one');
select is((select count(*)::int from hub.objections), 1, 'and there is one');
select is((select substr(objections.reference, 3) = substr(proof_requests.reference, 3)
	from hub.objections, hub.proof_requests), true, 'asked together, the two share their number');
select set_eq($$ select template from hub.outbox $$,
	$$ values ('pass_on_objection'), ('pass_on_proof_request'), ('objection_lodged') $$,
	'the organisation gets two mails, who objected one');
select results_eq($$ select distinct clock from hub.deadlines $$, $$ values ('contact_data_erased') $$,
	'before it is sent no clock runs but that of erasure');
select public.settle_mail(mail_id) from hub.outbox;
select set_eq($$ select clock from hub.deadlines where settled_at is null $$,
	$$ values ('objection_norm'), ('objection_processed'), ('consent_proof'), ('contact_data_erased') $$,
	'the clocks run once the mail server took the mail');
select is((select due_at from hub.deadlines where clock = 'consent_proof'), now() + interval '7 days',
	'working days end when the calendar of the domain says');
select throws_ok($$ insert into hub.deadlines (clock, due_at) values ('objection_norm', now()) $$, '23514', null,
	'a clock runs for something');
select throws_ok($$ insert into hub.deadlines (clock, due_at, objection_id, proof_request_id)
	select 'objection_norm', now(), objection_id, proof_request_id from hub.objections, hub.proof_requests $$,
	'23514', null, 'and for one thing only');
select throws_ok($$ update hub.objection_events set event = 'sent' $$, 'GH001', null, 'events stay as they were');
select throws_ok($$ delete from hub.proof_request_events $$, 'GH001', null, 'also those of a request for proof');

-- Who reads

create function pg_temp.seen() returns text language sql as $$
	select (select count(reference) from hub.objections) || ' ' || (select count(reference) from hub.proof_requests)
		|| ' ' || (select count(shared_encrypted) from hub.objection_people)
		|| ' ' || (select count(shared_encrypted) from hub.proof_request_people)
		|| ' ' || (select count(event) from hub.objection_events)
		|| ' ' || (select count(*) from hub.deadlines)
$$;
grant execute on function pg_temp.seen to public;
select tests.as_anon();
select throws_ok('select reference from hub.objections', '42501', null, 'a visitor reads no objections');
select tests.authenticate_as('nobody@example.org');
select is(pg_temp.seen(), '0 0 0 0 0 0', 'somebody without a role reads nothing');
select tests.authenticate_as('member@example.org');
select is(pg_temp.seen(), '1 1 1 1 0 5', 'a member reads what is addressed to their organisation, with who it is');
select tests.authenticate_as('other@example.org');
select is(pg_temp.seen(), '0 0 0 0 0 0', 'a member of another organisation reads nothing of it');
select tests.authenticate_as('moderator@example.org');
select is(pg_temp.seen(), '1 1 0 0 2 5', 'a moderator reads that there is an objection, not whose');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.seen(), '1 1 1 1 2 5', 'the committee reads whose it is too, encrypted');
select throws_ok(format('select %s', columns), '42501', null, 'nobody who signs in reads ' || columns)
from (values ('mail_encrypted from hub.objection_people'), ('mail_encrypted from hub.proof_request_people'),
	('reporter_key from hub.objection_keys'), ('follow_code_hash from hub.objections'),
	('answer_token_hash from hub.proof_requests')) as shut (columns);

-- Who acts

create function pg_temp.acts() returns table (act text, call text) language sql as $$
	values ('lodge', 'select public.lodge_objection(''{}'')'),
		('find an addressee', 'select public.find_addressee(null, ''Eneco'')'),
		('follow', format('select public.follow_objection(%L)', pg_temp.hash('anna'))),
		('say it was sent', format('select public.mark_letter_sent(%L, now(), %L, now())', pg_temp.hash('anna'), 'letter')),
		('acknowledge', format('select public.acknowledge_objection(%L, true)', pg_temp.hash('objection of anna'))),
		('say whether it stopped', format('select public.say_whether_stopped(%L, true)', pg_temp.hash('anna'))),
		('erase', format('select public.withdraw_objection(%L)', pg_temp.hash('anna'))),
		('look for an objection', 'select public.objection_of_reporter(null, null, ''Eneco'', current_date, ''phone'', array[''aa''])')
$$;
grant execute on function pg_temp.acts to public;
select tests.authenticate_as('committee@example.org');
select throws_ok(call, '42501', null, format('the committee does not %s past the server', act)) from pg_temp.acts();

select tests.as_service();
select public.acknowledge_objection(pg_temp.hash('objection of anna'), false);
select public.acknowledge_objection(pg_temp.hash('objection of anna'), false);
select throws_ok(format('select public.acknowledge_objection(%L, true)', pg_temp.hash('proof of anna')), 'GH404',
	'objection_not_found', 'a link opens what it is for');
select throws_ok(format('select public.say_whether_stopped(%L, true)', pg_temp.hash('anna')), 'GH002',
	'objection_term_still_runs', 'whether it stopped is asked after the term');
select tests.as_owner();
select is((select count(*)::int from hub.objection_events where event = 'acknowledged'), 1, 'acknowledging counts once');
select is((select reference from hub.objection_of('00000000-0000-4000-8000-000000000001', null,
	array[decode('aa' || md5('anna'), 'hex')], 'phone')), (select reference from hub.objections),
	'a later report by the same person finds the objection');
select is((select reference from hub.objection_of('00000000-0000-4000-8000-000000000001', null,
	array[decode('aa' || md5('anna'), 'hex')], 'door')), null, 'but not about another way of contact');
select is((select reference from hub.objection_of('00000000-0000-4000-8000-000000000002', null,
	array[decode('aa' || md5('anna'), 'hex')], 'phone')), null, 'nor about another organisation');
select public.withdraw_objection(pg_temp.hash('anna'));
select is((select count(*)::int from hub.objection_people) + (select count(*)::int from hub.objection_keys)
	+ (select count(*)::int from hub.proof_request_people), 0, 'erased is who it was');
select is((select string_agg(state, ' ') from hub.objections), 'closed', 'and not that there was an objection');
select is((select count(*)::int from hub.deadlines where settled_at is null), 0, 'nothing runs any more');

select * from finish();
rollback;
