-- Who calls, visits or approaches: advertisers and everyone who works for them.

create function hub.normalise_name(name text) returns text
language sql immutable strict parallel safe
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

create function hub.registrable_domain(address text) returns text
language sql immutable strict parallel safe
return (
	with host as (
		select rtrim(regexp_replace(regexp_replace(regexp_replace(
			lower(btrim(address)), '^[a-z]+://', ''), '^[^/?#\\]*@', ''), '[/:?#\\].*$', ''), '.') as name),
	labels as (select string_to_array(name, '.') as parts from host)
	select case
		when cardinality(parts) < 2 or array_to_string(parts, '.') !~ '^[a-z0-9.-]+$'
			or parts[cardinality(parts)] !~ '[a-z]' then null
		-- Where the public registers one level deeper: bedrijf.co.uk.
		when parts[cardinality(parts) - 1] in ('co', 'com', 'org', 'net', 'ac', 'gov', 'edu')
			and length(parts[cardinality(parts)]) = 2
			then case when cardinality(parts) > 2 then array_to_string(parts[cardinality(parts) - 2:], '.') end
		else array_to_string(parts[cardinality(parts) - 1:], '.') end
	from labels
);
comment on function hub.registrable_domain is
	'The domain somebody registered, of a web or e-mail address: https://www.eneco.nl/contact and hallo@mail.eneco.nl both give eneco.nl. Null where there is none.';

create table hub.organisations (
	organisation_id uuid primary key default gen_random_uuid(),
	name text not null check (length(btrim(name)) between 2 and 120),
	normalised_name text not null generated always as (hub.normalise_name(name)) stored,
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	sector text not null default 'unknown' references hub.sectors,
	kvk_number text unique check (kvk_number ~ '^[0-9]{8}$'),
	objection_url text check (objection_url ~ '^https?://'),
	objection_email text check (objection_email = lower(objection_email) and objection_email like '%_@_%'),
	website text check (website ~ '^https?://'),
	web_domain text generated always as (hub.registrable_domain(coalesce(website, objection_url))) stored,
	contact_email text check (contact_email = lower(contact_email) and contact_email like '%_@_%'),
	merged_into uuid references hub.organisations check (merged_into <> organisation_id),
	created_at timestamptz not null default now()
);
create index organisations_merged_into_idx on hub.organisations (merged_into) where merged_into is not null;
create index organisations_web_domain_idx on hub.organisations (web_domain);
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

comment on column hub.organisations.web_domain is
	'Where its website is registered, and else its page for objections. Who has mail there may speak for it.';
comment on column hub.organisations.contact_email is
	'Where the desk mails reports as long as nobody works for it here; else they go to objection_email.';
comment on column hub.organisations.merged_into is
	'It turned out to be this organisation: what asks for the one gets the other. Never one that was merged itself.';

create function hub.surviving_organisation(organisation_id uuid) returns uuid
language sql stable set search_path = ''
return (
	select coalesce(known.merged_into, known.organisation_id)
	from hub.organisations as known where known.organisation_id = surviving_organisation.organisation_id
);
comment on function hub.surviving_organisation is
	'The organisation itself, or the one it was merged into; null when there is none.';
revoke execute on function hub.registrable_domain, hub.surviving_organisation from public;
grant execute on function hub.registrable_domain, hub.surviving_organisation to anon, authenticated, service_role;

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
grant select on hub.organisations, hub.trade_names, hub.organisation_roles to service_role;
grant select on hub.trade_names, hub.organisation_roles to anon, authenticated;
-- Where reports are mailed is nobody's business.
grant select (organisation_id, name, normalised_name, slug, sector, kvk_number, objection_url, objection_email,
	website, web_domain, merged_into, created_at) on hub.organisations to anon, authenticated;
