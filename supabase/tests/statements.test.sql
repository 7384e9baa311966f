-- What an organisation says in public, and who may stop it.

begin;
select plan(24);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('reader@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'reader');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('moderator@example.org', 'moderator');

create function pg_temp.state(words text) returns text language sql as $$
	select format('select public.make_statement(%L, %L)', '00000000-0000-4000-8000-000000000001', words)
$$;
create function pg_temp.shown() returns text language sql as $$ select public.organisation_by_slug('eneco') -> 'statement' ->> 'text' $$;
create function pg_temp.hide(reason text) returns text language sql as $$
	select format('select public.hide_statement(%s, %L)', coalesce((select max(statement_id)::text from public.list_statements()), '0'), reason)
$$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok(pg_temp.state('We call.'), '42501', null, 'a visitor states nothing');
select throws_ok('select * from hub.organisation_statements', '42501', null, 'nor reads the table');
select throws_ok($$ select public.list_statements() $$, '42501', null, 'nor lists');
select tests.authenticate_as('reader@example.org');
select throws_ok(pg_temp.state('We call.'), 'GH403', 'not_allowed', 'nor does a reader');
select tests.authenticate_as('handler@example.org');
select throws_ok(pg_temp.state('We call.'), 'GH403', 'not_allowed', 'nor a handler');
select tests.authenticate_as('other@example.org');
select throws_ok(pg_temp.state('We call.'), 'GH403', 'not_allowed', 'nor an owner of another organisation');
select tests.authenticate_as('owner@example.org');
select lives_ok(pg_temp.state(' We call less. '), 'an owner does');
select throws_ok(pg_temp.state(repeat('a', 1501)), '23514', null, 'in few words');
select throws_ok(pg_temp.hide('Mine.'), 'GH403', 'not_allowed', 'and does not hide it');

select tests.as_anon();
select is(pg_temp.shown(), 'We call less.', 'everybody reads it at once');
select is(public.organisation_by_slug('ziggo') -> 'statement', 'null', 'of another there is none');
select is(public.organisation_by_slug('nobody'), null, 'of none there is no card');
select is(public.organisation_by_slug('eneco') -> 'numbers', '[]', 'numbers that were not published are not shown');

select tests.authenticate_as('other@example.org');
select is_empty('select statement_id from hub.organisation_statements', 'members of another read no table either');
select tests.authenticate_as('regulator@example.org');
select throws_ok(pg_temp.hide('No.'), 'GH403', 'not_allowed', 'the regulator reads and does not hide');
select tests.authenticate_as('moderator@example.org');
select throws_ok(pg_temp.hide('  '), 'GH006', 'reason_needed', 'who hides says why');
select lives_ok(pg_temp.hide('It names a reporter.'), 'a moderator hides');
select throws_ok(pg_temp.hide('Again.'), 'GH404', 'statement_not_found', 'once');
select tests.as_anon();
select is(pg_temp.shown(), null, 'then nobody reads it');
select tests.authenticate_as('reader@example.org');
select is(public.own_statement('00000000-0000-4000-8000-000000000001') ->> 'hide_reason', 'It names a reporter.', 'the organisation reads why');
select tests.authenticate_as('owner@example.org');
select lives_ok(pg_temp.state('We call much less.'), 'and states anew');
select tests.as_anon();
select is(pg_temp.shown(), 'We call much less.', 'which is read at once');
select tests.authenticate_as('owner@example.org');
select lives_ok(pg_temp.state(''), 'or takes it back');
select tests.as_anon();
select is(pg_temp.shown(), null, 'and then there is none');

select * from finish();
rollback;
