-- The proof that the roll-ups of facets are what a recount of the reports would give.

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

revoke execute on function hub.verify_facets, hub.verify_own_totals from public;
