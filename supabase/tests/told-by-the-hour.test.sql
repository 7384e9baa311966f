-- An organisation cannot tell from the minute who reported: whatever it asks, whichever way, it hears
-- of what reporters did when the hour is over. Reporter and staff see it at once.

begin;
select plan(66);

-- Other stories are told in one moment; here the hour counts, as at a desk.
update hub.clocks set amount = 60 where code = 'told_to_organisation';
insert into hub.organisations (organisation_id, name, slug, sector, contact_email) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', null),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom', null),
	('00000000-0000-4000-8000-000000000003', 'Belbedrijf', 'belbedrijf', 'telecom', null),
	('00000000-0000-4000-8000-000000000004', 'Oxxio', 'oxxio', 'energy', 'meldingen@oxxio.nl');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('centre@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000003', 'owner');
select tests.give_role('committee@example.org', 'committee');

create temporary table filed (name text primary key, reference text);
grant select on filed to public;
create function pg_temp.org(place integer) returns uuid language sql immutable as $$ select format('00000000-0000-4000-8000-00000000000%s', place)::uuid $$;
create function pg_temp.ref(name text) returns text language sql stable as $$ select reference from filed where filed.name = ref.name $$;
create function pg_temp.names(rows jsonb) returns text[] language sql stable as $$
	select coalesce(array_agg(filed.name order by filed.name), '{}') from jsonb_array_elements(rows) as row join filed on filed.reference = row ->> 'reference'
$$;
create function pg_temp.letters(place integer, name text) returns bigint language sql volatile as $$
	select count(*) from jsonb_array_elements(public.open_own_report(pg_temp.org(place), pg_temp.ref(name)) -> 'messages') as letter
	where (letter ->> 'is_from_reporter')::boolean
$$;
grant execute on all functions in schema pg_temp to public;

select tests.authenticate_as('owner@example.org');
select public.create_webhook('00000000-0000-4000-8000-000000000001', 'https://one.example/hook', '{report.new,report.message}', 'aa', 'k');
select public.create_api_key('00000000-0000-4000-8000-000000000001', 'all', '{reports:read,reports:answer,messages:send,chain:read}', md5('key'), 'abcd');
select tests.authenticate_as('centre@example.org');
select public.create_api_key('00000000-0000-4000-8000-000000000003', 'all', '{chain:read}', md5('key of the centre'), 'abcd');

select tests.as_owner();
insert into filed
select name, tests.file_report(name, jsonb_build_object('follow_code_hash', md5(name), 'organisation_id', pg_temp.org(place), 'filed_at', filed_at))
from (values
	('before', 1, date_trunc('hour', now()) - interval '1 second'),
	('now', 1, now()),
	('pointed', 4, now() - interval '3 hours'),
	('gone', 1, now()),
	('by link', 4, now() - interval '2 hours'),
	('by link now', 4, now())
) as filings (name, place, filed_at);
update hub.reports set made_by_organisation_id = pg_temp.org(3) where reference in (pg_temp.ref('before'), pg_temp.ref('now'));
create temporary table staged as
	with file as (
		insert into hub.evidence (report_id, position, stored_key, name, media_type, byte_size, sha256, key_id, is_shared_with_organisation)
		select report_id, 1, md5('file'), 'a.pdf', 'application/pdf', 5, sha256('a'), 'k', true
		from hub.reports where reference = pg_temp.ref('now') returning evidence_id)
	select evidence_id from file;
grant select on staged to public;

-- The minute is nowhere to be had

select is(hub.told_at('2026-07-02T19:05:31Z'), '2026-07-02T20:00:00Z', 'what happens in an hour is told at its end');
select is(hub.told_at('2026-07-02T19:59:59Z'), '2026-07-02T20:00:00Z', 'all of it together');
select is((select delivered_at from hub.reports where reference = pg_temp.ref('now')), now(), 'the term to answer counts from the filing');

