-- Somebody says that a number is not whose it is said to be.

create table hub.number_contests (
	contest_id uuid primary key default gen_random_uuid(),
	contested_number hub.phone_number not null,
	registration_id uuid references hub.number_registrations,
	claim_id uuid references hub.number_registrations,
	reason text not null check (length(btrim(reason)) between 1 and 4000),
	document_id uuid references hub.number_documents,
	sealed bytea,
	key_id text,
	locale text not null default 'nl' check (locale in ('nl', 'en')),
	contested_at timestamptz not null default now(),
	state text not null default 'open' check (state in ('open', 'upheld', 'dismissed')),
	decided_at timestamptz,
	decided_by uuid references auth.users on delete set null,
	decision text check (length(decision) <= 2000),
	check ((sealed is null) = (key_id is null)),
	check ((state = 'open') = (decided_at is null))
);
create index number_contests_registration_id_idx on hub.number_contests (registration_id);
create index number_contests_claim_id_idx on hub.number_contests (claim_id);
create index number_contests_document_id_idx on hub.number_contests (document_id);
create index number_contests_decided_by_idx on hub.number_contests (decided_by);
create index number_contests_open_idx on hub.number_contests (contested_at) where state = 'open';
comment on table hub.number_contests is
	'Somebody contests what the desk says of a number: another organisation that claims it, or anyone at all. The committee decides.';
comment on column hub.number_contests.registration_id is 'The confirmed registration that is contested; null for a number that nobody has registered.';
comment on column hub.number_contests.claim_id is 'The claim that should take its place; null when it comes from the public.';
comment on column hub.number_contests.reason is 'With personal data masked.';
comment on column hub.number_contests.sealed is
	'Encrypted JSON with the address of who contested, for the mail that tells the decision; removed with it.';
comment on column hub.number_contests.decision is 'Why, as it is told to both.';

alter table hub.number_contests enable row level security;
create policy "staff read contests of numbers" on hub.number_contests
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read contests that rest on their own claims" on hub.number_contests
	for select to authenticated using (exists (
		select from hub.number_registrations as claims
		where claims.registration_id = number_contests.claim_id
			and claims.organisation_id in (select hub.my_organisations())));
grant select (contest_id, contested_number, registration_id, claim_id, reason, document_id, contested_at,
	state, decided_at, decision) on hub.number_contests to authenticated;
grant select on hub.number_contests to service_role;
