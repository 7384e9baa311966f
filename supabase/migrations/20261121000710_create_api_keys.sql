-- How programs of an organisation reach the desk, and what was changed about that by whom.

create table hub.connection_events (
	connection_event_id bigint generated always as identity primary key,
	organisation_id uuid not null references hub.organisations on delete cascade,
	event text not null check (event ~ '^[a-z_]+$'),
	subject_id uuid not null,
	actor_id uuid,
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index connection_events_organisation_id_idx on hub.connection_events (organisation_id, connection_event_id);
comment on table hub.connection_events is 'Append-only: what happened to the API keys and webhooks of an organisation, and what was answered with a key.';
comment on column hub.connection_events.subject_id is 'The key or the webhook.';
comment on column hub.connection_events.actor_id is 'The person who signed in; null for the desk itself and for a key.';
comment on column hub.connection_events.details is 'A name, a host or a reference; nothing secret.';

create table hub.api_keys (
	api_key_id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references hub.organisations on delete cascade,
	name text not null check (length(btrim(name)) between 2 and 80),
	scopes text[] not null check (cardinality(scopes) > 0
		and scopes <@ array['reports:read', 'reports:answer', 'messages:send', 'chain:read']),
	hint text not null check (length(hint) = 4),
	key_hash bytea not null unique,
	created_at timestamptz not null default now(),
	created_by uuid references auth.users on delete set null,
	last_used_at timestamptz,
	revoked_at timestamptz,
	revoked_by uuid references auth.users on delete set null
);
create index api_keys_organisation_id_idx on hub.api_keys (organisation_id, created_at);
create index api_keys_created_by_idx on hub.api_keys (created_by);
create index api_keys_revoked_by_idx on hub.api_keys (revoked_by);
comment on table hub.api_keys is 'Keys with which a program acts for an organisation, each within its scopes. A revoked one stays as a trace.';
comment on column hub.api_keys.hint is 'The last four signs, to tell keys apart; the key itself is not kept.';
comment on column hub.api_keys.key_hash is 'Keyed hash of the key.';
comment on column hub.api_keys.last_used_at is 'To the minute: using a key writes at most once in that time.';

alter table hub.connection_events enable row level security;
alter table hub.api_keys enable row level security;
create policy "owners read what happened to connections" on hub.connection_events
	for select to authenticated using (organisation_id in (select hub.my_organisations('owner')));
create policy "owners read keys of their organisation" on hub.api_keys
	for select to authenticated using (organisation_id in (select hub.my_organisations('owner')));
grant select on hub.connection_events to authenticated;
grant select (api_key_id, organisation_id, name, scopes, hint, created_at, last_used_at, revoked_at)
	on hub.api_keys to authenticated;

create function hub.add_connection_event(organisation_id uuid, event text, subject_id uuid, details jsonb default '{}')
returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.connection_events (organisation_id, event, subject_id, actor_id, details)
	values (add_connection_event.organisation_id, add_connection_event.event, add_connection_event.subject_id,
		(select auth.uid()), add_connection_event.details);
end;
comment on function hub.add_connection_event is 'What was done to a key or a webhook, by whoever signed in.';

create function hub.require_level(organisation_id uuid, least_level hub.membership_level) returns void
language plpgsql stable set search_path = '' as $$
begin
	if not exists (select from hub.my_organisations(least_level) as mine where mine = require_level.organisation_id) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
end $$;
comment on function hub.require_level is 'Refuses whoever is no member of the organisation at this level or a higher one.';

revoke execute on function hub.add_connection_event, hub.require_level from public;
