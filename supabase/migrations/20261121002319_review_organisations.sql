-- What the committee sees of organisations, and what it decides of them besides merging.

create function public.list_organisations(query text default null, most integer default 50)
returns table (organisation_id uuid, name text, slug text, sector text, kvk_number text, website text,
	trade_names text[], members bigint, asked_sector text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
	if not hub.is_staff() then
		return;
	end if;
	return query
		select organisations.organisation_id, organisations.name, organisations.slug, organisations.sector,
			organisations.kvk_number, organisations.website,
			array(select trade_names.name from hub.trade_names
				where trade_names.organisation_id = organisations.organisation_id order by trade_names.name),
			(select count(*) from hub.memberships where memberships.organisation_id = organisations.organisation_id),
			hub.asked_sector(organisations.organisation_id)
		from hub.organisations
		where merged_into is null and (coalesce(btrim(list_organisations.query), '') = ''
			or organisations.kvk_number = btrim(list_organisations.query)
			or organisations.web_domain = lower(btrim(list_organisations.query))
			or organisations.organisation_id in (
				select found.organisation_id from public.search_organisations(list_organisations.query, 50) as found))
		order by hub.asked_sector(organisations.organisation_id) is null, organisations.name
		limit least(greatest(most, 1), 200);
end $$;
comment on function public.list_organisations is
	'Definer: checks the role itself; staff count members without reading who they are. Organisations by name, number in the trade register or web domain; those that asked for another sector first.';

create function public.likely_duplicates(most integer default 50)
returns table (left_id uuid, left_name text, right_id uuid, right_name text, reasons text[])
language plpgsql stable security definer set search_path = '' as $$
begin
	if not hub.is_staff() then
		return;
	end if;
	perform set_config('pg_trgm.similarity_threshold', '0.6', true);
	return query
		with pairs as (
			select one.organisation_id as left_id, other.organisation_id as right_id, 'same_name' as reason
			from hub.known_names as one join hub.known_names as other
				on replace(one.normalised_name, ' ', '') = replace(other.normalised_name, ' ', '')
			where one.organisation_id < other.organisation_id
			union
			select one.organisation_id, other.organisation_id, 'same_domain'
			from hub.organisations as one join hub.organisations as other on one.web_domain = other.web_domain
			where one.organisation_id < other.organisation_id and one.merged_into is null
				and other.merged_into is null and not hub.is_shared_domain(one.web_domain)
			union
			select least(one.organisation_id, other.organisation_id), greatest(one.organisation_id, other.organisation_id),
				'similar_name'
			from hub.organisations as one join hub.organisations as other
				on other.normalised_name operator(extensions.%) one.normalised_name
			where one.organisation_id <> other.organisation_id and one.merged_into is null and other.merged_into is null
				and replace(one.normalised_name, ' ', '') <> replace(other.normalised_name, ' ', '')
				and hub.alike(one.normalised_name, other.normalised_name) >= 0.6)
		select pairs.left_id, one.name, pairs.right_id, other.name, array_agg(pairs.reason order by pairs.reason)
		from pairs
		join hub.organisations as one on one.organisation_id = pairs.left_id
		join hub.organisations as other on other.organisation_id = pairs.right_id
		where not exists (select from hub.told_apart as apart
			where apart.left_id = pairs.left_id and apart.right_id = pairs.right_id)
		group by pairs.left_id, one.name, pairs.right_id, other.name
		order by count(*) desc, min(pairs.reason), one.name
		limit least(greatest(most, 1), 200);
end $$;
comment on function public.likely_duplicates is
	'Definer: checks the role itself. Pairs that may be one organisation, and why: same_name, same_domain, similar_name. Two with one number in the trade register cannot be.';

create function public.review_organisation(organisation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
	own_id constant uuid := review_organisation.organisation_id;
begin
	if not hub.is_staff() then
		return null;
	end if;
	return (
		select jsonb_build_object('organisation_id', own_id, 'name', name, 'slug', slug, 'sector', sector,
			'kvk_number', kvk_number, 'website', website, 'objection_url', objection_url,
			'objection_email', objection_email, 'merged_into', merged_into, 'asked_sector', hub.asked_sector(own_id),
			'trade_names', (select coalesce(jsonb_agg(trade_names.name order by trade_names.name), '[]')
				from hub.trade_names where trade_names.organisation_id = own_id),
			'roles', (select coalesce(jsonb_agg(role order by role), '[]')
				from hub.organisation_roles where organisation_roles.organisation_id = own_id),
			'reports', (select count(*) from hub.reports where reports.organisation_id = own_id),
			'members', (select count(*) from hub.memberships where memberships.organisation_id = own_id),
			'merges', (select coalesce(jsonb_agg(jsonb_build_object('merge_id', merge_id, 'survivor_id', survivor_id,
					'survivor', survivor.name, 'merged_id', merged_id, 'merged', merged.name, 'reason', merges.reason,
					'merged_at', merged_at, 'undone_at', undone_at, 'undo_reason', undo_reason) order by merge_id desc), '[]')
				from hub.organisation_merges as merges
				join hub.organisations as survivor on survivor.organisation_id = survivor_id
				join hub.organisations as merged on merged.organisation_id = merged_id
				where own_id in (survivor_id, merged_id)),
			'events', (select coalesce(jsonb_agg(jsonb_build_object('event_id', event_id, 'event', event,
					'actor_role', actor_role, 'reason', reason, 'details', details, 'occurred_at', occurred_at)
					order by event_id desc), '[]')
				from (select * from hub.organisation_events as newest where newest.organisation_id = own_id
					order by newest.event_id desc limit 50) as events))
		from hub.organisations where organisations.organisation_id = own_id);
end $$;
comment on function public.review_organisation is
	'Definer: checks the role itself; staff count members without reading who they are. One organisation with its merges and events; null for anybody else.';

create function public.tell_apart(one_id uuid, other_id uuid, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	actor constant text := hub.begin_organisation_act(reason);
begin
	insert into hub.told_apart (left_id, right_id, reason, told_by)
	values (least(one_id, other_id), greatest(one_id, other_id), btrim(tell_apart.reason), auth.uid()) on conflict do nothing;
	perform hub.add_organisation_event(each_id, 'told_apart', actor,
		jsonb_build_object('left', least(one_id, other_id), 'right', greatest(one_id, other_id)), tell_apart.reason)
	from unnest(array[one_id, other_id]) as each_id;
end $$;
comment on function public.tell_apart is 'Definer: checks the role itself. Two that look like one are two, and are not named again.';

create function public.set_sector(organisation_id uuid, sector text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	actor constant text := hub.begin_organisation_act(reason);
	own_id constant uuid := set_sector.organisation_id;
	former text;
begin
	select organisations.sector into former from hub.organisations where organisations.organisation_id = own_id for update;
	if former is null then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	if not exists (select from hub.sectors where code = set_sector.sector) then
		raise exception using errcode = 'GH009', message = 'sector_unknown';
	end if;
	update hub.organisations set sector = set_sector.sector where organisations.organisation_id = own_id;
	perform hub.add_organisation_event(own_id, case when former = set_sector.sector then 'sector_kept' else 'sector_set' end,
		actor, jsonb_build_object('from', former, 'to', set_sector.sector), set_sector.reason);
end $$;
comment on function public.set_sector is
	'Definer: checks the role itself. The sector of an organisation from now on, or that it stays; reports keep the sector they were filed in.';

revoke execute on function public.list_organisations, public.likely_duplicates, public.review_organisation,
	public.tell_apart, public.set_sector from public;
grant execute on function public.list_organisations, public.likely_duplicates, public.review_organisation,
	public.tell_apart, public.set_sector to authenticated;
