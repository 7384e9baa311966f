-- Caller numbers and the claims of organisations on them.

create table hub.caller_numbers (
	caller_number hub.phone_number primary key,
	type text check (type in ('FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP', 'UAN', 'TOLL_FREE',
		'PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER', 'VOICEMAIL')),
	country text check (country ~ '^[A-Z]{2}$')
);
comment on table hub.caller_numbers is 'Every number that was ever reported.';
comment on column hub.caller_numbers.type is 'As libphonenumber names it; UAN is a company number such as 088 and 14020. Null when the plan knows no such number.';

create table hub.number_registrations (
	registration_id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references hub.organisations,
	first_number hub.phone_number not null,
	last_number hub.phone_number not null,
	valid_from date not null,
	valid_until date,
	campaign text check (length(campaign) <= 120),
	contact_centre_id uuid references hub.organisations,
	created_at timestamptz not null default now(),
	numbers int8range not null generated always as
		(int8range(substr(first_number, 2)::int8, substr(last_number, 2)::int8, '[]')) stored,
	period daterange not null generated always as (daterange(valid_from, valid_until, '[]')) stored,
	check (length(first_number) = length(last_number) and first_number <= last_number),
	check (valid_until is null or valid_until >= valid_from),
	constraint one_claim_a_number_a_day exclude using gist
		(numbers with operator(pg_catalog.&&), period with operator(pg_catalog.&&))
);
create index number_registrations_organisation_id_idx on hub.number_registrations (organisation_id);
create index number_registrations_contact_centre_id_idx on hub.number_registrations (contact_centre_id);
comment on table hub.number_registrations is
	'An organisation''s claim on one number or a block, for a period, perhaps used by a contact centre.';
comment on column hub.number_registrations.valid_until is 'The last day; null while it runs.';
comment on column hub.number_registrations.numbers is 'The digits as numbers; first and last have equal length, so it is a range of equals.';

create function hub.registered_to(number hub.phone_number, on_date date) returns uuid
language sql stable security definer set search_path = ''
return (
	select organisation_id from hub.number_registrations
	where numbers @> substr(number, 2)::int8
		and length(first_number) = length(number)
		and period @> on_date
);
comment on function hub.registered_to is
	'Definer: whose number it was that day is public, the registrations are not. Null when nobody''s.';

revoke execute on function hub.registered_to from public;
grant execute on function hub.registered_to to anon, authenticated, service_role;

alter table hub.caller_numbers enable row level security;
alter table hub.number_registrations enable row level security;
create policy "staff read caller numbers" on hub.caller_numbers
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "staff read number registrations" on hub.number_registrations
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read their own number registrations" on hub.number_registrations
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
grant select on hub.caller_numbers, hub.number_registrations to authenticated, service_role;
