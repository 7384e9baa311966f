-- What is written, planned and done in a case.

create table hub.case_notes (
	note_id bigint generated always as identity primary key,
	case_id bigint not null references hub.cases on delete cascade,
	side text not null check (side in ('committee', 'regulator')),
	is_shared boolean not null default false,
	author_id uuid references auth.users on delete set null,
	text text not null check (length(text) between 1 and 6000),
	written_at timestamptz not null default now(),
	-- What the regulator notes is its own, whatever a form says.
	check (not (side = 'regulator' and is_shared))
);
create index case_notes_case_id_idx on hub.case_notes (case_id, note_id);
create index case_notes_author_id_idx on hub.case_notes (author_id);
comment on table hub.case_notes is 'Notes in a case, only ever added.';
comment on column hub.case_notes.is_shared is
	'Whether the regulator may read a note of the committee in a case that it may read. The committee never reads a note of the regulator.';
create trigger case_notes_are_append_only
	before update of text, side, is_shared, case_id, written_at on hub.case_notes
	for each statement execute function hub.refuse_change();

create table hub.case_tasks (
	task_id bigint generated always as identity primary key,
	case_id bigint not null references hub.cases on delete cascade,
	side text not null check (side in ('committee', 'regulator')),
	title text not null check (length(btrim(title)) between 2 and 200),
	due_on date,
	made_by uuid references auth.users on delete set null,
	done_at timestamptz,
	done_by uuid references auth.users on delete set null
);
create index case_tasks_case_id_idx on hub.case_tasks (case_id, task_id);
create index case_tasks_made_by_idx on hub.case_tasks (made_by);
create index case_tasks_done_by_idx on hub.case_tasks (done_by);
create index case_tasks_due_idx on hub.case_tasks (side, due_on) where done_at is null;
comment on table hub.case_tasks is 'What is still to be done for a case, of one side; the other one does not see it.';

create table hub.case_events (
	event_id bigint generated always as identity primary key,
	case_id bigint not null references hub.cases on delete cascade,
	event text not null check (event in ('opened', 'changed', 'reports_added', 'report_removed', 'party_added',
		'signal_added', 'shared', 'hearing_asked', 'hearing_answered', 'decided', 'moved', 'caller_followed')),
	side text not null check (side in ('committee', 'regulator', 'organisation')),
	actor_id uuid,
	reason text check (length(reason) <= 2000),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index case_events_case_id_idx on hub.case_events (case_id, event_id);
comment on table hub.case_events is
	'Append-only. What happened in a case, as everybody who reads it may know: notes and tasks are not among it.';
create trigger case_events_are_append_only
	before update or truncate on hub.case_events
	for each statement execute function hub.refuse_change();

create function hub.add_case_event(case_id bigint, event text, side text, details jsonb default '{}', reason text default null)
returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.case_events (case_id, event, side, actor_id, details, reason)
	values (add_case_event.case_id, add_case_event.event, add_case_event.side, auth.uid(),
		jsonb_strip_nulls(add_case_event.details), nullif(btrim(add_case_event.reason), ''));
	update hub.cases set changed_at = now() where cases.case_id = add_case_event.case_id;
end;
comment on function hub.add_case_event is 'What just happened in a case, by whoever signed in.';
revoke execute on function hub.add_case_event from public;

alter table hub.case_notes enable row level security;
alter table hub.case_tasks enable row level security;
alter table hub.case_events enable row level security;
create policy "a side reads its own notes" on hub.case_notes
	for select to authenticated using (
		side in (select hub.my_sides()) and exists (select from hub.cases where cases.case_id = case_notes.case_id));
create policy "the regulator reads what the committee notes for it" on hub.case_notes
	for select to authenticated using (
		is_shared and 'regulator' in (select hub.my_sides())
		and exists (select from hub.cases where cases.case_id = case_notes.case_id));
create policy "a side reads its own tasks" on hub.case_tasks
	for select to authenticated using (
		side in (select hub.my_sides()) and exists (select from hub.cases where cases.case_id = case_tasks.case_id));
create policy "who reads a case reads what happened in it" on hub.case_events
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_events.case_id));
grant select on hub.case_notes, hub.case_tasks, hub.case_events to authenticated, service_role;
