begin;
select plan(52);

-- Belhuis calls for Duinlicht, and later for Kustwind too.
insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-00000000000a', 'Duinlicht', 'duinlicht', 'energy'),
	('00000000-0000-4000-8000-00000000000b', 'Kustwind', 'kustwind', 'energy'),
	('00000000-0000-4000-8000-00000000000c', 'Belhuis', 'belhuis', 'unknown');
select tests.give_role('ann@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a');
select tests.give_role('rik@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a', 'reader');
select tests.give_role('bob@b.example', 'organisation_member', '00000000-0000-4000-8000-00000000000b');
select tests.give_role('cis@c.example', 'organisation_member', '00000000-0000-4000-8000-00000000000c');
select tests.give_role('cor@desk.example', 'committee');
create function tests.link(worker text, client text) returns uuid language sql security definer set search_path = ''
return (select link_id from hub.chain_links join hub.organisations as workers on workers.organisation_id = worker_id
	join hub.organisations as clients on clients.organisation_id = client_id
	where workers.slug = worker and clients.slug = client and state in ('proposed', 'confirmed'));
insert into hub.api_keys (organisation_id, name, scopes, hint, key_hash)
select ('00000000-0000-4000-8000-00000000000' || of)::uuid, 'Key ' || name, array[scope], 'abcd', decode(md5('key ' || name), 'hex')
from (values ('a', 'a', 'chain:read'), ('b', 'b', 'chain:read'), ('c', 'c', 'chain:read'), ('c', 'reads', 'reports:read')) as made (of, name, scope);
create function tests.by_key(key text, reference text) returns jsonb language sql
return public.read_chain_report_by_key(md5('key ' || key), reference);
create function tests.references_by_key(key text) returns text[] language sql
return array(select each ->> 'reference' from jsonb_array_elements(public.list_chain_reports_by_key(md5('key ' || key))) as each order by 1);
grant execute on all functions in schema tests to anon, authenticated, service_role;
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, contact_centre_id, proof, published_on)
values ('00000000-0000-4000-8000-00000000000a', '+31851234500', '+31851234599', '2026-01-01', '00000000-0000-4000-8000-00000000000c', 'document', '2026-01-01');

-- Links
select tests.as_anon();
select throws_ok($$ select public.list_chain('00000000-0000-4000-8000-00000000000a') $$, '42501', null, 'a visitor sees no links');
select tests.authenticate_as('rik@a.example');
select throws_ok($$ select public.propose_link('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000c', false, 'contact_centre', '2026-01-01') $$,
	'GH403', 'not_allowed', 'a reader proposes none');
select tests.authenticate_as('ann@a.example');
select lives_ok($$ select public.propose_link('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000c', false, 'contact_centre', '2026-01-01') $$,
	'an owner proposes one');
select throws_ok($$ select public.propose_link('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000c', false, 'contact_centre', '2026-02-01') $$,
	'GH011', 'link_known_already', 'once');
select throws_ok($$ select public.answer_link(tests.link('belhuis', 'duinlicht'), true) $$, 'GH404', 'link_not_found',
	'who proposed it does not confirm it');
select tests.authenticate_as('bob@b.example');
select throws_ok($$ select public.answer_link(tests.link('belhuis', 'duinlicht'), true) $$, 'GH404', 'link_not_found', 'nor does another');
select is(public.list_chain('00000000-0000-4000-8000-00000000000a'), '[]', 'who does not see it');
select is_empty('select link_id from hub.chain_links', 'and does not read it');
select throws_ok($$ select public.end_link(tests.link('belhuis', 'duinlicht'), '2026-12-01') $$, 'GH404', 'link_not_found', 'nor ends it');

-- Reports before and after
select tests.as_owner();
create temporary table filed as select
	tests.file_report('before', '{"caller_number": "+31851234501"}') as r_before;
select is((select made_by_organisation_id from hub.reports join filed on reference = r_before), null,
	'that the number names a contact centre is not enough');
