-- What anybody may take along as a whole: the reports of a month, and the numbers to block. Exact
-- counts go to the server alone, which hides what is small before anything leaves it.

create function public.count_month_for_open_data(month date)
returns table (kind text, channel text, category text, sector text, province text, report_count integer)
language sql stable security definer set search_path = ''
begin atomic
	select reports.kind, reports.channel, coalesce(report_categories.category, 'none'), reports.sector,
		coalesce(reports.province, 'unknown'), count(*)::integer
	from hub.reports
	left join hub.report_categories on report_categories.report_id = reports.report_id and is_primary
	where counted_on >= date_trunc('month', month::timestamp)::date
		and counted_on < (date_trunc('month', month::timestamp) + interval '1 month')::date
		and is_counted
		-- Pointed to another organisation within the hour, it was known before.
		and (shown_from <= now() or hub.told_at(filed_at) <= now())
	group by 1, 2, 3, 4, 5;
end;
comment on function public.count_month_for_open_data is
	'Definer: the server alone, for no role may read all reports. How many counted reports of a month are alike in all that open data may tell, by the primary category.';

create function public.list_blocklist(most integer default 5000)
returns table (number text, complaints integer, category text, last_on date)
language sql stable security definer set search_path = ''
begin atomic
	select candidates.caller_number, (looked_up -> 'reports' ->> 'complaints')::integer,
		looked_up #>> '{top_categories,0,code}', (looked_up -> 'reports' ->> 'last_on')::date
	from (
		select caller_number, max(counted_on) as last_on
		from (
			select caller_number, counted_on, report_count from hub.number_counts
			where category = '' and kind = 'complaint'
			union all
			select caller_number, counted_on, weight from hub.report_count_changes
			where kind = 'complaint' and caller_number <> '' and shown_from <= now()) as folded_or_not
		group by caller_number
		having sum(report_count) >= 5
			and max(counted_on) >= (now() at time zone 'Europe/Amsterdam')::date - 365
	) as candidates
	cross join lateral public.look_up_number(candidates.caller_number) as looked_up
	where looked_up ->> 'assessment' = 'often_reported'
		-- Whoever says that it is theirs, or that it was misused, is heard first.
		and not exists (select from hub.number_contests
			where contested_number = candidates.caller_number and state in ('open', 'upheld'))
	order by candidates.last_on desc, candidates.caller_number
	limit least(greatest(most, 1), 5000);
end;
comment on function public.list_blocklist is
	'Definer: the server alone; it tells only what look_up_number tells of each number. Numbers that are often reported, in the last 365 days too, that nobody registered and that are not contested.';

revoke execute on function public.count_month_for_open_data, public.list_blocklist from public;
grant execute on function public.count_month_for_open_data, public.list_blocklist to service_role;
