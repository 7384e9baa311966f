-- From single changes to counts per combination of dimensions. The cube is so wide that to compile it
-- (jit) takes a hundred times as long as to count it.

create function hub.cube_query(source text) returns text
language sql immutable
return format($cube$
	select grain, (31 - grouping(organisation_id, province, sector, channel, kind))::smallint as cuboid,
		coalesce(organisation_id, '00000000-0000-0000-0000-000000000000') as organisation_id,
		coalesce(sector, '') as sector, coalesce(province, '') as province, '' as category,
		coalesce(channel, '') as channel, coalesce(kind, '') as kind,
		period_on, sum(weight)::integer as report_count
	from (
		select counted_on, kind, channel, sector, province, organisation_id, sum(weight) as weight
		from %1$s as changes
		group by counted_on, kind, channel, sector, province, organisation_id
	) as alike, hub.periods_of(counted_on)
	group by grain, period_on, grouping sets (
		(), (kind), (channel), (sector), (province), (organisation_id),
		(kind, channel), (kind, sector), (kind, province), (channel, sector), (channel, province), (sector, province),
		(organisation_id, kind), (organisation_id, channel), (organisation_id, sector), (organisation_id, province),
		(organisation_id, kind, channel),
		(kind, channel, sector), (kind, channel, province), (kind, sector, province), (channel, sector, province))
	union all
	select grain, (63 - grouping(organisation_id, province, sector, channel) * 2 - 1)::smallint,
		coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'),
		coalesce(sector, ''), coalesce(province, ''), category, coalesce(channel, ''), '',
		period_on, sum(weight)::integer
	from (
		select counted_on, channel, sector, province, organisation_id, category, sum(weight) as weight
		from %1$s as changes, unnest(categories) as category
		group by counted_on, channel, sector, province, organisation_id, category
	) as alike, hub.periods_of(counted_on)
	group by grain, period_on, category, grouping sets (
		(), (channel), (sector), (province), (organisation_id),
		(channel, sector), (channel, province), (sector, province))
$cube$, source);
comment on function hub.cube_query is
	'The counts of all combinations that are kept, over a relation shaped like report_count_changes. A category tells its kind, so the two never stand together. What is alike is added up first: that leaves little to combine.';

create function hub.page_query(source text) returns text
language sql immutable
return format($pages$
	select grain, cuboid, organisation_id, sector, province, category, channel, kind,
		hub.page_on(grain, period_on) as page_on,
		hub.page_of_counts(grain, array_agg(hub.place_on_page(grain, period_on)), array_agg(report_count)) as counts
	from (%s) as cube
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9
$pages$, hub.cube_query(source));
comment on function hub.page_query is 'As cube_query, a page of periods a row.';

create function hub.number_query(source text) returns text
language sql immutable
return format($numbers$
	select caller_number, kind, category, day_or_month::date as counted_on, sum(weight)::integer as report_count
	from %1$s as changes, unnest(categories || array['']) as category,
		date_trunc(case category when '' then 'day' else 'month' end, counted_on::timestamp) as day_or_month
	where caller_number <> ''
	group by caller_number, kind, category, day_or_month
$numbers$, source);
comment on function hub.number_query is 'As cube_query, for the counts of caller numbers.';

create function hub.periods_of(day date) returns table (grain text, period_on date)
language sql immutable
begin atomic
	values ('day', day),
		('week', date_trunc('week', day::timestamp)::date),
		('month', date_trunc('month', day::timestamp)::date);
end;
comment on function hub.periods_of is 'The day, the ISO week and the month a day lies in.';

create function hub.fold_reports(max_changes integer default 5000) returns integer
language plpgsql security definer set search_path = '' set jit = off as $$
declare
	folded integer;
begin
	-- One at a time: then nobody who files waits for a row that is being folded.
	if not pg_try_advisory_xact_lock(hashtext('hub.fold_report_counts')) then
		return 0;
	end if;
	execute format($fold$
		-- Materialized: chosen once. A subquery may run again for each row, and then take as many others.
		with next as materialized (
			select change_id from hub.report_count_changes where shown_from <= now()
			order by change_id limit %s for update skip locked),
		taken as (
			delete from hub.report_count_changes as changes using next where changes.change_id = next.change_id
			returning changes.*),
		cube as (
			insert into hub.report_counts as counts (grain, cuboid, organisation_id, sector, province,
				category, channel, kind, page_on, counts) %s
			on conflict (cuboid, grain, organisation_id, page_on, sector, province, category, channel, kind)
			do update set counts = hub.add_counts(counts.counts, excluded.counts)),
		numbers as (
			insert into hub.number_counts as counts (caller_number, kind, category, counted_on, report_count) %s
			on conflict (caller_number, kind, category, counted_on)
			do update set report_count = counts.report_count + excluded.report_count)
		select count(*)::integer from taken
	$fold$, max_changes, hub.page_query('taken'), hub.number_query('taken')) into folded;
	return folded;
end $$;
comment on function hub.fold_reports is
	'Definer: only this may write counts. Folds at most so many changes in that everybody may know of, and tells how many; 0 while another does it.';

create function hub.rebuild_reports() returns void
language plpgsql security definer set search_path = '' set jit = off as $$
declare
	shown constant text := '(select * from hub.counted_reports where shown_from <= now())';
begin
	perform pg_advisory_xact_lock(hashtext('hub.fold_report_counts'));
	-- Whoever changes the counts has locked a report first, so this one lock waits for all of them and
	-- holds them off; a second one would have each wait for the other.
	lock table hub.reports in exclusive mode;
	delete from hub.report_count_changes;
	delete from hub.report_counts;
	delete from hub.number_counts;
	-- In the order of the key: then a question reads a few places of the disk, not one for each row.
	execute 'insert into hub.report_counts (grain, cuboid, organisation_id, sector, province, category,
		channel, kind, page_on, counts) ' || hub.page_query(shown)
		|| ' order by cuboid, grain, organisation_id, page_on';
	execute 'insert into hub.number_counts (caller_number, kind, category, counted_on, report_count) '
		|| hub.number_query(shown);
	-- Who asks for it does not tell early.
	insert into hub.report_count_changes (weight, counted_on, kind, channel, sector, province,
		organisation_id, caller_number, categories, shown_from)
	select weight, counted_on, kind, channel, sector, province, organisation_id, caller_number, categories, shown_from
	from hub.counted_reports where shown_from > now();
end $$;
comment on function hub.rebuild_reports is
	'Definer: only the desk itself may. Counts everything anew from the reports, what only staff may know as a change that waits; filings wait meanwhile.';

revoke execute on function hub.cube_query, hub.page_query, hub.number_query, hub.periods_of,
	hub.fold_reports, hub.rebuild_reports from public;
grant execute on function hub.periods_of to authenticated, service_role;
