-- What an organisation says in public, under its figures.

create table hub.organisation_statements (
	statement_id bigint generated always as identity primary key,
	organisation_id uuid not null references hub.organisations on delete cascade,
	text text check (length(text) between 1 and 1500),
	stated_at timestamptz not null default now(),
	stated_by uuid references auth.users on delete set null,
	hidden_at timestamptz,
	hidden_by uuid references auth.users on delete set null,
	hide_reason text check (length(hide_reason) between 1 and 2000),
	check ((hidden_at is null) = (hide_reason is null))
);
create index organisation_statements_newest_idx on hub.organisation_statements (organisation_id, statement_id);
create index organisation_statements_stated_by_idx on hub.organisation_statements (stated_by);
create index organisation_statements_hidden_by_idx on hub.organisation_statements (hidden_by);
comment on table hub.organisation_statements is
	'The newest of an organisation is its statement; earlier ones stay as a trace. Plain text, seen at once, hidden afterwards if need be.';
comment on column hub.organisation_statements.text is 'Null: the statement was taken back.';
comment on column hub.organisation_statements.hide_reason is 'Why the committee hid it, as told to the organisation.';

alter table hub.organisation_statements enable row level security;
create policy "members read statements of their organisation" on hub.organisation_statements
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
create policy "staff read statements" on hub.organisation_statements
	for select to authenticated using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
grant select (statement_id, organisation_id, text, stated_at, hidden_at, hide_reason)
	on hub.organisation_statements to authenticated;
grant select on hub.organisation_statements to service_role;
