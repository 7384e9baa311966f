-- Where an organisation wants to be told at once that something happened.

create table hub.webhooks (
	webhook_id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references hub.organisations on delete cascade,
	url text not null check (url ~ '^https?://[^/]' and length(url) <= 500),
	events text[] not null check (cardinality(events) > 0 and events <@ array[
		'report.new', 'report.message', 'report.verdict', 'report.deadline_near', 'report.deadline_passed']),
	secret_encrypted bytea not null,
	key_id text not null,
	created_at timestamptz not null default now(),
	created_by uuid references auth.users on delete set null,
	failing_since timestamptz,
	disabled_at timestamptz,
	disabled_because text check (disabled_because in ('owner', 'failing', 'gone')),
	check ((disabled_at is null) = (disabled_because is null))
);
create index webhooks_organisation_id_idx on hub.webhooks (organisation_id, created_at);
create index webhooks_created_by_idx on hub.webhooks (created_by);
comment on table hub.webhooks is 'Addresses of organisations that the desk posts to when something happens to a report about them.';
comment on column hub.webhooks.secret_encrypted is 'What messages are signed with (AES-256-GCM: nonce, tag, text); shown once, when it was made.';
comment on column hub.webhooks.key_id is 'Which key of the installation encrypted it.';
comment on column hub.webhooks.failing_since is 'The first failure since the last success; null when the last attempt went well.';
comment on column hub.webhooks.disabled_because is 'owner: switched off; failing: failed for days; gone: the address answered that it is gone (410).';

alter table hub.webhooks enable row level security;
create policy "owners read webhooks of their organisation" on hub.webhooks
	for select to authenticated using (organisation_id in (select hub.my_organisations('owner')));
grant select (webhook_id, organisation_id, url, events, created_at, failing_since, disabled_at, disabled_because)
	on hub.webhooks to authenticated;
