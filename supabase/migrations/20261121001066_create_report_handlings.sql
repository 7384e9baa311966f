-- How an organisation goes about a report: who looks after it, and under what name it is known there.

create table hub.report_handlings (
	report_id bigint not null references hub.reports on delete cascade,
	organisation_id uuid not null references hub.organisations on delete cascade,
	assigned_to uuid references auth.users on delete set null,
	own_reference text check (length(own_reference) between 1 and 60),
	primary key (report_id, organisation_id)
);
create index report_handlings_organisation_id_idx on hub.report_handlings (organisation_id, own_reference);
create index report_handlings_assigned_to_idx on hub.report_handlings (assigned_to, organisation_id);
comment on table hub.report_handlings is
	'What an organisation keeps of a report for itself. Nobody else reads it, and it stays when the report goes to another.';
comment on column hub.report_handlings.assigned_to is 'The member who looks after it.';
comment on column hub.report_handlings.own_reference is 'The organisation''s own name for the case, to find it by.';

alter table hub.report_handlings enable row level security;
create policy "members read how their organisation goes about a report" on hub.report_handlings
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
grant select on hub.report_handlings to authenticated;

-- Files of an organisation go with an answer; the table of answers is made after that of files.
alter table hub.evidence add foreign key (answer_id) references hub.report_answers;
