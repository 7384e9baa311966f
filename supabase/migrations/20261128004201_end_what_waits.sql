-- A report that waited until its words had to go is closed first. The mail that reminds an
-- organisation tells the term it was given, also when the clock was changed since.

create or replace function hub.act_on_report_deadline(deadline hub.deadlines) returns void
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
