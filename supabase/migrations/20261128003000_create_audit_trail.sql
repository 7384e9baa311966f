-- Who of the staff looked at what may tell who somebody is: only added to, and chained, so that what
-- is changed or taken away afterwards is found.

create table hub.audit_events (
	audit_id bigint generated always as identity primary key,
	actor_id uuid,
	actor_role text not null check (actor_role in
		('moderator', 'committee', 'regulator', 'administrator', 'system')),
	act text not null check (act in ('report_opened', 'original_read', 'evidence_read', 'number_document_read',
		'claims_listed', 'dossier_asked', 'dossier_made', 'dossier_downloaded')),
	subject text not null check (subject in ('report', 'evidence', 'number_document', 'organisation_claims', 'dossier')),
	subject_id text not null check (length(subject_id) <= 60),
	purpose text not null check (purpose in
		('handling', 'moderation', 'case', 'supervision', 'request_of_reporter', 'security')),
	case_reference text check (case_reference ~ '^[A-Z0-9-]{1,20}$'),
	occurred_at timestamptz not null default clock_timestamp()
);
create index audit_events_actor_id_idx on hub.audit_events (actor_id, audit_id);
create index audit_events_subject_idx on hub.audit_events (subject_id, audit_id);
comment on table hub.audit_events is
	'Append-only. Every look of staff at what may tell who somebody is: who, at what, what for, when. People and things stand here by their ids, never by name, number or words.';
comment on column hub.audit_events.purpose is 'What it was asked for, of a closed list: free words could name somebody.';
comment on column hub.audit_events.case_reference is 'The case it was asked for, where there is one.';

create table hub.audit_links (
	sequence bigint primary key check (sequence > 0),
	audit_id bigint not null unique references hub.audit_events,
	previous_hash bytea not null check (length(previous_hash) = 32),
	hash bytea not null unique check (length(hash) = 32)
);
comment on table hub.audit_links is
	'Append-only. The chain: each event once, numbered without a gap, with the SHA-256 of the hash before it and the text of the event.';

create trigger audit_events_are_append_only before update or delete or truncate on hub.audit_events
	for each statement execute function hub.refuse_change();
create trigger audit_links_are_append_only before update or delete or truncate on hub.audit_links
	for each statement execute function hub.refuse_change();

alter table hub.audit_events enable row level security;
alter table hub.audit_links enable row level security;
create policy "administrators read who looked" on hub.audit_events
	for select to authenticated using ((select hub.has_role('administrator')));
create policy "administrators read the chain" on hub.audit_links
	for select to authenticated using ((select hub.has_role('administrator')));
grant select on hub.audit_events, hub.audit_links to authenticated, service_role;

create function hub.audit_text(sequence bigint, event hub.audit_events) returns text
language sql stable set search_path = ''
return concat_ws(E'\n', audit_text.sequence, (event).audit_id,
	to_char((event).occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
	coalesce((event).actor_id::text, '-'), (event).actor_role, (event).act, (event).subject,
	(event).subject_id, (event).purpose, coalesce((event).case_reference, '-'));
comment on function hub.audit_text is
	'The text of an event that is hashed: its fields, a line each. `gehoord audit verify` makes the same by itself.';

create function hub.chain_audit_event() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
	former record;
begin
	-- At the end of the transaction: others wait no longer than this one takes to be written away.
	perform pg_advisory_xact_lock(hashtext('gehoord:audit'));
	select sequence, hash into former from hub.audit_links order by sequence desc limit 1;
	former.sequence := coalesce(former.sequence, 0);
	former.hash := coalesce(former.hash, decode(repeat('00', 32), 'hex'));
	insert into hub.audit_links (sequence, audit_id, previous_hash, hash)
	values (former.sequence + 1, new.audit_id, former.hash,
		sha256(former.hash || convert_to(hub.audit_text(former.sequence + 1, new), 'UTF8')));
	return null;
end $$;
comment on function hub.chain_audit_event is
	'Definer: nobody writes the chain but this. Adds an event to the chain just before its transaction ends.';
create constraint trigger audit_events_are_chained
	after insert on hub.audit_events deferrable initially deferred
	for each row execute function hub.chain_audit_event();

create function hub.staff_role() returns text
language sql stable set search_path = ''
return (
	select mine.role::text from hub.my_roles() as mine (role)
	where mine.role in ('moderator', 'committee', 'regulator', 'administrator')
	-- In the order of the enum: an unqualified role would be the text.
	order by mine.role desc limit 1
);
comment on function hub.staff_role is 'The role in which the caller looks at something, the highest one; null for who is no staff.';

create function hub.record_look(act text, subject text, subject_id text, purpose text, case_reference text default null)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	looker constant text := hub.staff_role();
begin
	if looker is null then
		return;
	end if;
	if purpose is null or purpose not in ('handling', 'moderation', 'case', 'supervision', 'request_of_reporter', 'security') then
		raise exception using errcode = 'GH006', message = 'purpose_needed';
	end if;
	insert into hub.audit_events (actor_id, actor_role, act, subject, subject_id, purpose, case_reference)
	values (auth.uid(), looker, record_look.act, record_look.subject, record_look.subject_id, record_look.purpose,
		record_look.case_reference);
end $$;
comment on function hub.record_look is
	'Definer: nobody writes the trail by hand. The one way in which a look of staff is written down; nothing for members, who see only what is theirs. Refuses with GH006 purpose_needed.';

revoke execute on function hub.audit_text, hub.chain_audit_event, hub.staff_role, hub.record_look from public;
grant execute on function hub.audit_text, hub.staff_role, hub.record_look to authenticated;
