-- Applications to the Commissie Balanstoets Telemarketing (CBT) for a longer customer term, and its
-- advice. What an organisation says of itself is kept as it wrote it; who filed it is encrypted, apart.

create table hub.cbt_fees (
	kind text primary key check (kind in ('commercial', 'non_profit')),
	euros integer not null check (euros > 0),
	source text not null
);
comment on table hub.cbt_fees is 'What an application costs, by kind of organisation; before VAT and paid ahead. It covers the costs.';

create table hub.cbt_moves (
	from_state text not null,
	to_state text not null,
	primary key (from_state, to_state)
);
comment on table hub.cbt_moves is 'The moves between states of an application that there are; the domain shows the same.';

create table hub.cbt_applications (
	application_id bigint generated always as identity primary key,
	reference text not null unique check (reference ~ '^K-[0-9]{2}-[0-9A-HJKMNP-TV-Z]{6}$'),
	state text not null default 'submitted'
		check (state in ('submitted', 'incomplete', 'awaiting_payment', 'paid', 'taken_on', 'advised', 'declined', 'withdrawn')),
	kind text not null references hub.cbt_fees,
	euros integer not null,
	organisation_name text not null check (length(organisation_name) between 2 and 120),
	on_behalf_of text check (length(on_behalf_of) <= 2000),
	kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
	relation text not null check (relation in ('contract', 'purchase', 'donation', 'membership')),
	asked_months smallint not null check (asked_months between 37 and 600),
	answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
	additions_asked text check (length(additions_asked) <= 5000),
	locale text not null check (locale in ('nl', 'en')),
	submitted_at timestamptz not null default now(),
	invoice_number text,
	paid_on date,
	taken_on_at timestamptz,
	closed_at timestamptz
);
create index cbt_applications_kind_idx on hub.cbt_applications (kind);
comment on table hub.cbt_applications is 'An organisation asks for advice on calling former customers longer than the customer term of the code.';
comment on column hub.cbt_applications.reference is 'As of a report, after K for customer term (klanttermijn).';
comment on column hub.cbt_applications.euros is 'The fee on the day it was submitted, before VAT.';
comment on column hub.cbt_applications.on_behalf_of is 'Which legal persons are represented; null when it applies for itself.';
comment on column hub.cbt_applications.answers is 'Its balance test, by question of hub.cbt_questions().';
comment on column hub.cbt_applications.additions_asked is 'What has to be added, as long as it is incomplete.';

create table hub.cbt_links (
	application_id bigint primary key references hub.cbt_applications on delete cascade,
	client_key bytea not null unique,
	token_hash bytea not null unique
);
comment on table hub.cbt_links is 'By what an application is found again: by the form that was sent, and by the link that was mailed.';
comment on column hub.cbt_links.token_hash is 'Keyed hash of the secret in the link.';

create table hub.cbt_applicants (
	application_id bigint primary key references hub.cbt_applications on delete cascade,
	contact_encrypted bytea not null,
	mail_encrypted bytea not null,
	key_id text not null
);
comment on table hub.cbt_applicants is 'Who applies, kept apart and encrypted (AES-256-GCM: nonce, tag, text) so that it can go first.';
comment on column hub.cbt_applicants.contact_encrypted is 'JSON: name, address of the mail and where the invoice goes.';
comment on column hub.cbt_applicants.mail_encrypted is 'JSON as the outbox takes it: the address (to) and the secret of the link.';

create table hub.cbt_advices (
	application_id bigint primary key references hub.cbt_applications on delete cascade,
	outcome text not null check (outcome in ('granted', 'rejected')),
	term_months smallint check (term_months between 37 and 600),
	valid_from date,
	valid_until date check (valid_until >= valid_from),
	grounds text not null check (length(grounds) between 1 and 20000),
	summary text check (length(summary) <= 2000),
	is_published boolean not null,
	advised_at timestamptz not null default now(),
	advised_by uuid,
	ended_on date,
	end_reason text,
	check ((outcome = 'granted') = (num_nonnulls(term_months, valid_from, valid_until) = 3)),
	check (not is_published or summary is not null),
	check ((ended_on is null) = (end_reason is null))
);
comment on table hub.cbt_advices is 'The advice of the CBT. Granted, it holds for a while and for as long as the facts it rests on do.';
comment on column hub.cbt_advices.summary is 'What everybody may read, when it is published.';
comment on column hub.cbt_advices.ended_on is 'The day from which it no longer holds, because a fact it rests on changed.';

create table hub.cbt_advice_organisations (
	application_id bigint not null references hub.cbt_advices on delete cascade,
	organisation_id uuid not null references hub.organisations,
	primary key (application_id, organisation_id)
);
create index cbt_advice_organisations_organisation_id_idx on hub.cbt_advice_organisations (organisation_id);
comment on table hub.cbt_advice_organisations is 'Organisations of the register that an advice is for: reports about them are tested against its term.';

create table hub.cbt_events (
	event_id bigint generated always as identity primary key,
	application_id bigint not null references hub.cbt_applications,
	event text not null check (event ~ '^[a-z_]+$'),
	from_state text,
	to_state text not null,
	actor_role text not null check (actor_role in ('applicant', 'committee', 'administrator', 'system')),
	actor_id uuid default auth.uid(),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index cbt_events_application_id_idx on hub.cbt_events (application_id, event_id);
comment on table hub.cbt_events is 'Append-only. Everything that ever happened to an application.';
create trigger cbt_events_are_append_only
	before update or delete or truncate on hub.cbt_events
	for each statement execute function hub.refuse_change();

insert into hub.cbt_moves (from_state, to_state)
select moves.from_state, unnest(moves.to_states)
from (values
	('submitted', array['incomplete', 'awaiting_payment', 'declined', 'withdrawn']),
	('incomplete', array['submitted', 'awaiting_payment', 'paid', 'taken_on', 'declined', 'withdrawn']),
	('awaiting_payment', array['incomplete', 'paid', 'declined', 'withdrawn']),
	('paid', array['incomplete', 'taken_on', 'declined', 'withdrawn']),
	('taken_on', array['incomplete', 'advised', 'withdrawn'])
) as moves (from_state, to_states);
