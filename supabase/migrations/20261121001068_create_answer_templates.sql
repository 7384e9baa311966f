-- Texts that an organisation begins its answers with.

create table hub.answer_templates (
	template_id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references hub.organisations on delete cascade,
	name text not null check (length(btrim(name)) between 1 and 80),
	answer_type hub.answer_type,
	reason text,
	text text not null check (length(text) between 1 and 4000),
	changed_at timestamptz not null default now(),
	unique (organisation_id, name),
	foreign key (answer_type, reason) references hub.answer_reasons (answer_type, code),
	check (reason is null or answer_type is not null)
);
create index answer_templates_reason_idx on hub.answer_templates (answer_type, reason);
comment on table hub.answer_templates is 'A text to begin an answer with. It may have placeholders such as {reference}.';
comment on column hub.answer_templates.answer_type is 'The type and reason it is meant for; null when it suits several.';

alter table hub.answer_templates enable row level security;
create policy "members read templates of their organisation" on hub.answer_templates
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
grant select on hub.answer_templates to authenticated;
