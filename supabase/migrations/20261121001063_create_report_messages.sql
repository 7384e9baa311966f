-- Messages between a reporter and the organisation, or a reporter and the committee.

create table hub.report_messages (
	message_id bigint generated always as identity primary key,
	report_id bigint not null references hub.reports on delete cascade,
	sender text not null check (sender in ('reporter', 'organisation_member', 'staff')),
	organisation_id uuid references hub.organisations,
	author_id uuid references auth.users on delete set null,
	text text not null check (length(text) between 1 and 4000),
	sent_at timestamptz not null default now(),
	read_at timestamptz,
	check (sender <> 'organisation_member' or organisation_id is not null),
	check (sender <> 'staff' or organisation_id is null),
	check (sender <> 'reporter' or author_id is null)
);
create index report_messages_report_id_idx on hub.report_messages (report_id, message_id);
create index report_messages_organisation_id_idx on hub.report_messages (organisation_id, sent_at);
create index report_messages_author_id_idx on hub.report_messages (author_id);
comment on table hub.report_messages is 'What reporter and organisation, or reporter and committee, write to one another about a report.';
comment on column hub.report_messages.organisation_id is
	'The organisation that wrote it or was written to; null when it is between reporter and committee, which no organisation reads.';
comment on column hub.report_messages.text is 'With personal data masked.';
comment on column hub.report_messages.read_at is 'When the other side first had it before them.';

alter table hub.report_messages enable row level security;
create policy "staff read messages" on hub.report_messages
	for select to authenticated using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read messages with their organisation about reports they read" on hub.report_messages
	for select to authenticated using (
		organisation_id in (select hub.my_organisations())
		and (sender <> 'reporter' or hub.told_at(sent_at) <= now())
		and exists (select from hub.reports where reports.report_id = report_messages.report_id));
grant select on hub.report_messages to authenticated, service_role;
