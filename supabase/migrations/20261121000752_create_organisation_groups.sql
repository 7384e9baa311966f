-- Which organisation belongs to which. Being family gives nobody a right.

create table hub.organisation_groups (
	group_id bigint generated always as identity primary key,
	parent_id uuid not null references hub.organisations on delete cascade,
	daughter_id uuid not null references hub.organisations on delete cascade,
	proposed_by_parent boolean not null,
	proposed_at timestamptz not null default now(),
	confirmed_at timestamptz,
	ended_at timestamptz,
	shows_figures boolean not null default false,
	check (parent_id <> daughter_id),
	check (not shows_figures or confirmed_at is not null)
);
create unique index organisation_groups_pair_idx on hub.organisation_groups (parent_id, daughter_id) where ended_at is null;
create unique index organisation_groups_one_parent_idx on hub.organisation_groups (daughter_id)
	where ended_at is null and confirmed_at is not null;
create index organisation_groups_parent_id_idx on hub.organisation_groups (parent_id);
create index organisation_groups_daughter_id_idx on hub.organisation_groups (daughter_id);
comment on table hub.organisation_groups is
	'A parent and its daughter: proposed by an owner of one, confirmed by an owner of the other. Rights are never inherited.';
comment on column hub.organisation_groups.shows_figures is 'Whether the daughter lets its parent see its figures; its own owners decide.';

alter table hub.organisation_groups enable row level security;
create policy "members read the groups of their organisation" on hub.organisation_groups
	for select to authenticated using (
		parent_id in (select hub.my_organisations()) or daughter_id in (select hub.my_organisations()));
create policy "staff read groups" on hub.organisation_groups
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
grant select on hub.organisation_groups to authenticated, service_role;
