-- Caller numbers and the claims of organisations on them.

create table hub.caller_numbers (
	caller_number hub.phone_number primary key,
	type text check (type in ('FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP', 'UAN', 'TOLL_FREE',
		'PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER', 'VOICEMAIL')),
	country text check (country ~ '^[A-Z]{2}$')
);
comment on table hub.caller_numbers is 'Every number that was ever reported.';
comment on column hub.caller_numbers.type is 'As libphonenumber names it; UAN is a company number such as 088 and 14020. Null when the plan knows no such number.';

create table hub.number_documents (
	document_id uuid primary key default gen_random_uuid(),
	stored_key text not null unique check (stored_key ~ '^[0-9a-f]{32}$'),
	name text not null check (length(name) between 1 and 100),
	media_type text not null,
	byte_size integer not null,
	sha256 bytea not null check (length(sha256) = 32),
	key_id text not null,
	uploaded_at timestamptz not null default now()
);
comment on table hub.number_documents is
	'A file that shows whose a number is, as a contract with a telecom company. The contents lie encrypted outside the database, as evidence does.';
comment on column hub.number_documents.stored_key is 'The random name under which the contents are stored; told to the server alone.';
comment on column hub.number_documents.key_id is 'Which key of the installation encrypted the contents.';

create table hub.number_registrations (
	registration_id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references hub.organisations,
	first_number hub.phone_number not null,
	last_number hub.phone_number not null,
	valid_from date not null,
	valid_until date,
	campaign text check (length(campaign) <= 120),
	is_campaign_public boolean not null default false check (not is_campaign_public or campaign is not null),
	contact_centre_id uuid references hub.organisations,
	state text not null default 'confirmed' check (state in ('claimed', 'confirmed', 'refused', 'withdrawn')),
	proof text not null default 'register' check (proof in ('register', 'document', 'contact_centre')),
	document_id uuid references hub.number_documents,
	published_on date,
	created_at timestamptz not null default now(),
	claimed_by uuid references auth.users on delete set null,
	contact_centre_agreed_at timestamptz,
	decided_at timestamptz,
	decision text check (length(decision) <= 2000),
	attributed integer not null default 0,
	numbers int8range not null generated always as
		(int8range(substr(first_number, 2)::int8, substr(last_number, 2)::int8, '[]')) stored,
	period daterange not null generated always as (daterange(valid_from, valid_until, '[]')) stored,
	check (length(first_number) = length(last_number) and first_number <= last_number),
	check (valid_until is null or valid_until >= valid_from),
	check (contact_centre_id is distinct from organisation_id),
	check (proof <> 'contact_centre' or contact_centre_id is not null),
	-- The domain says the same: nobody claims a plan of numbers at a stroke.
	check (proof = 'register' or upper(numbers) - lower(numbers) <= 10000),
	check ((state = 'claimed') <= (decided_at is null)),
	-- 0900, 0906 and 0909 cost who calls back; 112, 144 and 18xx are nobody's own.
	constraint no_premium_or_short_numbers check (first_number !~ '^\+31(90[069]|1(12|44)$|18[0-9]{2}$)'),
	constraint one_claim_a_number_a_day exclude using gist
		(numbers with operator(pg_catalog.&&), period with operator(pg_catalog.&&))
		where (state = 'confirmed')
);
create index number_registrations_organisation_id_idx on hub.number_registrations (organisation_id);
create index number_registrations_contact_centre_id_idx on hub.number_registrations (contact_centre_id);
create index number_registrations_document_id_idx on hub.number_registrations (document_id);
create index number_registrations_claimed_by_idx on hub.number_registrations (claimed_by);
create index number_registrations_numbers_idx on hub.number_registrations using gist (numbers);
comment on table hub.number_registrations is
	'An organisation''s claim on one number or a block, for a period, perhaps used by a contact centre.';
comment on column hub.number_registrations.valid_until is 'The last day; null while it runs.';
comment on column hub.number_registrations.campaign is 'What the numbers are used for; shown to everybody only where is_campaign_public.';
comment on column hub.number_registrations.state is
	'claimed: waits for its proof to be judged; confirmed: it counts, during its period; refused; withdrawn by the claimant. One whose last day has passed stays confirmed, for the reports of its days.';
comment on column hub.number_registrations.proof is
	'By what control is shown. register: entered by the desk itself; document: a file that the committee judges; contact_centre: the one named agrees. Other ways, as a code read out by telephone, may be added.';
comment on column hub.number_registrations.published_on is 'Since when the organisation declares that the numbers stand on its website.';
comment on column hub.number_registrations.contact_centre_agreed_at is 'When the contact centre said that it uses the numbers for this organisation.';
comment on column hub.number_registrations.decision is 'Why it was confirmed or refused, as told to the organisation.';
comment on column hub.number_registrations.attributed is 'How many waiting reports came to the organisation when it was confirmed.';
comment on column hub.number_registrations.numbers is 'The digits as numbers; first and last have equal length, so it is a range of equals.';

create function hub.registered_to(number hub.phone_number, on_date date) returns uuid
language sql stable security definer set search_path = ''
return (
	select organisation_id from hub.number_registrations
	where state = 'confirmed' and numbers @> substr(number, 2)::int8
		and length(first_number) = length(number)
		and period @> on_date
);
comment on function hub.registered_to is
	'Definer: whose number it was that day is public, the registrations are not. Null when nobody''s.';

revoke execute on function hub.registered_to from public;
grant execute on function hub.registered_to to anon, authenticated, service_role;

alter table hub.caller_numbers enable row level security;
alter table hub.number_registrations enable row level security;
alter table hub.number_documents enable row level security;
create policy "staff read caller numbers" on hub.caller_numbers
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "staff read number registrations" on hub.number_registrations
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read their own number registrations" on hub.number_registrations
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
create policy "contact centres read registrations of numbers they use" on hub.number_registrations
	for select to authenticated using (contact_centre_id in (select hub.my_organisations()));
create policy "staff read documents on numbers" on hub.number_documents
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read documents of their own registrations" on hub.number_documents
	for select to authenticated using (exists (
		select from hub.number_registrations as registrations
		where registrations.document_id = number_documents.document_id
			and registrations.organisation_id in (select hub.my_organisations())));
grant select on hub.caller_numbers to authenticated, service_role;
grant select on hub.number_registrations, hub.number_documents to service_role;
-- Who claimed is the organisation's own affair, and where a file lies the server's.
grant select (registration_id, organisation_id, first_number, last_number, valid_from, valid_until,
	campaign, is_campaign_public, contact_centre_id, state, proof, document_id, published_on, created_at,
	contact_centre_agreed_at, decided_at, decision, attributed, numbers, period)
	on hub.number_registrations to authenticated;
grant select (document_id, name, media_type, byte_size, uploaded_at) on hub.number_documents to authenticated;
