-- Objections (recht van verzet) that the desk passes on, or for which it writes the letter.

create domain hub.request_reference as text check (value ~ '^[VB]-[0-9]{2}-[0-9A-HJKMNP-TV-Z]{6}$');
comment on domain hub.request_reference is
	'As of a report, after V for an objection (verzet) or B for a request for proof (bewijs): V-26-7K3F9Q.';

create table hub.objection_moves (
	from_state text not null,
	to_state text not null,
	primary key (from_state, to_state)
);
comment on table hub.objection_moves is 'The moves between states of an objection that there are; the domain shows the same.';

create table hub.objections (
	objection_id bigint generated always as identity primary key,
	reference hub.request_reference not null unique check (reference like 'V%'),
	state text not null default 'lodged'
		check (state in ('lodged', 'sent', 'acknowledged', 'processed', 'ignored', 'closed')),
	told_state text not null default 'lodged'
		check (told_state in ('lodged', 'sent', 'acknowledged', 'processed', 'ignored', 'closed')),
	organisation_id uuid references hub.organisations,
	organisation_name text not null check (length(organisation_name) between 1 and 120),
	against text[] not null check (cardinality(against) between 1 and 5
		and against <@ array['phone', 'message', 'email', 'post', 'door']),
	is_sent_by_desk boolean not null,
	sent_route text check (sent_route in ('mail', 'letter', 'web')),
	has_stopped boolean,
	may_test_later_reports boolean not null default false,
	locale text not null check (locale in ('nl', 'en')),
	report_id bigint references hub.reports on delete set null,
	lodged_at timestamptz not null,
	sent_at timestamptz,
	acknowledged_at timestamptz,
	processed_at timestamptz,
	client_key bytea not null unique,
	follow_code_hash bytea unique,
	answer_token_hash bytea not null unique,
	consumer_token_hash bytea not null unique,
	check ((sent_at is null) = (sent_route is null)),
	check (state in ('lodged', 'closed') or sent_at is not null)
);
create index objections_organisation_id_idx on hub.objections (organisation_id, objection_id);
create index objections_report_id_idx on hub.objections (report_id);
comment on table hub.objections is 'Somebody tells one organisation, through the desk, not to approach them again.';
comment on column hub.objections.told_state is
	'The state as the organisation is told. That a later report shows it was ignored is not: by the moment, who objected could be tied to who reported. What they say themselves after the term is.';
comment on column hub.objections.organisation_name is 'Its name at lodging, or as the consumer gave it when it is not registered.';
comment on column hub.objections.against is 'Ways of being approached that have to stop.';
comment on column hub.objections.is_sent_by_desk is 'False: the consumer got a letter to send, and the clocks wait for the day that was done.';
comment on column hub.objections.has_stopped is 'What the consumer said after the term; null when nobody said.';
comment on column hub.objections.answer_token_hash is 'Keyed hash of the secret in the link with which the organisation answers.';
comment on column hub.objections.consumer_token_hash is 'Keyed hash of the secret in the links that are mailed to the consumer.';

create table hub.objection_people (
	objection_id bigint primary key references hub.objections on delete cascade,
	shared_encrypted bytea not null,
	mail_encrypted bytea,
	key_id text not null
);
comment on table hub.objection_people is
	'Who objects, kept apart and encrypted (AES-256-GCM: nonce, tag, text) so that it can go first.';
comment on column hub.objection_people.shared_encrypted is 'JSON: what is shared with the organisation, to be found by.';
comment on column hub.objection_people.mail_encrypted is
	'JSON as the outbox takes it: the address the desk writes to (to) and the secret of the links in it; null without an address.';

create table hub.objection_keys (
	objection_id bigint not null references hub.objections on delete cascade,
	reporter_key bytea not null,
	primary key (objection_id, reporter_key)
);
create index objection_keys_reporter_key_idx on hub.objection_keys (reporter_key);
comment on table hub.objection_keys is
	'Keyed hashes of the e-mail address and numbers of who objects, to know them again in a later report; only with their consent.';

create table hub.objection_events (
	event_id bigint generated always as identity primary key,
	objection_id bigint not null references hub.objections,
	event text not null check (event ~ '^[a-z_]+$'),
	from_state text,
	to_state text not null,
	actor_role text not null check (actor_role in ('reporter', 'system', 'organisation_member')),
	actor_id uuid default auth.uid(),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index objection_events_objection_id_idx on hub.objection_events (objection_id, event_id);
comment on table hub.objection_events is 'Append-only. Everything that ever happened to an objection.';
comment on column hub.objection_events.actor_role is 'organisation_member: who had the organisation''s link, or a member who signed in.';
comment on column hub.objection_events.actor_id is 'The member who signed in; null for everybody else.';
create trigger objection_events_are_append_only
	before update or delete or truncate on hub.objection_events
	for each statement execute function hub.refuse_change();

alter table hub.deadlines add foreign key (objection_id) references hub.objections on delete cascade;

alter table hub.objection_moves enable row level security;
alter table hub.objections enable row level security;
alter table hub.objection_people enable row level security;
alter table hub.objection_keys enable row level security;
alter table hub.objection_events enable row level security;
create policy "staff read objections" on hub.objections for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read objections to their organisation" on hub.objections for select to authenticated
	using (organisation_id in (select hub.my_organisations()));
create policy "the committee and the regulator read who objected" on hub.objection_people for select to authenticated
	using ((select hub.has_role('committee', 'regulator', 'administrator')));
create policy "members read who objected to their organisation" on hub.objection_people for select to authenticated
	using (exists (select from hub.objections where objections.objection_id = objection_people.objection_id
		and organisation_id in (select hub.my_organisations())));
create policy "staff read what happened to an objection" on hub.objection_events for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "who reads an objection reads its deadlines" on hub.deadlines for select to authenticated
	using (exists (select from hub.objections where objections.objection_id = deadlines.objection_id));
grant select (objection_id, reference, told_state, organisation_id, organisation_name, against, is_sent_by_desk,
	sent_route, has_stopped, locale, lodged_at, sent_at, acknowledged_at, processed_at)
	on hub.objections to authenticated;
grant select (objection_id, shared_encrypted, key_id) on hub.objection_people to authenticated;
grant select on hub.objection_events to authenticated;
grant select on hub.objection_moves, hub.objections, hub.objection_people, hub.objection_keys, hub.objection_events
	to service_role;

insert into hub.objection_moves (from_state, to_state)
select moves.from_state, unnest(moves.to_states)
from (values
	('lodged', array['sent', 'closed']),
	('sent', array['acknowledged', 'processed', 'ignored', 'closed']),
	('acknowledged', array['processed', 'ignored', 'closed']),
	('processed', array['ignored', 'closed']),
	('ignored', array['processed', 'closed']),
	('closed', array['ignored'])
) as moves (from_state, to_states);
