-- One way to narrow reports down, for the list of them and for counts that no roll-up holds. So what
-- a figure counts and the list behind it are the same reports.

create function hub.day_column(filters jsonb) returns text
language sql immutable
return case when filters ?| array['answer', 'verdict'] then 'facets.delivered_on' else 'reports.counted_on' end;
comment on function hub.day_column is 'The day a period is about: of the contact, or of the delivery for who asks about answers.';

create function hub.report_conditions(filters jsonb) returns text
language sql stable set search_path = ''
return (
	select coalesce(string_agg(format(case name
		when 'kind' then 'reports.kind = %L'
		when 'channel' then 'reports.channel = %L'
		when 'sector' then 'reports.sector = %L'
		when 'state' then 'reports.state = %L'
		when 'province' then case value when 'unknown' then 'reports.province is null' else 'reports.province = %L' end
		when 'organisation_id' then 'reports.organisation_id = %L'
		when 'number' then 'reports.caller_number = %L'
		when 'number_prefix' then 'reports.caller_number::text like %L || ''%%'''
		when 'caller_id' then 'reports.organisation_id is null and reports.caller_number in (select labelled.caller_number from hub.labelled_numbers as labelled where labelled.caller_id = %1$L) and exists (select from hub.labelled_numbers as labelled where labelled.caller_id = %1$L and labelled.caller_number = reports.caller_number and labelled.period @> reports.counted_on)'
		when 'category' then 'exists (select from hub.report_categories as chosen where chosen.report_id = reports.report_id and chosen.category = %L)'
		when 'sub_category' then 'exists (select from hub.report_categories as chosen where chosen.report_id = reports.report_id and chosen.sub_category = %L)'
		when 'verification' then 'reports.verification = %L'
		when 'weekday' then 'extract(isodow from reports.counted_on) = %L'
		when 'hour' then 'facets.hour = %L'
		when 'verdict' then 'facets.verdict = %L'
		when 'answer' then case value
			when 'in_time' then 'facets.answer_days <= (select amount from hub.clocks where code = ''organisation_answer'')'
			when 'late' then 'facets.answer_days > (select amount from hub.clocks where code = ''organisation_answer'')'
			when 'waiting' then 'facets.delivered_on is not null and facets.answer_days is null and facets.delivered_on + (select amount from hub.clocks where code = ''organisation_answer'') >= (now() at time zone ''Europe/Amsterdam'')::date'
			else 'facets.answer_days is null and facets.delivered_on + (select amount from hub.clocks where code = ''organisation_answer'') < (now() at time zone ''Europe/Amsterdam'')::date' end
		when 'is_counted' then '(reports.is_counted and (reports.outcome is distinct from ''spoofed'' or not ' || (filters ? 'organisation_id')::text || '))'
		when 'first_on' then hub.day_column(filters) || ' >= %L'
		when 'last_on' then hub.day_column(filters) || ' <= %L'
		when 'before' then 'reports.report_id < %L'
		else 'false' end, value), ' and '), 'true')
	from jsonb_each_text(filters) as given (name, value) where value is not null
);
comment on function hub.report_conditions is
	'The conditions that filters put on hub.reports, and on hub.counted_facets as facets; every value is quoted. An unknown filter lets nothing through.';

create function hub.reports_and_facets(filters jsonb) returns text
language sql immutable
return 'hub.reports' || case when filters ?| array['hour', 'answer', 'verdict']
	then ' join hub.counted_facets as facets using (report_id)' else '' end;
comment on function hub.reports_and_facets is 'What the conditions of filters are about: the facets only where they are asked for.';

create function hub.newest_reports(filters jsonb, most integer) returns setof bigint
language plpgsql stable security definer set search_path = '' as $$
begin
	if not (select hub.is_staff()) then
		return;
	end if;
	return query execute format('select reports.report_id from %s where %s order by reports.report_id desc limit %s',
		hub.reports_and_facets(filters), hub.report_conditions(filters), least(greatest(most, 1), 200));
end $$;
comment on function hub.newest_reports is
	'Definer: checks by itself that the caller is staff, so that every filter may use its index. Which reports list_reports shows.';

create function public.list_reports(
	kind text default null, channel text default null, category text default null,
	sector text default null, province text default null, state hub.report_state default null,
	organisation_id uuid default null, number text default null,
	first_on date default null, last_on date default null,
	before bigint default null, most integer default 25,
	sub_category text default null, verification text default null, number_prefix text default null,
	weekday integer default null, hour integer default null, answer text default null,
	verdict text default null, is_counted boolean default null, caller_id bigint default null)
returns table (report_id bigint, reference text, kind text, channel text, state hub.report_state,
	sector text, province text, organisation_name text, organisation_match hub.organisation_match,
	stated_name text, caller_number text, categories text[], excerpt text, counted_on date, filed_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select reports.report_id, reports.reference, reports.kind, reports.channel, reports.state,
		reports.sector, reports.province, organisations.name, reports.organisation_match,
		reports.organisation_name, reports.caller_number,
		array(select report_categories.category from hub.report_categories
			where report_categories.report_id = reports.report_id
			order by is_primary desc, score desc nulls last, report_categories.category),
		left(reports.narrative, 160), reports.counted_on, reports.filed_at
	from hub.newest_reports(jsonb_strip_nulls(jsonb_build_object('kind', list_reports.kind,
			'channel', list_reports.channel, 'category', list_reports.category, 'sector', list_reports.sector,
			'province', list_reports.province, 'state', list_reports.state, 'organisation_id', list_reports.organisation_id,
			'number', list_reports.number, 'first_on', list_reports.first_on, 'last_on', list_reports.last_on,
			'before', list_reports.before, 'sub_category', list_reports.sub_category,
			'verification', list_reports.verification, 'number_prefix', list_reports.number_prefix,
			'weekday', list_reports.weekday, 'hour', list_reports.hour, 'answer', list_reports.answer,
			'verdict', list_reports.verdict, 'is_counted', list_reports.is_counted, 'caller_id', list_reports.caller_id)), list_reports.most) as newest (report_id)
	join hub.reports using (report_id)
	left join hub.organisations on organisations.organisation_id = reports.organisation_id
	order by newest.report_id desc;
end;
comment on function public.list_reports is
	'For staff. Newest reports first, after all filters; the next page is before the last report_id. `caller_id`: those without an organisation about the numbers of a caller that is known by a label alone.';

revoke execute on function hub.report_conditions, hub.day_column, hub.reports_and_facets, hub.newest_reports,
	public.list_reports from public;
grant execute on function hub.newest_reports, public.list_reports to authenticated, service_role;