select tests.authenticate_as('owner@example.org');
select is(pg_temp.names(public.list_own_reports(pg_temp.org(1), '{}', 25) -> 'rows'), array['before'], 'the inbox has what came in an hour that is over');
select is(public.list_own_reports(pg_temp.org(1), '{}', 25) -> 'counts' ->> 'new', '1', 'and counts that alone');
select is(pg_temp.names(public.portal_overview(pg_temp.org(1)) -> 'reports' -> 'new'), array['before'], 'so does what there is to do');
select is(pg_temp.names(public.export_own_reports(pg_temp.org(1), '{}', 25)), array['before'], 'and the export');
select is(public.open_own_report(pg_temp.org(1), pg_temp.ref('now')), null, 'who guesses the reference reads nothing');
select isnt(public.open_own_report(pg_temp.org(1), pg_temp.ref('before')), null, 'but of the hour before');
select throws_ok(format('select public.answer_report(%L, %L, %L, %L)', pg_temp.ref('now'), 'accepted', 'apology', 'Sorry.'), 'GH404', 'report_not_found', 'it is not answered');
select throws_ok(format('select public.send_message(%L, %L)', pg_temp.ref('now'), 'Hello'), 'GH404', 'report_not_found', 'nor written about');
select is(public.assign_reports(pg_temp.org(1), array[pg_temp.ref('now'), pg_temp.ref('before')], tests.user_id('owner@example.org')), 1, 'nor given to a colleague');
select throws_ok(format('select public.send_chain_message(%L, %L, %L, %L)', pg_temp.ref('now'), pg_temp.org(1), pg_temp.org(3), 'Who was it?'), 'GH404', 'report_not_found', 'nor asked about');
select throws_ok(format('select * from public.read_evidence(%L)', (select evidence_id from staged)), 'GH404', 'evidence_not_found', 'nor are its files read');
select is((select count(*)::integer from hub.reports), 1, 'no query finds it');
select is((select count(*)::integer from hub.webhook_deliveries), 1, 'nor the message that waits for a webhook');
select is((select count(*)::integer from jsonb_path_query(public.connections(pg_temp.org(1)), '$.webhooks[*].deliveries[*]')), 1, 'the page of webhooks neither');

select tests.authenticate_as('centre@example.org');
select is(pg_temp.names(public.list_made_reports(pg_temp.org(3))), array['before'], 'a contact centre sees no more');
select is(public.read_chain_report(pg_temp.ref('now'), pg_temp.org(3)), null, 'nor reads more');

select tests.as_service();
select is(pg_temp.names(public.list_reports_by_key(md5('key'))), array['before'], 'a key lists what came in an hour that is over');
select is(public.read_report_by_key(md5('key'), pg_temp.ref('now')), null, 'and reads no other');
select throws_ok(format('select public.answer_report_by_key(%L, %L, %L, %L, %L)', md5('key'), pg_temp.ref('now'), 'accepted', 'apology', 'Sorry.'), 'GH404', 'report_not_found', 'nor answers');
select throws_ok(format('select * from public.read_evidence_by_key(%L, %L, %L)', md5('key'), pg_temp.ref('now'), (select evidence_id from staged)), 'GH404', 'evidence_not_found', 'nor reads files');
select is(pg_temp.names(public.list_chain_reports_by_key(md5('key of the centre'))), array['before'], 'nor does the key of a link');
select is(public.read_chain_report_by_key(md5('key of the centre'), pg_temp.ref('now')), null, 'in any way');
select is((select array_agg(reference) from public.claim_webhook_deliveries(10, 60)), array[pg_temp.ref('before')], 'webhooks are told of an hour that is over');
select is((select array_agg(offered ->> 'to') from jsonb_array_elements(public.take_offered_links(10)) as offered), array['meldingen@oxxio.nl', 'meldingen@oxxio.nl'], 'links to answer are made for those alone');

select tests.as_owner();
select results_eq($$ select distinct occurred_at, send_after from hub.webhook_deliveries where sent_at is null and attempts = 0 $$,
	$$ select hub.told_at(now()), hub.told_at(now()) $$, 'what waits has the end of the hour for its moment, not the minute');

-- Others see it at once

select tests.authenticate_as('committee@example.org');
select is((select count(*)::integer from hub.reports), 6, 'staff see all');
select is(public.read_report(pg_temp.ref('now')) ->> 'state', 'open', 'and read all');
select tests.as_service();
select is(public.follow_report(md5('now')) ->> 'state', 'open', 'so does the reporter');

-- Messages

