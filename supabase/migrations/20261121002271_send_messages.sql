-- Messages about a report, both ways, as long as it is not over.

create function hub.add_message(report hub.reports, message hub.report_messages) returns void
language plpgsql volatile set search_path = '' as $$
declare
	most_unread constant integer := 20;
	unread integer;
	id bigint;
begin
	if report.state in ('received', 'closed', 'withdrawn', 'anonymised') then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	select count(*) into unread from hub.report_messages as earlier
	where earlier.report_id = report.report_id and earlier.sender = message.sender
		and earlier.organisation_id is not distinct from message.organisation_id and earlier.read_at is null;
	if unread >= most_unread then
		raise exception using errcode = 'GH010', message = 'messages_too_many';
	end if;
	insert into hub.report_messages (report_id, sender, organisation_id, author_id, text)
	values (report.report_id, message.sender, message.organisation_id, message.author_id, message.text)
	returning message_id into id;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details)
	values (report.report_id, 'message_sent', report.state, report.state,
		case message.sender when 'staff' then hub.acting_role() else message.sender end, message.author_id,
		jsonb_build_object('with', case when message.organisation_id is null then 'committee' else 'organisation' end));
	-- Who has not read the last one yet knows already that something waits.
	if unread = 0 and message.sender <> 'reporter' then
		perform hub.mail_reporter(report, 'new_message', 'message:' || id);
	elsif unread = 0 and message.organisation_id is not null then
		perform hub.post_mail_to_members(report, 'message_from_reporter', 'message:' || id,
			jsonb_build_object('reference', report.reference));
	end if;
end $$;
comment on function hub.add_message is
	'Keeps a message and mails the other side, once until it has read. Refuses when twenty wait unread.';

create function public.send_message_as_reporter(code_hash text, addressee text, message text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	sent hub.report_messages;
begin
	if addressee = 'organisation' and (report.organisation_id is null or report.state = 'held') then
		raise exception using errcode = 'GH002', message = 'no_organisation_to_write_to', detail = report.state::text;
	end if;
	sent.sender := 'reporter';
	sent.organisation_id := case when addressee = 'organisation' then report.organisation_id end;
	sent.text := message;
	perform hub.add_message(report, sent);
end $$;
comment on function public.send_message_as_reporter is
	'Definer: the server alone, with the keyed hash of a follow code and a text in which personal data is masked. To the organisation or the committee.';

create function public.send_message(reference text, message text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports;
	sent hub.report_messages;
begin
	if coalesce(btrim(message), '') = '' then
		raise exception using errcode = 'GH009', message = 'message_needed';
	end if;
	if hub.acting_role() is not null then
		select * into report from hub.reports where reports.reference = send_message.reference for update;
		if report.report_id is null then
			raise exception using errcode = 'GH404', message = 'report_not_found';
		end if;
		sent.sender := 'staff';
	else
		report := hub.lock_own_report(reference);
		sent.sender := 'organisation_member';
		sent.organisation_id := report.organisation_id;
	end if;
	sent.author_id := auth.uid();
	sent.text := btrim(message);
	perform hub.add_message(report, sent);
end $$;
comment on function public.send_message is
	'Definer: checks the role itself. A member of the report''s organisation, or a moderator, the committee or an administrator, writes to the reporter. The server masks personal data before.';

create function public.mark_messages_read(reference text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update hub.report_messages set read_at = now()
	from hub.reports
	where reports.reference = mark_messages_read.reference and report_messages.report_id = reports.report_id
		and sender = 'reporter' and read_at is null
		and ((report_messages.organisation_id is null and hub.acting_role() is not null)
			or (report_messages.organisation_id = reports.organisation_id and hub.told_at(sent_at) <= now()
				and reports.organisation_id in (select hub.my_organisations())));
end $$;
comment on function public.mark_messages_read is
	'Definer: touches only what is addressed to the caller. The messages of the reporter have been read.';

create function public.mark_messages_read_by_reporter(code_hash text) returns void
language sql volatile security definer set search_path = ''
begin atomic
	update hub.report_messages set read_at = now()
	from hub.reports
	where follow_code_hash = decode(code_hash, 'hex') and report_messages.report_id = reports.report_id
		and sender <> 'reporter' and read_at is null;
end;
comment on function public.mark_messages_read_by_reporter is
	'Definer: the server alone, with the keyed hash of a follow code. The messages to the reporter have been read.';

revoke execute on function hub.add_message, public.send_message_as_reporter, public.send_message,
	public.mark_messages_read, public.mark_messages_read_by_reporter from public;
grant execute on function public.send_message, public.mark_messages_read to authenticated;
grant execute on function public.send_message_as_reporter, public.mark_messages_read_by_reporter to service_role;
