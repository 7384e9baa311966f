-- The weekly series that signals are looked for in, from the roll-ups, in one question.

create function public.signal_series(from_on date, to_on date)
returns table (series_key text, kind text, organisation_id uuid, sector text, category text, channel text,
	first_number text, last_number text, mondays date[], counts integer[])
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off
as $$
	with weekly as (
		select 'all' as series_key, 'all' as kind, null::uuid as organisation_id, null as sector, null as category,
			null as channel, null as first_number, null as last_number, period_on, report_count
		from hub.report_counts_by_period where grain = 'week' and cuboid = 1 and kind = 'complaint'
		union all
		select 'channel:' || channel, 'channel', null, null, null, channel, null, null, period_on, report_count
		from hub.report_counts_by_period where grain = 'week' and cuboid = 3 and kind = 'complaint'
		union all
		select 'sector:' || sector || ':' || category, 'sector_category', null, sector, category, null, null, null,
			period_on, report_count
		from hub.report_counts_by_period as by_sector join hub.categories on categories.code = category
		where grain = 'week' and cuboid = 36 and categories.kind = 'complaint'
		union all
		select 'organisation:' || organisation_id || ':' || category, 'organisation_category', organisation_id, null,
			category, null, null, null, period_on, report_count
		from hub.report_counts_by_period as by_organisation join hub.categories on categories.code = category
		where grain = 'week' and cuboid = 48 and categories.kind = 'complaint'
			and organisation_id <> '00000000-0000-0000-0000-000000000000'
		union all
		select 'number:' || caller_number, 'number', null, null, null, null, caller_number, caller_number,
			date_trunc('week', counted_on::timestamp)::date, report_count
		from hub.number_counts where category = '' and kind = 'complaint'
		union all
		-- A block that only one number of called from is that number.
		select 'block:' || block, 'number_block', null, null, null, null, block || '00', block || '99',
			date_trunc('week', counted_on::timestamp)::date, report_count
		from (
			select left(caller_number, -2) as block, counted_on, report_count,
				min(caller_number) over of_block <> max(caller_number) over of_block as has_several
			from hub.number_counts where category = '' and kind = 'complaint'
			window of_block as (partition by left(caller_number, -2))) as of_blocks
		where has_several),
	summed as (
		select weekly.series_key, weekly.kind, weekly.organisation_id, weekly.sector, weekly.category, weekly.channel,
			weekly.first_number, weekly.last_number, period_on, sum(report_count)::integer as report_count
		from weekly where period_on between signal_series.from_on and signal_series.to_on
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
	select summed.series_key, summed.kind, summed.organisation_id, summed.sector, summed.category, summed.channel,
		summed.first_number, summed.last_number,
		array_agg(period_on order by period_on), array_agg(report_count order by period_on)
	from summed
	group by 1, 2, 3, 4, 5, 6, 7, 8
	having sum(report_count) filter (where period_on > signal_series.to_on - 84) >= 5
$$;
comment on function public.signal_series is
	'Definer: the job alone. Complaints a week of every series that had five in the last twelve weeks; weeks without any are left out.';

create function public.cells_of_disproportion(from_on date, to_on date)
returns table (organisation_id uuid, category text, observed integer)
language sql stable security definer set search_path = ''
begin atomic
	select counts.organisation_id, counts.category, sum(counts.report_count)::integer
	from hub.report_counts_by_period as counts join hub.categories on categories.code = counts.category
	where counts.grain = 'week' and counts.cuboid = 48 and categories.kind = 'complaint'
		and counts.organisation_id <> '00000000-0000-0000-0000-000000000000'
		and counts.period_on between cells_of_disproportion.from_on and cells_of_disproportion.to_on
	group by 1, 2;
end;
comment on function public.cells_of_disproportion is
	'Definer: the job alone. Complaints of each organisation in each category over whole weeks.';

create function public.breaks_of_signals() returns table (starts_on date)
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select annotations.starts_on from hub.annotations where is_break
		union
		select first_of.starts_on from (
			select min(reports.counted_on) as starts_on
			from hub.imports join hub.import_reports using (import_id) join hub.reports using (report_id)
			where reports.is_counted group by imports.format having count(*) >= 100) as first_of
		order by 1;
end $$;
comment on function public.breaks_of_signals is
	'Definer: the job alone. Days from which figures cannot be compared with those before: annotations that say so, and the first day of each source that was imported.';

revoke execute on function public.signal_series, public.cells_of_disproportion, public.breaks_of_signals from public;
grant execute on function public.signal_series, public.cells_of_disproportion, public.breaks_of_signals to service_role;
