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

revoke execute on function hub.ask_for_assessment, hub.ask_for_assessment_of_changed from public;
