-- What the desk does when a clock of an application for a longer customer term has run out.

create function hub.post_mail_to_secretariat(template text, event_key text, parameters jsonb) returns void
language sql volatile set search_path = ''
begin atomic
	select hub.post_mail(post_mail_to_secretariat.event_key || ':' || memberships.user_id,
		post_mail_to_secretariat.template, 'nl', post_mail_to_secretariat.parameters, user_id => memberships.user_id)
	from hub.memberships where memberships.role = 'committee';
end;
comment on function hub.post_mail_to_secretariat is 'Mails everybody of the committee.';

create function hub.act_on_application_deadline(deadline hub.deadlines) returns void
language plpgsql volatile set search_path = '' as $$
declare
	application hub.cbt_applications;
begin
	select * into application from hub.cbt_applications where application_id = deadline.application_id for update;
	if deadline.clock = 'contact_data_erased' then
		delete from hub.cbt_applicants where cbt_applicants.application_id = application.application_id;
		perform hub.move_application(application, application.state, 'personal_data_erased', 'system');
		return;
	end if;
	perform hub.move_application(application, application.state, deadline.clock || '_passed', 'system');
	-- That no more may be changed is what was said; all else is for somebody to act upon.
	if deadline.clock <> 'cbt_changes' then
		perform hub.post_mail_to_secretariat('cbt_due', 'cbt_due:' || deadline.deadline_id,
			jsonb_build_object('reference', application.reference, 'organisation', application.organisation_name,
				'clock', deadline.clock));
	end if;
end $$;
comment on function hub.act_on_application_deadline is
	'What happens when a clock of an application has run out: it is noted, and the committee is told. The desk itself declines nothing.';

revoke execute on function hub.post_mail_to_secretariat, hub.act_on_application_deadline from public;
