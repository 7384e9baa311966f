-- What every page and every visitor may ask.

create function public.taxonomy() returns jsonb
language sql stable set search_path = ''
return jsonb_build_object(
	'kinds', (select jsonb_agg(to_jsonb(kinds) - 'position' order by position) from hub.kinds),
	'channels', (select jsonb_agg(to_jsonb(channels) - 'position' order by position) from hub.channels),
	'categories', (select jsonb_agg(to_jsonb(categories) - 'position' order by kind, position) from hub.categories),
	'sub_categories', (select jsonb_agg(to_jsonb(sub_categories) - 'position' order by category, position) from hub.sub_categories),
	'sectors', (select jsonb_agg(to_jsonb(sectors) - 'position' order by position) from hub.sectors),
	'provinces', (select jsonb_agg(to_jsonb(provinces) - 'position' order by position) from hub.provinces),
	'clocks', (select jsonb_agg(to_jsonb(clocks) order by code) from hub.clocks),
	'answer_reasons', (select jsonb_agg(to_jsonb(answer_reasons) - 'position' order by answer_type, position) from hub.answer_reasons),
	'annotations', (select jsonb_agg(to_jsonb(annotations) order by starts_on, code) from hub.annotations));
comment on function public.taxonomy is 'All reference data with its labels, in the order of the screen.';

create function public.search_organisations(query text, most integer default 8)
returns table (organisation_id uuid, name text, slug text, sector text)
language sql stable set search_path = ''
begin atomic
	select organisations.organisation_id, organisations.name, organisations.slug, organisations.sector
	from (
		select known.organisation_id,
			max(extensions.similarity(known.normalised_name, hub.normalise_name(query))
				+ case when known.normalised_name like hub.normalise_name(query) || '%' then 1 else 0 end) as rank
		from hub.known_names as known
		where length(hub.normalise_name(query)) >= 2
			and (known.normalised_name like '%' || hub.normalise_name(query) || '%'
				or known.normalised_name operator(extensions.%) hub.normalise_name(query))
		group by known.organisation_id) as ranked
	join hub.organisations using (organisation_id)
	order by ranked.rank desc, organisations.name
	limit least(greatest(most, 1), 50);
end;
comment on function public.search_organisations is
	'Organisations whose name or trade name begins with, contains or resembles the words; best first, 2 letters at least.';
grant select on hub.known_names to anon, authenticated, service_role;

create function public.organisation(id uuid) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object('id', organisations.organisation_id, 'name', organisations.name,
		'slug', slug, 'sector', sector, 'objection_url', objection_url,
		'trade_names', (select coalesce(jsonb_agg(trade_names.name order by trade_names.name), '[]')
			from hub.trade_names where trade_names.organisation_id = organisations.organisation_id),
		'roles', (select coalesce(jsonb_agg(role order by role), '[]')
			from hub.organisation_roles where organisation_roles.organisation_id = organisations.organisation_id))
	from hub.organisations where organisations.organisation_id = hub.surviving_organisation(id)
);
comment on function public.organisation is 'The public card of an organisation, or of the one it was merged into; null when there is none.';

revoke execute on function public.taxonomy, public.search_organisations, public.organisation from public;
grant execute on function public.taxonomy, public.search_organisations, public.organisation
	to anon, authenticated, service_role;
