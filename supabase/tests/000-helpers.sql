-- What role stories share: people, and speaking as one of them. A story begins as the owner,
-- speaks as somebody until it speaks as somebody else, and is rolled back at its end.

create schema if not exists tests;
comment on schema tests is 'Helpers of the role stories; only in databases for testing.';
grant usage on schema tests to anon, authenticated, service_role;

-- A story tells in one moment what happens in days: organisations hear of reports at once.
update hub.clocks set amount = 0, edited_at = now() where code = 'told_to_organisation';

create or replace function tests.speak_as(role_name text, claims jsonb) returns void
language plpgsql set search_path = '' as $$
begin
	perform set_config('role', role_name, true);
	perform set_config('request.jwt.claims', claims::text, true);
	-- Older gateways set every claim by itself; auth.uid() may read either.
	perform set_config('request.jwt.claim.sub', coalesce(claims ->> 'sub', ''), true);
	perform set_config('request.jwt.claim.role', coalesce(claims ->> 'role', ''), true);
	perform set_config('request.jwt.claim.email', coalesce(claims ->> 'email', ''), true);
end $$;
comment on function tests.speak_as is 'Sets role and claims as the gateway does for a request.';

create or replace function tests.as_owner() returns void
language plpgsql set search_path = '' as $$
begin
	perform tests.speak_as('none', '{}');
end $$;
comment on function tests.as_owner is 'Back to who runs the story, whom no policy stops.';

create or replace function tests.as_anon() returns void
language plpgsql set search_path = '' as $$
begin
	perform tests.speak_as('anon', '{"role": "anon"}');
end $$;
comment on function tests.as_anon is 'Speak as somebody who has not signed in.';

create or replace function tests.as_service() returns void
language plpgsql set search_path = '' as $$
begin
	perform tests.speak_as('service_role', '{"role": "service_role"}');
end $$;
comment on function tests.as_service is 'Speak as the server itself.';

create or replace function tests.user_id(email text) returns uuid
language plpgsql set search_path = '' as $$
declare
	speaker text := current_setting('role');
	found_id uuid;
begin
	perform set_config('role', 'none', true);
	select users.id into found_id from auth.users where users.email = user_id.email;
	perform set_config('role', speaker, true);
	return found_id;
end $$;
comment on function tests.user_id is 'The id of a person, whoever is speaking; null when unknown.';

create or replace function tests.authenticate_as(email text) returns void
language plpgsql set search_path = '' as $$
declare
	me uuid := tests.user_id(email);
begin
	if me is null then
		raise exception 'no user %: tests.create_user first', email;
	end if;
	perform tests.speak_as('authenticated',
		jsonb_build_object('sub', me, 'email', email, 'role', 'authenticated', 'aud', 'authenticated'));
end $$;
comment on function tests.authenticate_as is 'Speak as this person, signed in.';

create or replace function tests.create_user(email text) returns uuid
language plpgsql set search_path = '' as $$
declare
	speaker text := current_setting('role');
	created uuid := gen_random_uuid();
begin
	perform set_config('role', 'none', true);
	insert into auth.users (id, email, aud, role, email_confirmed_at)
	values (created, email, 'authenticated', 'authenticated', now());
	perform set_config('role', speaker, true);
	return created;
end $$;
comment on function tests.create_user is 'Somebody who has proven this address, without any role.';

create or replace function tests.give_role(email text, role hub.role, organisation uuid default null,
	level hub.membership_level default null)
returns void
language plpgsql set search_path = '' as $$
declare
	speaker text := current_setting('role');
	person uuid := coalesce(tests.user_id(email), tests.create_user(email));
begin
	perform set_config('role', 'none', true);
	insert into hub.memberships (user_id, role, organisation_id, level)
	values (person, give_role.role, organisation,
		case when give_role.role = 'organisation_member' then coalesce(give_role.level, 'owner') end);
	perform set_config('role', speaker, true);
end $$;
comment on function tests.give_role is 'Gives a person a role, and makes the person where there is none. A member is an owner unless a level is given.';

create or replace function tests.submission(key text, fields jsonb default '{}') returns jsonb
language sql set search_path = ''
return jsonb_build_object(
	'client_key', md5(key), 'submission_digest', md5(key || fields::text),
	'kind', 'complaint', 'channel', 'phone', 'narrative', 'Again during dinner.',
	'filed_at', '2026-06-15T12:00:00Z') || fields;
comment on function tests.submission is
	'What the server hands to file_report: a complaint of 15 June 2026, with other fields where given.';

create or replace function tests.file_report(key text, fields jsonb default '{}') returns text
language plpgsql set search_path = '' as $$
declare
	speaker text := current_setting('role');
	receipt jsonb;
begin
	perform set_config('role', 'none', true);
	receipt := public.file_report(tests.submission(key, fields));
	perform set_config('role', speaker, true);
	return receipt ->> 'reference';
end $$;
comment on function tests.file_report is 'Files a report, whoever is speaking, and tells its reference.';

grant execute on all functions in schema tests to anon, authenticated, service_role;
