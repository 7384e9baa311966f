-- Organisations beside one another, each against how much there is of it: for a funnel plot.

create function public.verdicts_by_organisation(
	first_on date, last_on date, channel text default null, sector text default null)
returns table (organisation_id uuid, name text, slug text, solved bigint, not_solved bigint, no_verdict bigint, unanswered bigint)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as $$
#variable_conflict use_column
declare
	first_page constant date := hub.page_on('month', first_on);
	last_page constant date := hub.page_on('month', last_on);
	first_place constant integer := hub.place_on_page('month', first_on);
	last_place constant integer := hub.place_on_page('month', last_on);
	last_of_first constant integer := case when first_page = last_page then last_place else 12 end;
begin
	return query
	with pages as (
		select counts.organisation_id, counts.value, case counts.page_on
			when first_page then hub.sum_of_places(counts.counts, first_place, last_of_first)
			when last_page then hub.sum_of_places(counts.counts, 1, last_place)
			else hub.sum_of_places(counts.counts, 1, 12) end as report_count
		from hub.facet_counts as counts
		where counts.facet = 'verdict' and counts.grain = 'month'
			and counts.cuboid = case when verdicts_by_organisation.channel is null then 16 else 18 end
			and counts.channel = coalesce(verdicts_by_organisation.channel, '')
			and counts.page_on between first_page and last_page
		-- Reckoned once, not in each of the sums below.
		offset 0),
	counted as (
		select organisation_id, value, report_count from pages
		union all
		select (changes.facets).organisation_id, coalesce((changes.facets).verdict, 'unanswered'), changes.weight
		from hub.facet_changes as changes
		where (changes.facets).delivered_on >= date_trunc('month', first_on::timestamp)::date
			and (changes.facets).delivered_on < (date_trunc('month', last_on::timestamp) + interval '1 month')::date
			and (verdicts_by_organisation.channel is null or (changes.facets).channel = verdicts_by_organisation.channel)),
	summed as (
		select organisation_id, sum(report_count) as report_count,
			coalesce(sum(report_count) filter (where value = 'solved'), 0)::bigint as solved,
			coalesce(sum(report_count) filter (where value = 'not_solved'), 0)::bigint as not_solved,
			coalesce(sum(report_count) filter (where value = 'no_verdict'), 0)::bigint as no_verdict,
			coalesce(sum(report_count) filter (where value = 'unanswered'), 0)::bigint as unanswered
		from counted group by organisation_id)
	select organisations.organisation_id, organisations.name, organisations.slug,
		summed.solved, summed.not_solved, summed.no_verdict, summed.unanswered
	from summed join hub.organisations using (organisation_id)
	where summed.report_count > 0
		and (verdicts_by_organisation.sector is null or organisations.sector = verdicts_by_organisation.sector);
end $$;
comment on function public.verdicts_by_organisation is
	'For staff: the policies decide. Of the complaints put to each organisation in whole months: what their reporters thought of the answer, or that there is none. Exact.';

create function hub.declared_rates(
	first_on date, last_on date, channel text default null, sector text default null)
returns table (organisation_id uuid, channel text, complaints bigint, contacts bigint)
language sql stable set search_path = '' set jit = off
begin atomic
	with declared as (
		select volumes.organisation_id, volumes.month_on, volumes.channel, volumes.contacts
		from hub.contact_volumes as volumes join hub.organisations using (organisation_id)
		where volumes.month_on between date_trunc('month', declared_rates.first_on::timestamp)::date and declared_rates.last_on
			and (declared_rates.channel is null or volumes.channel = declared_rates.channel)
			and (declared_rates.sector is null or organisations.sector = declared_rates.sector)
			and volumes.contacts > 0),
	counted as (
		select declared.organisation_id, declared.month_on, declared.channel,
			counts.counts[extract(month from declared.month_on)::integer]::bigint as complaints
		from declared join hub.report_counts as counts
			on counts.cuboid = 19 and counts.grain = 'month' and counts.organisation_id = declared.organisation_id
			and counts.page_on = date_trunc('year', declared.month_on::timestamp)::date
			and counts.channel = declared.channel and counts.kind = 'complaint'
		union all
		select changes.organisation_id, date_trunc('month', changes.counted_on::timestamp)::date, changes.channel, changes.weight
		from hub.report_count_changes as changes where changes.kind = 'complaint'
		union all
		select reports.organisation_id, date_trunc('month', reports.counted_on::timestamp)::date, reports.channel, -1
		from hub.reports
		where reports.is_counted and reports.outcome in ('unfounded', 'wrong_organisation')
			and reports.organisation_id in (select declared.organisation_id from declared)
			and reports.kind = 'complaint' and hub.is_proven_otherwise(reports)),
	summed as (
		select counted.organisation_id, counted.month_on, counted.channel, sum(counted.complaints) as complaints
		from counted group by 1, 2, 3)
	select declared.organisation_id, declared.channel, coalesce(sum(summed.complaints), 0)::bigint, sum(declared.contacts)::bigint
	from declared left join summed using (organisation_id, month_on, channel)
	group by declared.organisation_id, declared.channel;
end;
comment on function hub.declared_rates is
	'Per organisation and channel the complaints in the months for which contacts were declared, and those contacts; from roll-ups, less what was proven otherwise. Asked by functions that check who calls.';

create function public.rates_by_organisation(
	first_on date, last_on date, channel text default null, sector text default null)
returns table (organisation_id uuid, name text, slug text, complaints bigint, contacts bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as $$
#variable_conflict use_column
begin
	if not (select hub.is_staff()) then
		raise exception using errcode = '42501', message = 'not_allowed';
	end if;
	return query
	select organisations.organisation_id, organisations.name, organisations.slug,
		sum(rates.complaints)::bigint, sum(rates.contacts)::bigint
	from hub.declared_rates(first_on, last_on, rates_by_organisation.channel, rates_by_organisation.sector) as rates
	join hub.organisations using (organisation_id)
	group by organisations.organisation_id, organisations.name, organisations.slug;
end $$;
comment on function public.rates_by_organisation is
	'Definer: checks by itself that the caller is staff. The rates of hub.declared_rates, all channels of an organisation together.';

create function public.cells_of_rates(first_on date, last_on date)
returns table (organisation_id uuid, sector text, channel text, complaints integer, contacts integer)
language sql stable security definer set search_path = ''
begin atomic
	select rates.organisation_id, coalesce(organisations.sector, 'unknown'), rates.channel,
		rates.complaints::integer, rates.contacts::integer
	from hub.declared_rates(cells_of_rates.first_on, cells_of_rates.last_on) as rates
	join hub.organisations using (organisation_id);
end;
comment on function public.cells_of_rates is
	'Definer: the job alone. The rates of hub.declared_rates with the sector of each organisation, for the signals.';

revoke execute on function public.verdicts_by_organisation, public.rates_by_organisation, public.cells_of_rates,
	hub.declared_rates from public;
grant execute on function public.verdicts_by_organisation, public.rates_by_organisation to authenticated;
grant execute on function public.cells_of_rates to service_role;
