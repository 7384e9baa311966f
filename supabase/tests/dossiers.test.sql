-- Dossiers to take along: who asks for one, of what, and who gets it.

begin;
select plan(24);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('acm@example.org', 'regulator');
create temporary table filed as select tests.file_report('one', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}') as reference;
create temporary table asked (name text primary key, id uuid);
create temporary table opened (reference text);
grant select on filed to public;
grant select, insert on asked, opened to public;
create function pg_temp.id(name text) returns text language sql as $$ select id::text from asked where asked.name = id.name $$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok($$ select public.ask_dossier('committee', 'case', 'nl', filters => '{"kind": "complaint"}') $$, '42501', null, 'a visitor asks for no dossier');
select throws_ok('select * from hub.dossiers', '42501', null, 'nor reads which there are');
select tests.authenticate_as('member@example.org');
select throws_ok($$ select public.ask_dossier('committee', 'case', 'nl', filters => '{"kind": "complaint"}') $$, 'GH403', 'not_allowed', 'nor does a member');
select tests.authenticate_as('moderator@example.org');
select throws_ok($$ select public.ask_dossier('committee', 'case', 'nl', filters => '{"kind": "complaint"}') $$, 'GH403', 'not_allowed', 'nor a moderator');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select public.ask_dossier('regulator', 'case', 'nl', filters => '{"kind": "complaint"}') $$, 'GH403', 'not_allowed', 'the committee not for the regulator');
select throws_ok($$ select public.ask_dossier('committee', 'case', 'nl') $$, 'GH009', 'selection_needed', 'of everything there is none');
select throws_ok($$ select public.ask_dossier('committee', 'case', 'nl', filters => '{"kind": "compliment"}') $$, 'GH009', 'selection_empty', 'nor of nothing');
select throws_ok($$ select public.ask_dossier('committee', null, 'nl', filters => '{"kind": "complaint"}') $$, 'GH006', 'purpose_needed', 'nor without saying what for');
select lives_ok($$ insert into opened select public.open_case('committee', 'Evening calls', null, '00000000-0000-4000-8000-000000000001',
	first_on => '2026-01-01', last_on => '2026-12-31') $$, 'of a case');
select lives_ok($$ insert into asked select 'case', public.ask_dossier('committee', 'case', 'nl', (select reference from opened)) $$, 'it asks for one');
select lives_ok($$ insert into asked select 'selection', public.ask_dossier('committee', 'supervision', 'nl', filters => '{"kind": "complaint"}') $$, 'or of a selection');
select is((select array_agg(total || ' ' || state) from public.list_dossiers()), array['1 waiting', '1 waiting'], 'and sees how far they are');
select is((select array_agg(total) from public.list_dossiers((select reference from opened))), array[1], 'of one case too');
select throws_ok(format('select * from public.read_dossier(%L, %L)', pg_temp.id('case'), 'case'), 'GH404', 'dossier_not_found', 'what is not made yet is not taken along');
select throws_ok('select * from public.claim_dossier(60)', '42501', null, 'and the committee does not make it by itself');
select throws_ok('select stored_key from hub.dossiers', '42501', null, 'nor is it told where it lies');
select tests.authenticate_as('acm@example.org');
select is_empty('select * from public.list_dossiers()', 'the regulator does not see what the committee asked for');
select throws_ok($$ select public.ask_dossier('regulator', 'supervision', 'nl', (select reference from opened)) $$, 'GH404', 'case_not_found', 'nor gets one of a case it may not read');
select lives_ok($$ insert into asked select 'acm', public.ask_dossier('regulator', 'supervision', 'nl', filters => '{"organisation_id": "00000000-0000-4000-8000-000000000001"}') $$, 'but of a selection of its own');

select tests.as_service();
select is((select string_agg(side, ' ') from (select side from public.claim_dossier(60) union all select side from public.claim_dossier(60)
	union all select side from public.claim_dossier(60)) as claims), 'committee committee regulator', 'the server makes them in the order in which they were asked for');
select is((select count(*) from public.claim_dossier(60)), 0::bigint, 'each once');
select lives_ok(format('select public.finish_dossier(%L, %L, %L, 1, 10, %L, %L)', pg_temp.id('acm'), repeat('a', 32), 'k1', repeat('b', 64), repeat('c', 64)), 'and says when one is there');
select tests.authenticate_as('committee@example.org');
select throws_ok(format('select * from public.read_dossier(%L, %L)', pg_temp.id('acm'), 'case'), 'GH404', 'dossier_not_found', 'the committee does not get that of the regulator');
select tests.authenticate_as('acm@example.org');
select is((select stored_key from public.read_dossier(pg_temp.id('acm')::uuid, 'supervision')), repeat('a', 32), 'who asked for it does');

select * from finish();
rollback;
