-- What a reporter sees with the follow code.

create function public.follow_report(code_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object(
		'reference', reports.reference, 'kind', kind, 'channel', channel, 'state', state,
		'outcome', outcome, 'filed_at', filed_at, 'caller_number', caller_number,
		'organisation_name', coalesce(organisations.name, reports.organisation_name),
		'is_attributed', reports.organisation_id is not null,
		'narrative', narrative, 'share_identity', share_identity, 'delivered_at', delivered_at,
		'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'events', (select coalesce(jsonb_agg(jsonb_build_object(
				'event', event, 'to_state', to_state, 'occurred_at', occurred_at) order by event_id), '[]')
			from hub.report_events where report_events.report_id = reports.report_id))
	from hub.reports left join hub.organisations using (organisation_id)
	where follow_code_hash = decode(code_hash, 'hex')
);
comment on function public.follow_report is
	'Definer: the server alone, with the keyed hash of a follow code. The report it belongs to, without what staff wrote about it; null when there is none.';
revoke execute on function public.follow_report from public;
grant execute on function public.follow_report to service_role;
