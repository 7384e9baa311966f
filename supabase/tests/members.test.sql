-- Who works for an organisation, and who says so.

begin;
select plan(45);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('owner@eneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('handler@eneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('owner@ziggo.nl', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('admin@example.org', 'administrator');
select tests.create_user('new@eneco.nl');

create function pg_temp.invite(email text, level text default 'handler') returns text language sql stable as $$
	select format('select public.invite_member(%L, %L, %L, %L, %L)', '00000000-0000-4000-8000-000000000001', email, level, 'aa', 'k')
$$;
create function pg_temp.member(email text) returns uuid language plpgsql as $$
declare speaker text := current_setting('role'); id uuid;
begin
	perform set_config('role', 'none', true);
	select membership_id into id from hub.memberships where user_id = tests.user_id(member.email);
	perform set_config('role', speaker, true);
	return id;
end $$;
create function pg_temp.change(email text, level text) returns text language sql as $$
	select format('select public.change_member_level(%L, %L)', pg_temp.member(email), level)
$$;
create function pg_temp.remove(email text) returns text language sql as $$
	select format('select public.remove_member(%L)', pg_temp.member(email))
$$;
create function pg_temp.settings() returns text language sql stable as $$ select 'select public.organisation_settings(''00000000-0000-4000-8000-000000000001'')' $$;
create function pg_temp.card(names text) returns text language sql stable as $$
	select format('select public.update_organisation(%L, %L)', '00000000-0000-4000-8000-000000000001',
		jsonb_build_object('trade_names', array[names], 'website', 'https://eneco.nl', 'contact_email', 'Meldingen@eneco.nl'))
$$;
grant execute on all functions in schema pg_temp to public;

-- Who may not

select tests.as_anon();
select throws_ok(pg_temp.invite('x@eneco.nl'), '42501', null, 'a visitor invites nobody');
select throws_ok(pg_temp.settings(), '42501', null, 'and sees no settings');
select throws_ok('select contact_email from hub.organisations', '42501', null, 'nor where reports are mailed');
select tests.authenticate_as('owner@ziggo.nl');
select throws_ok(pg_temp.invite('x@eneco.nl'), 'GH404', 'organisation_not_found', 'an owner of another does not invite');
select throws_ok(pg_temp.settings(), 'GH404', 'organisation_not_found', 'nor looks');
select throws_ok(pg_temp.card('Elektra'), 'GH404', 'organisation_not_found', 'nor changes the card');
select throws_ok(pg_temp.change('handler@eneco.nl', 'reader'), 'GH404', 'member_not_found', 'nor lowers a member');
select throws_ok(pg_temp.remove('handler@eneco.nl'), 'GH404', 'member_not_found', 'nor removes one');
select is_empty('select * from hub.organisation_events', 'nor reads what happened');
select tests.authenticate_as('handler@eneco.nl');
select throws_ok(pg_temp.invite('x@eneco.nl'), 'GH403', 'not_allowed', 'a handler invites nobody');
select throws_ok(pg_temp.settings(), 'GH403', 'not_allowed', 'nor sees the settings');
select throws_ok(pg_temp.card('Elektra'), 'GH403', 'not_allowed', 'nor changes the card');
select throws_ok(pg_temp.change('handler@eneco.nl', 'owner'), 'GH404', 'member_not_found', 'nor makes itself an owner');
select tests.authenticate_as('admin@example.org');
select throws_ok(pg_temp.settings(), 'GH404', 'organisation_not_found', 'an administrator is no owner');

-- Inviting

select tests.authenticate_as('owner@eneco.nl');
select lives_ok(pg_temp.invite(' New@Eneco.nl '), 'an owner invites');
select throws_ok(pg_temp.invite('handler@eneco.nl'), 'GH023', 'member_already', 'but nobody who is a member already');
select is((public.organisation_settings('00000000-0000-4000-8000-000000000001') #>> '{invitations,0,email}'), 'new@eneco.nl', 'sees who is invited');
select is(jsonb_array_length(public.organisation_settings('00000000-0000-4000-8000-000000000001') -> 'members'), 2, 'and who is a member');
select lives_ok(pg_temp.invite('new@eneco.nl', 'reader'), 'inviting again renews it, at another level');
select lives_ok(pg_temp.invite('other@eneco.nl'), 'and invites another');
select lives_ok(format('select public.withdraw_invitation(%L)', public.organisation_settings('00000000-0000-4000-8000-000000000001')
	#>> '{invitations,1,invitation_id}'), 'who can be withdrawn');
select tests.as_owner();
select is((select count(*)::integer from hub.invitations), 1, 'then it is gone');
select is((select count(*)::integer from hub.outbox where template = 'invite_member'), 3, 'each was mailed');
update hub.invitations set expires_at = now() where email = 'new@eneco.nl';
select tests.authenticate_as('new@eneco.nl');
select is(public.who_am_i() -> 'organisations', '[]', 'an invitation that has expired gives nothing');
select tests.authenticate_as('owner@eneco.nl');
select lives_ok(pg_temp.invite('new@eneco.nl', 'reader'), 'until it is renewed');
select tests.authenticate_as('new@eneco.nl');
select is(public.who_am_i() #>> '{organisations,0,level}', 'reader', 'who is invited joins at that level');
select throws_ok($$ select public.withdraw_invitation(gen_random_uuid()) $$, 'GH404', 'invitation_not_found', 'a reader withdraws nothing');

-- Levels, and the last owner

select tests.authenticate_as('owner@eneco.nl');
select throws_ok(pg_temp.change('owner@eneco.nl', 'handler'), 'GH016', 'last_owner', 'the last owner cannot be lowered');
select throws_ok(pg_temp.remove('owner@eneco.nl'), 'GH016', 'last_owner', 'nor leave');
select lives_ok(pg_temp.change('handler@eneco.nl', 'owner'), 'another can be made an owner');
select lives_ok(pg_temp.change('owner@eneco.nl', 'handler'), 'then one may step down');
select throws_ok(pg_temp.remove('handler@eneco.nl'), 'GH404', 'member_not_found', 'and removes nobody any more');
select lives_ok(pg_temp.remove('owner@eneco.nl'), 'but may leave');
select tests.authenticate_as('handler@eneco.nl');
select lives_ok(pg_temp.remove('new@eneco.nl'), 'an owner removes a member');
select tests.authenticate_as('new@eneco.nl');
select is(public.who_am_i() -> 'organisations', '[]', 'who has no say from then on');

-- The card

select tests.authenticate_as('handler@eneco.nl');
select lives_ok(pg_temp.card('Oxxio'), 'an owner changes the card');
select throws_ok(pg_temp.card('ZIGGO B.V.'), 'GH022', 'name_of_another', 'but takes no name of another');
select is((public.organisation_settings('00000000-0000-4000-8000-000000000001') ->> 'contact_email'), 'meldingen@eneco.nl', 'addresses are kept in small letters');
select lives_ok($$ select public.ask_sector('00000000-0000-4000-8000-000000000001', 'retail') $$, 'asks for another sector');
select is((public.organisation_settings('00000000-0000-4000-8000-000000000001') ->> 'sector'), 'energy', 'which is not given by asking');
select throws_ok($$ select public.set_sector('00000000-0000-4000-8000-000000000001', 'retail', 'We say so.') $$, 'GH403', 'not_allowed', 'nor taken');
select tests.authenticate_as('committee@example.org');
select lives_ok($$ select public.set_sector('00000000-0000-4000-8000-000000000001', 'retail', 'They sell lamps.') $$, 'the committee gives it');
select is((select array_agg(event order by event_id) from hub.organisation_events),
	array['member_invited', 'member_invited', 'member_invited', 'invitation_withdrawn', 'member_invited', 'member_joined',
		'member_level_changed', 'member_level_changed', 'member_left', 'member_removed', 'card_changed', 'sector_asked', 'sector_set'],
	'every act leaves its event, for staff and owners');
select is_empty($$ select event from hub.organisation_events where details::text like '%@%' $$, 'without anybody''s address');
select tests.as_owner();
select throws_ok('delete from hub.organisation_events', 'GH001', 'append_only', 'and for good');

select * from finish();
rollback;
