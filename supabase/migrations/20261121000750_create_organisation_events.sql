-- Everything that ever happens to an organisation: who belongs to it, what is its own, what it became.

create function hub.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
	raise exception using errcode = 'GH001', message = 'append_only';
end $$;
comment on function hub.refuse_change is 'For tables to which rows are only ever added.';

revoke execute on function hub.refuse_change from public;

create table hub.organisation_events (
	event_id bigint generated always as identity primary key,
	organisation_id uuid not null references hub.organisations,
	event text not null check (event ~ '^[a-z_]+$'),
	actor_role text not null check (actor_role in
		('system', 'organisation_member', 'committee', 'administrator')),
	actor_id uuid,
	reason text check (length(reason) <= 2000),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index organisation_events_organisation_id_idx on hub.organisation_events (organisation_id, event_id);
comment on table hub.organisation_events is
	'Append-only. What happened to an organisation at the desk: claimed, members and groups, its own card, merging.';
comment on column hub.organisation_events.actor_id is 'The person who signed in; null for the system and for who claims.';
comment on column hub.organisation_events.details is 'Levels, ids of members and other organisations, names of fields; never somebody''s address.';
create trigger organisation_events_are_append_only
	before update or delete or truncate on hub.organisation_events
	for each statement execute function hub.refuse_change();

alter table hub.organisation_events enable row level security;
create policy "owners read what happened to their organisation" on hub.organisation_events
	for select to authenticated using (organisation_id in (select hub.my_organisations('owner')));
create policy "staff read what happened to organisations" on hub.organisation_events
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
grant select on hub.organisation_events to authenticated, service_role;

create function hub.add_organisation_event(organisation_id uuid, event text, actor_role text,
	details jsonb default '{}', reason text default null) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.organisation_events (organisation_id, event, actor_role, actor_id, reason, details)
	values (add_organisation_event.organisation_id, add_organisation_event.event, add_organisation_event.actor_role,
		auth.uid(), btrim(add_organisation_event.reason), jsonb_strip_nulls(add_organisation_event.details));
end;
comment on function hub.add_organisation_event is 'What just happened to an organisation, by whoever signed in.';

create function hub.require_owner(organisation_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
	if not exists (
		select from hub.my_organisations() as own join hub.organisations as known on known.organisation_id = own
		where own = require_owner.organisation_id and known.merged_into is null)
	then
		-- The same for the organisation of another, or one that was merged, as for none.
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	if not exists (select from hub.my_organisations('owner') as own where own = require_owner.organisation_id) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
end $$;
comment on function hub.require_owner is 'Refuses whoever is not an owner of this organisation.';
revoke execute on function hub.add_organisation_event, hub.require_owner from public;
