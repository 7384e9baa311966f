-- Every act of upkeep: who did it, when, why, and what it changed.

create table hub.upkeep_events (
	event_id bigint generated always as identity primary key,
	act text not null check (act ~ '^[a-z_]+$'),
	subject text not null check (length(subject) between 1 and 300),
	actor_id uuid,
	reason text not null check (length(reason) between 1 and 2000),
	before jsonb,
	after jsonb,
	occurred_at timestamptz not null default now()
);
comment on table hub.upkeep_events is 'Append-only. What administrators changed of the desk itself.';
comment on column hub.upkeep_events.subject is 'What it was about, by code, day or number; never a person''s address.';
comment on column hub.upkeep_events.before is 'What it was; null for what was not there.';
create trigger upkeep_events_are_append_only
	before update or delete or truncate on hub.upkeep_events
	for each statement execute function hub.refuse_change();
alter table hub.upkeep_events enable row level security;
create policy "administrators read what was changed of the desk" on hub.upkeep_events
	for select to authenticated using ((select hub.has_role('administrator')));
grant select on hub.upkeep_events to authenticated, service_role;

create function hub.note_upkeep(act text, subject text, reason text, before jsonb default null, after jsonb default null)
returns void
language plpgsql volatile set search_path = '' as $$
begin
	if not hub.has_role('administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	insert into hub.upkeep_events (act, subject, actor_id, reason, before, after)
	values (note_upkeep.act, note_upkeep.subject, auth.uid(), btrim(note_upkeep.reason), note_upkeep.before,
		note_upkeep.after);
end $$;
comment on function hub.note_upkeep is 'Every act of upkeep begins here: refuses who is no administrator or gives no reason, and writes it down.';

create function public.list_upkeep_events(most integer default 100) returns jsonb
language sql stable security definer set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('event_id', event_id, 'act', act, 'subject', subject,
		'actor', users.email, 'reason', reason, 'before', before, 'after', after, 'occurred_at', occurred_at)
		order by event_id desc), '[]')
	from (
		select * from hub.upkeep_events where hub.has_role('administrator')
		order by event_id desc limit least(greatest(most, 1), 500)) as events
	left join auth.users as users on users.id = events.actor_id
);
comment on function public.list_upkeep_events is
	'Definer: names of those who acted stand with the identity service; nothing for who is no administrator. Acts of upkeep, newest first.';

revoke execute on function hub.note_upkeep, public.list_upkeep_events from public;
grant execute on function public.list_upkeep_events to authenticated;