select tests.authenticate_as('cis@c.example');
select lives_ok($$ select public.answer_link(tests.link('belhuis', 'duinlicht'), true) $$, 'the other side confirms');
select tests.as_owner();
grant select on filed to authenticated, service_role, anon;
alter table filed add column r_number text, add column r_name text, add column r_other text;
update filed set r_number = tests.file_report('number', '{"caller_number": "+31851234502"}'),
	r_name = tests.file_report('name', '{"organisation_name": "Belhuis"}'),
	r_other = tests.file_report('other', '{"organisation_name": "Duinlicht"}');
select results_eq(
	$$ select reference::text, organisations.slug, makers.slug from hub.reports
		join hub.organisations using (organisation_id)
		left join hub.organisations as makers on makers.organisation_id = made_by_organisation_id
		join filed on reference in (r_before, r_number, r_name, r_other) order by report_id $$,
	$$ select r_before, 'duinlicht', 'belhuis' from filed union all select r_number, 'duinlicht', 'belhuis' from filed
		union all select r_name, 'duinlicht', 'belhuis' from filed union all select r_other, 'duinlicht', null from filed $$,
	'reports on the number go to the advertiser and tell who called, and so does one that names its contact centre');
select tests.authenticate_as('cis@c.example');
select set_eq('select reference::text from hub.reports', $$ select unnest(array[r_before, r_number, r_name]) from filed $$,
	'the link reads what it made, and no other report of the advertiser');
select is(jsonb_array_length(public.list_made_reports('00000000-0000-4000-8000-00000000000c')), 3, 'and lists it');
select throws_ok($$ select public.answer_report((select r_number from filed), 'accepted', 'apology', 'Sorry') $$,
	'GH404', 'report_not_found', 'but does not answer it');
select throws_ok($$ select reporter_key from hub.reports $$, '42501', null, 'nor learns who reports');
select is_empty('select report_id from hub.report_answers union all select report_id from hub.report_messages union all select report_id from hub.report_events',
	'nor reads what the advertiser and the reporter write');

