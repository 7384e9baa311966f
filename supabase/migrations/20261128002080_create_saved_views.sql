-- What staff keep of the trends: questions worth asking again, and notes on a day. Each of two desks,
-- committee and regulator, has its own; the regulator's are not seen by the sector's committee.

create type hub.staff_desk as enum ('committee', 'regulator');
comment on type hub.staff_desk is 'Who something belongs to that staff keep: the committee and its moderators, or the regulator.';

create function hub.my_desks() returns setof hub.staff_desk
language sql stable set search_path = ''
begin atomic
	select 'committee'::hub.staff_desk where (select hub.has_role('moderator', 'committee', 'administrator'))
	union all select 'regulator' where (select hub.has_role('regulator'));
end;
comment on function hub.my_desks is 'The desks the caller works at.';
revoke execute on function hub.my_desks from public;
grant execute on function hub.my_desks to authenticated;

create table hub.saved_views (
	view_id uuid primary key default gen_random_uuid(),
	desk hub.staff_desk not null,
	owner_id uuid not null default auth.uid() references auth.users on delete cascade,
	name text not null check (length(btrim(name)) between 1 and 80),
	address text not null check (length(address) <= 2000 and address !~ '[[:space:]#]'),
	is_shared boolean not null default false,
	saved_at timestamptz not null default now()
);
create index saved_views_desk_idx on hub.saved_views (desk, saved_at desc);
create index saved_views_owner_id_idx on hub.saved_views (owner_id);
comment on table hub.saved_views is 'Questions of the dashboards that somebody keeps under a name.';
comment on column hub.saved_views.address is 'The query of the page''s address, without its question mark.';
comment on column hub.saved_views.is_shared is 'Whether the others of the same desk see it too.';

create table hub.chart_notes (
	note_id uuid primary key default gen_random_uuid(),
	desk hub.staff_desk not null,
	starts_on date not null,
	text text not null check (length(btrim(text)) between 1 and 120),
	written_by uuid default auth.uid() references auth.users on delete set null,
	written_at timestamptz not null default now()
);
create index chart_notes_desk_idx on hub.chart_notes (desk, starts_on);
create index chart_notes_written_by_idx on hub.chart_notes (written_by);
comment on table hub.chart_notes is
	'A day that somebody wants to see in the charts, beside the dates of the law. Seen by their own desk alone.';
comment on column hub.chart_notes.text is 'Short: it stands in a chart.';

alter table hub.saved_views enable row level security;
create policy "staff read their own views and those shared at their desk" on hub.saved_views
	for select to authenticated using (
		desk in (select hub.my_desks()) and (is_shared or owner_id = (select auth.uid())));
create policy "staff save views of their own" on hub.saved_views
	for insert to authenticated with check (
		desk in (select hub.my_desks()) and owner_id = (select auth.uid()));
create policy "staff delete views of their own" on hub.saved_views
	for delete to authenticated using (
		desk in (select hub.my_desks()) and owner_id = (select auth.uid()));
alter table hub.chart_notes enable row level security;
create policy "staff read the notes of their desk" on hub.chart_notes
	for select to authenticated using (desk in (select hub.my_desks()));
create policy "staff write notes of their desk" on hub.chart_notes
	for insert to authenticated with check (
		desk in (select hub.my_desks()) and written_by = (select auth.uid()));
create policy "staff delete notes of their desk" on hub.chart_notes
	for delete to authenticated using (desk in (select hub.my_desks()));
grant select, delete on hub.saved_views, hub.chart_notes to authenticated;
grant insert (desk, name, address, is_shared) on hub.saved_views to authenticated;
grant insert (desk, starts_on, text) on hub.chart_notes to authenticated;

create view public.saved_views with (security_invoker = true) as
	select view_id, desk, name, address, is_shared, saved_at, owner_id = auth.uid() as is_mine from hub.saved_views;
comment on view public.saved_views is 'Views that the caller may open.';
create view public.chart_notes with (security_invoker = true) as
	select note_id, desk, starts_on, text, written_at from hub.chart_notes;
comment on view public.chart_notes is 'Notes on days that the caller may read.';
grant select on public.saved_views, public.chart_notes to authenticated;

create function public.save_view(desk hub.staff_desk, name text, address text, is_shared boolean) returns uuid
language sql volatile set search_path = ''
begin atomic
	insert into hub.saved_views (desk, name, address, is_shared) values ($1, btrim($2), $3, $4) returning view_id;
end;
comment on function public.save_view is 'Keeps a question under a name, at a desk of the caller.';
create function public.delete_view(id uuid) returns void
language sql volatile set search_path = ''
begin atomic
	delete from hub.saved_views where view_id = delete_view.id;
end;
comment on function public.delete_view is 'Forgets a view of the caller; of another it does nothing.';
create function public.write_chart_note(desk hub.staff_desk, starts_on date, text text) returns uuid
language sql volatile set search_path = ''
begin atomic
	insert into hub.chart_notes (desk, starts_on, text) values ($1, $2, btrim($3)) returning note_id;
end;
comment on function public.write_chart_note is 'Puts a note on a day, for the desk of the caller.';
create function public.delete_chart_note(id uuid) returns void
language sql volatile set search_path = ''
begin atomic
	delete from hub.chart_notes where note_id = delete_chart_note.id;
end;
comment on function public.delete_chart_note is 'Takes a note of the caller''s desk away; of another it does nothing.';
revoke execute on function public.save_view, public.delete_view, public.write_chart_note, public.delete_chart_note from public;
grant execute on function public.save_view, public.delete_view, public.write_chart_note, public.delete_chart_note to authenticated;
