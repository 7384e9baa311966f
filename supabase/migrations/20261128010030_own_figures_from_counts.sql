-- What members read of the figures of their organisation, from its counts alone.

create function hub.reports_by_campaign(organisation_id uuid, first_on date, last_on date)
returns table (campaign text, kind text, report_count bigint)
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off
begin atomic
	with registered as (
		select known.campaign, known.first_number, known.last_number,
			greatest(known.valid_from, reports_by_campaign.first_on) as from_on,
			least(known.valid_until, reports_by_campaign.last_on) as to_on
		from hub.number_registrations as known
		where known.organisation_id = reports_by_campaign.organisation_id and known.state = 'confirmed'
			and known.campaign is not null and known.period && daterange(reports_by_campaign.first_on, reports_by_campaign.last_on, '[]')),
	pages as (
		select periods.from_on, periods.to_on, each.*
		from (select distinct from_on, to_on from registered) as periods,
			hub.pages_of_period(periods.from_on, periods.to_on) as each),
	counted as (
		select registered.campaign, counts.kind,
			(select sum(each) from unnest(counts.counts[pages.first_place : pages.last_place]) as each) as report_count
		from registered join pages using (from_on, to_on)
		join hub.facet_counts as counts on counts.facet = 'own_number' and counts.cuboid = 17
			and counts.organisation_id = reports_by_campaign.organisation_id
			and counts.page_on = pages.page_on and counts.grain = pages.grain
			and counts.value between registered.first_number and registered.last_number
			and length(counts.value) = length(registered.first_number)
		union all
		select registered.campaign, (changes.facets).kind, changes.weight
		from registered join hub.facet_changes as changes on (changes.facets).about_id = reports_by_campaign.organisation_id
			and (changes.facets).caller_number between registered.first_number and registered.last_number
			and length((changes.facets).caller_number) = length(registered.first_number)
			and (changes.facets).counted_on between registered.from_on and registered.to_on
			and changes.shown_from <= now())
	select counted.campaign, counted.kind, sum(counted.report_count)::bigint from counted group by 1, 2;
end;
comment on function hub.reports_by_campaign is
	'Reports about an organisation on the numbers it registered for a campaign, on the days they were registered for it.';

create function hub.reports_by_maker(organisation_id uuid, first_on date, last_on date)
returns table (name text, roles text[], kind text, report_count bigint)
language sql stable set search_path = ''
begin atomic
	select makers.name,
		-- The register may say whose numbers it calls with, without a link: then it is a contact centre.
		case when makers.organisation_id is not null then coalesce((
			select array_agg(distinct links.role order by links.role) from hub.chain_links as links
			where links.worker_id = makers.organisation_id and links.client_id = reports_by_maker.organisation_id
				and links.state = 'confirmed' and links.period && daterange(reports_by_maker.first_on, reports_by_maker.last_on, '[]')),
			array['contact_centre']) end,
		counted.kind, sum(counted.report_count)::bigint
	from hub.own_counts(reports_by_maker.organisation_id, 'own_maker', reports_by_maker.first_on, reports_by_maker.last_on) as counted
	left join hub.organisations as makers on makers.organisation_id = nullif(counted.value, '')::uuid
	group by makers.organisation_id, makers.name, counted.kind;
end;
comment on function hub.reports_by_maker is
	'Reports about an organisation per link in its chain that made the contact, with what that link was to it in the period; without a name where nobody knows.';

create function hub.reports_by_client(organisation_id uuid, first_on date, last_on date)
returns table (name text, kind text, report_count bigint)
language sql stable set search_path = ''
begin atomic
	select clients.name, counted.kind, sum(counted.report_count)::bigint
	from hub.own_counts(reports_by_client.organisation_id, 'own_client', reports_by_client.first_on, reports_by_client.last_on) as counted
	join hub.organisations as clients on clients.organisation_id = counted.value::uuid
	group by clients.organisation_id, clients.name, counted.kind;
end;
comment on function hub.reports_by_client is
	'Reports whose contact an organisation made as a link in the chain, per organisation they are about.';

create function public.own_figures(organisation_id uuid, first_on date, last_on date, as_of timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as $$
declare
	most constant integer := 50;
begin
	perform hub.require_level(organisation_id, 'reader');
	return (
		with by_maker as (
			select * from hub.reports_by_maker(own_figures.organisation_id, first_on, last_on)),
		by_campaign as (
			select * from hub.reports_by_campaign(own_figures.organisation_id, first_on, last_on)),
		counted as (
			select 'links' as part, name, roles, kind, report_count from by_maker
			union all
			select 'clients', name, null, kind, report_count
			from hub.reports_by_client(own_figures.organisation_id, first_on, last_on)
			union all
			select 'campaigns', campaign, null, kind, report_count from by_campaign
			union all
			select 'campaigns', null, null, kind, report_count from by_maker
			union all
			select 'campaigns', null, null, kind, -report_count from by_campaign
			union all
			select 'no_number', null, null, kind, report_count
			from hub.own_counts(own_figures.organisation_id, 'own_number', first_on, last_on, array[''])),
		told_apart as (
			select part, name, roles, coalesce(sum(report_count) filter (where kind = 'complaint'), 0) as complaints,
				coalesce(sum(report_count) filter (where kind = 'compliment'), 0) as compliments
			from counted group by part, name, roles having sum(report_count) > 0),
		ranked as (
			select *, row_number() over (partition by part order by name is null, complaints + compliments desc, name) as place
			from told_apart),
		listed as (
			select part, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('roles', roles)) || jsonb_build_object('name', name,
				'complaints', complaints, 'compliments', compliments) order by place) as rows
			from ranked where place <= most or name is null group by part)
		select jsonb_build_object(
			'answers', hub.figures_of_answers(own_figures.organisation_id, first_on, last_on, as_of),
			'numbers', hub.most_reported_numbers(own_figures.organisation_id, first_on, last_on, most)
				|| coalesce((select rows from listed where part = 'no_number'), '[]'),
			'campaigns', coalesce((select rows from listed where part = 'campaigns'), '[]'),
			'links', coalesce((select rows from listed where part = 'links'), '[]'),
			'clients', coalesce((select rows from listed where part = 'clients'), '[]')));
end $$;
comment on function public.own_figures is
	'Definer: checks by itself that the caller is a member of the organisation. Answers, and reports per number, campaign (as its registrations name them) and link in the chain that made the contact, and those whose contact it made itself per client; fifty of each at most, and a null name for what has none.';

revoke execute on function hub.reports_by_campaign, hub.reports_by_maker, hub.reports_by_client, public.own_figures from public;
grant execute on function public.own_figures to authenticated;
