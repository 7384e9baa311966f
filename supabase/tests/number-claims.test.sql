begin;
select plan(45);

-- Duinlicht has a block; Kustwind claims; Belhuis rings for both; a report waits on a number of each.
insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-00000000000a', 'Duinlicht', 'duinlicht', 'energy'),
	('00000000-0000-4000-8000-00000000000b', 'Kustwind', 'kustwind', 'energy'),
	('00000000-0000-4000-8000-00000000000c', 'Belhuis', 'belhuis', 'unknown');
select tests.give_role('ann@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a');
select tests.give_role('hans@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a', 'handler');
select tests.give_role('bob@b.example', 'organisation_member', '00000000-0000-4000-8000-00000000000b');
select tests.give_role('cis@c.example', 'organisation_member', '00000000-0000-4000-8000-00000000000c');
select tests.give_role('cor@desk.example', 'committee');
select tests.give_role('mo@desk.example', 'moderator');
create temporary table waiting as
	select tests.file_report('one', '{"caller_number": "+31851234501"}') as one,
		tests.file_report('two', '{"caller_number": "+31851234577"}') as two,
		tests.file_report('three', '{"caller_number": "+31858000001"}') as three;
insert into hub.evidence (stored_key, token_hash, name, media_type, byte_size, sha256, key_id, staged_until)
values (md5('contract'), decode('aa01', 'hex'), 'contract.pdf', 'application/pdf', 10, sha256('x'), 'k', now() + interval '1 hour');
create function tests.block(fields jsonb default '{}') returns jsonb language sql set search_path = ''
return jsonb_build_array('{"first_number": "+31851234500", "last_number": "+31851234599", "valid_from": "2026-01-01",
	"proof": "document", "published_on": "2026-01-01", "campaign": "Zon", "is_campaign_public": true}'::jsonb || fields);
create function tests.claim_of(first text) returns uuid language sql security definer set search_path = ''
return (select registration_id from hub.number_registrations where first_number = first and state = 'claimed');
create function tests.contest_of(number text) returns uuid language sql security definer set search_path = ''
return (select contest_id from hub.number_contests where contested_number = number and state = 'open');
grant execute on all functions in schema tests to anon, authenticated, service_role;

-- Who claims
select tests.as_anon();
select throws_ok($$ select public.claim_numbers('00000000-0000-4000-8000-00000000000a', '[]') $$,
	'42501', null, 'a visitor claims nothing');
select tests.authenticate_as('hans@a.example');
select throws_ok($$ select public.claim_numbers('00000000-0000-4000-8000-00000000000a', tests.block()) $$,
	'GH403', 'not_allowed', 'nor does a member who is no owner');
select tests.authenticate_as('bob@b.example');
select throws_ok($$ select public.claim_numbers('00000000-0000-4000-8000-00000000000a', tests.block()) $$,
	'GH403', 'not_allowed', 'nor the owner of another organisation');
select tests.authenticate_as('ann@a.example');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000a', tests.block()) -> 0 ->> 'reason',
	'document_needed', 'a claim on a document needs one');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000a', tests.block('{"published_on": null}'), 'aa01', true) -> 0 ->> 'reason',
	'publication_needed', 'and the declaration that the numbers stand on the website');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000a',
		tests.block('{"first_number": "+319001234", "last_number": "+319001234"}'), 'aa01', true) -> 0 ->> 'reason',
	'claim_not_possible', 'a premium number is nobody''s to call from');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000a', tests.block() || tests.block(), 'aa01', true) #>> '{1,reason}',
	'number_claimed_already', 'a dry run tells that two rows are the same numbers');
select is(public.list_number_registrations('00000000-0000-4000-8000-00000000000a') -> 'own', '[]', 'and leaves nothing');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000a', tests.block(), 'aa01') #>> '{0,state}',
	'claimed', 'the file of the dry run is still there for the claim');
select throws_ok($$ select public.claim_numbers('00000000-0000-4000-8000-00000000000a', '[]', 'aa01') $$,
	'GH020', 'evidence_gone', 'a file is used once');

-- A claim counts for nothing yet
select is(public.look_up_number('+31851234501') -> 'registered', 'null', 'a claim that waits tells the public nothing');
select tests.as_owner();
select is((select state::text from hub.reports join waiting on reference = one), 'unattributed', 'and brings no report');
select tests.authenticate_as('bob@b.example');
select is(public.list_number_registrations('00000000-0000-4000-8000-00000000000a'),
	'{"own": [], "used": []}', 'a member of another organisation lists none of the claims');
select is_empty('select registration_id from hub.number_registrations', 'nor reads one');
select is_empty('select document_id from hub.number_documents', 'nor a document');
select is_empty($$ select * from public.read_number_document((select document_id from hub.number_documents)) $$,
	'nor opens it');
select is(public.list_number_decisions(), null, 'and does not see what waits for the committee');
select throws_ok($$ select public.decide_claim(tests.claim_of('+31851234500'), true, 'mine') $$,
	'GH403', 'not_allowed', 'an owner decides no claims');
select tests.authenticate_as('ann@a.example');
select throws_ok('select claimed_by from hub.number_registrations', '42501', null, 'who claimed is not shown');

-- The committee decides
select tests.authenticate_as('mo@desk.example');
select is(jsonb_array_length(public.list_number_decisions() -> 'claims'), 1, 'a moderator sees what waits');
select throws_ok($$ select public.decide_claim(tests.claim_of('+31851234500'), true, 'ok') $$,
	'GH403', 'not_allowed', 'but does not decide');
