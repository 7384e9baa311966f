-- Administrators invite the desk's own people and end their roles.

create function public.list_staff() returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object(
		'members', (
			select coalesce(jsonb_agg(jsonb_build_object('membership_id', membership_id, 'email', users.email, 'role', memberships.role,
				'since', memberships.created_at, 'is_me', user_id = auth.uid()) order by memberships.role, users.email), '[]')
			from hub.memberships join auth.users as users on users.id = memberships.user_id
			where memberships.role <> 'organisation_member'),
		'invitations', (
			select coalesce(jsonb_agg(jsonb_build_object('invitation_id', invitation_id, 'email', email, 'role', role,
				'expires_at', expires_at, 'is_expired', expires_at <= now()) order by email), '[]')
			from hub.invitations where role <> 'organisation_member' and accepted_at is null))
	where hub.has_role('administrator')
);
comment on function public.list_staff is
	'Definer: addresses stand with the identity service; nothing for who is no administrator. Staff with their roles, and who was invited.';

create function public.invite_staff(email text, role hub.role, reason text, sealed text, key_id text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	invited hub.invitations;
begin
	if invite_staff.role = 'organisation_member' then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	perform hub.note_upkeep('staff_invited', invite_staff.role::text, reason);
	perform public.invite(invite_staff.email, invite_staff.role);
	select * into invited from hub.invitations
	where invitations.email = lower(btrim(invite_staff.email)) and invitations.role = invite_staff.role and accepted_at is null;
	perform hub.post_mail('staff:' || invited.invitation_id || ':' || extract(epoch from invited.invited_at),
		'invite_staff', 'nl', jsonb_build_object('role', invite_staff.role, 'expires_at', invited.expires_at),
		sealed => invite_staff.sealed, key_id => invite_staff.key_id);
end $$;
comment on function public.invite_staff is 'Definer: an administrator alone. Invites somebody to a role of the desk, by mail; again renews it.';

create function public.end_staff_role(membership_id uuid, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	ended hub.memberships;
begin
	-- Two that end the last two administrators come here one after the other.
	perform pg_advisory_xact_lock(hashtextextended('hub.end_staff_role', 0));
	select * into ended from hub.memberships
	where memberships.membership_id = end_staff_role.membership_id and role <> 'organisation_member';
	perform hub.note_upkeep('staff_role_ended', coalesce(ended.role::text, 'unknown'), reason,
		jsonb_build_object('user_id', ended.user_id));
	if ended.membership_id is null then
		raise exception using errcode = 'GH404', message = 'member_not_found';
	end if;
	delete from hub.memberships where memberships.membership_id = end_staff_role.membership_id;
	if not exists (select from hub.memberships where role = 'administrator') then
		raise exception using errcode = 'GH016', message = 'last_administrator';
	end if;
end $$;
comment on function public.end_staff_role is 'Definer: an administrator alone. Ends a role of the desk at once; one administrator stays.';

create function public.withdraw_staff_invitation(invitation_id uuid, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('staff_invitation_withdrawn', invitation_id::text, reason);
	delete from hub.invitations
	where invitations.invitation_id = withdraw_staff_invitation.invitation_id and accepted_at is null
		and role <> 'organisation_member';
	if not found then
		raise exception using errcode = 'GH404', message = 'invitation_not_found';
	end if;
end $$;
comment on function public.withdraw_staff_invitation is 'Definer: an administrator alone. Takes back an invitation that nobody accepted.';

revoke execute on function public.list_staff, public.invite_staff, public.end_staff_role,
	public.withdraw_staff_invitation from public;
grant execute on function public.list_staff, public.invite_staff, public.end_staff_role,
	public.withdraw_staff_invitation to authenticated;
