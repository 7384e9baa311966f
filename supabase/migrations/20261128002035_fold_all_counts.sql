-- One fold, one rebuild and one proof for all roll-ups: those of reports, of numbers and of facets.

create function public.fold_report_counts(max_changes integer default 5000) returns integer
language sql security definer set search_path = ''
begin atomic
	select greatest(hub.fold_reports(max_changes), hub.fold_facets(max_changes));
end;
comment on function public.fold_report_counts is
	'Definer: only this may write counts. Folds at most so many changes of each roll-up in that everybody may know of, and tells how many; 0 while another does it.';

create function public.rebuild_report_counts() returns void
language plpgsql security definer set search_path = '' set jit = off as $$
declare
	shown constant text := 'select 1, counted.* from hub.counted_facets as counted where shown_from <= now()';
begin
	-- Waits for whoever changes reports, and holds them off.
	perform hub.rebuild_reports();
	delete from hub.facet_changes;
	delete from hub.facet_counts;
	delete from hub.own_number_totals;
	delete from hub.counted_facets;
	insert into hub.counted_facets select * from hub.report_facets;
	execute 'insert into hub.facet_counts (facet, grain, cuboid, organisation_id, page_on, value, sector,
		channel, kind, counts) ' || hub.facet_query(shown)
		|| ' order by facet, grain, cuboid, organisation_id, page_on';
	execute 'insert into hub.own_number_totals (organisation_id, caller_number, report_count) '
		|| hub.own_total_query(shown);
	insert into hub.facet_changes (weight, facets, shown_from)
	select 1, counted, counted.shown_from from hub.counted_facets as counted where shown_from > now();
end $$;
comment on function public.rebuild_report_counts is
	'Definer: only the desk itself may. Counts everything anew from the reports, what only staff may know as changes that wait; filings wait meanwhile.';

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

revoke execute on function public.fold_report_counts, public.rebuild_report_counts, public.verify_report_counts from public;
grant execute on function public.fold_report_counts, public.rebuild_report_counts, public.verify_report_counts
	to service_role;
