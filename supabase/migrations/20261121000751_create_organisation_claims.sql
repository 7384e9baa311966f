-- Somebody says that they speak for an organisation, until it is proven or judged.

create table hub.organisation_claims (
	claim_id uuid primary key default gen_random_uuid(),
	token_hash bytea not null unique,
	state text not null default 'begun' check (state in ('begun', 'waiting', 'granted', 'refused')),
	organisation_id uuid references hub.organisations,
	name text not null check (length(btrim(name)) between 2 and 120),
	kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
	trade_names text[] not null default '{}',
	sector text not null references hub.sectors,
	roles text[] not null check (cardinality(roles) > 0),
	website text not null check (website ~ '^https?://'),
	objection_url text,
	objection_email text,
	email text not null check (email = lower(email) and email like '%_@_%'),
	locale text not null check (locale in ('nl', 'en')),
	why text check (why in ('other_domain', 'free_mail', 'website_unknown', 'other_name', 'name_of_another', 'kvk_differs',
		'has_owner', 'suspect')),
	code_hash bytea,
	attempts smallint not null default 0,
	is_domain_proven boolean not null default false,
	claimed_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '30 minutes',
	decided_at timestamptz,
	decided_by uuid references auth.users on delete set null,
	reason text check (length(reason) <= 2000),
	check ((state in ('granted', 'refused')) = (decided_at is not null)),
	check ((state = 'begun') = (code_hash is not null))
);
create index organisation_claims_organisation_id_idx on hub.organisation_claims (organisation_id);
create index organisation_claims_sector_idx on hub.organisation_claims (sector);
create index organisation_claims_decided_by_idx on hub.organisation_claims (decided_by);
create index organisation_claims_email_idx on hub.organisation_claims (email, claimed_at);
create index organisation_claims_state_idx on hub.organisation_claims (state, claimed_at);
comment on table hub.organisation_claims is
	'Somebody wants to speak for an organisation. Begun: a code was mailed to its web domain. Waiting: an administrator judges.';
comment on column hub.organisation_claims.token_hash is 'Keyed hash of the secret that the form carries from the one step to the next.';
comment on column hub.organisation_claims.organisation_id is 'The organisation that is meant; null for one that the desk does not know yet.';
comment on column hub.organisation_claims.website is 'As typed. Of a known organisation its own website counts, not this one.';
comment on column hub.organisation_claims.why is 'Why a code could not settle it, or not alone.';
comment on column hub.organisation_claims.code_hash is 'Keyed hash of the digits that were mailed; they work for half an hour and five tries.';

alter table hub.organisation_claims enable row level security;
create policy "administrators read claims that came to them" on hub.organisation_claims
	for select to authenticated using (state <> 'begun' and (select hub.has_role('administrator')));
grant select (claim_id, state, organisation_id, name, kvk_number, trade_names, sector, roles, website, objection_url,
	objection_email, email, locale, why, is_domain_proven, claimed_at, decided_at, decided_by, reason)
	on hub.organisation_claims to authenticated;
grant select on hub.organisation_claims to service_role;
