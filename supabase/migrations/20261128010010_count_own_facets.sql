-- The counts that the figures of one organisation are read from: kept by organisation and kind alone,
-- by day and by month, so that a year is a few pages. Folded, rebuilt and verified as the others are.

alter table hub.facet_counts drop constraint facet_counts_facet_check;
alter table hub.facet_counts add constraint facet_counts_facet_check check (facet in (
	'hour', 'verification', 'sub_category', 'answer', 'verdict',
	'own_number', 'own_maker', 'own_client', 'own_finding', 'own_days', 'own_hours', 'own_verdict'));
comment on column hub.facet_counts.organisation_id is
	'All zeros when not told apart. Of facets that begin with own_ whose figures they are: the organisation a report is about, even when its number was spoofed; of own_client the link that made the contact.';

create table hub.own_number_totals (
	organisation_id uuid not null,
	caller_number text not null,
	report_count integer not null,
	primary key (organisation_id, caller_number)
);
create index own_number_totals_report_count_idx on hub.own_number_totals (organisation_id, report_count desc, caller_number);
comment on table hub.own_number_totals is
	'All reports about an organisation per caller number, whenever: no period has more, so the most reported ones of a period are found from the top.';
alter table hub.own_number_totals enable row level security;
create policy "staff read totals of numbers" on hub.own_number_totals
	for select to authenticated using ((select hub.is_staff()));
grant select on hub.own_number_totals to authenticated, service_role;

create function hub.own_facet_values() returns text
language sql immutable set search_path = ''
return $values$
	select 'own_number', about_id, coalesce(caller_number, ''), counted_on
	union all select 'own_maker', about_id, coalesce(made_by_id::text, ''), counted_on
	union all select 'own_client', made_by_id, about_id::text, counted_on where made_by_id is not null
	union all select 'own_finding', about_id, finding, put_on where finding is not null
	union all select 'own_days', about_id, coalesce(answer_days::text, 'none'), delivered_on where delivered_on is not null
	union all select 'own_hours', about_id, answer_hours::text, delivered_on where delivered_on is not null and answer_hours is not null
	union all select 'own_verdict', about_id, verdict, delivered_on where delivered_on is not null and verdict is not null
$values$;
comment on function hub.own_facet_values is
	'As hub.facet_values, for the figures of one organisation: facet, whose, value and day. Exact: hours and days have no upper end.';

alter function hub.facet_query(text) rename to shared_facet_query;

create function hub.own_facet_query(source text) returns text
language sql immutable set search_path = ''
return format($pages$
	select facet, grain, 17::smallint as cuboid, organisation_id, page_on, value, '' as sector, '' as channel, kind,
		hub.page_of_counts(grain, array_agg(place), array_agg(report_count)) as counts
	from (
		select facet, grain, value, kind, facets.organisation_id, hub.page_on(grain, day) as page_on,
			hub.place_on_page(grain, day) as place, sum(weight)::integer as report_count
		from (%s) as changes (weight), lateral (%s) as facets (facet, organisation_id, value, day), (values ('day'), ('month')) as grains (grain)
		where about_id is not null
		group by 1, 2, 3, 4, 5, 6, 7) as alike
	group by facet, grain, organisation_id, page_on, value, kind
$pages$, source, hub.own_facet_values());
comment on function hub.own_facet_query is 'As hub.shared_facet_query, for the counts that belong to one organisation.';

create function hub.facet_query(source text) returns text
language sql immutable set search_path = ''
return hub.shared_facet_query(source) || ' union all ' || hub.own_facet_query(source);
comment on function hub.facet_query is 'The pages of counts of all facets and combinations that are kept, over weights and facets.';

create function hub.own_total_query(source text) returns text
language sql immutable set search_path = ''
return format($totals$
	select about_id as organisation_id, caller_number, sum(weight)::integer as report_count
	from (%s) as changes (weight) where about_id is not null and caller_number is not null
	group by about_id, caller_number
$totals$, source);
comment on function hub.own_total_query is 'The totals of hub.own_number_totals, over weights and facets.';

