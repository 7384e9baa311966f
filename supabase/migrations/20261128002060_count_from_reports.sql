-- What no roll-up holds is counted from the reports: narrow questions, over few of them.

create index reports_number_prefix_idx on hub.reports ((caller_number::text) text_pattern_ops, report_id);

create function public.count_from_reports(
	group_by text, grain text, first_on date, last_on date, filters jsonb default '{}')
returns table (cell text, begins_on date, report_count bigint)
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
	narrowed jsonb := filters || jsonb_build_object('first_on', first_on, 'last_on', last_on, 'is_counted', true);
	facet_needed constant boolean := group_by in ('hour', 'answer', 'verdict');
	source text;
begin
	if not (select hub.is_staff()) then
		raise exception using errcode = '42501', message = 'not_allowed';
	end if;
	if grain is null or grain not in ('day', 'week', 'month') then
		raise exception using errcode = '22023', message = 'unknown grain or dimension';
	end if;
	-- Answers are of the day of delivery: asking for them is a filter too.
	source := hub.reports_and_facets(narrowed || case when facet_needed then '{"hour": ""}' else '{}' end::jsonb);
	for cell, begins_on, report_count in execute format('select %s, date_trunc(%L, %s::timestamp)::date, count(*) from %s where %s%s group by 1, 2',
		case group_by
			when 'none' then '''total'''
			when 'kind' then 'reports.kind' when 'channel' then 'reports.channel' when 'sector' then 'reports.sector'
			when 'province' then 'coalesce(reports.province, '''')'
			when 'verification' then 'reports.verification'
			when 'category' then 'each.category' when 'sub_category' then 'each.sub_category'
			when 'hour' then 'to_char(facets.hour, ''FM00'')'
			when 'answer' then 'case when facets.answer_days is null then ''none'' else least(facets.answer_days, 61)::text end'
			when 'verdict' then 'coalesce(facets.verdict, ''unanswered'')'
			when 'organisation' then 'reports.organisation_id::text' end,
		grain, case when group_by in ('answer', 'verdict') then 'facets.delivered_on' else hub.day_column(narrowed) end,
		source || case when group_by in ('category', 'sub_category') then ' join hub.report_categories as each using (report_id)' else '' end,
		case when group_by in ('answer', 'verdict')
			then hub.report_conditions(narrowed - 'first_on' - 'last_on') || format(' and facets.delivered_on between %L and %L', first_on, last_on)
			else hub.report_conditions(narrowed) end,
		case group_by when 'hour' then ' and facets.hour is not null'
			when 'sub_category' then ' and each.sub_category is not null'
			when 'organisation' then ' and reports.organisation_id is not null' else '' end)
	loop
		return next;
	end loop;
end $$;
comment on function public.count_from_reports is
	'Definer: checks by itself that the caller is staff. Counted reports per value and period, from the reports themselves, for what public.count_reports and public.count_facets do not keep. Takes as long as there are reports to read.';
revoke execute on function public.count_from_reports from public;
grant execute on function public.count_from_reports to authenticated;
