-- Cases: what the committee, or the regulator for itself, gathers about one practice.

create type hub.case_state as enum ('open', 'hearing', 'decided', 'follow_up', 'closed');
comment on type hub.case_state is 'How far a case is. Closed can be opened again.';

create function hub.my_sides() returns setof text
language sql stable set search_path = ''
begin atomic
	select mine.role::text from hub.my_roles() as mine (role) where mine.role in ('committee', 'regulator');
end;
comment on function hub.my_sides is
	'For whom the caller keeps cases: the committee or the regulator. Moderators and administrators for neither.';
revoke execute on function hub.my_sides from public;
grant execute on function hub.my_sides to authenticated, service_role;

create table hub.cases (
	case_id bigint generated always as identity primary key,
	reference text not null unique check (reference ~ '^D[0-9]{2}-[0-9A-HJKMNP-TV-Z]{5}$'),
	owner text not null check (owner in ('committee', 'regulator')),
	title text not null check (length(btrim(title)) between 3 and 200),
	practice text references hub.categories,
	state hub.case_state not null default 'open',
	opened_at timestamptz not null default now(),
	opened_by uuid references auth.users on delete set null,
	changed_at timestamptz not null default now(),
	shared_at timestamptz,
	shared_by uuid references auth.users on delete set null
);
create index cases_newest_idx on hub.cases (owner, changed_at desc);
create index cases_practice_idx on hub.cases (practice);
create index cases_opened_by_idx on hub.cases (opened_by);
create index cases_shared_by_idx on hub.cases (shared_by);
comment on table hub.cases is
	'A file on one practice. It is its owner''s, the committee or the regulator; the other side sees it once the owner shares it, and writes nothing in it but notes of its own.';
comment on column hub.cases.practice is 'The category of contact it is about; null for more than one.';
comment on column hub.cases.shared_at is 'Since when the other side may read it. What was shared stays shared: it has been read.';

create table hub.case_organisations (
	case_id bigint not null references hub.cases on delete cascade,
	organisation_id uuid not null references hub.organisations,
	primary key (case_id, organisation_id)
);
create index case_organisations_organisation_id_idx on hub.case_organisations (organisation_id);
comment on table hub.case_organisations is 'Whose practice a case is about.';

create table hub.case_numbers (
	case_id bigint not null references hub.cases on delete cascade,
	first_number hub.phone_number not null,
	last_number hub.phone_number not null,
	primary key (case_id, first_number, last_number),
	check (first_number <= last_number and length(first_number) = length(last_number))
);
comment on table hub.case_numbers is 'Numbers or blocks a case is about; the caller may be unknown.';

create table hub.case_reports (
	case_id bigint not null references hub.cases on delete cascade,
	report_id bigint not null references hub.reports,
	added_at timestamptz not null default now(),
	primary key (case_id, report_id)
);
create index case_reports_report_id_idx on hub.case_reports (report_id);
comment on table hub.case_reports is 'The reports that were gathered.';

create table hub.case_signals (
	case_id bigint not null references hub.cases on delete cascade,
	signal_id bigint not null references hub.signals on delete cascade,
	primary key (case_id, signal_id)
);
create index case_signals_signal_id_idx on hub.case_signals (signal_id);
comment on table hub.case_signals is 'The signals that led to a case.';

alter table hub.cases enable row level security;
alter table hub.case_organisations enable row level security;
alter table hub.case_numbers enable row level security;
alter table hub.case_reports enable row level security;
alter table hub.case_signals enable row level security;
create policy "a side reads its own cases" on hub.cases
	for select to authenticated using (owner in (select hub.my_sides()));
create policy "a side reads cases that the other one shared" on hub.cases
	for select to authenticated using (shared_at is not null and exists (select from hub.my_sides()));
create policy "who reads a case reads its organisations" on hub.case_organisations
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_organisations.case_id));
create policy "who reads a case reads its numbers" on hub.case_numbers
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_numbers.case_id));
create policy "who reads a case reads which reports it holds" on hub.case_reports
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_reports.case_id));
create policy "who reads a case reads its signals" on hub.case_signals
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_signals.case_id));
grant select on hub.cases, hub.case_organisations, hub.case_numbers, hub.case_reports, hub.case_signals
	to authenticated, service_role;
