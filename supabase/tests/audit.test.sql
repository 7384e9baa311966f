-- What staff look at is written down, nobody can change it, and who may read it.

begin;
select plan(28);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('acm@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');
select tests.create_user('nobody@example.org');
create temporary table filed as select tests.file_report('one', jsonb_build_object(
	'organisation_id', '00000000-0000-4000-8000-000000000001',
	'narrative_encrypted', 'c0ffee', 'key_id', 'k1')) as reference;
grant select on filed to public;
create function pg_temp.trail() returns text language sql security definer as $$
	select coalesce(string_agg(concat_ws(' ', actor_role, act, purpose, case_reference), ', ' order by audit_id), '') from hub.audit_events
$$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok('select * from hub.audit_events', '42501', null, 'a visitor reads no trail');
select throws_ok($$ select public.list_audit_events() $$, '42501', null, 'nor lists it');
select throws_ok($$ select public.audit_head() $$, '42501', null, 'nor its head');
select tests.authenticate_as('nobody@example.org');
select is(public.read_report((select reference from filed)), null, 'who has no role opens no report');
select throws_ok($$ insert into hub.audit_events (actor_role, act, subject, subject_id, purpose)
	values ('committee', 'report_opened', 'report', 'x', 'case') $$, '42501', null, 'and writes no look');
select tests.authenticate_as('member@example.org');
select is(public.read_report((select reference from filed)), null, 'nor does a member');
select is(pg_temp.trail(), '', 'then there is nothing to write down');

select tests.authenticate_as('committee@example.org');
select isnt(public.read_report((select reference from filed)), null, 'the committee opens a report');
select is(pg_temp.trail(), 'committee report_opened handling', 'which is written down');
select is(public.read_report('26-000000'), null, 'one that is not there');
select is(pg_temp.trail(), 'committee report_opened handling', 'is no look');
select throws_ok($$ select public.read_original((select reference from filed), null) $$, 'GH006', 'purpose_needed',
	'the original is not read without saying what for');
select throws_ok($$ select public.read_original((select reference from filed), 'curious') $$, 'GH006', 'purpose_needed',
	'nor for what is not on the list');
select lives_ok($$ select public.read_original((select reference from filed), 'case', 'D26-0001') $$, 'for a case it is');
select tests.authenticate_as('acm@example.org');
select lives_ok($$ select public.read_report((select reference from filed), 'supervision') $$, 'the regulator opens a report');
select is(pg_temp.trail(), 'committee report_opened handling, committee original_read case D26-0001, regulator report_opened supervision',
	'all of it is in the trail, in order');
select is_empty('select * from hub.audit_events', 'the regulator reads no trail');
select throws_ok($$ select public.list_audit_events() $$, 'GH403', 'not_allowed', 'nor lists it');
select tests.authenticate_as('committee@example.org');
select is_empty('select * from hub.audit_events', 'nor does the committee');
select throws_ok($$ delete from hub.audit_events $$, '42501', null, 'and it removes nothing');

select tests.authenticate_as('admin@example.org');
select is((select count(*) from public.list_audit_events()), 3::bigint, 'an administrator lists the trail');
select is((select string_agg(distinct actor_email, ' ' order by actor_email) from public.list_audit_events()),
	'acm@example.org committee@example.org', 'and reads who looked');
select is((select count(*) from public.list_audit_events(actor => 'acm@example.org')), 1::bigint, 'of one person');
select is((select count(*) from public.list_audit_events(about => 'D26-0001')), 1::bigint, 'or for one case');

select tests.as_owner();
set constraints all immediate;
select results_eq('select sequence, audit_id - (select min(audit_id) from hub.audit_events) from hub.audit_links order by sequence',
	$$ values (1::bigint, 0::bigint), (2, 1), (3, 2) $$, 'each look is chained, once and in order');
select throws_ok('update hub.audit_events set purpose = $$security$$', 'GH001', 'append_only', 'not even the owner changes a look');
select throws_ok('delete from hub.audit_links', 'GH001', 'append_only', 'or takes a link out');
select is((public.audit_head() ->> 'sequence')::integer, 3, 'the head is the last of them');

select * from finish();
rollback;
