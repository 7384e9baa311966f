-- What staff read. All of it runs with the rights of the one who asks: RLS is the wall.

create function hub.newest_reports(
	kind text, channel text, category text, sector text, province text, state hub.report_state,
	organisation_id uuid, number text, first_on date, last_on date, before bigint, most integer)
returns setof bigint
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
begin
	return query
	select reports.report_id
	from hub.reports
	where (select hub.is_staff())
		and (newest_reports.kind is null or reports.kind = newest_reports.kind)
		and (newest_reports.channel is null or reports.channel = newest_reports.channel)
		and (newest_reports.category is null or exists (
			select from hub.report_categories
			where report_categories.report_id = reports.report_id
				and report_categories.category = newest_reports.category))
		and (newest_reports.sector is null or reports.sector = newest_reports.sector)
		and (newest_reports.province is null or reports.province = newest_reports.province)
		and (newest_reports.state is null or reports.state = newest_reports.state)
		and (newest_reports.organisation_id is null or reports.organisation_id = newest_reports.organisation_id)
		and (newest_reports.number is null or reports.caller_number = newest_reports.number)
		and (newest_reports.first_on is null or reports.counted_on >= newest_reports.first_on)
		and (newest_reports.last_on is null or reports.counted_on <= newest_reports.last_on)
		and (newest_reports.before is null or reports.report_id < newest_reports.before)
	order by reports.report_id desc
	limit least(greatest(most, 1), 200);
end $$;
comment on function hub.newest_reports is
	'Which reports list_reports shows. Planned anew for the filters that are there: one plan for all of them would read every report.';

create function public.list_reports(
	kind text default null, channel text default null, category text default null,
	sector text default null, province text default null, state hub.report_state default null,
	organisation_id uuid default null, number text default null,
	first_on date default null, last_on date default null,
	before bigint default null, most integer default 25)
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
	from hub.newest_reports(list_reports.kind, list_reports.channel, list_reports.category,
			list_reports.sector, list_reports.province, list_reports.state, list_reports.organisation_id,
			list_reports.number, list_reports.first_on, list_reports.last_on, list_reports.before,
			list_reports.most) as newest (report_id)
	join hub.reports using (report_id)
	left join hub.organisations on organisations.organisation_id = reports.organisation_id
	order by newest.report_id desc;
end;
comment on function public.list_reports is
	'For staff. Newest reports first, after all filters; the next page is before the last report_id.';

create function public.read_report(reference text) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object(
		'reference', reports.reference, 'kind', reports.kind, 'channel', reports.channel,
		'state', reports.state, 'outcome', reports.outcome, 'sector', reports.sector,
		'organisation', case when organisations.organisation_id is not null then jsonb_build_object(
			'id', organisations.organisation_id, 'name', organisations.name, 'match', organisation_match) end,
		'organisation_name', reports.organisation_name, 'caller_number', reports.caller_number,
		'narrative', narrative, 'facts', facts, 'findings', hub.findings_of(reports.report_id), 'province', province, 'locale', locale,
		'share_identity', share_identity, 'publish_narrative', publish_narrative,
		'counted_on', counted_on, 'is_counted', is_counted, 'origin', origin, 'filed_at', filed_at,
		'evidence', hub.evidence_of(reports.report_id),
		'contacts', (select coalesce(jsonb_agg(jsonb_build_object('contact_at', contact_at, 'is_time_known', is_time_known)
				order by position), '[]')
			from hub.report_contacts where report_contacts.report_id = reports.report_id),
		'categories', (select coalesce(jsonb_agg(jsonb_build_object('code', category, 'source', source, 'score', score,
				'is_primary', is_primary) order by is_primary desc, score desc nulls last, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'notes', hub.notes_of(reports.report_id),
		'answers', hub.answers_of(reports.report_id), 'messages', hub.messages_of(reports.report_id),
		'events', (select coalesce(jsonb_agg(jsonb_build_object('event', event, 'from_state', from_state, 'to_state', to_state,
				'actor_role', actor_role, 'reason', reason, 'details', details, 'occurred_at', occurred_at) order by event_id), '[]')
			from hub.report_events where report_events.report_id = reports.report_id))
	from hub.reports left join hub.organisations using (organisation_id)
	where reports.reference = read_report.reference and (select hub.is_staff())
);
comment on function public.read_report is 'For staff. One report with everything the caller may read of it; null when that is nothing. Members have open_own_report, which names less.';

revoke execute on function hub.newest_reports, public.list_reports, public.read_report from public;
grant execute on function hub.newest_reports, public.list_reports, public.read_report to authenticated, service_role;
