-- When what is known of a complaint changes, its findings must follow. The rules are in the domain,
-- so the database only remembers which reports wait for a new assessment.

create table hub.assessments_due (
	report_id bigint primary key references hub.reports on delete cascade,
	ticket bigint generated always as identity unique
);
comment on table hub.assessments_due is
	'Reports of which more became known since they were assessed, whoever told it. Written in the transaction of the change.';
comment on column hub.assessments_due.ticket is
	'New with every change, so that an assessment of what was known before does not pass for one of what is known now.';
alter table hub.assessments_due enable row level security;

create function hub.ask_for_assessment(report_id bigint) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.assessments_due (report_id) values (ask_for_assessment.report_id)
	on conflict on constraint assessments_due_pkey do update set ticket = default;
end;
comment on function hub.ask_for_assessment is 'This report waits for a new assessment.';

create function hub.ask_for_assessment_of_changed() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform hub.ask_for_assessment(new.report_id);
	return new;
end $$;
comment on function hub.ask_for_assessment_of_changed is
	'Definer: whoever may change a report, nobody writes what waits. What the rules look at has changed.';
create trigger changed_reports_are_assessed_anew
	after update of facts, sector, channel, caller_number on hub.reports
	for each row
	when (new.kind = 'complaint' and new.state not in ('withdrawn', 'anonymised')
		and (old.facts, old.sector, old.channel, old.caller_number)
			is distinct from (new.facts, new.sector, new.channel, new.caller_number))
	execute function hub.ask_for_assessment_of_changed();

create function public.reports_to_assess(most integer default 100, only_reference text default null) returns jsonb
language sql stable security definer set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'report_id', reports.report_id, 'ticket', due.ticket, 'channel', channel, 'sector', sector,
		'caller_number', caller_number, 'facts', facts, 'contacts', coalesce((
			select jsonb_agg(jsonb_build_object('contact_at', contact_at, 'is_time_known', is_time_known) order by position)
			from hub.report_contacts where report_contacts.report_id = reports.report_id), '[]'))), '[]')
	from (
		select report_id, ticket from hub.assessments_due
		where only_reference is null
			or report_id = (select chosen.report_id from hub.reports as chosen where chosen.reference = only_reference)
		order by ticket limit most) as due
	join hub.reports using (report_id)
);
comment on function public.reports_to_assess is
	'Definer: the desk itself. What the rules need of the reports that have waited longest for a new assessment, or of one report if it waits.';

create function public.renew_findings(assessments jsonb, assessed_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	assessment record;
	renewed integer := 0;
begin
	for assessment in
		select sent.report_id, sent.ticket, sent.findings
		from jsonb_to_recordset(assessments) as sent (report_id bigint, ticket bigint, findings jsonb)
		-- In one order, so that two processes do not wait for each other.
		order by sent.report_id
	loop
		delete from hub.assessments_due as due
		where due.report_id = assessment.report_id and due.ticket = assessment.ticket;
		-- Another process was first, or more became known since.
		continue when not found;
		perform hub.write_findings(reports.report_id, assessment.findings, renew_findings.assessed_at)
		from hub.reports
		where reports.report_id = assessment.report_id and state not in ('withdrawn', 'anonymised');
		renewed := renewed + 1;
	end loop;
	return renewed;
end $$;
comment on function public.renew_findings is
	'Definer: the desk itself. Puts new findings [{report_id, ticket, findings}] in the place of the earlier ones, and tells how many still waited for this very assessment.';

revoke execute on function hub.ask_for_assessment, hub.ask_for_assessment_of_changed, public.reports_to_assess,
	public.renew_findings from public;
grant execute on function public.reports_to_assess, public.renew_findings to service_role;
