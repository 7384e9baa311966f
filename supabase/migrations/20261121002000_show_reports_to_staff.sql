-- A report as staff see it. It runs with the rights of the one who asks: RLS is the wall.

create function hub.report_for_staff(reference text) returns jsonb
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
	where reports.reference = report_for_staff.reference and (select hub.is_staff())
);
comment on function hub.report_for_staff is
	'One report with everything the caller may read of it, for staff; null when that is nothing. Reached through public.read_report, which writes the look down.';

revoke execute on function hub.report_for_staff from public;
grant execute on function hub.report_for_staff to authenticated;
