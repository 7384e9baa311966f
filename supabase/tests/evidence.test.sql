-- Files with a report: who reads them, who does not, and what becomes of those that nobody needs.

begin;
select plan(47);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('rival@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('acm@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');
select tests.create_user('nobody@example.org');

create function pg_temp.token(name text) returns text language sql return md5('token of ' || name);
create function pg_temp.code(name text) returns text language sql return md5('code of ' || name);
create function pg_temp.stage(name text) returns void language sql as $$
	select public.stage_evidence(md5('place of ' || name), pg_temp.token(name), name || '.jpg', 'image/jpeg', 1000,
		md5(name) || md5(name), 'key')
$$;
create function pg_temp.file(name text, files text[], is_shared boolean default false) returns text language sql as $$
	select tests.file_report(name, jsonb_build_object('follow_code_hash', pg_temp.code(name),
		'organisation_id', '00000000-0000-4000-8000-000000000001', 'share_evidence', is_shared,
		'evidence', array(select pg_temp.token(file) from unnest(files) as file)))
$$;
create function pg_temp.id(name text) returns uuid language sql security definer as $$
	select evidence_id from hub.evidence where evidence.name = id.name || '.jpg'
$$;
create function pg_temp.last_event(of_report text) returns jsonb language sql security definer as $$
	select jsonb_build_object('event', event, 'role', actor_role, 'file', details ->> 'evidence_id')
	from hub.report_events join hub.reports using (report_id)
	where follow_code_hash = decode(pg_temp.code(of_report), 'hex') order by event_id desc limit 1
$$;
grant execute on function pg_temp.token, pg_temp.code, pg_temp.id, pg_temp.last_event to public;

-- Staging and filing

select pg_temp.stage(name) from unnest(array['kept', 'shared', 'late', 'unwanted', 'one', 'two', 'three', 'four', 'five', 'six']) as name;
update hub.evidence set staged_until = now() - interval '1 second' where name = 'late.jpg';
select lives_ok($$ select pg_temp.file('private', array['kept']) $$, 'a report is filed with a file that was staged');
select lives_ok($$ select pg_temp.file('open', array['shared', 'shared'], true) $$, 'twice the same file is one file');
select is((select count(*)::integer from hub.evidence where report_id is not null), 2, 'each of them has its report');
select is(public.follow_report(pg_temp.code('private')) #>> '{evidence,0,name}', 'kept.jpg', 'the reporter sees it with the report');
select throws_ok($$ select pg_temp.file('again', array['kept']) $$, 'GH020', 'evidence_gone', 'a file belongs to one report');
select throws_ok($$ select pg_temp.file('again', array['late']) $$, 'GH020', 'evidence_gone', 'a file that waited too long is gone');
select throws_ok($$ select pg_temp.file('again', array['nobody''s']) $$, 'GH020', 'evidence_gone', 'a token of nobody brings nothing');
select is_empty($$ select from hub.reports where follow_code_hash = decode(pg_temp.code('again'), 'hex') $$, 'and then nothing is filed');
select throws_ok($$ select pg_temp.file('many', array['one', 'two', 'three', 'four', 'five', 'six']) $$,
	'GH021', 'evidence_too_many', 'six files are too many');
select lives_ok($$ select pg_temp.file('many', array['one', 'two', 'three', 'four', 'five']) $$, 'five are not');
select results_eq(
	$$ select name from jsonb_to_recordset(public.follow_report(pg_temp.code('many')) -> 'evidence') as files (name text) $$,
	$$ values ('one.jpg'), ('two.jpg'), ('three.jpg'), ('four.jpg'), ('five.jpg') $$, 'in the order in which they were sent');
select throws_ok($$ insert into hub.evidence (report_id, position, stored_key, name, media_type, byte_size, sha256, key_id)
	select report_id, 6, md5('x'), 'x.jpg', 'image/jpeg', 1, sha256, key_id from hub.evidence where name = 'one.jpg' $$,
	'23514', null, 'not even the owner gives a report a sixth');

-- Reading

create function pg_temp.names() returns text language sql as $$
	select coalesce(string_agg(name, ' ' order by name), '')
	from hub.evidence where name in ('kept.jpg', 'shared.jpg', 'six.jpg')
$$;
grant execute on function pg_temp.names to public;
select tests.as_anon();
select throws_ok('select pg_temp.names()', '42501', null, 'a visitor reads no files');
select throws_ok(format('select * from public.read_evidence(%L)', pg_temp.id('shared')), '42501', null, 'nor opens one');
select tests.authenticate_as('nobody@example.org');
select is(pg_temp.names(), '', 'who has no role sees no files');
select throws_ok(format('select * from public.read_evidence(%L)', pg_temp.id('shared')), 'GH404', 'evidence_not_found', 'nor opens one');
select tests.authenticate_as('member@example.org');
select is(pg_temp.names(), 'shared.jpg', 'a member sees only what the reporter shares with the organisation');
select lives_ok(format('select * from public.read_evidence(%L)', pg_temp.id('shared')), 'and opens it');
select is(pg_temp.last_event('open') - 'file', '{"event": "evidence_read", "role": "organisation_member"}', 'which is written down');
select throws_ok(format('select * from public.read_evidence(%L)', pg_temp.id('kept')), 'GH404', 'evidence_not_found', 'but no other');
select throws_ok('select stored_key from hub.evidence', '42501', null, 'nobody who signs in is told where the contents are kept');
select tests.authenticate_as('rival@example.org');
select is(pg_temp.names(), '', 'another organisation sees nothing');
select throws_ok(format('select * from public.read_evidence(%L)', pg_temp.id('shared')), 'GH404', 'evidence_not_found', 'nor opens anything');
select tests.authenticate_as(who) from unnest(array['moderator@example.org']) as who;
select is(pg_temp.names(), 'kept.jpg shared.jpg', 'a moderator sees the files of reports, and none that are staged');
select tests.authenticate_as('acm@example.org');
select is(pg_temp.names(), 'kept.jpg shared.jpg', 'so does the regulator');
select is((select media_type from public.read_evidence(pg_temp.id('kept'))), 'image/jpeg', 'who may open them');
select is(pg_temp.last_event('private'), jsonb_build_object('event', 'evidence_read', 'role', 'regulator', 'file', pg_temp.id('kept')),
	'that the regulator read it, and which file, is written down');
select tests.authenticate_as('committee@example.org');
select lives_ok(format('select * from public.read_evidence(%L)', pg_temp.id('kept')), 'the committee opens a file');
select throws_ok(format('select * from public.read_evidence(%L)', pg_temp.id('six')), 'GH404', 'evidence_not_found', 'but not one that is staged');
select throws_ok('delete from hub.evidence', '42501', null, 'and removes none');
select throws_ok(format('select * from public.remove_evidence(%L, %L)', pg_temp.code('private'), pg_temp.id('kept')), '42501', null,
	'nor in the name of the reporter');
select tests.authenticate_as('admin@example.org');
select throws_ok(format('select * from public.read_followed_evidence(%L, %L)', pg_temp.code('private'), pg_temp.id('kept')), '42501', null,
	'an administrator does not read as if they were the reporter');

-- With the follow code

select tests.as_service();
select is((select count(*)::integer from public.read_followed_evidence(pg_temp.code('private'), pg_temp.id('kept'))), 1, 'a follow code opens a file of its report');
select is_empty(format('select * from public.read_followed_evidence(%L, %L)', pg_temp.code('open'), pg_temp.id('kept')), 'and no other');
select throws_ok(format('select public.remove_evidence(%L, %L)', pg_temp.code('open'), pg_temp.id('kept')), 'GH404', 'evidence_not_found',
	'it removes no file of another report');
select throws_ok(format('select public.add_evidence(%L, array[%L], false)', pg_temp.code('many'), pg_temp.token('six')),
	'GH021', 'evidence_too_many', 'a full report takes no sixth');
select public.remove_evidence(pg_temp.code('many'), pg_temp.id('two'));
select isnt_empty(format('select public.add_evidence(%L, array[%L], true)', pg_temp.code('many'), pg_temp.token('six')),
	'when one is taken away there is room');
select is(pg_temp.last_event('many'), jsonb_build_object('event', 'evidence_added', 'role', 'reporter', 'file', pg_temp.id('six')), 'each act leaves its event');
select public.withdraw_report(pg_temp.code('open'), '');
select throws_ok(format('select public.add_evidence(%L, array[%L], true)', pg_temp.code('open'), pg_temp.token('unwanted')),
	'GH002', 'report_cannot_move', 'a withdrawn report gets no more files');
select tests.authenticate_as('member@example.org');
select is(pg_temp.names(), 'six.jpg', 'of a withdrawn report the organisation reads no files any more');

-- What nobody needs

select tests.as_service();
select public.drop_staged_evidence(pg_temp.token('unwanted'));
select public.drop_staged_evidence(pg_temp.token('kept'));
select set_eq('select public.removable_evidence()', $$ select md5('place of ' || name) from unnest(array['late', 'unwanted', 'two']) as name $$,
	'what waited too long, is not wanted or was taken away may go');
select is(public.remove_staged_evidence(array[md5('place of late'), md5('place of two'), md5('place of unwanted'), md5('place of kept')]), 3,
	'it goes, but not a file that a report has');

-- Another organisation

select public.redirect_report(pg_temp.code('many'), '00000000-0000-4000-8000-000000000002', null);
select tests.authenticate_as('rival@example.org');
select isnt_empty($$ select from hub.reports where organisation_id = '00000000-0000-4000-8000-000000000002' $$,
	'a report that goes to another organisation is read there');
select is(pg_temp.names(), '', 'but the files that were shared with the former one are not');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.names(), 'kept.jpg shared.jpg six.jpg', 'staff still see them');

select tests.as_owner();
select hub.anonymise_report(reports, 'system', 'narrative_erased')
from hub.reports where follow_code_hash = decode(pg_temp.code('private'), 'hex');
select is_empty($$ select from hub.evidence where name = 'kept.jpg' and report_id is not null $$,
	'when a report is made anonymous its files are taken from it');
select is((select count(*)::integer from public.removable_evidence()), 1, 'and go with the next removal');

select * from finish();
rollback;
