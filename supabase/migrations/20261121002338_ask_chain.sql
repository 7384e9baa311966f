-- Asking a link in the chain about one report, and its reply. Nothing moves: the clock and the
-- answer stay with the advertiser.

create function public.send_chain_message(reference text, organisation_id uuid, other_id uuid, message text)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports;
	is_client boolean;
	id bigint;
begin
	if organisation_id is null or organisation_id not in (select hub.my_organisations('handler')) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif coalesce(btrim(message), '') = '' then
		raise exception using errcode = 'GH009', message = 'message_needed';
	end if;
	select * into report from hub.reports
	where reports.reference = send_chain_message.reference
		and reports.state not in ('received', 'held', 'withdrawn', 'anonymised') and reports.shown_from <= now()
		and reports.organisation_id in (send_chain_message.organisation_id, other_id)
	for update;
	is_client := report.organisation_id = send_chain_message.organisation_id;
	if report.report_id is null or not is_client and not (
		coalesce(report.made_by_organisation_id = send_chain_message.organisation_id, false) or exists (
			select from hub.chain_messages as asked
			where asked.report_id = report.report_id and asked.client_id = other_id
				and asked.worker_id = send_chain_message.organisation_id))
	then
		-- The same for a report of another as for none.
		raise exception using errcode = 'GH404', message = 'report_not_found';
	elsif is_client and not coalesce(report.made_by_organisation_id = other_id, false) and not hub.works_for(
		other_id, send_chain_message.organisation_id, (now() at time zone 'Europe/Amsterdam')::date) then
		raise exception using errcode = 'GH404', message = 'link_not_found';
	end if;
	insert into hub.chain_messages (report_id, client_id, worker_id, sender, text, sent_by)
	values (report.report_id, report.organisation_id,
		case when is_client then other_id else send_chain_message.organisation_id end,
		case when is_client then 'client' else 'worker' end, btrim(message), auth.uid())
	returning message_id into id;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details)
	values (report.report_id, case when is_client then 'link_asked' else 'link_replied' end, report.state,
		report.state, 'organisation_member', auth.uid(),
		jsonb_build_object('from', send_chain_message.organisation_id, 'to', other_id));
	perform hub.mail_members_of(other_id, 'chain_message', 'chain_message:' || id, jsonb_build_object(
		'reference', report.reference, 'is_question', is_client, 'organisation', (
			select name from hub.organisations as own where own.organisation_id = send_chain_message.organisation_id)),
		'handler');
end $$;
comment on function public.send_chain_message is
	'Definer: checks by itself that the caller may act for the organisation. Its advertiser asks a link that works for it now, or that made the contact, about a report, and with the question the link may read that report; or the link replies. The server masks personal data before.';

create function public.read_chain_report(reference text, organisation_id uuid) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object('reference', reports.reference, 'kind', kind, 'channel', channel,
		'state', reports.state, 'caller_number', caller_number, 'counted_on', counted_on,
		'narrative', narrative,
		'organisation', jsonb_build_object('id', organisations.organisation_id, 'name', organisations.name),
		'is_own', reports.organisation_id = read_chain_report.organisation_id,
		'made_by', (select jsonb_build_object('id', makers.organisation_id, 'name', makers.name)
			from hub.organisations as makers where makers.organisation_id = reports.made_by_organisation_id),
		'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'messages', (select coalesce(jsonb_agg(jsonb_build_object('message_id', messages.message_id,
				'sender', messages.sender, 'worker', workers.name, 'text', messages.text, 'sent_at', messages.sent_at)
				order by messages.message_id), '[]')
			from hub.chain_messages as messages
			join hub.organisations as workers on workers.organisation_id = messages.worker_id
			where messages.report_id = reports.report_id and messages.client_id = reports.organisation_id
				and read_chain_report.organisation_id in (messages.client_id, messages.worker_id)))
	from hub.reports join hub.organisations using (organisation_id)
	where reports.reference = read_chain_report.reference
		and (reports.organisation_id = read_chain_report.organisation_id
			or reports.made_by_organisation_id = read_chain_report.organisation_id
			or exists (select from hub.chain_messages as asked
				where asked.report_id = reports.report_id and asked.worker_id = read_chain_report.organisation_id))
);
comment on function public.read_chain_report is
	'A report as the chain sees it, with the messages between its organisation and the link that asks; null when the caller may not read it.';

create function public.list_made_reports(organisation_id uuid, most integer default 25) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(to_jsonb(newest) - 'report_id' order by newest.report_id desc), '[]')
	from (
		select reports.report_id, reports.reference, reports.kind, reports.caller_number, reports.counted_on,
			reports.state, organisations.name as organisation_name,
			exists (select from hub.chain_messages as asked
				where asked.report_id = reports.report_id and asked.client_id = reports.organisation_id
					and asked.worker_id = list_made_reports.organisation_id) as is_asked
		from hub.reports join hub.organisations using (organisation_id)
		where reports.organisation_id <> list_made_reports.organisation_id
			and (reports.made_by_organisation_id = list_made_reports.organisation_id
				or reports.report_id in (select asked.report_id from hub.chain_messages as asked
					where asked.worker_id = list_made_reports.organisation_id))
		order by reports.report_id desc limit least(greatest(most, 1), 200)) as newest
);
comment on function public.list_made_reports is
	'The newest reports of other organisations whose contact this one made, or that it was asked about, as far as the caller may read them.';

revoke execute on function public.send_chain_message, public.read_chain_report, public.list_made_reports from public;
grant execute on function public.send_chain_message, public.read_chain_report, public.list_made_reports to authenticated;
