-- What an organisation does with reports about it, what its members may know of them, and that
-- another organisation, a reader and staff do no more than they may.

begin;
select plan(80);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('reader@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('moderator@example.org', 'moderator');

create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, fields || jsonb_build_object('follow_code_hash', md5('code of ' || name),
	'organisation_id', '00000000-0000-4000-8000-000000000001', 'filed_at', filed_at,
	'contacts', jsonb_build_array(jsonb_build_object('contact_at', filed_at - interval '1 day', 'is_time_known', true)),
	'email_encrypted', 'aa', 'key_id', 'k'))
from (values
	('new', '{}'::jsonb, now()),
	('soon', '{"narrative": "Over zonnepanelen"}', now() - interval '13 days'),
	('late', '{}', now() - interval '20 days'),
	('sharing', '{"share_identity": true, "facts": {"objection_at": "2026-06-01T12:00", "contract_at": "2026-05-03", "consent": "no"}}', now()),
	('held', '{"is_held": true}', now()),
	('passed', '{}', now()),
	('misused', '{}', now())
) as filings (name, fields, filed_at);
update hub.report_reporters set email_proven_at = now();

create function pg_temp.ref(name text) returns text language sql stable as $$ select reference from filed where filed.name = ref.name $$;
create function pg_temp.listed(tab text, more jsonb default '{}', organisation uuid default '00000000-0000-4000-8000-000000000001')
returns text[] language sql stable as $$
	select array_agg(filed.name order by place)
	from jsonb_array_elements(public.list_own_reports(organisation, jsonb_build_object('tab', tab) || more, 25) -> 'rows')
		with ordinality as listed (item, place)
	join filed on filed.reference = item ->> 'reference'
$$;
create function pg_temp.open(name text, organisation uuid default '00000000-0000-4000-8000-000000000001') returns jsonb
language sql volatile as $$ select public.open_own_report(organisation, pg_temp.ref(name)) $$;
create function pg_temp.state(name text) returns text language sql stable as $$
	select concat_ws(' ', state, outcome) from hub.reports where reference = pg_temp.ref(name)
$$;
create function pg_temp.assign(email text, organisation uuid default '00000000-0000-4000-8000-000000000001') returns text language sql stable as $$
	select format('select public.assign_reports(%L, array[%L, %L], %L)', organisation, pg_temp.ref('new'), pg_temp.ref('held'), tests.user_id(email))
$$;
create function pg_temp.note(audience text) returns text language sql stable as $$
	select format('select public.add_note(%L, %L, %L)', pg_temp.ref('new'), audience, 'Note for ' || audience)
$$;
grant execute on all functions in schema pg_temp to public;

-- The inbox

select tests.as_anon();
select throws_ok($$ select pg_temp.listed('all') $$, '42501', null, 'a visitor has no inbox');
select throws_ok($$ select pg_temp.open('new') $$, '42501', null, 'and opens nothing');
select tests.authenticate_as('other@example.org');
select throws_ok($$ select pg_temp.listed('all') $$, 'GH404', 'organisation_not_found', 'a member of another organisation is told that there is none');
select throws_ok($$ select public.portal_overview('00000000-0000-4000-8000-000000000001') $$, 'GH404', 'organisation_not_found', 'nor sees what it has to do');
select throws_ok($$ select public.export_own_reports('00000000-0000-4000-8000-000000000001', '{}') $$, 'GH404', 'organisation_not_found', 'nor takes its cases along');
select is(pg_temp.listed('all', '{}', '00000000-0000-4000-8000-000000000002'), null, 'and has an empty inbox');
select is(pg_temp.open('new'), null, 'opens no report of it');
select is(pg_temp.open('new', '00000000-0000-4000-8000-000000000002'), null, 'not under the own name either');
select is(hub.colleagues('00000000-0000-4000-8000-000000000001'), '[]', 'and does not learn who works there');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select pg_temp.listed('all') $$, 'GH404', 'organisation_not_found', 'the committee has pages of its own');
select is(pg_temp.open('new'), null, 'and marks nothing seen');
select tests.authenticate_as('reader@example.org');
select is((pg_temp.listed('waiting'))[1], 'soon', 'a reader sees what waits, the first term first');
select is(cardinality(pg_temp.listed('waiting')), 5, 'all of it, but what is held or late');
select is(pg_temp.listed('overdue'), array['late'], 'what is late stands apart, also before the desk has acted');
select is(pg_temp.listed('all', '{"phrase": "%zonnepanelen%"}'), array['soon'], 'words are found');
select is(pg_temp.listed('all', jsonb_build_object('reference', pg_temp.ref('late'))), array['late'], 'and a reference');
select is((pg_temp.listed('all'))[6], 'late', 'all of it goes the other way round');
select is(pg_temp.listed('waiting', (
		select jsonb_build_object('after_due', answer_due_at, 'after_reference', reference) from hub.reports
		where reference = pg_temp.ref('soon')) || '{"kind": "compliment"}'), null, 'a filter leaves out');
