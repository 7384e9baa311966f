-- Roll-ups. A filing adds one row to the changes, which nobody else waits for; now and then the
-- changes are folded into the counts. What is read is always counts plus changes, so it is exact
-- at any moment, folded or not. What nobody but staff may know yet is not folded, and only staff add it.

create table hub.report_count_changes (
	change_id bigint generated always as identity primary key,
	weight smallint not null check (weight in (-1, 1)),
	counted_on date not null,
	kind text not null,
	channel text not null,
	sector text not null,
	province text not null,
	organisation_id uuid not null,
	caller_number text not null,
	categories text[] not null,
	shown_from timestamptz not null default '-infinity'
);
comment on table hub.report_count_changes is
	'A report that came into the counts (+1) or left them (-1), until it is folded in.';
comment on column hub.report_count_changes.shown_from is
	'When others than staff may know: the end of the hour (hub.told_at). Until then it is not folded in. A report never leaves the counts before the moment it came into them.';
comment on column hub.report_count_changes.province is 'Empty when unknown; so are organisation_id (all zeros) and caller_number.';

create table hub.report_counts (
	grain text not null check (grain in ('day', 'week', 'month')),
	cuboid smallint not null,
	organisation_id uuid not null,
	sector text not null,
	province text not null,
	category text not null,
	channel text not null,
	kind text not null,
	page_on date not null,
	counts integer[] not null check (cardinality(counts) = case grain when 'day' then 31 when 'week' then 53 else 12 end),
	primary key (cuboid, grain, organisation_id, page_on, sector, province, category, channel, kind)
)
-- Room for the new version of a row beside the old one: then no index has to change with it.
with (fillfactor = 70);
comment on table hub.report_counts is
	'Reports per combination of dimensions, a page of consecutive periods a row: what is asked is read in few rows, however many reports there are. A report counts once in every combination, and in each of its categories.';
comment on column hub.report_counts.cuboid is
	'Which dimensions the row tells apart, as bits: kind 1, channel 2, sector 4, province 8, organisation 16, category 32. The others are empty.';
comment on column hub.report_counts.page_on is
	'First day of the page: a month of days, an ISO year of weeks, a year of months.';
comment on column hub.report_counts.counts is 'Reports in each period of the page, the first one first; noughts after its end.';

create function hub.page_on(grain text, day date) returns date
language sql immutable parallel safe
return case grain
	when 'day' then date_trunc('month', day::timestamp)::date
	when 'week' then date_trunc('week', make_date(extract(isoyear from day)::integer, 1, 4)::timestamp)::date
	else date_trunc('year', day::timestamp)::date end;
comment on function hub.page_on is 'The page of hub.report_counts that a day is counted in.';

create function hub.place_on_page(grain text, day date) returns integer
language sql immutable parallel safe
return case grain
	when 'day' then extract(day from day) when 'week' then extract(week from day) else extract(month from day) end;
comment on function hub.place_on_page is 'The place of a day''s period on its page, from 1.';

create function hub.add_counts(counts integer[], more integer[]) returns integer[]
language plpgsql immutable parallel safe set search_path = '' as $$
begin
	for place in 1 .. cardinality(more) loop
		if more[place] <> 0 then
			counts[place] := counts[place] + more[place];
		end if;
	end loop;
	return counts;
end $$;
comment on function hub.add_counts is 'Two pages added up, place by place.';

create function hub.page_of_counts(grain text, places integer[], some_counts integer[]) returns integer[]
language plpgsql immutable parallel safe set search_path = '' as $$
declare
	counts integer[] := array_fill(0, array[case grain when 'day' then 31 when 'week' then 53 else 12 end]);
begin
	for index in 1 .. cardinality(places) loop
		counts[places[index]] := counts[places[index]] + some_counts[index];
	end loop;
	return counts;
end $$;
comment on function hub.page_of_counts is 'A page with these counts at these places, and noughts elsewhere.';

create view hub.report_counts_by_period with (security_invoker = true) as
	select grain, cuboid, organisation_id, sector, province, category, channel, kind,
		case grain
			when 'day' then page_on + (place - 1)::integer
			when 'week' then page_on + 7 * (place - 1)::integer
			else (page_on + (place - 1) * interval '1 month')::date end as period_on,
		report_count
	from hub.report_counts, unnest(counts) with ordinality as on_page (report_count, place)
	where report_count <> 0;
comment on view hub.report_counts_by_period is 'The counts of hub.report_counts with a row for each period that has any.';
revoke execute on function hub.page_on, hub.place_on_page, hub.add_counts, hub.page_of_counts from public;
grant execute on function hub.page_on, hub.place_on_page to authenticated, service_role;

create table hub.number_counts (
	caller_number text not null,
	kind text not null,
	category text not null,
	counted_on date not null,
	report_count integer not null,
	primary key (caller_number, kind, category, counted_on) include (report_count)
);
comment on table hub.number_counts is
	'Reports per caller number: the whole (an empty category) by day, each category by month.';
comment on column hub.number_counts.counted_on is 'The day, or for a category the first day of its month.';

alter table hub.report_count_changes enable row level security;
alter table hub.report_counts enable row level security;
alter table hub.number_counts enable row level security;
create policy "staff read changes of counts" on hub.report_count_changes
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read counts" on hub.report_counts
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read counts of numbers" on hub.number_counts
	for select to authenticated using ((select hub.is_staff()));
grant select on hub.report_count_changes, hub.report_counts, hub.report_counts_by_period, hub.number_counts
	to authenticated, service_role;

create view hub.counted_reports with (security_invoker = true) as
	select 1::smallint as weight, counted_on, kind, channel, sector,
		coalesce(province, '') as province,
		-- Of a number that was misused the report counts for the number, and for nobody's organisation.
		case when organisation_id is null or outcome = 'spoofed' then '00000000-0000-0000-0000-000000000000'
			else organisation_id end as organisation_id,
		coalesce(caller_number, '') as caller_number,
		array(select category from hub.report_categories
			where report_categories.report_id = reports.report_id order by category) as categories,
		report_id, greatest(shown_from, counted_from) as shown_from
	from hub.reports where is_counted;
comment on view hub.counted_reports is 'What the counts must add up to: the reports themselves, in the shape of a change.';

create function hub.count_report(id bigint, weight smallint) returns void
language sql set search_path = ''
begin atomic
	insert into hub.report_count_changes (weight, counted_on, kind, channel, sector, province,
		organisation_id, caller_number, categories, shown_from)
	select count_report.weight, counted_on, kind, channel, sector, province, organisation_id,
		caller_number, categories, shown_from
	from hub.counted_reports where report_id = count_report.id;
end;
comment on function hub.count_report is
	'Takes a report out of the counts (-1) before a change and brings it back (+1) after; nothing for one that does not count.';
revoke execute on function hub.count_report from public;
