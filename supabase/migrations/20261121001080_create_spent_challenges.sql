-- Proof of work: what was solved once is worth nothing the second time.

create table hub.spent_challenges (
	challenge bytea primary key check (length(challenge) = 16),
	expires_at timestamptz not null
);
create index spent_challenges_expires_at_idx on hub.spent_challenges (expires_at);
comment on table hub.spent_challenges is
	'Challenges of the proof of work that a filed report has used; each until it expires, since then its signature is refused anyway. Nothing in it points to a report or a person.';

alter table hub.spent_challenges enable row level security;
