-- From an invitation to a role: only whoever proves the address, and only in time.

begin;
select plan(29);

insert into hub.organisations (organisation_id, name, slug) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco');
select tests.create_user('new@example.org');
select tests.create_user('other@example.org');
select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('committee@example.org', 'committee');

select tests.as_anon();
select throws_ok($$ select public.invite('me@example.org', 'committee') $$, '42501', null, 'a visitor invites nobody');
select throws_ok($$ select public.is_expected('admin@example.org') $$, '42501', null, 'a visitor does not find out who works here');
select throws_ok($$ select public.who_am_i() $$, '42501', null, 'who has not signed in is nobody');

select tests.authenticate_as('admin@example.org');
select throws_ok($$ select public.invite('me@example.org', 'committee') $$, '42501', null,
	'even an administrator invites through the server only');
select throws_ok($$ select public.is_expected('committee@example.org') $$, '42501', null,
	'who signed in does not ask who is expected');

select tests.as_service();
select lives_ok($$ select public.invite(' New@Example.org ', 'committee') $$, 'the server invites');
select lives_ok($$ select public.invite('new@example.org', 'committee') $$, 'and again, which renews the invitation');
select is((select count(*)::integer from hub.invitations where email = 'new@example.org'), 1, 'there is one invitation all the same');
select lives_ok(
	$$ select public.invite('new@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001') $$,
	'somebody may be invited to a second role');
select throws_ok($$ select public.invite('new@example.org', 'organisation_member') $$, '23514', null,
	'a member is a member of something');
select throws_ok(
	$$ select public.invite('new@example.org', 'moderator', '00000000-0000-4000-8000-000000000001') $$, '23514', null,
	'a moderator does not belong to an organisation');
select throws_ok($$ select public.invite('nonsense', 'moderator') $$, '23514', null, 'an address is an address');
select ok(public.is_expected('NEW@example.org'), 'who is invited is expected, in whatever letters');
select ok(public.is_expected('admin@example.org'), 'who has a role is expected');
select ok(not public.is_expected('other@example.org'), 'nobody else is expected');

select tests.authenticate_as('other@example.org');
select is(public.who_am_i() -> 'roles', '[]', 'who is not invited gets nothing');

select tests.authenticate_as('new@example.org');
select is((select count(*)::integer from hub.invitations), 0, 'not even the one who is invited reads invitations');
select is(public.who_am_i() - 'user_id', jsonb_build_object('email', 'new@example.org',
	'roles', jsonb_build_array('organisation_member', 'committee'),
	'organisations', jsonb_build_array(jsonb_build_object('organisation_id', '00000000-0000-4000-8000-000000000001',
		'name', 'Eneco', 'slug', 'eneco', 'level', 'owner'))),
	'who proves the address gets the roles that waited for it');
select is(jsonb_array_length(public.who_am_i() -> 'roles'), 2, 'to ask twice is harmless');
select is((select count(*)::integer from hub.memberships), 2, 'and gives no role twice');

select tests.as_owner();
select is((select count(*)::integer from hub.invitations where accepted_at is null), 0, 'the invitations are used up');
delete from hub.memberships where user_id = tests.user_id('new@example.org');
select tests.authenticate_as('new@example.org');
select is(public.who_am_i() -> 'roles', '[]', 'a used invitation does not bring a role back that was taken away');

select tests.as_service();
select public.invite('other@example.org', 'moderator');
select tests.as_owner();
update hub.invitations set expires_at = now() where email = 'other@example.org';
select tests.authenticate_as('other@example.org');
select is(public.who_am_i() -> 'roles', '[]', 'an invitation that has expired gives nothing');
select tests.as_service();
select ok(not public.is_expected('other@example.org'), 'and whoever held it is no longer expected');
select public.invite('other@example.org', 'moderator');
select tests.authenticate_as('other@example.org');
select is(public.who_am_i() -> 'roles', '["moderator"]', 'until it is renewed');

select tests.authenticate_as('committee@example.org');
select is_empty('select * from hub.invitations', 'the committee reads no invitations');
select tests.authenticate_as('admin@example.org');
select is((select count(*)::integer from hub.invitations), 3, 'an administrator reads all invitations');
select throws_ok($$ update hub.invitations set email = 'me@example.org' $$, '42501', null, 'and changes none');

-- A token without an address, as of somebody who signed in by telephone.
select tests.speak_as('authenticated', jsonb_build_object('sub', tests.user_id('other@example.org'), 'role', 'authenticated'));
select is(public.who_am_i() ->> 'email', null, 'who proved no address is told none, and gets no invitation');

select * from finish();
rollback;
