-- What a reporter may do with the data about them: stay unknown, take it along, have it erased.

create function public.make_report_anonymous(code_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
begin
	if not report.share_identity and report.reporter_key is null and not exists (
		select from hub.report_reporters where report_reporters.report_id = report.report_id)
	then
		return;
	end if;
	perform hub.erase_contact_data(report.report_id);
	-- Mail to members of the organisation is not about who reported.
	delete from hub.outbox where outbox.report_id = report.report_id and sent_at is null;
	perform hub.add_reporter_event(report, 'made_anonymous');
end $$;
comment on function public.make_report_anonymous is
	'Definer: the server alone, with the keyed hash of a follow code. The address goes for good and is shared with nobody; the story stays.';

create function public.delete_followed_report(code_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.anonymise_report(hub.lock_followed_report(code_hash), 'reporter', 'data_deleted');
end $$;
comment on function public.delete_followed_report is
	'Definer: the server alone, with the keyed hash of a follow code. Erases what the reporter told and wrote; a stub that can be counted stays.';

create function public.export_followed_report(code_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object(
		'report', jsonb_build_object(
			'reference', reports.reference, 'kind', kind, 'channel', channel, 'state', state, 'outcome', outcome,
			'sector', reports.sector, 'organisation', organisations.name, 'organisation_match', organisation_match,
			'organisation_name', reports.organisation_name, 'caller_number', caller_number, 'narrative', narrative,
			'facts', facts, 'postcode4', postcode4, 'province', province, 'locale', locale,
			'share_identity', share_identity, 'publish_narrative', publish_narrative,
			'counted_on', counted_on, 'is_counted', is_counted, 'origin', origin,
			'filed_at', filed_at, 'delivered_at', delivered_at),
		'follow_up', hub.follow_up_of(reports.report_id),
		'email_proven_at', report_reporters.email_proven_at,
		'contacts', (select coalesce(jsonb_agg(to_jsonb(report_contacts) - 'report_id' - 'shown_from' order by position), '[]')
			from hub.report_contacts where report_contacts.report_id = reports.report_id),
		'categories', (select coalesce(jsonb_agg(to_jsonb(report_categories) - 'report_id' order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'findings', hub.findings_of(reports.report_id),
		'files', hub.evidence_of(reports.report_id),
		'deadlines', (select coalesce(jsonb_agg(to_jsonb(deadlines) - 'report_id' - 'deadline_id' order by set_at), '[]')
			from hub.deadlines where deadlines.report_id = reports.report_id),
		'mails', (select coalesce(jsonb_agg(jsonb_build_object('template', template, 'created_at', created_at,
				'sent_at', sent_at, 'given_up_at', given_up_at) order by mail_id), '[]')
			from hub.outbox where outbox.report_id = reports.report_id),
		'events', (select coalesce(jsonb_agg(jsonb_build_object('event', event, 'from_state', from_state,
				'to_state', to_state, 'actor_role', actor_role, 'occurred_at', occurred_at, 'details', details,
				'reason', case when actor_role = 'reporter' then reason end) order by event_id), '[]')
			from hub.report_events where report_events.report_id = reports.report_id),
		'sealed', jsonb_build_object(
			'email', encode(email_encrypted, 'hex'), 'email_key_id', report_reporters.key_id,
			'narrative', encode(narrative_encrypted, 'hex'), 'narrative_key_id', report_originals.key_id))
	from hub.reports
	left join hub.organisations using (organisation_id)
	left join hub.report_reporters using (report_id)
	left join hub.report_originals using (report_id)
	where follow_code_hash = decode(code_hash, 'hex')
);
comment on function public.export_followed_report is
	'Definer: the server alone, with the keyed hash of a follow code. Everything that is kept about the report but keys, digests and what staff wrote; under sealed what the server decrypts. Null when there is none.';

revoke execute on function public.make_report_anonymous, public.delete_followed_report,
	public.export_followed_report from public;
grant execute on function public.make_report_anonymous, public.delete_followed_report,
	public.export_followed_report to service_role;
