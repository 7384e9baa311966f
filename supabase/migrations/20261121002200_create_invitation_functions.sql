-- From an invitation to a role: whoever proves the address gets what was waiting for it.

create function public.invite(email text, role hub.role, organisation_id uuid default null,
	level hub.membership_level default null)
returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
begin
	insert into hub.invitations (email, role, organisation_id, level)
	values (lower(btrim(invite.email)), invite.role, invite.organisation_id,
		case when invite.role = 'organisation_member' then coalesce(invite.level, 'owner') else invite.level end)
	on conflict (email, role, organisation_id) where accepted_at is null
	do update set invited_at = now(), expires_at = now() + interval '14 days', level = excluded.level;
end $$;
comment on function public.invite is
	'Definer: the operator''s tool only. Invites an address to a role for 14 days; again renews it. A member is an owner unless a level is given.';

create function public.is_expected(email text) returns boolean
language sql stable security definer set search_path = ''
return exists (
	select from hub.invitations
	where invitations.email = lower(btrim(is_expected.email)) and accepted_at is null and expires_at > now()
) or exists (
	select from hub.memberships join auth.users on users.id = memberships.user_id
	where lower(users.email) = lower(btrim(is_expected.email))
);
comment on function public.is_expected is
	'Definer: the sign-in page only, through the server, so that codes go to nobody else. Whether somebody with this address has or awaits a role.';

create function public.who_am_i() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	me uuid := (select auth.uid());
	proven_email text := lower((select auth.jwt()) ->> 'email');
begin
	if exists (select from hub.invitations where email = proven_email and accepted_at is null and expires_at > now()) then
		insert into hub.memberships (user_id, role, organisation_id, level)
		select me, role, organisation_id, level from hub.invitations
		where email = proven_email and accepted_at is null and expires_at > now()
		on conflict (user_id, role, organisation_id) do update set level = greatest(memberships.level, excluded.level);
		perform hub.add_organisation_event(organisation_id, 'member_joined', 'organisation_member',
			jsonb_build_object('user_id', me, 'level', level))
		from hub.invitations
		where email = proven_email and accepted_at is null and expires_at > now() and organisation_id is not null;
		update hub.invitations set accepted_at = now()
		where email = proven_email and accepted_at is null and expires_at > now();
	end if;
	return jsonb_build_object(
		'user_id', me,
		'email', proven_email,
		'roles', (select coalesce(jsonb_agg(distinct role), '[]') from hub.memberships where user_id = me),
		'organisations', (
			select coalesce(jsonb_agg(jsonb_build_object('organisation_id', organisations.organisation_id,
				'name', organisations.name, 'slug', organisations.slug, 'level', memberships.level)
				order by organisations.name), '[]')
			from hub.memberships join hub.organisations using (organisation_id)
			where user_id = me and merged_into is null));
end $$;
comment on function public.who_am_i is
	'Definer: turns invitations to the caller''s own proven address into memberships. Who the caller is and may do; organisations as {organisation_id, name, slug, level}.';

revoke execute on function public.invite, public.is_expected, public.who_am_i from public;
grant execute on function public.invite, public.is_expected to service_role;
grant execute on function public.who_am_i to authenticated;
