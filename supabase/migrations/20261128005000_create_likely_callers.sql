-- Likely callers: numbers that nobody is known for and that seem to be one caller's.

create table hub.likely_callers (
	caller_id bigint generated always as identity primary key,
	state text not null default 'new' check (state in ('new', 'named', 'dismissed', 'gone')),
	organisation_id uuid references hub.organisations,
	label text check (length(label) between 1 and 120),
	follows_caller_id bigint references hub.likely_callers on delete set null,
	strength double precision not null,
	reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
	number_count integer not null check (number_count > 0),
	report_count integer not null,
	first_on date not null,
	last_on date not null check (last_on >= first_on),
	decision text check (length(decision) between 1 and 2000),
	decided_at timestamptz,
	found_at timestamptz not null default now(),
	renewed_at timestamptz not null default now(),
	check ((state in ('named', 'dismissed')) = (decision is not null)),
	check ((state = 'named') = (num_nonnulls(organisation_id, label) = 1)),
	check (state = 'named' or num_nonnulls(organisation_id, label) = 0)
);
create index likely_callers_state_idx on hub.likely_callers (state, report_count desc);
create index likely_callers_organisation_id_idx on hub.likely_callers (organisation_id) where organisation_id is not null;
create index likely_callers_follows_caller_id_idx on hub.likely_callers (follows_caller_id) where follows_caller_id is not null;
comment on table hub.likely_callers is
	'Numbers that are likely one caller''s, with the reasons, and what the committee decided about them.';
comment on column hub.likely_callers.state is
	'new: nobody has decided; named: it is this organisation, or one that is known by a label alone; dismissed: put aside; gone: a later run no longer found it.';
comment on column hub.likely_callers.follows_caller_id is
	'The caller that these numbers go with: one that was named and has other numbers too, or one that was dismissed and grew.';
comment on column hub.likely_callers.strength is 'The mean weight of evidence of its pairs; docs/statistics.md.';
comment on column hub.likely_callers.reasons is
	'What makes it likely, and what speaks against: [{feature, weight, …}], as the domain has it. Words in it stand in reports about several numbers.';

create table hub.likely_caller_numbers (
	caller_id bigint not null references hub.likely_callers on delete cascade,
	caller_number hub.phone_number not null references hub.caller_numbers,
	valid_from date,
	valid_until date,
	ended_on date,
	period daterange generated always as (daterange(valid_from, case when valid_from is null then null
		else greatest(valid_from, least(valid_until, ended_on) + 1) end)) stored,
	primary key (caller_id, caller_number),
	check ((valid_from is null) = (valid_until is null) and (ended_on is null or valid_from is not null))
);
create index likely_caller_numbers_caller_number_idx on hub.likely_caller_numbers (caller_number);
comment on table hub.likely_caller_numbers is 'Which numbers a likely caller has, and of one that was named on which days.';
comment on column hub.likely_caller_numbers.valid_until is
	'Half a year after the reports the name rests on; of a label each further report of the number carries it on. Null while nobody named it.';
comment on column hub.likely_caller_numbers.ended_on is 'The day before another organisation registered the number; null while none has.';
comment on column hub.likely_caller_numbers.period is 'The days on which the number is that caller''s; all days while nobody named it.';

create table hub.likely_caller_events (
	event_id bigint generated always as identity primary key,
	caller_id bigint not null references hub.likely_callers on delete cascade,
	event text not null check (event in ('found', 'renewed', 'gone', 'named', 'dismissed', 'taken_back', 'number_registered')),
	actor_id uuid,
	reason text check (length(reason) <= 2000),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index likely_caller_events_caller_id_idx on hub.likely_caller_events (caller_id, event_id);
comment on table hub.likely_caller_events is 'What happened to a likely caller; rows are only added.';
comment on column hub.likely_caller_events.actor_id is 'The person who signed in; null for the desk itself.';

create table hub.likely_caller_runs (
	run_id bigint generated always as identity primary key,
	as_of date not null,
	numbers integer not null,
	found integer not null,
	renewed integer not null,
	ran_at timestamptz not null default now()
);
comment on table hub.likely_caller_runs is 'When the numbers were looked through, and how many there were.';

alter table hub.likely_callers enable row level security;
alter table hub.likely_caller_numbers enable row level security;
alter table hub.likely_caller_events enable row level security;
alter table hub.likely_caller_runs enable row level security;
create policy "staff read likely callers" on hub.likely_callers
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read numbers of likely callers" on hub.likely_caller_numbers
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read what happened to likely callers" on hub.likely_caller_events
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read runs over numbers" on hub.likely_caller_runs
	for select to authenticated using ((select hub.is_staff()));
grant select on hub.likely_callers, hub.likely_caller_numbers, hub.likely_caller_events, hub.likely_caller_runs
	to authenticated, service_role;

create function hub.add_likely_caller_event(caller_id bigint, event text, reason text default null, details jsonb default '{}')
returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.likely_caller_events (caller_id, event, actor_id, reason, details)
	values (add_likely_caller_event.caller_id, add_likely_caller_event.event, (select auth.uid()),
		add_likely_caller_event.reason, add_likely_caller_event.details);
end;
comment on function hub.add_likely_caller_event is 'What was done to a likely caller, by whoever signed in.';
revoke execute on function hub.add_likely_caller_event from public;
