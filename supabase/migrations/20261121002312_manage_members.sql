-- Who works for an organisation: its owners decide. Each act leaves its event.

create function public.invite_member(organisation_id uuid, email text, level hub.membership_level,
	sealed text, key_id text) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	address constant text := lower(btrim(invite_member.email));
	invited_id uuid;
begin
	perform hub.require_owner(invite_member.organisation_id);
	if exists (
		select from hub.memberships join auth.users on users.id = user_id
		where memberships.organisation_id = invite_member.organisation_id and lower(users.email) = address)
	then
		raise exception using errcode = 'GH023', message = 'member_already';
	end if;
	if (select count(*) from hub.organisation_events
		where organisation_events.organisation_id = invite_member.organisation_id and event = 'member_invited'
			and occurred_at > now() - interval '1 day') >= 50
	then
		raise exception using errcode = 'GH010', message = 'invitations_too_many';
	end if;
	perform public.invite(address, 'organisation_member', invite_member.organisation_id, invite_member.level);
	select invitation_id into invited_id from hub.invitations
	where invitations.email = address and invitations.organisation_id = invite_member.organisation_id and accepted_at is null;
	perform hub.add_organisation_event(invite_member.organisation_id, 'member_invited', 'organisation_member',
		jsonb_build_object('invitation_id', invited_id, 'level', invite_member.level));
	perform hub.post_mail('invited:' || invited_id || ':' || clock_timestamp(), 'invite_member', 'nl',
		jsonb_build_object('organisation', organisations.name, 'slug', slug, 'level', invite_member.level,
			'expires_at', now() + interval '14 days'),
		sealed => invite_member.sealed, key_id => invite_member.key_id)
	from hub.organisations where organisations.organisation_id = invite_member.organisation_id;
end $$;
comment on function public.invite_member is
	'Definer: checks by itself that the caller is an owner. Invites an address for 14 days, with a mail that the server has sealed; again renews it.';

create function public.withdraw_invitation(invitation_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	invitation hub.invitations;
begin
	select * into invitation from hub.invitations
	where invitations.invitation_id = withdraw_invitation.invitation_id and accepted_at is null
		and organisation_id in (select hub.my_organisations('owner'))
	for update;
	if invitation.invitation_id is null then
		raise exception using errcode = 'GH404', message = 'invitation_not_found';
	end if;
	delete from hub.invitations where invitations.invitation_id = invitation.invitation_id;
	perform hub.add_organisation_event(invitation.organisation_id, 'invitation_withdrawn', 'organisation_member',
		jsonb_build_object('invitation_id', invitation.invitation_id, 'level', invitation.level));
end $$;
comment on function public.withdraw_invitation is
	'Definer: checks by itself that the caller is an owner. An invitation that nobody accepted is gone; its event stays.';

create function hub.lock_member(membership_id uuid, may_be_own boolean default false) returns hub.memberships
language plpgsql volatile set search_path = '' as $$
#variable_conflict use_column
declare
	member hub.memberships;
begin
	select * into member from hub.memberships
	where memberships.membership_id = lock_member.membership_id and role = 'organisation_member'
		and (organisation_id in (select hub.my_organisations('owner'))
			or (may_be_own and user_id = auth.uid()));
	if member.membership_id is null then
		raise exception using errcode = 'GH404', message = 'member_not_found';
	end if;
	-- Two owners who lower one another at once: the second waits, and then is the last.
	perform from hub.organisations where organisations.organisation_id = member.organisation_id for update;
	select * into member from hub.memberships where memberships.membership_id = lock_member.membership_id for update;
	if member.membership_id is null then
		raise exception using errcode = 'GH404', message = 'member_not_found';
	end if;
	return member;
end $$;
comment on function hub.lock_member is 'A member of an organisation that the caller owns, or the caller''s own membership; kept from others until the act is done.';

create function hub.refuse_last_owner(member hub.memberships) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if member.level = 'owner' and not exists (
		select from hub.memberships as others
		where others.organisation_id = member.organisation_id and others.level = 'owner'
			and others.membership_id <> member.membership_id)
	then
		raise exception using errcode = 'GH016', message = 'last_owner';
	end if;
end $$;
comment on function hub.refuse_last_owner is 'An organisation that somebody works for keeps an owner.';

create function public.change_member_level(membership_id uuid, level hub.membership_level) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	member hub.memberships := hub.lock_member(membership_id);
begin
	if member.level = change_member_level.level then
		return;
	end if;
	perform hub.refuse_last_owner(member);
	update hub.memberships set level = change_member_level.level where memberships.membership_id = member.membership_id;
	perform hub.add_organisation_event(member.organisation_id, 'member_level_changed', 'organisation_member',
		jsonb_build_object('user_id', member.user_id, 'from', member.level, 'to', change_member_level.level));
end $$;
comment on function public.change_member_level is
	'Definer: checks by itself that the caller is an owner. What a member may do from now on; the last owner stays one.';

create function public.remove_member(membership_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	member hub.memberships := hub.lock_member(membership_id, true);
begin
	perform hub.refuse_last_owner(member);
	delete from hub.memberships where memberships.membership_id = member.membership_id;
	perform hub.add_organisation_event(member.organisation_id,
		case when member.user_id = auth.uid() then 'member_left' else 'member_removed' end, 'organisation_member',
		jsonb_build_object('user_id', member.user_id, 'level', member.level));
end $$;
comment on function public.remove_member is
	'Definer: checks by itself that the caller is an owner, or the member. Takes somebody out of the organisation; the last owner cannot go.';

revoke execute on function public.invite_member, public.withdraw_invitation, hub.lock_member,
	hub.refuse_last_owner, public.change_member_level, public.remove_member from public;
grant execute on function public.invite_member, public.withdraw_invitation, public.change_member_level,
	public.remove_member to authenticated;
