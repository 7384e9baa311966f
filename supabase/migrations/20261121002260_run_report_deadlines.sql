-- What the desk does when a clock of a report has run out: it reminds, ends, asks or erases.

create function hub.post_mail_to_members(report hub.reports, template text, event_key text, parameters jsonb,
	least_level hub.membership_level default 'handler')
returns void
language sql volatile set search_path = ''
begin atomic
	select hub.post_mail(post_mail_to_members.event_key || ':' || memberships.user_id, template, 'nl',
		parameters || jsonb_build_object('portal', organisations.slug), user_id => memberships.user_id,
		send_after => hub.told_at(now()))
	from hub.memberships join hub.organisations using (organisation_id)
	where memberships.role = 'organisation_member' and memberships.level >= least_level
		and memberships.organisation_id = (post_mail_to_members.report).organisation_id;
end;
comment on function hub.post_mail_to_members is
	'One mail to every member, of this level or a higher one, of the organisation a report is about; it links to the report in their part of the portal. It goes at the end of the hour, when they are told.';

create function hub.add_system_event(report_id bigint, event text, details jsonb default '{}') returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	select reports.report_id, add_system_event.event, reports.state, reports.state, 'system', add_system_event.details
	from hub.reports where reports.report_id = add_system_event.report_id;
end;
comment on function hub.add_system_event is 'An event that moves nothing, by the desk itself.';

create function hub.move_by_clock(report hub.reports, to_state hub.report_state, outcome hub.report_outcome, event text)
returns void
language plpgsql volatile set search_path = '' as $$
begin
	update hub.reports set state = to_state, outcome = coalesce(reports.outcome, move_by_clock.outcome)
	where report_id = report.report_id;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role)
	values (report.report_id, event, report.state, to_state, 'system');
end $$;
comment on function hub.move_by_clock is 'The desk moves a report because its time has come. An outcome that is there stays.';

create function hub.erase_contact_data(report_id bigint) returns void
language sql volatile set search_path = ''
begin atomic
	delete from hub.report_reporters where report_reporters.report_id = erase_contact_data.report_id;
	delete from hub.email_proofs where email_proofs.report_id = erase_contact_data.report_id;
	delete from hub.follow_links where follow_links.report_id = erase_contact_data.report_id;
	update hub.reports set reporter_key = null, share_identity = false
	where reports.report_id = erase_contact_data.report_id;
end;
comment on function hub.erase_contact_data is 'Nothing is left by which the reporter could be reached or known again.';

create function hub.act_on_report_deadline(deadline hub.deadlines) returns void
language plpgsql volatile set search_path = '' as $$
declare
	report hub.reports;
	event_key constant text := deadline.clock || ':' || deadline.deadline_id;
begin
	select * into report from hub.reports where report_id = deadline.report_id for update;
	case deadline.clock
		when 'reminder_first', 'reminder_second' then
			perform hub.post_mail_to_members(report, 'remind_organisation', event_key, jsonb_build_object(
				'reference', report.reference,
				'answer_by', coalesce(report.answer_due_at, hub.due_at('organisation_answer', report.delivered_at))));
			perform hub.add_system_event(report.report_id, 'organisation_reminded');
			perform hub.set_report_deadline(report.report_id,
				case deadline.clock when 'reminder_first' then 'reminder_second' else 'organisation_answer' end,
				report.delivered_at);
		when 'organisation_answer' then
			perform hub.move_by_clock(report, 'expired', 'unanswered', 'expired');
			perform hub.post_mail_to_members(report, 'report_overdue', event_key,
				jsonb_build_object('reference', report.reference), 'owner');
			perform hub.mail_reporter(report, 'report_expired', event_key);
		when 'promise_check' then
			perform hub.add_system_event(report.report_id, 'promise_asked');
			update hub.report_answers set promise_asked_at = now()
			where answer_id = (hub.last_answer(report.report_id)).answer_id;
			perform hub.mail_reporter(report, 'ask_promise_kept', event_key);
		when 'verdict_window' then
			perform hub.move_by_clock(report, 'closed', 'no_verdict', 'closed');
		when 'contact_data_erased' then
			perform hub.erase_contact_data(report.report_id);
			perform hub.add_system_event(report.report_id, 'contact_data_erased');
		when 'narrative_erased' then
			-- One that never ended does so now, and keeps its place in the figures.
			if report.state in ('expired', 'unattributed') then
				perform hub.move_by_clock(report, 'closed',
					(case report.state when 'expired' then 'unanswered' else 'no_verdict' end)::hub.report_outcome, 'closed');
				select * into report from hub.reports where report_id = deadline.report_id;
			end if;
			perform hub.anonymise_report(report, 'system', 'narrative_erased');
	end case;
end $$;
comment on function hub.act_on_report_deadline is 'What happens when a clock of a report has run out.';

create function hub.anonymise_report(report hub.reports, actor_role text, event text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if report.state = 'anonymised' then
		return;
	end if;
	if not hub.can_move(report.state, 'anonymised') then
		perform hub.count_report(report.report_id, -1::smallint);
		update hub.reports set state = 'withdrawn', is_counted = false where report_id = report.report_id;
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role)
		values (report.report_id, 'withdrawn', report.state, 'withdrawn', actor_role);
		report.state := 'withdrawn';
	end if;
	perform hub.erase_contact_data(report.report_id);
	delete from hub.report_messages where report_messages.report_id = report.report_id;
	delete from hub.report_notes where report_notes.report_id = report.report_id;
	delete from hub.report_handlings where report_handlings.report_id = report.report_id;
	update hub.report_answers set text = null, verdict_text = null where report_answers.report_id = report.report_id;
	delete from hub.report_originals where report_originals.report_id = report.report_id;
	delete from hub.narrative_bands where narrative_bands.report_id = report.report_id;
	perform hub.detach_evidence(report.report_id);
	delete from hub.outbox where outbox.report_id = report.report_id;
	update hub.reports set state = 'anonymised', narrative = null, facts = '{}', postcode4 = null,
		reporter_key = null, organisation_name = null, follow_code_hash = null
	where report_id = report.report_id;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role)
	values (report.report_id, event, report.state, 'anonymised', actor_role);
end $$;
comment on function hub.anonymise_report is
	'Leaves a stub that counts where the report counted: reference, kind, channel, organisation, number, days and categories. One that had not ended is withdrawn first.';

revoke execute on function hub.post_mail_to_members, hub.add_system_event, hub.move_by_clock,
	hub.erase_contact_data, hub.act_on_report_deadline, hub.anonymise_report from public;
