begin;
select plan(8);

select tests.create_user('nobody@example.org');
select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('committee@example.org', 'committee');

select tests.as_anon();
select throws_ok('select * from hub.memberships', '42501', null, 'a visitor reads no memberships');
select throws_ok('select * from hub.invitations', '42501', null, 'a visitor reads no invitations');

select tests.authenticate_as('nobody@example.org');
select is_empty('select * from hub.memberships', 'who signs in without a role has no memberships');

select tests.authenticate_as('committee@example.org');
select results_eq(
	'select user_id, role from hub.memberships',
	$$ values (tests.user_id('committee@example.org'), 'committee'::hub.role) $$,
	'the committee reads its own memberships and no others'
);
select throws_ok(
	$$ insert into hub.memberships (user_id, role) values (auth.uid(), 'administrator') $$,
	'42501', null, 'nobody makes themselves an administrator'
);

select tests.authenticate_as('admin@example.org');
select results_eq(
	'select count(*)::integer from hub.memberships', array[2], 'an administrator reads all memberships'
);
select throws_ok(
	'delete from hub.memberships', '42501', null, 'not even an administrator deletes rows at will'
);

select tests.as_service();
select throws_ok(
	$$ insert into hub.memberships (user_id, role) values (tests.user_id('nobody@example.org'), 'moderator') $$,
	'42501', null, 'the server gives roles through invitations only'
);

select * from finish();
rollback;
