-- Signals: a series of complaints that rose above what its own past lets expect.

create table hub.signals (
	signal_id bigint generated always as identity primary key,
	series_key text not null check (length(series_key) between 1 and 120),
	kind text not null check (kind in ('all', 'channel', 'sector_category', 'organisation_category', 'number',
		'number_block', 'disproportion', 'organisation_rate')),
	organisation_id uuid references hub.organisations on delete cascade,
	sector text references hub.sectors,
	category text references hub.categories,
	channel text,
	first_number text,
	last_number text,
	state text not null default 'new' check (state in ('new', 'seen', 'dismissed', 'in_case')),
	method text not null check (method in ('ears_c2', 'farrington_flexible', 'gamma_poisson', 'conditional_binomial')),
	since_on date not null,
	last_on date not null check (last_on >= since_on),
	observed integer not null,
	expected double precision not null,
	bound double precision not null,
	pvalue double precision check (pvalue between 0 and 1),
	score double precision,
	weeks jsonb not null default '[]' check (jsonb_typeof(weeks) = 'array'),
	dismiss_reason text check (length(dismiss_reason) between 1 and 2000),
	found_at timestamptz not null default now(),
	renewed_at timestamptz not null default now(),
	check ((state = 'dismissed') = (dismiss_reason is not null))
);
-- While one is open the same series only renews it.
create unique index signals_open_idx on hub.signals (series_key) where state <> 'dismissed';
create index signals_state_idx on hub.signals (state, renewed_at desc);
create index signals_organisation_id_idx on hub.signals (organisation_id);
create index signals_sector_idx on hub.signals (sector);
create index signals_category_idx on hub.signals (category);
comment on table hub.signals is
	'What stood out: which series, since when, how much was seen and expected, and what people did with it.';
comment on column hub.signals.series_key is 'Kind and parts of the series as one text; the same for the same series.';
comment on column hub.signals.since_on is 'Monday of the first week above the bound; for rates the first day of the months that were compared.';
comment on column hub.signals.last_on is 'Monday of the newest week above the bound; the figures are of that week. For disproportion and rates they are of all that was compared, up to this week.';
comment on column hub.signals.bound is 'From here on a week is unusual.';
comment on column hub.signals.pvalue is 'The chance of this many or more when nothing is the matter; null for disproportion, which has a score.';
comment on column hub.signals.score is 'For disproportion: how many times as often at least, as the shrunk ratio''s lower end (EB05) has it. For rates: complaints per 100,000 contacts.';
comment on column hub.signals.weeks is 'The last half year as the chart shows it: [{on, observed, expected, bound}].';

create table hub.signal_events (
	signal_event_id bigint generated always as identity primary key,
	signal_id bigint not null references hub.signals on delete cascade,
	event text not null check (event in ('found', 'renewed', 'seen', 'dismissed', 'taken_into_case')),
	actor_id uuid,
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index signal_events_signal_id_idx on hub.signal_events (signal_id, signal_event_id);
comment on table hub.signal_events is 'Append-only: what happened to a signal.';
comment on column hub.signal_events.actor_id is 'The person who signed in; null for the desk itself.';

create table hub.signal_runs (
	signal_run_id bigint generated always as identity primary key,
	as_of date not null,
	judged_through date not null,
	series integer not null,
	found integer not null,
	renewed integer not null,
	ran_at timestamptz not null default now()
);
comment on table hub.signal_runs is 'When the series were looked through, and how far.';
comment on column hub.signal_runs.judged_through is 'Monday of the newest whole week that was judged.';

alter table hub.signals enable row level security;
alter table hub.signal_events enable row level security;
alter table hub.signal_runs enable row level security;
create policy "staff read signals" on hub.signals
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read what happened to signals" on hub.signal_events
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read runs" on hub.signal_runs
	for select to authenticated using ((select hub.is_staff()));
grant select on hub.signals, hub.signal_events, hub.signal_runs to authenticated, service_role;

create function hub.add_signal_event(signal_id bigint, event text, details jsonb default '{}') returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.signal_events (signal_id, event, actor_id, details)
	values (add_signal_event.signal_id, add_signal_event.event, (select auth.uid()), add_signal_event.details);
end;
comment on function hub.add_signal_event is 'What was done to a signal, by whoever signed in.';
revoke execute on function hub.add_signal_event from public;
