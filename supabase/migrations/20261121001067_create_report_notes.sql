-- What members of an organisation note with a report.

create table hub.report_notes (
	note_id bigint generated always as identity primary key,
	report_id bigint not null references hub.reports on delete cascade,
	organisation_id uuid not null references hub.organisations on delete cascade,
	audience text not null check (audience in ('organisation', 'supervision')),
	author_id uuid references auth.users on delete set null,
	text text not null check (length(text) between 1 and 4000),
	written_at timestamptz not null default now()
);
create index report_notes_report_id_idx on hub.report_notes (report_id, note_id);
create index report_notes_organisation_id_idx on hub.report_notes (organisation_id);
create index report_notes_author_id_idx on hub.report_notes (author_id);
comment on table hub.report_notes is 'Notes with a report, only ever added; they go with what the reporter told.';
comment on column hub.report_notes.audience is
	'organisation: members of it alone. supervision: the committee and the regulator too. The reporter reads neither.';
comment on column hub.report_notes.text is 'With personal data masked.';

create trigger report_notes_are_append_only
	before update of text, audience, report_id, written_at on hub.report_notes
	for each statement execute function hub.refuse_change();

alter table hub.report_notes enable row level security;
create policy "members read notes of their organisation" on hub.report_notes
	for select to authenticated using (
		organisation_id in (select hub.my_organisations())
		and exists (select from hub.reports where reports.report_id = report_notes.report_id
			and reports.organisation_id = report_notes.organisation_id));
create policy "the committee and the regulator read what is meant for them" on hub.report_notes
	for select to authenticated using (
		audience = 'supervision' and (select hub.has_role('committee', 'regulator')));
grant select on hub.report_notes to authenticated;

create function hub.notes_of(id bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('organisation_name', organisations.name,
		'text', text, 'written_at', written_at) order by note_id), '[]')
	from hub.report_notes join hub.organisations using (organisation_id)
	where report_notes.report_id = id
);
comment on function hub.notes_of is 'The notes with a report that the caller may read, oldest first.';
revoke execute on function hub.notes_of from public;
grant execute on function hub.notes_of to authenticated, service_role;
