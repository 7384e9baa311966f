-- Who reads what the rules say of a report, and that nobody writes it but the desk itself.

begin;
select plan(38);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('moderator@example.org', 'moderator');
select tests.create_user('nobody@example.org');

create temporary table filed as
select tests.file_report('broken', jsonb_build_object(
	'organisation_id', '00000000-0000-4000-8000-000000000001',
	'follow_code_hash', md5('code'), 'facts', '{"consent": "no"}'::jsonb,
	'findings', '[
		{"rule_id": "ctm-hours", "outcome": "possible", "severity": "low", "category": "improper_conduct"},
		{"rule_id": "ctm-number-6m", "outcome": "possible", "severity": "medium", "category": "unwanted_contact"},
		{"rule_id": "tw-11.7-consent", "outcome": "likely", "severity": "high", "category": "unwanted_contact"}]'::jsonb)) as reference;
grant select on filed to public;
create function pg_temp.rules() returns text[] language sql as $$
	select array_agg(finding ->> 'rule_id') from jsonb_array_elements(
		public.read_report((select reference from filed)) -> 'findings') as finding
$$;
grant execute on function pg_temp.rules to public;

select is(
	(select array_agg(finding ->> 'rule_id') from jsonb_array_elements(
		public.file_report(tests.submission('no findings')) -> 'findings') as finding),
	null, 'a report without findings is filed');
select is((select assessed_at from hub.report_findings where rule_id = 'ctm-hours'),
	'2026-06-15T12:00:00Z'::timestamptz, 'they hold as of the filing');

-- Who reads

select tests.authenticate_as('committee@example.org');
select is(pg_temp.rules(), array['tw-11.7-consent', 'ctm-number-6m', 'ctm-hours'],
	'the committee reads them: likely first, then the heaviest');
select tests.authenticate_as('member@example.org');
select is((select count(*) from hub.report_findings), 3::bigint, 'a member of the organisation reads them');
select tests.authenticate_as('other@example.org');
select is((select count(*) from hub.report_findings), 0::bigint, 'a member of another organisation does not');
select tests.authenticate_as('nobody@example.org');
select is((select count(*) from hub.report_findings), 0::bigint, 'nor who has no role');
select tests.as_anon();
select throws_ok('select from hub.report_findings', '42501', null, 'a visitor reads none');
select throws_ok($$ select public.rule_tables() -> 'x' from hub.reports $$, '42501', null, 'nor reports');

-- Who writes

select tests.authenticate_as('committee@example.org');
select throws_ok('delete from hub.report_findings', '42501', null, 'the committee changes none');
select throws_ok($$ select public.add_to_report(md5('code'), '{}', '[]') $$, '42501', null,
	'nor in the name of the reporter');
select throws_ok($$ select public.party_for_rules(null, null, 'Eneco', '2026-06-15') $$, '42501', null,
	'nor asks whose a report would be');
select tests.as_service();
select is(public.party_for_rules(null, null, 'eneco', '2026-06-15') ->> 'sector', 'energy', 'the desk finds the sector by name');
select is(public.party_for_rules(null, null, 'Who knows', '2026-06-15'), null, 'or none');

-- More is known later

select lives_ok(
	$$ select public.add_to_report(md5('code'), '{"consent": "no", "pressure": ["threat"]}',
		'[{"rule_id": "bw-193h-aggressive", "outcome": "likely", "severity": "high", "category": "improper_conduct"}]') $$,
	'the desk adds answers for the reporter');
select is(public.follow_report(md5('code')) -> 'facts', '{"consent": "no", "pressure": ["threat"]}'::jsonb,
	'the facts are those of before and the new ones');
select is(public.follow_report(md5('code')) #>> '{findings,0,rule_id}', 'bw-193h-aggressive', 'the findings are new');
select is(jsonb_array_length(public.follow_report(md5('code')) -> 'findings'), 1, 'and the earlier ones are gone');
select tests.as_owner();
select is((select details from hub.report_events where event = 'facts_added'), '{"facts": ["pressure"]}'::jsonb,
	'the event names the facts that are new, not what they say');
select public.add_to_report(md5('code'), '{"consent": "no"}', '[]');
select is((select count(*) from hub.report_events where event = 'facts_added'), 1::bigint,
	'the same answer again is no event');

-- Somebody else makes more known

create function pg_temp.waiting() returns jsonb language sql as $$ select public.reports_to_assess() -> 0 $$;
delete from hub.assessments_due;
update hub.reports set narrative = 'Other words.' where reference = (select reference from filed);
select is((select count(*) from hub.assessments_due), 0::bigint, 'other words ask for no new assessment');
update hub.reports set sector = 'charity' where reference = (select reference from filed);
select is((select count(*) from hub.assessments_due), 1::bigint, 'another sector does');
select tests.file_report('praised', '{"kind": "compliment", "facts": {"consent": "no"}}');
update hub.reports set facts = '{}' where kind = 'compliment';
select is((select count(*) from hub.assessments_due), 1::bigint, 'a compliment is not assessed');
grant execute on function pg_temp.waiting to public;
select tests.authenticate_as('committee@example.org');
select throws_ok('select from hub.assessments_due', '42501', null, 'the committee does not read what waits');
select throws_ok($$ select public.reports_to_assess() $$, '42501', null, 'nor asks for it');
select throws_ok($$ select public.renew_findings('[]', now()) $$, '42501', null, 'nor renews findings');
select tests.as_anon();
select throws_ok($$ select public.reports_to_assess() $$, '42501', null, 'a visitor does not either');
select tests.as_service();
select is(pg_temp.waiting() ->> 'sector', 'charity', 'the desk is given what is known now');
select is(public.reports_to_assess(10, '26-000000'), '[]', 'or of one report, if it waits');
create temporary table seen as select pg_temp.waiting() as waiting;
grant select on seen to public;
select tests.as_owner();
update hub.reports set sector = 'telecom' where reference = (select reference from filed);
select tests.as_service();
select is(public.renew_findings(jsonb_build_array(waiting || '{"findings": []}'), now()), 0,
	'what was assessed before it changed again is not kept') from seen;
select is(public.renew_findings(jsonb_build_array(pg_temp.waiting() || '{"findings": [
	{"rule_id": "ctm-proof-5wd", "outcome": "likely", "severity": "medium", "category": "unwanted_contact"}]}'), now()), 1,
	'what was assessed as it is now is');
select is(public.follow_report(md5('code')) #>> '{findings,0,rule_id}', 'ctm-proof-5wd', 'the reporter is told');
select is(public.reports_to_assess(), '[]', 'and nothing waits any more');
select tests.as_owner();
select public.withdraw_report(md5('code'), '');
update hub.reports set sector = 'energy' where reference = (select reference from filed);
select is((select count(*) from hub.assessments_due), 0::bigint, 'what was taken back is assessed no more');
select throws_ok($$ select public.add_to_report(md5('code'), '{"consent": "yes"}', '[]') $$,
	'GH002', 'report_cannot_move', 'nothing is added to a report that was taken back');
select throws_ok($$ select public.add_to_report(md5('guess'), '{}', '[]') $$,
	'GH404', 'report_not_found', 'nor to one that is not there');

-- The tables the rules are read with

select tests.give_role('admin@example.org', 'administrator');
select tests.authenticate_as('admin@example.org');
select public.add_mourning_day('2026-11-20', 'Rouwdag', 'Mourning', 'story', 'Announced.');
select tests.authenticate_as('committee@example.org');
update hub.code_hours set is_verified = true where code = 'CTM24';
select tests.as_anon();
select ok(public.rule_tables() -> 'mourning_days' ? '2026-11-20'
	and public.rule_tables() #>> '{hours_verified,CTM24}' = 'true', 'administrators and the committee keep the tables');
select tests.authenticate_as('moderator@example.org');
select throws_ok(
	$$ insert into hub.disabled_rules (rule_id, reason) values ('ctm-hours', 'story') $$,
	'42501', null, 'a moderator does not');
update hub.code_hours set is_verified = false;
select tests.as_anon();
select is(public.rule_tables() #>> '{hours_verified,CTM24}', 'true', 'and changes nothing by trying');

select * from finish();
rollback;
