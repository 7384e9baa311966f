-- The one question behind every trend: how many reports per period, told apart by some dimensions.

create function hub.cuboid_of(dimensions text[]) returns smallint
language sql immutable
return (
	select coalesce(sum(bit), 0)::smallint
	from (values ('kind', 1), ('channel', 2), ('sector', 4), ('province', 8), ('organisation', 16), ('category', 32))
		as dimension (name, bit)
	where dimensions @> array[name] and not (name = 'kind' and dimensions @> array['category'])
);
comment on function hub.cuboid_of is
	'The combination of dimensions as bits. Beside a category the kind adds nothing and is left out.';

create function public.count_reports(
	grain text, dimensions text[], first_on date, last_on date,
	kind text default null, channel text default null, category text default null,
	sector text default null, province text default null, organisation_id uuid default null)
returns table (cell_kind text, cell_channel text, cell_category text, cell_sector text,
	cell_province text, cell_organisation_id uuid, begins_on date, report_counts integer[])
language plpgsql stable set search_path = ''
-- A plan for what is asked: one for all questions would read and sort far too much.
set plan_cache_mode = 'force_custom_plan' set jit = off as $$
#variable_conflict use_column
declare
	asked smallint := hub.cuboid_of(dimensions
		|| case when count_reports.kind is not null then 'kind' end
		|| case when count_reports.channel is not null then 'channel' end
		|| case when count_reports.category is not null then 'category' end
		|| case when count_reports.sector is not null then 'sector' end
		|| case when count_reports.province is not null then 'province' end
		|| case when count_reports.organisation_id is not null then 'organisation' end);
	has_category boolean := asked & 32 > 0;
	nobody constant uuid := '00000000-0000-0000-0000-000000000000'::uuid;
	-- By the minute in which a count rises an organisation could tell who reported.
	is_told_all constant boolean := hub.is_staff();
begin
	if grain is null or grain not in ('day', 'week', 'month') or not dimensions <@
		array['kind', 'channel', 'category', 'sector', 'province', 'organisation']
	then
		raise exception using errcode = '22023', message = 'unknown grain or dimension';
	end if;
	if not exists (
		select from unnest(array[0, 1, 2, 4, 8, 16, 3, 5, 9, 6, 10, 12, 17, 18, 20, 24, 19, 7, 11, 13, 14,
			32, 34, 36, 40, 48, 38, 42, 44]) as kept where kept = asked) then
		raise exception using errcode = 'GH004', message = 'question_too_fine';
	end if;
	return query
	with counted as (
		select counts.organisation_id, counts.page_on as begins_on, counts.sector, counts.province,
			counts.category, counts.channel, counts.kind, counts.counts
		from hub.report_counts as counts
		where counts.cuboid = asked and counts.grain = count_reports.grain
			and counts.page_on between hub.page_on(count_reports.grain, first_on) and hub.page_on(count_reports.grain, last_on)
			and (asked & 16 > 0 or counts.organisation_id = nobody)
			and (count_reports.organisation_id is null or counts.organisation_id = count_reports.organisation_id)
			and (count_reports.sector is null or counts.sector = count_reports.sector)
			and (count_reports.province is null or counts.province = count_reports.province)
			and (count_reports.category is null or counts.category = count_reports.category)
			and (count_reports.channel is null or counts.channel = count_reports.channel)
			and (count_reports.kind is null or has_category or counts.kind = count_reports.kind)
		union all
		select case when asked & 16 > 0 then changes.organisation_id else nobody end,
			date_trunc(count_reports.grain, changes.counted_on::timestamp)::date,
			case when asked & 4 > 0 then changes.sector else '' end,
			case when asked & 8 > 0 then changes.province else '' end,
			each_category,
			case when asked & 2 > 0 then changes.channel else '' end,
			case when asked & 1 > 0 then changes.kind else '' end,
			array[sum(changes.weight)::integer]
		from hub.report_count_changes as changes,
			unnest(case when has_category then changes.categories else array[''] end) as each_category
		where date_trunc(count_reports.grain, changes.counted_on::timestamp)::date between first_on and last_on
			and (is_told_all or changes.shown_from <= now())
			and (count_reports.organisation_id is null or changes.organisation_id = count_reports.organisation_id)
			and (count_reports.sector is null or changes.sector = count_reports.sector)
			and (count_reports.province is null or changes.province = count_reports.province)
			and (count_reports.category is null or each_category = count_reports.category)
			and (count_reports.channel is null or changes.channel = count_reports.channel)
			and (count_reports.kind is null or changes.kind = count_reports.kind)
		group by 1, 2, 3, 4, 5, 6, 7)
	select coalesce(categories.kind, counted.kind), counted.channel, counted.category, counted.sector,
		counted.province, counted.organisation_id, counted.begins_on, counted.counts
	from counted left join hub.categories as categories on categories.code = counted.category
	where count_reports.kind is null or categories.kind is null or categories.kind = count_reports.kind;
end $$;
comment on function public.count_reports is
	'Reports per period (grain day, week or month) between two days, for each combination of the dimensions asked (kind, channel, category, sector, province, organisation) after the filters. A row holds a run of consecutive periods from begins_on; runs may reach beyond the days asked, and what comes twice is to be added up. Staff count what was filed this minute, others what everybody may know (hub.told_at). Exact: who may see small counts is for the caller to know, so the public cannot call it.';
revoke execute on function hub.cuboid_of, public.count_reports from public;
grant execute on function hub.cuboid_of, public.count_reports to authenticated, service_role;
