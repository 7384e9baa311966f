-- How many people an organisation says it called or visited: what complaints are weighed against.

create table hub.contact_declarations (
	declaration_id bigint generated always as identity primary key,
	organisation_id uuid not null references hub.organisations on delete cascade,
	month_on date not null check (extract(day from month_on) = 1),
	channel text not null references hub.channels,
	contacts integer not null check (contacts between 0 and 100000000),
	declared_at timestamptz not null default now(),
	declared_by uuid references auth.users on delete set null
);
create index contact_declarations_newest_idx on hub.contact_declarations
	(organisation_id, month_on, channel, declaration_id);
create index contact_declarations_channel_idx on hub.contact_declarations (channel);
create index contact_declarations_declared_by_idx on hub.contact_declarations (declared_by);
comment on table hub.contact_declarations is
	'Contacts a month and channel, as the organisation declares them. Rows are only added: the newest counts, the others tell what it was.';
comment on column hub.contact_declarations.contacts is 'Calls that were answered, doors that were opened, people that were spoken to.';

create view hub.contact_volumes with (security_invoker = true) as
	select distinct on (organisation_id, month_on, channel)
		organisation_id, month_on, channel, contacts, declared_at, declaration_id
	from hub.contact_declarations
	order by organisation_id, month_on, channel, declaration_id desc;
comment on view hub.contact_volumes is 'What was declared last for each month and channel.';

alter table hub.contact_declarations enable row level security;
create policy "members read what their organisation declared" on hub.contact_declarations
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
create policy "staff read declared contacts" on hub.contact_declarations
	for select to authenticated using ((select hub.has_role('committee', 'regulator', 'administrator')));
grant select (declaration_id, organisation_id, month_on, channel, contacts, declared_at)
	on hub.contact_declarations to authenticated;
grant select on hub.contact_declarations to service_role;
grant select on hub.contact_volumes to authenticated, service_role;
