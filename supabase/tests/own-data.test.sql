-- Another organisation, staying unknown, taking along, erasing, and the way back by mail.

begin;
select plan(71);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('admin@example.org', 'administrator');

create function pg_temp.code(name text) returns text language sql return md5('code of ' || name);
create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, fields || jsonb_build_object('follow_code_hash', pg_temp.code(name),
	'filed_at', now(), 'contacts', '[{"contact_at": "2026-06-14T18:00:00Z", "is_time_known": true}]'::jsonb))
from (values
	('one', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "caller_number": "+31850001234", "number_type": "VOIP",
		"number_country": "NL", "email_encrypted": "aa", "key_id": "k", "reporter_key": "bb", "share_identity": true,
		"narrative_encrypted": "cc", "facts": {"consent": "no"}, "postcode4": 1012}'::jsonb),
	('two', '{"organisation_name": "Iets met stroom", "email_encrypted": "aa", "key_id": "k", "reporter_key": "bb", "locale": "en"}'),
	('bare', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('late', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "reporter_key": "dd", "email_encrypted": "dd", "key_id": "k"}')
) as filings (name, fields);

create function pg_temp.report(name text) returns hub.reports language sql as $$
	select reports from hub.reports where follow_code_hash = decode(pg_temp.code(name), 'hex')
$$;
create function pg_temp.known(name text) returns hub.reports language sql as $$
	select reports from hub.reports where reference = (select filed.reference from filed where filed.name = known.name)
$$;
create function pg_temp.events(name text) returns text[] language sql as $$
	select array_agg(event order by event_id) from hub.report_events where report_id = (pg_temp.known(name)).report_id
$$;
grant execute on all functions in schema pg_temp to public;

-- Who may not: nobody but the server.

create function pg_temp.calls() returns table (act text, call text) language sql as $$
	values ('redirects', format('select public.redirect_report(%L, null, %L)', pg_temp.code('one'), 'Ziggo')),
		('makes anonymous', format('select public.make_report_anonymous(%L)', pg_temp.code('one'))),
		('erases', format('select public.delete_followed_report(%L)', pg_temp.code('one'))),
		('takes along', format('select public.export_followed_report(%L)', pg_temp.code('one'))),
		('asks for a code about', format('select public.begin_email_proof(%L, %L, %L, %L)', pg_temp.code('one'), 'aa', 'bb', 'k')),
		('proves an address of', format('select public.finish_email_proof(%L, %L)', pg_temp.code('one'), 'aa')),
		('asks for links to', 'select public.begin_follow_links(''bb'', array[''aa''], ''bb'', ''k'')'),
		('opens by link', 'select public.use_follow_link(''aa'')')
$$;
grant execute on function pg_temp.calls to public;
select tests.as_anon();
select throws_ok(call, '42501', null, format('a visitor never %s a report past the server', act)) from pg_temp.calls();
select tests.authenticate_as('member@example.org');
select throws_ok(call, '42501', null, format('a member never %s a report', act)) from pg_temp.calls();
select tests.authenticate_as('admin@example.org');
select throws_ok(call, '42501', null, format('an administrator never %s a report', act)) from pg_temp.calls();
select throws_ok('select * from hub.email_proofs', '42501', null, 'nor reads codes');
select throws_ok('select * from hub.follow_links', '42501', null, 'nor links');

-- Another organisation

select tests.as_service();
select throws_ok(format('select public.redirect_report(%L, null, %L)', pg_temp.code('one'), 'Eneco'), 'GH012', 'same_organisation',
	'it was another one, not the same');
select throws_ok(format('select public.redirect_report(%L, %L, null)', pg_temp.code('one'), '00000000-0000-4000-8000-00000000ffff'),
	'GH404', 'organisation_not_found', 'one that is there');
select lives_ok(format('select public.redirect_report(%L, null, %L)', pg_temp.code('one'), 'Ziggo'), 'a reporter names another');
select tests.as_owner();
select is((pg_temp.report('one')).organisation_id, '00000000-0000-4000-8000-000000000002', 'the report is about that one then');
select is((pg_temp.report('one')).state, 'open', 'and open');
select is((pg_temp.report('one')).sector, 'telecom', 'in its sector');
select is(pg_temp.events('one'), array['filed', 'delivered', 'redirected', 'delivered'], 'with its events');
select is((select array_agg(settled_as order by deadline_id) from hub.deadlines where report_id = (pg_temp.report('one')).report_id),
	array['dropped', null], 'the clock starts anew');
select is_empty('select * from public.verify_report_counts()', 'the counts move along');
select tests.authenticate_as('member@example.org');
select is_empty(format('select report_id from hub.reports where reference = %L', (select reference from filed where name = 'one')),
	'the former organisation no longer reads it');
select tests.authenticate_as('other@example.org');
select isnt_empty(format('select report_id from hub.reports where reference = %L', (select reference from filed where name = 'one')),
	'the new one does');
select tests.as_service();
select public.redirect_report(pg_temp.code('one'), null, 'Wie weet wie');
select is(public.follow_report(pg_temp.code('one')) ->> 'state', 'unattributed', 'one that nobody knows leaves it unattributed');
select public.redirect_report(pg_temp.code('one'), '00000000-0000-4000-8000-000000000001', null);
select is(public.follow_report(pg_temp.code('one')) ->> 'organisation_name', 'Eneco', 'until the reporter knows more');
select public.withdraw_report(pg_temp.code('late'), '');
select throws_ok(format('select public.redirect_report(%L, null, %L)', pg_temp.code('late'), 'Ziggo'), 'GH002', 'report_cannot_move',
	'what was withdrawn goes nowhere');

-- An address proven by code

select throws_ok(format('select public.begin_email_proof(%L, %L, %L, %L)', pg_temp.code('bare'), 'a1', 'bb', 'k'),
	'GH013', 'no_address_to_prove', 'without an address there is nothing to prove');
select lives_ok(format('select public.begin_email_proof(%L, %L, %L, %L)', pg_temp.code('one'), 'a1', 'bb', 'k'), 'a code is mailed');
select throws_ok(format('select public.begin_email_proof(%L, %L, %L, %L)', pg_temp.code('one'), 'a2', 'bb', 'k'), 'GH010', 'codes_too_many',
	'one a minute');
select is(public.begin_follow_links('bb', array['b1', 'b2'], 'cc', 'k'), 0, 'an address nobody proved gets no links');
select is(array(select public.finish_email_proof(pg_temp.code('one'), 'ff') from generate_series(1, 6)),
	array['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too_old'], 'five guesses make a code worthless');
select is(public.finish_email_proof(pg_temp.code('one'), 'a1'), 'too_old', 'the right one too');
select tests.as_owner();
update hub.email_proofs set sent_at = now() - interval '2 minutes';
select tests.as_service();
select public.begin_email_proof(pg_temp.code('one'), 'a3', 'bb', 'k');
select is(public.finish_email_proof(pg_temp.code('one'), 'a3'), 'proven', 'a new code works');
select is(public.follow_report(pg_temp.code('one')) #>> '{follow_up,email}', 'proven', 'then the address is proven');
select is(public.follow_report(pg_temp.code('two')) #>> '{follow_up,email}', 'unproven', 'for that report alone');
select is((select count(*)::integer from hub.email_proofs), 0, 'and the code is gone');

-- The way back

select is(public.begin_follow_links('ee', array['b1', 'b2'], 'cc', 'k'), 0, 'an unknown address gets no links');
select is(public.begin_follow_links('bb', array['b1', 'b2'], 'cc', 'k'), 1, 'a proven one gets a link for each of its reports');
select is(public.begin_follow_links('bb', array['b3', 'b4'], 'cc', 'k'), 0, 'not again within five minutes');
select is(public.use_follow_link('b2'), null, 'a token too many opens nothing');
select is(public.use_follow_link('b1'), pg_temp.code('one'), 'a link opens its report');
select is(public.use_follow_link('b1'), null, 'once');
select tests.as_owner();
update hub.follow_links set used_at = null, expires_at = now();
select tests.as_service();
select is(public.use_follow_link('b1'), null, 'and not for long');

-- Taking along

select is(public.export_followed_report(pg_temp.code('nobody''s')), null, 'a wrong code takes nothing along');
select is((public.export_followed_report(pg_temp.code('one')) -> 'report') - 'reference' ->> 'postcode4', '1012', 'all of it is there');
select is(public.export_followed_report(pg_temp.code('one')) -> 'sealed',
	'{"email": "aa", "email_key_id": "k", "narrative": "cc", "narrative_key_id": "k"}', 'with what only the server can open');

-- Staying unknown

select public.make_report_anonymous(pg_temp.code(name)) from (values ('one'), ('one'), ('bare')) as names (name);
select tests.as_owner();
select is((select count(*)::integer from hub.report_reporters where report_id = (pg_temp.report('one')).report_id), 0, 'the address goes');
select ok((pg_temp.report('one')).reporter_key is null and not (pg_temp.report('one')).share_identity, 'and by what a reporter could be known');
select is((pg_temp.events('one'))[array_length(pg_temp.events('one'), 1)], 'made_anonymous', 'with its event');
select is(array_length(array_positions(pg_temp.events('one'), 'made_anonymous'), 1), 1, 'once');
select is(pg_temp.events('bare'), array['filed', 'delivered'], 'who was unknown stays so');

-- Erasing

select public.send_message_as_reporter(pg_temp.code('one'), 'committee', 'Hello');
select tests.as_service();
select public.delete_followed_report(pg_temp.code('one'));
select is(public.follow_report(pg_temp.code('one')), null, 'nothing is left to follow');
select tests.as_owner();
select ok(narrative is null and facts = '{}' and postcode4 is null and organisation_name is null, 'what was told is gone')
from pg_temp.known('one');
select is((select count(*)::integer from hub.report_messages), 0, 'and what was written');
select is((pg_temp.known('one')).state, 'anonymised', 'a stub stays');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');

-- One report after another

select tests.file_report('next', jsonb_build_object('follow_code_hash', pg_temp.code('next'), 'follows_code_hash', pg_temp.code('bare')));
select is(public.follow_report(pg_temp.code('next')) #>> '{follow_up,follows}', (pg_temp.report('bare')).reference::text,
	'a report may go on from an earlier one');

select * from finish();
rollback;
