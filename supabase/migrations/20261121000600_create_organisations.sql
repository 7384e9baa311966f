-- Who calls, visits or approaches: advertisers and everyone who works for them.

create function hub.normalise_name(name text) returns text
language sql immutable strict parallel safe set search_path = ''
return (
	-- Accents go before lower(), which in some locales knows no others than plain letters.
	with folded as (
		select lower(translate(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g'), 'ØøŁł', 'OoLl')) as text),
	short as (
		select regexp_replace(regexp_replace(text, '^\s*(https?://)?www\.|\.(nl|com|eu|org)\M', ' ', 'g'),
			'\m(b\.?\s?v\.?|n\.\s?v\.?|nv|v\.?o\.?f\.?|stichting|vereniging|cooperatie|u\.\s?a\.?|holding|groep|gmbh|ltd|limited|inc|nederland|the netherlands)(?=\W|$)',
			' ', 'g') as text
		from folded)
	-- What is nothing but such words is compared as it stands.
	select coalesce(
		nullif(btrim(regexp_replace(short.text, '[^a-z0-9]+', ' ', 'g')), ''),
		btrim(regexp_replace(folded.text, '[^a-z0-9]+', ' ', 'g')))
	from folded, short
);
comment on function hub.normalise_name is
	'A name as it is compared: lower case, without accents, punctuation, legal forms and the ends of web addresses.';

create table hub.organisations (
	organisation_id uuid primary key default gen_random_uuid(),
	name text not null check (length(btrim(name)) between 2 and 120),
	normalised_name text not null generated always as (hub.normalise_name(name)) stored,
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	sector text not null default 'unknown' references hub.sectors,
	kvk_number text unique check (kvk_number ~ '^[0-9]{8}$'),
	objection_url text check (objection_url ~ '^https?://'),
	objection_email text check (objection_email = lower(objection_email) and objection_email like '%_@_%'),
	created_at timestamptz not null default now()
);
create index organisations_sector_idx on hub.organisations (sector);
create index organisations_normalised_name_idx on hub.organisations (normalised_name);
create index organisations_joined_name_idx on hub.organisations (replace(normalised_name, ' ', ''));
create index organisations_name_trigram_idx on hub.organisations
	using gin (normalised_name extensions.gin_trgm_ops);
comment on table hub.organisations is
	'An advertiser, contact centre, intermediary, lead supplier or platform.';
comment on column hub.organisations.kvk_number is 'Number in the Dutch trade register.';
comment on column hub.organisations.objection_url is 'Where somebody can object to being approached again.';
comment on column hub.organisations.objection_email is 'Where the desk mails objections and requests for proof of consent; without one the consumer sends a letter.';

create table hub.trade_names (
	organisation_id uuid not null references hub.organisations on delete cascade,
	name text not null check (length(btrim(name)) between 2 and 120),
	normalised_name text not null generated always as (hub.normalise_name(name)) stored,
	primary key (organisation_id, normalised_name)
);
create index trade_names_normalised_name_idx on hub.trade_names (normalised_name);
create index trade_names_joined_name_idx on hub.trade_names (replace(normalised_name, ' ', ''));
create index trade_names_name_trigram_idx on hub.trade_names
	using gin (normalised_name extensions.gin_trgm_ops);
comment on table hub.trade_names is 'Other names by which the public knows an organisation.';

create table hub.organisation_roles (
	organisation_id uuid not null references hub.organisations on delete cascade,
	role text not null check (role in
		('advertiser', 'contact_centre', 'intermediary', 'lead_supplier', 'platform')),
	primary key (organisation_id, role)
);
comment on table hub.organisation_roles is 'What an organisation does in the chain; it may do several things.';

alter table hub.organisations enable row level security;
alter table hub.trade_names enable row level security;
alter table hub.organisation_roles enable row level security;
create policy "everyone reads organisations" on hub.organisations
	for select to anon, authenticated using (true);
create policy "everyone reads trade names" on hub.trade_names
	for select to anon, authenticated using (true);
create policy "everyone reads what organisations do" on hub.organisation_roles
	for select to anon, authenticated using (true);
grant select on hub.organisations, hub.trade_names, hub.organisation_roles
	to anon, authenticated, service_role;
