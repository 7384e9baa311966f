-- What an owner sees and changes of the organisation itself.

create function public.organisation_settings(organisation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
	own_id constant uuid := organisation_settings.organisation_id;
begin
	perform hub.require_owner(own_id);
	return (
		select jsonb_build_object('organisation_id', own_id, 'name', name, 'slug', slug, 'sector', sector,
			'kvk_number', kvk_number, 'website', website, 'objection_url', objection_url,
			'objection_email', objection_email, 'contact_email', contact_email,
			'asked_sector', hub.asked_sector(own_id),
			'trade_names', (select coalesce(jsonb_agg(trade_names.name order by trade_names.name), '[]')
				from hub.trade_names where trade_names.organisation_id = own_id),
			'roles', (select coalesce(jsonb_agg(role order by role), '[]')
				from hub.organisation_roles where organisation_roles.organisation_id = own_id),
			'members', (select coalesce(jsonb_agg(jsonb_build_object('membership_id', membership_id, 'user_id', user_id,
					'email', users.email, 'level', level, 'since', memberships.created_at, 'is_me', user_id = auth.uid())
					order by level desc, users.email), '[]')
				from hub.memberships join auth.users on users.id = user_id where memberships.organisation_id = own_id),
			'invitations', (select coalesce(jsonb_agg(jsonb_build_object('invitation_id', invitation_id, 'email', email,
					'level', level, 'invited_at', invited_at, 'expires_at', expires_at, 'is_expired', expires_at <= now())
					order by email), '[]')
				from hub.invitations where invitations.organisation_id = own_id and accepted_at is null),
			'groups', (select coalesce(jsonb_agg(jsonb_build_object('group_id', group_id,
					'is_parent', parent_id = own_id, 'other', jsonb_build_object('organisation_id', others.organisation_id,
						'name', others.name, 'slug', others.slug),
					'is_confirmed', confirmed_at is not null, 'is_ours_to_confirm', confirmed_at is null
						and proposed_by_parent <> (parent_id = own_id),
					'shows_figures', shows_figures) order by others.name), '[]')
				from hub.organisation_groups as groups
				join hub.organisations as others
					on others.organisation_id = case when parent_id = own_id then daughter_id else parent_id end
				where ended_at is null and own_id in (parent_id, daughter_id)),
			'events', (select coalesce(jsonb_agg(jsonb_build_object('event_id', event_id, 'event', event,
					'actor_role', actor_role, 'actor', users.email, 'reason', reason, 'details', details,
					'about', people.email, 'occurred_at', occurred_at) order by event_id desc), '[]')
				from (select * from hub.organisation_events as newest where newest.organisation_id = own_id
					order by newest.event_id desc limit 50) as events
				-- Of staff an owner sees the role, not the person.
				left join auth.users on users.id = actor_id and actor_role = 'organisation_member'
				left join auth.users as people on people.id::text = details ->> 'user_id'))
		from hub.organisations where organisations.organisation_id = own_id);
end $$;
comment on function public.organisation_settings is
	'Definer: checks by itself that the caller is an owner. Card, members, invitations, groups and the last fifty events of an organisation.';

create function hub.asked_sector(organisation_id uuid) returns text
language sql stable set search_path = ''
return (
	select case when event = 'sector_asked' then details ->> 'to' end from hub.organisation_events
	where organisation_events.organisation_id = asked_sector.organisation_id
		and event in ('sector_asked', 'sector_set', 'sector_kept')
	order by event_id desc limit 1
);
comment on function hub.asked_sector is 'The sector that an owner asked the committee for and that is not judged yet.';

create function hub.require_free_name(name text, own uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
	if exists (
		select from hub.known_names as known
		where known.organisation_id <> own
			and replace(known.normalised_name, ' ', '') = replace(hub.normalise_name(name), ' ', ''))
	then
		raise exception using errcode = 'GH022', message = 'name_of_another', detail = name;
	end if;
end $$;
comment on function hub.require_free_name is 'Nobody takes the name by which another organisation is found.';

create function public.update_organisation(organisation_id uuid, card jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	own_id constant uuid := update_organisation.organisation_id;
	former hub.organisations;
	former_names jsonb;
	sent record;
	changed text[] := array[]::text[];
begin
	perform hub.require_owner(own_id);
	select * into sent from jsonb_to_record(card) as fields (trade_names text[], website text, objection_url text,
		objection_email text, contact_email text);
	select * into former from hub.organisations where organisations.organisation_id = own_id for update;
	select coalesce(jsonb_agg(name order by name), '[]') into former_names
	from hub.trade_names where trade_names.organisation_id = own_id;
	perform hub.require_free_name(trade_name, own_id) from unnest(sent.trade_names) as trade_name;
	delete from hub.trade_names where trade_names.organisation_id = own_id;
	insert into hub.trade_names (organisation_id, name)
	select own_id, btrim(trade_name) from unnest(sent.trade_names) as trade_name
	where hub.normalise_name(trade_name) <> former.normalised_name on conflict do nothing;
	update hub.organisations set website = sent.website, objection_url = sent.objection_url,
		objection_email = lower(sent.objection_email), contact_email = lower(sent.contact_email)
	where organisations.organisation_id = own_id;
	changed := array_remove(array[
		case when former.website is distinct from sent.website then 'website' end,
		case when former.objection_url is distinct from sent.objection_url then 'objection_url' end,
		case when former.objection_email is distinct from lower(sent.objection_email) then 'objection_email' end,
		case when former.contact_email is distinct from lower(sent.contact_email) then 'contact_email' end,
		case when former_names is distinct from (select coalesce(jsonb_agg(name order by name), '[]')
			from hub.trade_names where trade_names.organisation_id = own_id) then 'trade_names' end], null);
	if cardinality(changed) > 0 then
		perform hub.add_organisation_event(own_id, 'card_changed', 'organisation_member', jsonb_build_object(
			'fields', changed, 'from', jsonb_build_object('trade_names', former_names, 'website', former.website,
			'objection_url', former.objection_url)));
	end if;
end $$;
comment on function public.update_organisation is
	'Definer: checks by itself that the caller is an owner. Replaces trade names and addresses; refuses a name that is another''s.';

create function public.ask_sector(organisation_id uuid, sector text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.require_owner(organisation_id);
	if not exists (select from hub.sectors as known where known.code = ask_sector.sector) then
		raise exception using errcode = 'GH009', message = 'sector_unknown';
	end if;
	perform hub.add_organisation_event(organisation_id, 'sector_asked', 'organisation_member',
		jsonb_build_object('to', ask_sector.sector));
end $$;
comment on function public.ask_sector is
	'Definer: checks by itself that the caller is an owner. Asks the committee for another sector: the law makes exceptions by it, so an organisation does not choose its own.';

revoke execute on function public.organisation_settings, hub.asked_sector, hub.require_free_name,
	public.update_organisation, public.ask_sector from public;
grant execute on function public.organisation_settings, public.update_organisation, public.ask_sector to authenticated;
