-- Requests to prove consent that the desk passes on, or for which it writes the letter.

create table hub.proof_requests (
	proof_request_id bigint generated always as identity primary key,
	reference hub.request_reference not null unique check (reference like 'B%'),
	state text not null default 'requested' check (state in ('requested', 'sent', 'answered', 'overdue')),
	organisation_id uuid references hub.organisations,
	organisation_name text not null check (length(organisation_name) between 1 and 120),
	is_sent_by_desk boolean not null,
	locale text not null check (locale in ('nl', 'en')),
	report_id bigint references hub.reports on delete set null,
	requested_at timestamptz not null,
	sent_at timestamptz,
	due_at timestamptz not null,
	answered_at timestamptz,
	has_consent boolean,
	is_content_ok boolean,
	client_key bytea not null unique,
	follow_code_hash bytea unique,
	answer_token_hash bytea not null unique,
	check (state = 'requested' or sent_at is not null),
	check ((answered_at is null) = (is_content_ok is null) and (answered_at is null) = (has_consent is null))
);
create index proof_requests_organisation_id_idx on hub.proof_requests (organisation_id, proof_request_id);
create index proof_requests_report_id_idx on hub.proof_requests (report_id);
comment on table hub.proof_requests is 'Somebody asks one organisation, through the desk, to prove that they consented to being approached.';
comment on column hub.proof_requests.due_at is
	'Midnight after the last of five working days; computed by the calendar of the domain. The clock runs from the day it was sent.';
comment on column hub.proof_requests.is_content_ok is 'Whether the consent that was shown is as the rules ask (5, 6 and 18 of the catalogue).';
comment on column hub.proof_requests.answer_token_hash is 'Keyed hash of the secret in the link with which the organisation answers.';

create table hub.proof_request_people (
	proof_request_id bigint primary key references hub.proof_requests on delete cascade,
	shared_encrypted bytea not null,
	mail_encrypted bytea,
	key_id text not null
);
comment on table hub.proof_request_people is
	'Who asks, kept apart and encrypted (AES-256-GCM: nonce, tag, text) so that it can go first.';
comment on column hub.proof_request_people.shared_encrypted is 'JSON: what is shared with the organisation, to be found by.';
comment on column hub.proof_request_people.mail_encrypted is 'JSON as the outbox takes it: the address the desk writes to; null without one.';

create table hub.proof_answers (
	proof_request_id bigint primary key references hub.proof_request_people on delete cascade,
	answer_encrypted bytea not null,
	key_id text not null
);
comment on table hub.proof_answers is
	'The consent as the organisation shows it, as JSON, encrypted; it goes with who asked.';

create table hub.proof_request_events (
	event_id bigint generated always as identity primary key,
	proof_request_id bigint not null references hub.proof_requests,
	event text not null check (event ~ '^[a-z_]+$'),
	from_state text,
	to_state text not null,
	actor_role text not null check (actor_role in ('reporter', 'system', 'organisation_member')),
	actor_id uuid default auth.uid(),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index proof_request_events_proof_request_id_idx on hub.proof_request_events (proof_request_id, event_id);
comment on table hub.proof_request_events is 'Append-only. Everything that ever happened to a request for proof.';
create trigger proof_request_events_are_append_only
	before update or delete or truncate on hub.proof_request_events
	for each statement execute function hub.refuse_change();

alter table hub.deadlines add foreign key (proof_request_id) references hub.proof_requests on delete cascade;

alter table hub.proof_requests enable row level security;
alter table hub.proof_request_people enable row level security;
alter table hub.proof_answers enable row level security;
alter table hub.proof_request_events enable row level security;
create policy "staff read requests for proof" on hub.proof_requests for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read requests to their organisation" on hub.proof_requests for select to authenticated
	using (organisation_id in (select hub.my_organisations()));
create policy "the committee and the regulator read who asked for proof" on hub.proof_request_people
	for select to authenticated using ((select hub.has_role('committee', 'regulator', 'administrator')));
create policy "members read who asked their organisation for proof" on hub.proof_request_people
	for select to authenticated using (exists (
		select from hub.proof_requests
		where proof_requests.proof_request_id = proof_request_people.proof_request_id
			and organisation_id in (select hub.my_organisations())));
create policy "who reads who asked reads the answer" on hub.proof_answers for select to authenticated
	using (exists (select from hub.proof_request_people
		where proof_request_people.proof_request_id = proof_answers.proof_request_id));
create policy "staff read what happened to a request for proof" on hub.proof_request_events
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "who reads a request for proof reads its deadlines" on hub.deadlines for select to authenticated
	using (exists (
		select from hub.proof_requests where proof_requests.proof_request_id = deadlines.proof_request_id));
grant select (proof_request_id, reference, state, organisation_id, organisation_name, is_sent_by_desk, locale,
	requested_at, sent_at, due_at, answered_at, has_consent, is_content_ok)
	on hub.proof_requests to authenticated;
grant select (proof_request_id, shared_encrypted, key_id) on hub.proof_request_people to authenticated;
grant select on hub.proof_answers, hub.proof_request_events to authenticated;
grant select on hub.proof_requests, hub.proof_request_people, hub.proof_answers, hub.proof_request_events to service_role;
