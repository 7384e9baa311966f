-- Parents and daughters: one proposes, the other confirms, either ends it.

create function public.propose_group(organisation_id uuid, other_id uuid, is_parent boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	parent constant uuid := case when is_parent then organisation_id else other_id end;
	daughter constant uuid := case when is_parent then other_id else organisation_id end;
begin
	perform hub.require_owner(organisation_id);
	if not exists (select from hub.organisations as known
		where known.organisation_id = other_id and merged_into is null)
	then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	if parent = daughter then
		raise exception using errcode = 'GH012', message = 'same_organisation';
	end if;
	insert into hub.organisation_groups (parent_id, daughter_id, proposed_by_parent)
	values (parent, daughter, is_parent) on conflict do nothing;
	if not found then
		raise exception using errcode = 'GH017', message = 'group_exists';
	end if;
	perform hub.add_organisation_event(each_id, 'group_proposed', 'organisation_member',
		jsonb_build_object('parent', parent, 'daughter', daughter))
	from unnest(array[organisation_id, other_id]) as each_id;
end $$;
comment on function public.propose_group is
	'Definer: checks by itself that the caller is an owner of the first. Says that the first is the parent of the other, or its daughter; nothing holds until the other confirms.';

create function hub.lock_own_group(group_id bigint) returns hub.organisation_groups
language plpgsql volatile set search_path = '' as $$
declare
	family hub.organisation_groups;
begin
	select * into family from hub.organisation_groups as known
	where known.group_id = lock_own_group.group_id and known.ended_at is null
		and (known.parent_id in (select hub.my_organisations('owner'))
			or known.daughter_id in (select hub.my_organisations('owner')))
	for update;
	if family.group_id is null then
		raise exception using errcode = 'GH404', message = 'group_not_found';
	end if;
	return family;
end $$;
comment on function hub.lock_own_group is 'A group of an organisation that the caller owns, kept from others until the act is done.';

create function hub.add_group_event(family hub.organisation_groups, event text, details jsonb default '{}') returns void
language sql volatile set search_path = ''
begin atomic
	select hub.add_organisation_event(each_id, add_group_event.event, 'organisation_member',
		jsonb_build_object('parent', (family).parent_id, 'daughter', (family).daughter_id) || add_group_event.details)
	from unnest(array[(family).parent_id, (family).daughter_id]) as each_id;
end;
comment on function hub.add_group_event is 'Both organisations of a group are told of it in their events.';

create function public.confirm_group(group_id bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	family hub.organisation_groups := hub.lock_own_group(group_id);
	confirmer constant uuid := case when family.proposed_by_parent then family.daughter_id else family.parent_id end;
begin
	if family.confirmed_at is not null then
		return;
	end if;
	perform hub.require_owner(confirmer);
	-- One at a time: two confirmations may not close a circle together.
	perform pg_advisory_xact_lock(hashtext('gehoord:groups'));
	if exists (select from hub.organisation_groups as others
		where others.daughter_id = family.daughter_id and others.ended_at is null and others.confirmed_at is not null)
		or exists (
			with recursive above as (
				select family.parent_id as organisation_id
				union
				select others.parent_id from above join hub.organisation_groups as others
					on others.daughter_id = above.organisation_id
				where others.ended_at is null and others.confirmed_at is not null)
			select from above where above.organisation_id = family.daughter_id)
	then
		raise exception using errcode = 'GH017', message = 'has_parent';
	end if;
	update hub.organisation_groups as groups set confirmed_at = now() where groups.group_id = family.group_id;
	perform hub.add_group_event(family, 'group_confirmed');
end $$;
comment on function public.confirm_group is
	'Definer: checks by itself that the caller is an owner of the one that did not propose it. A daughter has one parent, and nobody is above itself.';

create function public.end_group(group_id bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	family hub.organisation_groups := hub.lock_own_group(group_id);
begin
	update hub.organisation_groups as groups set ended_at = now(), shows_figures = false
	where groups.group_id = family.group_id;
	perform hub.add_group_event(family, 'group_ended');
end $$;
comment on function public.end_group is
	'Definer: checks by itself that the caller is an owner of one of the two. Ends it, or declines what was proposed.';

create function public.show_figures_to_parent(group_id bigint, shows_figures boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	family hub.organisation_groups := hub.lock_own_group(group_id);
begin
	perform hub.require_owner(family.daughter_id);
	if family.confirmed_at is null then
		raise exception using errcode = 'GH404', message = 'group_not_found';
	end if;
	update hub.organisation_groups as groups set shows_figures = show_figures_to_parent.shows_figures
	where groups.group_id = family.group_id;
	perform hub.add_group_event(family, case when show_figures_to_parent.shows_figures
		then 'figures_shown_to_parent' else 'figures_hidden_from_parent' end);
end $$;
comment on function public.show_figures_to_parent is
	'Definer: checks by itself that the caller is an owner of the daughter. Whether the parent may see its figures; off until it says so.';

revoke execute on function public.propose_group, hub.lock_own_group, hub.add_group_event, public.confirm_group,
	public.end_group, public.show_figures_to_parent from public;
grant execute on function public.propose_group, public.confirm_group, public.end_group,
	public.show_figures_to_parent to authenticated;
