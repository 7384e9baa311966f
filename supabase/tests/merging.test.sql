-- Two organisations that are one: nothing is lost, the counts stay exact, and it can be taken back.

begin;
select plan(46);

insert into hub.organisations (organisation_id, name, slug, sector, website, objection_email) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', 'https://eneco.nl', null),
	('00000000-0000-4000-8000-000000000002', 'Enneco', 'enneco', 'energy', null, 'verzet@eneco.nl'),
	('00000000-0000-4000-8000-000000000003', 'Eneco Zakelijk', 'eneco-zakelijk', 'energy', 'https://zakelijk.eneco.nl', null),
	('00000000-0000-4000-8000-000000000004', 'Ziggo', 'ziggo', 'telecom', null, null);
insert into hub.trade_names (organisation_id, name) values
	('00000000-0000-4000-8000-000000000001', 'Oxxio'), ('00000000-0000-4000-8000-000000000002', 'Oxxio'),
	('00000000-0000-4000-8000-000000000002', 'Toon');
insert into hub.organisation_roles (organisation_id, role) values
	('00000000-0000-4000-8000-000000000001', 'advertiser'), ('00000000-0000-4000-8000-000000000002', 'advertiser');
select public.register_numbers('00000000-0000-4000-8000-000000000002', '[{"first_number": "+31850001234", "valid_from": "2026-01-01"}]');
select tests.give_role('both@eneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('both@eneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('one@enneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'handler');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');
select tests.file_report('of one', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}');
select tests.file_report('of two', '{"organisation_id": "00000000-0000-4000-8000-000000000002"}');
select tests.file_report('held', '{"organisation_id": "00000000-0000-4000-8000-000000000002", "is_held": true}');
select public.fold_report_counts();

create function pg_temp.merge(survivor integer, merged integer, reason text default 'One company.') returns text language sql stable as $$
	select format('select public.merge_organisations(%L, %L, %L)', '00000000-0000-4000-8000-00000000000' || survivor,
		'00000000-0000-4000-8000-00000000000' || merged, reason)
$$;
create function pg_temp.undo(reason text default 'Two after all.') returns text language sql stable as $$
	select format('select public.undo_merge(%s, %L)', (select max(merge_id) from hub.organisation_merges where undone_at is null), reason)
$$;
create function pg_temp.owned(organisation integer) returns text language sql stable as $$
	select concat_ws(' ',
		(select count(*) from hub.reports where organisation_id = id), (select count(*) from hub.number_registrations where organisation_id = id),
		(select count(*) from hub.memberships where organisation_id = id), (select count(*) from hub.trade_names where organisation_id = id))
	from (select ('00000000-0000-4000-8000-00000000000' || organisation)::uuid as id) as organisation
$$;
grant execute on all functions in schema pg_temp to public;

-- Who may not

select tests.as_anon();
select throws_ok(pg_temp.merge(1, 2), '42501', null, 'a visitor merges nothing');
select tests.authenticate_as('both@eneco.nl');
select throws_ok(pg_temp.merge(1, 2), 'GH403', 'not_allowed', 'nor does an owner of both');
select is_empty('select * from public.likely_duplicates()', 'nor are duplicates told to members');
select is_empty('select * from public.list_organisations()', 'nor the list');
select is(public.review_organisation('00000000-0000-4000-8000-000000000001'), null, 'nor what staff see');
select is_empty('select * from hub.organisation_merges', 'nor merges');
select tests.authenticate_as('moderator@example.org');
select throws_ok(pg_temp.merge(1, 2), 'GH403', 'not_allowed', 'a moderator looks');
select tests.authenticate_as('regulator@example.org');
select throws_ok(pg_temp.merge(1, 2), 'GH403', 'not_allowed', 'so does the regulator');
select throws_ok($$ select public.tell_apart('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', 'x') $$, 'GH403', 'not_allowed', 'and tells nothing apart');
select throws_ok('select * from hub.merged_rows', '42501', null, 'what moved is the database''s own');

-- Finding

select tests.authenticate_as('committee@example.org');
select set_eq($$ select left_name || ' ' || right_name || ' ' || array_to_string(reasons, ',') from public.likely_duplicates() $$,
	array['Eneco Enneco same_name,similar_name', 'Eneco Eneco Zakelijk same_domain'], 'duplicates are found by name, trade name and domain');
select lives_ok($$ select public.tell_apart('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'Two companies.') $$, 'two that are two');
select is((select count(*)::integer from public.likely_duplicates()), 1, 'are not named again');
select is((select array_agg(name) from public.list_organisations('Oxxio')), array['Eneco', 'Enneco'], 'organisations are found by a trade name');
select is((select array_agg(name) from public.list_organisations('eneco.nl') where name like '%Zakelijk'), array['Eneco Zakelijk'], 'or by a domain');

-- Merging

select throws_ok(pg_temp.merge(1, 2, ' '), 'GH006', 'reason_needed', 'a merge has a reason');
select throws_ok(pg_temp.merge(1, 1), 'GH012', 'same_organisation', 'and two sides');
select throws_ok(pg_temp.merge(1, 9), 'GH404', 'organisation_not_found', 'that exist');
select lives_ok(pg_temp.merge(1, 2), 'the committee merges');
select tests.as_owner();
select is(pg_temp.owned(1), '3 1 2 3', 'reports, numbers, members and names are the survivor''s');
select is(pg_temp.owned(2), '0 0 1 1', 'but what it had already');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select is((select count(*)::integer from hub.counted_reports where organisation_id = '00000000-0000-4000-8000-000000000001'), 2, 'and hers');
select is((select objection_email from hub.organisations where slug = 'eneco'), 'verzet@eneco.nl', 'what was empty is filled');
select is((public.organisation('00000000-0000-4000-8000-000000000002') ->> 'slug'), 'eneco', 'who asks for the one gets the other');
select is((select concat_ws(' ', organisation_id, match) from hub.find_organisation(null, null, 'Enneco', current_date)),
	'00000000-0000-4000-8000-000000000001 exact_name', 'also by its name');
select is((select organisation_id::text from hub.find_organisation(null, '00000000-0000-4000-8000-000000000002', null, current_date)),
	'00000000-0000-4000-8000-000000000001', 'or by its id');
select is((select organisation_id::text from hub.find_organisation(null, null, 'Oxxio', current_date)),
	'00000000-0000-4000-8000-000000000001', 'a name that both had is one name');
select tests.authenticate_as('one@enneco.nl');
select is(public.who_am_i() #>> '{organisations,0,slug}', 'eneco', 'its members work for the survivor');
select is((select count(*)::integer from hub.reports), 2, 'and read its reports');
select tests.authenticate_as('both@eneco.nl');
select is(public.who_am_i() #>> '{organisations,0,level}', 'reader', 'who was in both keeps the place in the survivor');
select is(jsonb_array_length(public.who_am_i() -> 'organisations'), 1, 'and has one organisation');
select throws_ok($$ select public.organisation_settings('00000000-0000-4000-8000-000000000002') $$, 'GH404', 'organisation_not_found', 'the merged one is managed by nobody');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.merge(4, 2), 'GH019', 'organisation_merged_already', 'one is merged once');
select lives_ok(pg_temp.merge(4, 1), 'a survivor may be merged in its turn');
select is((public.organisation('00000000-0000-4000-8000-000000000002') ->> 'slug'), 'ziggo', 'then both lead there');
select throws_ok(format('select public.undo_merge(%s, %L)', (select min(merge_id) from hub.organisation_merges), 'x'),
	'GH019', 'merge_cannot_be_undone', 'the first is not undone before the second');

-- Taking it back

select lives_ok(pg_temp.undo(), 'merges are taken back in the opposite order');
select tests.file_report('since', '{"organisation_id": "00000000-0000-4000-8000-000000000002"}');
select lives_ok(pg_temp.undo(), 'one after the other');
select tests.as_owner();
select is(pg_temp.owned(1), '2 0 1 1', 'the survivor keeps what was its own, and what came since');
select is(pg_temp.owned(2), '2 1 2 2', 'the other has its own again');
select is(pg_temp.owned(4), '0 0 0 0', 'and nothing is left elsewhere');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select is((select objection_email from hub.organisations where slug = 'eneco'), null, 'what was filled is empty again');
select is((public.organisation('00000000-0000-4000-8000-000000000002') ->> 'slug'), 'enneco', 'and who asks for it gets it');
select is((select array_agg(event order by event_id) from hub.organisation_events where organisation_id = '00000000-0000-4000-8000-000000000002'),
	array['merged', 'merge_undone'], 'with its events');

select * from finish();
rollback;
