-- Parents and daughters: both have to say so, and nobody gets a right by it.

begin;
select plan(22);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Oxxio', 'oxxio', 'energy'),
	('00000000-0000-4000-8000-000000000003', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('parent@eneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('handler@oxxio.nl', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'handler');
select tests.give_role('daughter@oxxio.nl', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('other@ziggo.nl', 'organisation_member', '00000000-0000-4000-8000-000000000003', 'owner');
select tests.give_role('committee@example.org', 'committee');
select tests.file_report('one', '{"organisation_id": "00000000-0000-4000-8000-000000000002"}');
create function pg_temp.family() returns bigint language plpgsql as $$
declare speaker text := current_setting('role'); id bigint;
begin
	perform set_config('role', 'none', true);
	select max(group_id) into id from hub.organisation_groups;
	perform set_config('role', speaker, true);
	return id;
end $$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok($$ select public.propose_group('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', true) $$,
	'42501', null, 'a visitor makes no families');
select tests.authenticate_as('handler@oxxio.nl');
select throws_ok($$ select public.propose_group('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', false) $$,
	'GH403', 'not_allowed', 'nor does a handler');
select tests.authenticate_as('parent@eneco.nl');
select throws_ok($$ select public.propose_group('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', true) $$,
	'GH012', 'same_organisation', 'nobody is its own daughter');
select lives_ok($$ select public.propose_group('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', true) $$,
	'an owner proposes a daughter');
select throws_ok($$ select public.propose_group('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', true) $$,
	'GH017', 'group_exists', 'once');
select throws_ok($$ select public.confirm_group(pg_temp.family()) $$, 'GH404', 'organisation_not_found', 'and does not confirm for it');
select throws_ok($$ select public.show_figures_to_parent(pg_temp.family(), true) $$, 'GH404', 'organisation_not_found', 'nor shows its figures');
select tests.authenticate_as('other@ziggo.nl');
select is_empty('select * from hub.organisation_groups', 'others see nothing of it');
select throws_ok($$ select public.confirm_group(pg_temp.family()) $$, 'GH404', 'group_not_found', 'nor confirm it');
select throws_ok($$ select public.end_group(pg_temp.family()) $$, 'GH404', 'group_not_found', 'nor end it');
select tests.authenticate_as('daughter@oxxio.nl');
select is((public.organisation_settings('00000000-0000-4000-8000-000000000002') #>> '{groups,0,is_ours_to_confirm}'), 'true', 'the daughter is asked');
select throws_ok($$ select public.show_figures_to_parent(pg_temp.family(), true) $$, 'GH404', 'group_not_found', 'shows nothing before it said yes');
select lives_ok($$ select public.confirm_group(pg_temp.family()) $$, 'and confirms');
select lives_ok($$ select public.propose_group('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', true) $$, 'a daughter may say it is the parent');
select tests.authenticate_as('parent@eneco.nl');
select throws_ok($$ select public.confirm_group(pg_temp.family()) $$, 'GH017', 'has_parent', 'but nobody is above itself');
select lives_ok($$ select public.end_group(pg_temp.family()) $$, 'which is declined');
select is((select count(*)::integer from hub.reports), 0, 'a parent reads no reports of its daughter');
select is((select shows_figures from hub.organisation_groups where confirmed_at is not null), false, 'and no figures');
select tests.authenticate_as('daughter@oxxio.nl');
select lives_ok($$ select public.show_figures_to_parent((select group_id from hub.organisation_groups where confirmed_at is not null), true) $$,
	'until the daughter lets it');
select is((select shows_figures from hub.organisation_groups where confirmed_at is not null), true, 'then it may');
select lives_ok($$ select public.end_group((select group_id from hub.organisation_groups where confirmed_at is not null)) $$, 'either ends it');
select tests.authenticate_as('committee@example.org');
select is((select count(*)::integer from hub.organisation_events where organisation_id = '00000000-0000-4000-8000-000000000001'), 6, 'and both have it in their events');

select * from finish();
rollback;