select tests.authenticate_as('cor@desk.example');
select throws_ok($$ select public.decide_claim(tests.claim_of('+31851234500'), true, ' ') $$,
	'GH006', 'reason_needed', 'the committee gives a reason');
select is((select name from public.read_number_document((select document_id from hub.number_documents))),
	'contract.pdf', 'and may open the document');
select is(public.decide_claim(tests.claim_of('+31851234500'), true, 'the contract names them'),
	'{"attributed": 2}', 'confirming brings the reports that waited');
select is(public.look_up_number('+31851234501') -> 'registered' ->> 'campaign', 'Zon', 'a published campaign is shown to all');

-- A rival
select tests.authenticate_as('bob@b.example');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000b', tests.block(
		'{"first_number": "+31851234577", "last_number": "+31851234577", "valid_from": "2026-03-01", "proof": "contact_centre",
		"contact_centre_id": "00000000-0000-4000-8000-00000000000c"}')) #>> '{0,reason}',
	'number_registered_already', 'what another has can only be contested');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000b', tests.block(
		'{"first_number": "+31851234577", "last_number": "+31851234577", "valid_from": "2026-03-01", "proof": "contact_centre",
		"contact_centre_id": "00000000-0000-4000-8000-00000000000c", "contest_reason": "we took it over"}')) #>> '{0,state}',
	'contested', 'with a reason');
select tests.authenticate_as('ann@a.example');
select is_empty('select reason from hub.number_contests', 'whose number is contested does not read the contest');
select tests.authenticate_as('cis@c.example');
select is(public.answer_for_contact_centre(tests.claim_of('+31851234577'), true),
	'{"attributed": 0}', 'that the contact centre agrees is not enough against another');
select tests.authenticate_as('cor@desk.example');
select is(public.decide_contest(tests.contest_of('+31851234577'), true, 'taken over in March'),
	'{"attributed": 0}', 'the committee gives the number to the second');
select tests.as_owner();
select results_eq(
	$$ select first_number::text, last_number::text, state, valid_from, valid_until
		from hub.number_registrations where organisation_id = '00000000-0000-4000-8000-00000000000a'
		order by first_number, valid_from $$,
	$$ values ('+31851234500', '+31851234576', 'confirmed', '2026-01-01'::date, null::date),
		('+31851234577', '+31851234577', 'confirmed', '2026-01-01', '2026-02-28'),
		('+31851234577', '+31851234577', 'refused', '2026-03-01', null),
		('+31851234578', '+31851234599', 'confirmed', '2026-01-01', null) $$,
	'the first keeps the rest of the block, and the days before');
select is(hub.registered_to('+31851234577', '2026-06-01'), '00000000-0000-4000-8000-00000000000b', 'the number is the second''s');
select set_eq($$ select template || ' ' || email from hub.outbox join auth.users on id = user_id
		where event_key like 'number_refused%' or event_key like 'number_confirmed%' or event_key like 'number_contested%' $$,
	array['number_claim_decided ann@a.example', 'number_claim_decided bob@b.example', 'number_contested ann@a.example'],
	'both are told');

-- The contact centre confirms
select tests.authenticate_as('bob@b.example');
select is(public.claim_numbers('00000000-0000-4000-8000-00000000000b', tests.block('{"first_number": "+31858000000",
		"last_number": "+31858000009", "proof": "contact_centre", "contact_centre_id": "00000000-0000-4000-8000-00000000000c"}')) #>> '{0,state}',
	'claimed', 'a claim that names a contact centre');
select throws_ok($$ select public.answer_for_contact_centre(tests.claim_of('+31858000000'), true) $$,
	'GH404', 'claim_not_found', 'is not confirmed by who made it');
select tests.authenticate_as('cis@c.example');
select is(jsonb_array_length(public.list_number_registrations('00000000-0000-4000-8000-00000000000c') -> 'used'), 2,
	'the contact centre sees the numbers it is said to use, of each client');
select is(public.answer_for_contact_centre(tests.claim_of('+31858000000'), true), '{"attributed": 1}',
	'and confirms them: the report arrives');

-- Ending, and the public
select throws_ok($$ select public.end_registration((select registration_id from hub.number_registrations
	where first_number = '+31858000000'), '2026-12-01') $$, 'GH404', 'registration_not_found', 'another does not end a registration');
select tests.authenticate_as('bob@b.example');
select lives_ok($$ select public.end_registration((select registration_id from hub.number_registrations
	where first_number = '+31858000000'), (now() at time zone 'Europe/Amsterdam')::date) $$, 'its owner does');
select is((select own ->> 'reachable_until' from jsonb_array_elements(
		public.list_number_registrations('00000000-0000-4000-8000-00000000000b') -> 'own') as own where own ->> 'first_number' = '+31858000000'),
	((now() at time zone 'Europe/Amsterdam')::date + interval '6 months')::date::text,
	'and must stay reachable half a year');
select throws_ok($$ select public.contest_number('+31858000001', 'not theirs') $$, '42501', null, 'nobody contests past the server');
select tests.as_service();
select lives_ok($$ select public.contest_number('+31858000001', 'That is my own number.', null, 'aa', 'k') $$, 'anyone contests through it');
select tests.authenticate_as('cor@desk.example');
select lives_ok($$ select public.decide_contest(tests.contest_of('+31858000001'), true, 'it is a private number') $$,
	'and the committee upholds it');
select tests.as_owner();
select is(hub.registered_to('+31858000001', '2026-06-01'), null, 'then that one number is nobody''s');
select is_empty('select * from public.verify_report_counts()', 'the counts moved with the reports');

select * from finish();
rollback;
