-- Two schemas: hub holds what is true, public is what may be asked. Everything starts closed.

create schema hub;
comment on schema hub is 'Tables and rules of the desk. Reached through public only.';
grant usage on schema hub to anon, authenticated, service_role;

create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pg_trgm with schema extensions;

alter default privileges revoke execute on functions from public;
alter default privileges in schema public
	revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public
	revoke all on functions from anon, authenticated, service_role;
alter default privileges in schema public
	revoke all on sequences from anon, authenticated, service_role;

create domain hub.phone_number as text check (value ~ '^\+[1-9][0-9]{3,14}$');
comment on domain hub.phone_number is 'E.164, with its plus.';

create domain hub.postcode4 as smallint check (value between 1000 and 9999);
comment on domain hub.postcode4 is 'The four digits of a Dutch postcode.';

create table hub.installation (
	key text primary key,
	value text not null
);
comment on table hub.installation is
	'What the software remembers of itself: which reference data is loaded, a mark of the secrets.';
alter table hub.installation enable row level security;