-- With a key
select tests.as_anon();
select throws_ok($$ select public.list_chain_by_key(md5('key c')) $$, '42501', null, 'a visitor uses no key past the server');
select throws_ok($$ select public.list_chain_reports_by_key(md5('key c')) $$, '42501', null, 'for no list');
select throws_ok($$ select tests.by_key('c', (select r_name from filed)) $$, '42501', null, 'and for no report');
select tests.authenticate_as('cis@c.example');
select throws_ok($$ select public.list_chain_reports_by_key(md5('key c')) $$, '42501', null, 'nor does a member');
select tests.as_service();
select throws_ok($$ select public.list_chain_by_key(md5('key reads')) $$, 'GH403', 'api_key_scope_needed', 'a key without the scope reads no links');
select throws_ok($$ select tests.references_by_key('reads') $$, 'GH403', 'api_key_scope_needed', 'nor reports');
select throws_ok($$ select tests.by_key('reads', (select r_name from filed)) $$, 'GH403', 'api_key_scope_needed', 'nor one of them');
select throws_ok($$ select tests.references_by_key('none') $$, 'GH401', 'api_key_unknown', 'and no key opens nothing');
select is(public.list_chain_by_key(md5('key c')) -> 0 ->> 'is_worker', 'true', 'a key of the worker reads for whom it works');
select is(public.list_chain_by_key(md5('key a')) #>> '{0,other,name}', 'Belhuis', 'one of the client who works for it');
select is(public.list_chain_by_key(md5('key b')), '[]', 'and one of another neither');
select is(tests.references_by_key('c'), (select array(select unnest(array[r_before, r_number, r_name]) order by 1) from filed), 'a key of the worker lists what it made');
select is(tests.references_by_key('a') || tests.references_by_key('b'), '{}', 'the client has those as its own, and another has none');
select is(jsonb_array_length(public.list_chain_reports_by_key(md5('key c'), (select r_name from filed), 1)), 1, 'a page goes on from the one before');
select throws_ok($$ select public.list_chain_reports_by_key(md5('key b'), (select r_name from filed)) $$, 'GH009', 'cursor_unknown', 'but not from a report of another');
select is(tests.by_key('c', (select r_name from filed)) #>> '{organisation,name}', 'Duinlicht', 'it reads one of them');
select is(tests.by_key('c', (select r_other from filed)), null, 'not another report of its client');

-- Asking
select tests.authenticate_as('bob@b.example');
select throws_ok($$ select public.send_chain_message((select r_other from filed), '00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000c', 'Who?') $$,
	'GH404', 'report_not_found', 'nobody asks about a report of another');
select tests.authenticate_as('rik@a.example');
select throws_ok($$ select public.send_chain_message((select r_other from filed), '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000c', 'Who?') $$,
	'GH403', 'not_allowed', 'a reader asks nothing');
select tests.authenticate_as('ann@a.example');
select throws_ok($$ select public.send_chain_message((select r_other from filed), '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', 'Who?') $$,
	'GH404', 'link_not_found', 'nor does anybody ask who is no link');
select lives_ok($$ select public.send_chain_message((select r_other from filed), '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000c', 'Was this you?') $$,
	'the advertiser asks its link');
select tests.authenticate_as('cis@c.example');
select is(public.read_chain_report((select r_other from filed), '00000000-0000-4000-8000-00000000000c') #>> '{messages,0,text}', 'Was this you?',
	'who then reads the report and the question');
select lives_ok($$ select public.send_chain_message((select r_other from filed), '00000000-0000-4000-8000-00000000000c', '00000000-0000-4000-8000-00000000000a', 'Yes, on Monday.') $$,
	'and replies');
select tests.as_service();
select is(tests.by_key('c', (select r_other from filed)) #>> '{messages,1,text}', 'Yes, on Monday.', 'a key reads it then too');
select tests.authenticate_as('bob@b.example');
select is(public.read_chain_report((select r_other from filed), '00000000-0000-4000-8000-00000000000b'), null, 'another reads neither');
select is_empty('select message_id from hub.chain_messages', 'nor the messages');
select tests.as_owner();
select results_eq($$ select state::text, organisation_id::text from hub.reports join filed on reference = r_other $$,
	$$ values ('open', '00000000-0000-4000-8000-00000000000a') $$, 'the report and its clock stay with the advertiser');
select is((select count(*)::integer from hub.deadlines join hub.reports using (report_id) join filed on reference = r_other where settled_at is null), 1, 'and run on');
select tests.authenticate_as('cor@desk.example');
select lives_ok($$ select public.attribute_report((select r_other from filed), '00000000-0000-4000-8000-00000000000b', 'it was Kustwind') $$, 'the report turns out to be another''s');
select tests.authenticate_as('cis@c.example');
select is(public.read_chain_report((select r_other from filed), '00000000-0000-4000-8000-00000000000c'), null, 'and is closed to the link again');
select tests.as_service();
select is(tests.by_key('c', (select r_other from filed)), null, 'and to its key');
select tests.authenticate_as('cis@c.example');

-- Two clients
select lives_ok($$ select public.propose_link('00000000-0000-4000-8000-00000000000c', '00000000-0000-4000-8000-00000000000b', true, 'contact_centre', '2026-01-01') $$, 'the worker may propose too');
select tests.authenticate_as('bob@b.example');
select lives_ok($$ select public.answer_link(tests.link('belhuis', 'kustwind'), true) $$, 'and the client confirms');
select tests.as_owner();
create temporary table both_clients as select tests.file_report('both', '{"organisation_name": "Belhuis"}') as reference;
select is((select slug from hub.reports join hub.organisations using (organisation_id) join both_clients using (reference)),
	'belhuis', 'who calls for two is taken for neither');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');

select * from finish();
rollback;