select is(cardinality(pg_temp.listed('waiting', (
		select jsonb_build_object('after_due', answer_due_at, 'after_reference', reference) from hub.reports
		where reference = pg_temp.ref('soon')))), 4, 'the next page goes on after a line');
select is(public.list_own_reports('00000000-0000-4000-8000-000000000001', '{"tab": "all"}') #>> '{counts,waiting}', '5', 'each tab tells how many wait');
select is((select jsonb_array_length(public.portal_overview('00000000-0000-4000-8000-000000000001') #> '{reports,soon}')), 1, 'what is due within three days is urgent');
select is_empty('select * from public.list_reports()', 'the lists of staff are closed to members');
select is(public.read_report(pg_temp.ref('new')), null, 'and so is their page of a report');

-- Opening

select is(pg_temp.open('new') ->> 'state', 'seen', 'opening a new report marks it seen');
select is(pg_temp.open('held'), null, 'a held one is not there');
select is(pg_temp.open('sharing') -> 'facts', '{"consent": "no", "contract_at": "2026-05"}', 'what ties it to an objection is left out, other moments are told to the month');
select is(pg_temp.open('sharing') #>> '{shared_email,ciphertext}', 'aa', 'who shares the address is known');
select is(pg_temp.open('new') -> 'shared_email', 'null', 'nobody else');
select is((select extract(minute from (pg_temp.open('new') #>> '{contacts,0,from}')::timestamptz)::integer), 0, 'a contact is told to the hour');
select is(array(select jsonb_object_keys(pg_temp.open('new')) order by 1)::text[], array['answers', 'caller_number', 'categories', 'channel',
	'contacts', 'delivered_on', 'due_at', 'events', 'evidence', 'facts', 'findings', 'handling', 'kind', 'match', 'members',
	'messages', 'narrative', 'notes', 'outcome', 'reference', 'sector', 'shared_email', 'state', 'stated_name'],
	'a member is told this and nothing more: no moment of filing, no place, no language');
select is(pg_temp.open('new') #>> '{events,1,event}', 'seen', 'and what happened since it was delivered');
select tests.as_owner();
select is(pg_temp.state('new'), 'seen', 'it is seen');
select is((select count(*)::integer from hub.report_events join hub.reports using (report_id)
	where reference = pg_temp.ref('new') and event = 'seen'), 1, 'once, with its event');

-- Among themselves

select tests.authenticate_as('reader@example.org');
select throws_ok(pg_temp.assign('reader@example.org'), 'GH403', 'not_allowed', 'a reader assigns nothing');
select throws_ok(pg_temp.note('organisation'), 'GH403', 'not_allowed', 'notes nothing');
select throws_ok($$ select public.save_answer_template('00000000-0000-4000-8000-000000000001', null, 'A', null, null, 'B') $$,
	'GH403', 'not_allowed', 'makes no template');
select throws_ok(format('select public.answer_report(%L, %L, %L, %L)', pg_temp.ref('new'), 'accepted', 'apology', 'Sorry'),
	'GH403', 'not_allowed', 'and answers nothing');
select tests.authenticate_as('other@example.org');
select throws_ok(pg_temp.assign('other@example.org'), 'GH404', 'organisation_not_found', 'nor does a member of another');
select is(public.assign_reports('00000000-0000-4000-8000-000000000002', array[pg_temp.ref('new')], tests.user_id('other@example.org')), 0,
	'who finds nothing under the own name');
select throws_ok(pg_temp.note('organisation'), 'GH404', 'report_not_found', 'nor notes anything with it');
select tests.authenticate_as('handler@example.org');
select throws_ok(pg_temp.assign('other@example.org'), 'GH404', 'member_not_found', 'a report goes to a member');
select lives_ok(pg_temp.assign('owner@example.org'), 'a handler assigns');
select is(public.name_reports('00000000-0000-4000-8000-000000000001', array[pg_temp.ref('new'), pg_temp.ref('held')], 'K-17'), 1,
	'and names, but not what is held');
select is(pg_temp.listed('all', '{"phrase": "%k-17%"}'), array['new'], 'it is found by that name');
select is(pg_temp.listed('all', jsonb_build_object('assigned_to', tests.user_id('owner@example.org'))), array['new'], 'and by who looks after it');
select lives_ok(pg_temp.note('organisation'), 'a handler notes');
select lives_ok(pg_temp.note('supervision'), 'also for committee and regulator');
select is(jsonb_array_length(pg_temp.open('new') -> 'notes'), 2, 'members read both');
select throws_ok($$ update hub.report_notes set text = 'x' $$, '42501', null, 'nobody changes a note');
select isnt(public.save_answer_template('00000000-0000-4000-8000-000000000001', null, 'Refund', 'accepted', 'refund', 'About {reference}'), null, 'a handler makes a template');
select throws_ok($$ select public.save_answer_template('00000000-0000-4000-8000-000000000001', null, 'Refund', null, null, 'x') $$,
	'GH002', 'template_name_taken', 'of one name there is one');
select tests.authenticate_as('owner@example.org');
select is((select count(*)::integer from public.list_answer_templates('00000000-0000-4000-8000-000000000001')), 1, 'an owner sees it');
select tests.authenticate_as('other@example.org');
select is_empty($$ select * from public.list_answer_templates('00000000-0000-4000-8000-000000000001') $$, 'another organisation does not');
select is_empty('select * from hub.report_notes', 'nor the notes');
select is_empty('select * from hub.report_handlings', 'nor who looks after what');
select tests.authenticate_as('committee@example.org');
select is((select array_agg(audience) from hub.report_notes), array['supervision'], 'the committee reads what is meant for it');
select is_empty('select * from hub.report_handlings', 'and nothing of how they go about it');
select is(jsonb_array_length(public.read_report(pg_temp.ref('new')) -> 'notes'), 1, 'on its page too');
select tests.authenticate_as('regulator@example.org');
select is((select count(*)::integer from hub.report_notes), 1, 'so does the regulator');
select tests.authenticate_as('moderator@example.org');
select is_empty('select * from hub.report_notes', 'a moderator does not');

-- Answering

select tests.as_service();
select public.stage_evidence(repeat('a', 32), md5('token'), 'brief.pdf', 'application/pdf', 10, repeat('b', 64), 'k');
select tests.authenticate_as('handler@example.org');
select lives_ok(format('select public.answer_report(%L, %L, %L, %L, true, %L, array[%L], %L)', pg_temp.ref('soon'), 'accepted', 'refund',
	'Money back', (now() + interval '9 days')::date, md5('token'), 'Between us'), 'a handler answers with a file and a note');
select is(pg_temp.open('soon') #>> '{answers,0,files,0,name}', 'brief.pdf', 'the file goes with the answer');
select is(pg_temp.listed('answered'), array['soon'], 'it is answered');
select is((select count(*)::integer from public.read_evidence((pg_temp.open('soon') #>> '{answers,0,files,0,evidence_id}')::uuid)), 1, 'and members read their file');
select throws_ok(format('select public.answer_report(%L, %L, %L, %L, other_organisation => %L)', pg_temp.ref('passed'), 'not_ours',
	'unknown_party', 'Not ours', 'Eneco'), 'GH012', 'same_organisation', 'nobody passes on to themselves');
select lives_ok(format('select public.answer_report(%L, %L, %L, %L, other_organisation => %L)', pg_temp.ref('passed'), 'not_ours',
	'unknown_party', 'Not ours', 'Ziggo'), 'what is not theirs is passed on');
select is(pg_temp.open('passed'), null, 'and theirs to read no more');
select lives_ok(format('select public.answer_report(%L, %L, %L, %L, other_organisation => %L)', pg_temp.ref('misused'), 'not_ours',
	'number_misused', 'Not ours', 'Nobody Knows'), 'a name that nobody knows waits for the committee');
select tests.authenticate_as('other@example.org');
select is(pg_temp.open('passed', '00000000-0000-4000-8000-000000000002') ->> 'state', 'seen', 'the other organisation opens it');
select is(pg_temp.open('passed', '00000000-0000-4000-8000-000000000002') -> 'answers', '[]', 'without what the first one answered');
select is(pg_temp.open('passed', '00000000-0000-4000-8000-000000000002') #>> '{events,0,event}', 'delivered', 'or did before');
select lives_ok(format('select public.answer_report(%L, %L, %L, %L, other_organisation => %L)', pg_temp.ref('passed'), 'not_ours',
	'unknown_party', 'Nor ours', 'Eneco'), 'one that points back');
select tests.as_owner();
select is(pg_temp.state('passed'), 'contested', 'leaves it to the committee');
select is(pg_temp.state('misused'), 'contested', 'a number that is not the organisation''s own is spoofed by no word of it');
select is((select count(*)::integer from hub.outbox where template = 'report_contested'), 3, 'the reporter is told each time');
select is((select jsonb_array_length(hub.answers_of(report_id) #> '{0,files}') from hub.reports where reference = pg_temp.ref('soon')), 1,
	'and gets the file with the answer');
select throws_ok(format('select public.remove_evidence(%L, (select evidence_id from hub.evidence where added_by = %L))', md5('code of soon'), 'organisation'),
	'GH404', 'evidence_not_found', 'which is not the reporter''s to take away');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');

-- Erasure

select hub.anonymise_report(reports, 'system', 'narrative_erased') from hub.reports where reference in (pg_temp.ref('new'), pg_temp.ref('soon'));
select is((select count(*)::integer from hub.report_notes join hub.reports using (report_id) where state = 'anonymised'), 0, 'notes go with what the reporter told');
select is((select count(*)::integer from hub.evidence where report_id is not null), 0, 'and so do files');

select * from finish();
rollback;