select lives_ok($$ select public.send_message_as_reporter(md5('before'), 'organisation', 'You called me at nine.') $$, 'a reporter writes');
select tests.authenticate_as('owner@example.org');
select is(pg_temp.letters(1, 'before'), 0::bigint, 'it is not read before the hour is over');
select is(public.list_own_reports(pg_temp.org(1), '{}', 25) -> 'rows' -> 0 ->> 'has_message', 'false', 'nor shown in the inbox');
select public.mark_messages_read(pg_temp.ref('before'));
select tests.as_owner();
select is((select count(*)::integer from hub.report_messages where read_at is null), 1, 'nor does it count as read');
select is((select count(*)::integer from hub.webhook_deliveries where event = 'report.message' and send_after = hub.told_at(now())), 1, 'a webhook hears of it then');
select is((select count(*)::integer from hub.outbox where template = 'message_from_reporter' and send_after = hub.told_at(now())), 1, 'and so do members, by mail');
select tests.as_service();
select is(public.read_report_by_key(md5('key'), pg_temp.ref('before')) -> 'messages', '[]', 'a key reads it no sooner');
select tests.as_owner();
update hub.report_messages set sent_at = date_trunc('hour', now()) - interval '1 second';
select tests.authenticate_as('owner@example.org');
select is(pg_temp.letters(1, 'before'), 1::bigint, 'after the hour it is there');

-- It happened again: another contact, another file, and what they lead to

select tests.as_owner();
select public.mail_answer_links((select jsonb_agg(jsonb_build_object('link_id', link_id, 'token_hash', md5('link'), 'sealed', 'aa', 'key_id', 'k'))
	from hub.answer_links join hub.reports using (report_id) where reference = pg_temp.ref('by link')));
insert into hub.evidence (token_hash, stored_key, name, media_type, byte_size, sha256, key_id, staged_until)
select decode(md5('token'), 'hex'), md5('later'), 'b.pdf', 'application/pdf', 5, sha256('b'), 'k', now() + interval '1 hour';
create temporary table added (evidence_id uuid);
grant select, insert on added to public;
-- How many contacts, files and findings of a known report each of these reads.
create function pg_temp.parts(report jsonb) returns text language sql immutable as $$
	select format('%s %s %s', jsonb_array_length(report -> 'contacts'), jsonb_array_length(report -> 'evidence'), jsonb_array_length(report -> 'findings'))
$$;
create function pg_temp.opened(place integer, name text) returns text language sql volatile as $$ select pg_temp.parts(public.open_own_report(pg_temp.org(place), pg_temp.ref(name))) $$;
create function pg_temp.linked() returns text language sql volatile as $$ select pg_temp.parts(public.open_answer_link(md5('link'))) $$;
create function pg_temp.by_key() returns text language sql volatile as $$ select pg_temp.parts(public.read_report_by_key(md5('key'), pg_temp.ref('before'))) $$;
create function pg_temp.rows_of(told text) returns text language sql stable as $$
	select format('%s %s %s', (select count(*) from hub.report_contacts join hub.reports using (report_id) where reference = pg_temp.ref(told)),
		(select count(*) from hub.evidence join hub.reports using (report_id) where reference = pg_temp.ref(told)),
		(select count(*) from hub.report_findings join hub.reports using (report_id) where reference = pg_temp.ref(told)))
$$;
grant execute on all functions in schema pg_temp to public;
select tests.as_service();
select public.add_contact_to_report(md5(name), now() - interval '5 minutes', true) from unnest(array['before', 'by link', 'now']) as name;
insert into added select public.add_evidence(md5('before'), array[md5('token')], true);
select public.add_to_report(md5(name), '{}', '[{"rule_id": "ctm-hours", "outcome": "likely", "severity": "high", "category": "unwanted_contact"}]')
from unnest(array['before', 'by link']) as name;
select is(pg_temp.parts(public.follow_report(md5('before'))), '1 1 1', 'the reporter sees it at once');
select is(pg_temp.by_key(), '0 0 ', 'a key does not before the hour is over');
select is(pg_temp.linked(), '0  0', 'nor a link to answer');
select throws_ok(format('select * from public.read_evidence_by_key(%L, %L, %L)', md5('key'), pg_temp.ref('before'), (select evidence_id from added)), 'GH404', 'evidence_not_found', 'a key reads no such file');
select tests.authenticate_as('owner@example.org');
select is(pg_temp.opened(1, 'before'), '0 0 0', 'nor does a member');
select is(pg_temp.rows_of('before'), '0 0 0', 'by no query');
select throws_ok(format('select * from public.read_evidence(%L)', (select evidence_id from added)), 'GH404', 'evidence_not_found', 'nor reads the file');
select is((select count(*)::integer from jsonb_array_elements(public.open_own_report(pg_temp.org(1), pg_temp.ref('before')) -> 'events') as event
	where event ->> 'event' in ('contact_added', 'evidence_added')), 0, 'nor that it was added');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.parts(public.read_report(pg_temp.ref('before'))), '1 1 1', 'staff read it at once');
