-- The proof that the counts are what a recount of the reports would give.

create function hub.verify_reports()
returns table (counts text, combination text, counted bigint, recounted bigint)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
	for counts, combination, counted, recounted in execute format($verify$
		with kept as (
			select 'report_counts' as counts,
				concat_ws('|', grain, cuboid, organisation_id, sector, province, category, channel, kind, period_on) as combination,
				report_count
			from (
				select grain, cuboid, organisation_id, sector, province, category, channel, kind, period_on, report_count
				from hub.report_counts_by_period union all %s) as cube
			union all
			select 'number_counts', concat_ws('|', caller_number, kind, category, counted_on), report_count
			from (
				select caller_number, kind, category, counted_on, report_count
				from hub.number_counts union all %s) as numbers),
		truth as (
			select 'report_counts' as counts,
				concat_ws('|', grain, cuboid, organisation_id, sector, province, category, channel, kind, period_on) as combination,
				report_count
			from (%s) as cube
			union all
			select 'number_counts', concat_ws('|', caller_number, kind, category, counted_on), report_count
			from (%s) as numbers)
		select counts, combination, coalesce(kept_count, 0), coalesce(true_count, 0)
		from (select counts, combination, sum(report_count) as kept_count from kept group by 1, 2) as a
		full join (select counts, combination, sum(report_count) as true_count from truth group by 1, 2) as b
			using (counts, combination)
		where coalesce(kept_count, 0) <> coalesce(true_count, 0)
		order by counts, combination
	$verify$,
		hub.cube_query('hub.report_count_changes'), hub.number_query('hub.report_count_changes'),
		hub.cube_query('hub.counted_reports'), hub.number_query('hub.counted_reports'))
	loop
		return next;
	end loop;
end $$;
comment on function hub.verify_reports is
	'Definer: it must see every report. One row for each combination whose count is not what a recount gives; none when all is well.';
revoke execute on function hub.verify_reports from public;
