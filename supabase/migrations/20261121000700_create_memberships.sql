-- Who may do what. Rows decide, never the sign-in alone.

create type hub.role as enum
	('organisation_member', 'moderator', 'committee', 'regulator', 'administrator');
comment on type hub.role is 'What somebody who signs in is to the desk. A reporter has a follow code, no role.';

create type hub.membership_level as enum ('reader', 'handler', 'owner');
comment on type hub.membership_level is
	'What a member may do for the organisation, each with all of the one before: read; answer; decide who belongs to it and what is its own.';

create table hub.memberships (
	membership_id uuid primary key default gen_random_uuid(),
	user_id uuid not null references auth.users on delete cascade,
	role hub.role not null,
	organisation_id uuid references hub.organisations on delete cascade,
	level hub.membership_level,
	created_at timestamptz not null default now(),
	unique nulls not distinct (user_id, role, organisation_id),
	check ((role = 'organisation_member') = (organisation_id is not null)),
	check ((role = 'organisation_member') = (level is not null))
);
create index memberships_organisation_id_idx on hub.memberships (organisation_id);
comment on table hub.memberships is 'A role of a person; a member belongs to one organisation a row.';

create table hub.invitations (
	invitation_id uuid primary key default gen_random_uuid(),
	email text not null check (email = lower(email) and email like '%_@_%'),
	role hub.role not null,
	organisation_id uuid references hub.organisations on delete cascade,
	level hub.membership_level,
	invited_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	check ((role = 'organisation_member') = (organisation_id is not null)),
	check ((role = 'organisation_member') = (level is not null))
);
create unique index invitations_open_idx on hub.invitations (email, role, organisation_id)
	nulls not distinct where accepted_at is null;
create index invitations_organisation_id_idx on hub.invitations (organisation_id);
comment on table hub.invitations is
	'A role that waits for somebody to prove this e-mail address. An accepted one stays as a trace.';

create function hub.my_roles() returns setof hub.role
language sql stable security definer set search_path = ''
begin atomic
	select role from hub.memberships where user_id = (select auth.uid());
end;
comment on function hub.my_roles is
	'Definer: policies on memberships could not ask memberships; it tells only the caller''s own.';

create function hub.has_role(variadic roles hub.role[]) returns boolean
language sql stable set search_path = ''
return exists (select from hub.my_roles() as mine where mine = any (roles));
comment on function hub.has_role is 'Whether the caller has one of these roles.';

create function hub.my_organisations(least_level hub.membership_level default 'reader') returns setof uuid
language sql stable security definer set search_path = ''
begin atomic
	select organisation_id from hub.memberships
	where user_id = (select auth.uid()) and role = 'organisation_member' and memberships.level >= least_level;
end;
comment on function hub.my_organisations is
	'Definer: as my_roles. The organisations that the caller is a member of, at this level or a higher one.';

revoke execute on function hub.normalise_name, hub.my_roles, hub.has_role, hub.my_organisations from public;
grant execute on function hub.normalise_name, hub.my_roles, hub.has_role, hub.my_organisations
	to anon, authenticated, service_role;

alter table hub.memberships enable row level security;
alter table hub.invitations enable row level security;
create policy "people read their own memberships" on hub.memberships
	for select to authenticated using (user_id = (select auth.uid()));
create policy "administrators read memberships" on hub.memberships
	for select to authenticated using ((select hub.has_role('administrator')));
create policy "administrators read invitations" on hub.invitations
	for select to authenticated using ((select hub.has_role('administrator')));
grant select on hub.memberships, hub.invitations to authenticated, service_role;