select is(pg_temp.rows_of('before'), '1 1 1', 'by any query');
select tests.as_service();
select public.add_to_report(md5('before'), '{}', '[]');
select tests.as_owner();
select is((select array_agg(distinct findings) from hub.former_findings), array['[]'::jsonb], 'who tells more twice in an hour shows nothing in between');
select is((select bool_and(shown_until = hub.told_at(now())) from hub.former_findings), true, 'until it is over');
select public.add_to_report(md5('before'), '{}', '[{"rule_id": "ctm-hours", "outcome": "likely", "severity": "high", "category": "unwanted_contact"}]');
update hub.report_contacts set shown_from = date_trunc('hour', now()) where shown_from > now();
update hub.evidence set shown_from = date_trunc('hour', now()) where shown_from > now();
update hub.former_findings set shown_until = date_trunc('hour', now());
select tests.authenticate_as('owner@example.org');
select is(pg_temp.opened(1, 'before'), '1 1 1', 'after the hour a member does');
select is(pg_temp.rows_of('before'), '1 1 1', 'by any query too');
select lives_ok(format('select * from public.read_evidence(%L)', (select evidence_id from added)), 'and reads the file');
select tests.as_service();
select is(pg_temp.by_key(), '1 1 ', 'a key does');
select is(pg_temp.linked(), '1  1', 'and a link to answer');
select public.add_contact_to_report(md5('before'), now() - interval '4 minutes', true);
select is(pg_temp.by_key(), '1 1 ', 'yet another contact leaves those that are known');
select tests.as_owner();

-- Pointed elsewhere, or taken back, before the hour is over

select tests.as_service();
select lives_ok($$ select public.redirect_report(md5('pointed'), '00000000-0000-4000-8000-000000000002', null) $$, 'a reporter points an old report to another organisation');
select tests.authenticate_as('other@example.org');
select is(pg_temp.names(public.list_own_reports(pg_temp.org(2), '{}', 25) -> 'rows'), '{}', 'which does not see in which minute');
select tests.as_owner();
update hub.reports set shown_from = date_trunc('hour', now()) where reference = pg_temp.ref('pointed');
select tests.authenticate_as('other@example.org');
select is(pg_temp.names(public.list_own_reports(pg_temp.org(2), '{}', 25) -> 'rows'), array['pointed'], 'but after the hour');
select tests.as_owner();
select is((select count(*)::integer from hub.webhook_deliveries join hub.reports using (report_id) where reference = pg_temp.ref('gone')), 1, 'a webhook is to hear of a report');
select tests.as_service();
select public.withdraw_report(md5('gone'), '');
select tests.as_owner();
select is((select count(*)::integer from hub.webhook_deliveries join hub.reports using (report_id) where reference = pg_temp.ref('gone')), 0, 'not of one that was withdrawn within the hour');

-- Where the committee decides, nothing of the reporter's is to be hidden

select tests.authenticate_as('owner@example.org');
select public.answer_report(pg_temp.ref('before'), 'not_ours', 'unknown_party', 'It was not us.');
select tests.authenticate_as('committee@example.org');
select lives_ok(format('select public.judge_contest(%L, %L, %L)', pg_temp.ref('before'), 'stands', 'It was their call.'), 'a contested report stands');
select tests.authenticate_as('owner@example.org');
select is(pg_temp.names(public.list_own_reports(pg_temp.org(1), '{}', 25) -> 'rows'), array['before'], 'and does not leave the inbox for it');

-- The desk says how long

select tests.as_owner();
update hub.clocks set amount = 0 where code = 'told_to_organisation';
select is(hub.told_at(now()), now(), 'a desk that sets no hour tells at once');
select tests.as_service();
select public.add_contact_to_report(md5('before'), now() - interval '3 minutes', true);
select public.add_to_report(md5('before'), '{}', '[]');
select tests.authenticate_as('owner@example.org');
select is(pg_temp.opened(1, 'before'), '2 1 0', 'another contact and what it leads to as well');

select * from finish();
rollback;