create or replace function hub.fold_facets(max_changes integer) returns integer
language plpgsql security definer set search_path = '' set jit = off as $$
declare
	folded integer;
begin
	if not pg_try_advisory_xact_lock(hashtext('hub.fold_report_counts')) then
		return 0;
	end if;
	execute format($fold$
		with taken as (
			delete from hub.facet_changes where change_id in (
				select change_id from hub.facet_changes order by change_id limit %s for update skip locked)
			returning *),
		pages as (
			insert into hub.facet_counts as counts (facet, grain, cuboid, organisation_id, page_on, value,
				sector, channel, kind, counts) %s
			on conflict (facet, cuboid, organisation_id, page_on, value, sector, channel, kind, grain)
			do update set counts = hub.add_counts(counts.counts, excluded.counts)),
		totals as (
			insert into hub.own_number_totals as totals (organisation_id, caller_number, report_count) %s
			on conflict (organisation_id, caller_number)
			do update set report_count = totals.report_count + excluded.report_count)
		select count(*)::integer from taken
	$fold$, max_changes, hub.facet_query('select weight, (facets).* from taken'),
		hub.own_total_query('select weight, (facets).* from taken')) into folded;
	return folded;
end $$;

create or replace function public.rebuild_report_counts() returns void
language plpgsql security definer set search_path = '' set jit = off as $$
begin
	-- Waits for whoever changes reports, and holds them off.
	perform hub.rebuild_reports();
	delete from hub.facet_changes;
	delete from hub.facet_counts;
	delete from hub.own_number_totals;
	delete from hub.counted_facets;
	insert into hub.counted_facets select * from hub.report_facets;
	execute 'insert into hub.facet_counts (facet, grain, cuboid, organisation_id, page_on, value, sector,
		channel, kind, counts) ' || hub.facet_query('select 1, counted.* from hub.counted_facets as counted');
	execute 'insert into hub.own_number_totals (organisation_id, caller_number, report_count) '
		|| hub.own_total_query('select 1, counted.* from hub.counted_facets as counted');
end $$;

create function hub.verify_own_totals()
returns table (counts text, combination text, counted bigint, recounted bigint)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	for counts, combination, counted, recounted in execute format($verify$
		select 'own_number_totals', concat_ws('|', organisation_id, caller_number), coalesce(kept_count, 0), coalesce(true_count, 0)
		from (
			select organisation_id, caller_number, sum(report_count) as kept_count
			from (select * from hub.own_number_totals union all %s) as kept group by 1, 2) as kept
		full join (select organisation_id, caller_number, report_count::bigint as true_count from (%s) as recounted) as truth
			using (organisation_id, caller_number)
		where coalesce(kept_count, 0) <> coalesce(true_count, 0)
		order by 2 $verify$,
		hub.own_total_query('select weight, (facets).* from hub.facet_changes'),
		hub.own_total_query('select 1, facets.* from hub.report_facets as facets'))
	loop
		return next;
	end loop;
end $$;
comment on function hub.verify_own_totals is
	'Definer: it must see every report. As public.verify_report_counts, for the totals per organisation and number.';

create or replace function public.verify_report_counts()
returns table (counts text, combination text, counted bigint, recounted bigint)
language plpgsql volatile security definer set search_path = '' as $$
begin
	-- What this very transaction changed is counted at its end: here at once.
	set constraints hub.recount_facets immediate;
	set constraints hub.recount_facets deferred;
	return query select * from hub.verify_reports() union all select * from hub.verify_facets()
		union all select * from hub.verify_own_totals();
end $$;

revoke execute on function hub.own_facet_values, hub.own_facet_query, hub.facet_query, hub.own_total_query, hub.verify_own_totals from public;

select public.rebuild_report_counts();
