-- Who works for whom, and what they write to one another about a report.

create table hub.chain_links (
	link_id uuid primary key default gen_random_uuid(),
	worker_id uuid not null references hub.organisations,
	client_id uuid not null references hub.organisations,
	role text not null check (role in ('contact_centre', 'intermediary', 'lead_supplier', 'platform')),
	valid_from date not null,
	valid_until date,
	period daterange not null generated always as (daterange(valid_from, valid_until, '[]')) stored,
	state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'refused', 'withdrawn')),
	proposed_by_organisation_id uuid not null references hub.organisations,
	proposed_by uuid references auth.users on delete set null,
	proposed_at timestamptz not null default now(),
	decided_by uuid references auth.users on delete set null,
	decided_at timestamptz,
	check (worker_id <> client_id),
	check (proposed_by_organisation_id in (worker_id, client_id)),
	check (valid_until is null or valid_until >= valid_from),
	check ((state = 'proposed') = (decided_at is null))
);
create index chain_links_worker_id_idx on hub.chain_links (worker_id, client_id);
create index chain_links_client_id_idx on hub.chain_links (client_id, worker_id);
create index chain_links_proposed_by_organisation_id_idx on hub.chain_links (proposed_by_organisation_id);
create index chain_links_proposed_by_idx on hub.chain_links (proposed_by);
create index chain_links_decided_by_idx on hub.chain_links (decided_by);
comment on table hub.chain_links is
	'One organisation (worker) works for another (client) during a period. Proposed by one of them, of use only once the other confirms it, ended by either.';
comment on column hub.chain_links.role is 'What the worker is to this client.';
comment on column hub.chain_links.valid_until is 'The last day; null while it runs.';

create function hub.works_for(worker uuid, client uuid, on_date date) returns boolean
language sql stable security definer set search_path = ''
return exists (
	select from hub.chain_links
	where worker_id = worker and client_id = client and state = 'confirmed' and period @> on_date
);
comment on function hub.works_for is
	'Definer: links are not public; asked by functions that attribute reports. Whether both agree that one worked for the other that day.';
revoke execute on function hub.works_for from public;

alter table hub.chain_links enable row level security;
create policy "staff read chain links" on hub.chain_links
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read the links of their own organisation" on hub.chain_links
	for select to authenticated using (
		worker_id in (select hub.my_organisations()) or client_id in (select hub.my_organisations()));
grant select (link_id, worker_id, client_id, role, valid_from, valid_until, period, state,
	proposed_by_organisation_id, proposed_at, decided_at) on hub.chain_links to authenticated;
grant select on hub.chain_links to service_role;
