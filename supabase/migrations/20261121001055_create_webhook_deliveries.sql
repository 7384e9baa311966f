-- What is to be told to webhooks, written in the transaction of the act it tells about, as mail is.

create table hub.webhook_deliveries (
	delivery_id uuid primary key default gen_random_uuid(),
	webhook_id uuid not null references hub.webhooks on delete cascade,
	event_key text not null check (length(event_key) between 3 and 200),
	event text not null check (event ~ '^[a-z_]+\.[a-z_]+$'),
	report_id bigint references hub.reports on delete cascade,
	occurred_at timestamptz not null default now(),
	send_after timestamptz not null default now(),
	attempts smallint not null default 0,
	claimed_until timestamptz,
	last_attempt_at timestamptz,
	last_answer text check (length(last_answer) <= 100),
	sent_at timestamptz,
	given_up_at timestamptz,
	unique (webhook_id, event_key),
	check (sent_at is null or given_up_at is null)
);
create index webhook_deliveries_waiting_idx on hub.webhook_deliveries (send_after)
	where sent_at is null and given_up_at is null;
create index webhook_deliveries_newest_idx on hub.webhook_deliveries (webhook_id, occurred_at);
create index webhook_deliveries_report_id_idx on hub.webhook_deliveries (report_id);
comment on table hub.webhook_deliveries is
	'Messages to webhooks, once for each event and webhook. A message holds the name of the event and a reference, nothing of a person.';
comment on column hub.webhook_deliveries.delivery_id is 'Told as webhook-id: the same at every attempt, so that who receives it twice knows.';
comment on column hub.webhook_deliveries.occurred_at is 'When it may be told: the end of the hour in which it happened. Before, its owners do not see it wait.';
comment on column hub.webhook_deliveries.report_id is 'Null for a test.';
comment on column hub.webhook_deliveries.claimed_until is 'A process is posting it and has until then.';
comment on column hub.webhook_deliveries.last_answer is 'The status that was answered, or why there was no answer; never what the address wrote.';

alter table hub.webhook_deliveries enable row level security;
create policy "who reads a webhook reads its deliveries" on hub.webhook_deliveries
	for select to authenticated using (
		occurred_at <= now() and exists (select from hub.webhooks where webhooks.webhook_id = webhook_deliveries.webhook_id));
grant select on hub.webhook_deliveries to authenticated;

create trigger connection_events_are_append_only
	before update or truncate on hub.connection_events
	for each statement execute function hub.refuse_change();
