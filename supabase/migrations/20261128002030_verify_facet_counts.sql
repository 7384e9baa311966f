-- One fold, one rebuild and one proof for all roll-ups: those of reports, of numbers and of facets.

alter function public.fold_report_counts(integer) set schema hub;
alter function hub.fold_report_counts(integer) rename to fold_reports;
alter function public.rebuild_report_counts() set schema hub;
alter function hub.rebuild_report_counts() rename to rebuild_reports;
alter function public.verify_report_counts() set schema hub;
alter function hub.verify_report_counts() rename to verify_reports;
revoke execute on function hub.fold_reports, hub.rebuild_reports, hub.verify_reports from service_role;

create function public.fold_report_counts(max_changes integer default 5000) returns integer
language sql security definer set search_path = ''
begin atomic
	select greatest(hub.fold_reports(max_changes), hub.fold_facets(max_changes));
end;
comment on function public.fold_report_counts is
	'Definer: only this may write counts. Folds at most so many changes of each roll-up in and tells how many; 0 while another does it.';

create function public.rebuild_report_counts() returns void
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
		channel, kind, counts) ' || hub.facet_query('select 1, counted.* from hub.counted_facets as counted')
		|| ' order by facet, grain, cuboid, organisation_id, page_on';
	execute 'insert into hub.own_number_totals (organisation_id, caller_number, report_count) '
		|| hub.own_total_query('select 1, counted.* from hub.counted_facets as counted');
end $$;
comment on function public.rebuild_report_counts is
	'Definer: only the desk itself may. Counts everything anew from the reports; filings wait meanwhile.';

create function hub.verify_facets()
returns table (counts text, combination text, counted bigint, recounted bigint)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	for counts, combination, counted, recounted in execute format($verify$
		with kept as (select * from hub.facet_counts union all %s), truth as (%s)
		select 'facet_counts', combination, coalesce(kept_count, 0), coalesce(true_count, 0)
		from (
			select concat_ws('|', facet, grain, cuboid, organisation_id, page_on, value, sector, channel, kind, place) as combination,
				sum(report_count) as kept_count
			from (select facet, grain, cuboid, organisation_id, page_on, value, sector, channel, kind, counts from kept) as pages,
				unnest(counts) with ordinality as on_page (report_count, place)
			group by 1) as a
		full join (
			select concat_ws('|', facet, grain, cuboid, organisation_id, page_on, value, sector, channel, kind, place) as combination,
				sum(report_count) as true_count
			from truth, unnest(counts) with ordinality as on_page (report_count, place)
			group by 1) as b using (combination)
		where coalesce(kept_count, 0) <> coalesce(true_count, 0)
		order by combination
	$verify$,
		hub.facet_query('select weight, (facets).* from hub.facet_changes'),
		hub.facet_query('select 1, facets.* from hub.report_facets as facets'))
	loop
		return next;
	end loop;
end $$;
comment on function hub.verify_facets is 'Definer: it must see every report. As public.verify_report_counts, for the facets.';

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

create function public.verify_report_counts()
returns table (counts text, combination text, counted bigint, recounted bigint)
language plpgsql volatile security definer set search_path = '' as $$
begin
	-- What this very transaction changed is counted at its end: here at once.
	set constraints hub.recount_facets immediate;
	set constraints hub.recount_facets deferred;
	return query select * from hub.verify_reports() union all select * from hub.verify_facets()
		union all select * from hub.verify_own_totals();
end $$;
comment on function public.verify_report_counts is
	'Definer: it must see every report. One row for each combination whose count is not what a recount gives; none when all is well.';

revoke execute on function hub.verify_facets, hub.verify_own_totals, public.fold_report_counts, public.rebuild_report_counts,
	public.verify_report_counts from public;
grant execute on function public.fold_report_counts, public.rebuild_report_counts, public.verify_report_counts
	to service_role;

select public.rebuild_report_counts();
