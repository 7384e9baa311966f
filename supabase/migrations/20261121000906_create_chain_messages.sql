-- An advertiser asks its link about one report. The report, its clock and the answer stay the
-- advertiser's.

create table hub.chain_messages (
	message_id bigint generated always as identity primary key,
	report_id bigint not null references hub.reports on delete cascade,
	client_id uuid not null references hub.organisations,
	worker_id uuid not null references hub.organisations,
	sender text not null check (sender in ('client', 'worker')),
	text text not null check (length(btrim(text)) between 1 and 4000),
	sent_at timestamptz not null default now(),
	sent_by uuid references auth.users on delete set null,
	check (client_id <> worker_id)
);
create index chain_messages_report_id_idx on hub.chain_messages (report_id, message_id);
create index chain_messages_client_id_idx on hub.chain_messages (client_id);
create index chain_messages_worker_id_idx on hub.chain_messages (worker_id, report_id);
create index chain_messages_sent_by_idx on hub.chain_messages (sent_by);
comment on table hub.chain_messages is
	'What an advertiser (client) and one of its links (worker) write to one another about a report. The reporter does not see it.';
comment on column hub.chain_messages.text is 'With personal data masked.';

alter table hub.chain_messages enable row level security;
create policy "staff read messages in the chain" on hub.chain_messages
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read messages in their own chain" on hub.chain_messages
	for select to authenticated using (
		client_id in (select hub.my_organisations()) or worker_id in (select hub.my_organisations()));
grant select (message_id, report_id, client_id, worker_id, sender, text, sent_at)
	on hub.chain_messages to authenticated;
grant select on hub.chain_messages to service_role;
