-- Imports: what was read from which file, how far it came, and which reports came of it.

create table hub.imports (
	import_id bigint generated always as identity primary key,
	file_name text not null check (length(file_name) between 1 and 200),
	format text not null check (format ~ '^[a-z]+$'),
	state text not null default 'running' check (state in ('running', 'broken_off', 'finished', 'undoing', 'undone')),
	rows_read bigint not null default 0,
	filed bigint not null default 0,
	known bigint not null default 0,
	rejected bigint not null default 0,
	erased bigint not null default 0,
	started_at timestamptz not null default now(),
	told_at timestamptz not null default now(),
	ended_at timestamptz
);
comment on table hub.imports is 'One run of the operator''s import: a file, and how far it came.';
comment on column hub.imports.file_name is 'The name alone, without the folder.';
comment on column hub.imports.known is 'Rows that an earlier run had filed.';
comment on column hub.imports.erased is 'Reports that undoing has erased so far.';
comment on column hub.imports.told_at is 'When it last told how far it was: one that is silent for long was broken off.';

create table hub.import_reports (
	report_id bigint primary key references hub.reports on delete cascade,
	import_id bigint not null references hub.imports,
	is_out_of_figures boolean not null default false,
	is_kept boolean not null default false
);
create index import_reports_import_id_idx on hub.import_reports (import_id, is_out_of_figures);
comment on table hub.import_reports is 'Which import a report came of.';
comment on column hub.import_reports.is_out_of_figures is 'While the import is undone: it has left all counts.';
comment on column hub.import_reports.is_kept is 'While the import is undone: something else rests on this report, so that it stays, out of the figures.';

alter table hub.imports enable row level security;
alter table hub.import_reports enable row level security;
create policy "administrators read imports" on hub.imports
	for select to authenticated using ((select hub.has_role('administrator')));
grant select on hub.imports to authenticated, service_role;

create function public.begin_import(file_name text, format text) returns bigint
language sql volatile security definer set search_path = ''
begin atomic
	insert into hub.imports (file_name, format) values (right(begin_import.file_name, 200), begin_import.format)
	returning import_id;
end;
comment on function public.begin_import is 'Definer: the operator''s tool only. Remembers that an import begins, and tells its number.';

create function public.tell_import(import_id bigint, progress jsonb, ended_as text default null) returns void
language sql volatile security definer set search_path = ''
begin atomic
	update hub.imports set rows_read = (progress ->> 'rows')::bigint, filed = (progress ->> 'filed')::bigint,
		known = (progress ->> 'known')::bigint, rejected = (progress ->> 'rejected')::bigint, told_at = now(),
		state = coalesce(ended_as, state), ended_at = case when ended_as is not null then now() end
	where imports.import_id = tell_import.import_id and state = 'running';
end;
comment on function public.tell_import is 'Definer: the operator''s tool only. How far an import is, and how it ended.';

create function public.keep_imported(import_id bigint, refs text[]) returns void
language sql volatile security definer set search_path = ''
begin atomic
	insert into hub.import_reports (report_id, import_id)
	select reports.report_id, keep_imported.import_id from hub.reports where reference = any (refs)
	on conflict on constraint import_reports_pkey do nothing;
end;
comment on function public.keep_imported is 'Definer: the operator''s tool only. These reports came of this import, by reference.';

create function public.list_imports(most integer default 100) returns setof hub.imports
language sql stable set search_path = ''
begin atomic
	select * from hub.imports order by import_id desc limit least(greatest(most, 1), 500);
end;
comment on function public.list_imports is 'Imports, the last first, as far as the caller may read.';

revoke execute on function public.begin_import, public.tell_import, public.keep_imported, public.list_imports from public;
grant execute on function public.begin_import, public.tell_import, public.keep_imported to service_role;
grant execute on function public.list_imports to authenticated;
