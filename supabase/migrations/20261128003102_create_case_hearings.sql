-- The organisation is heard before anything is decided, and what is decided.

create table hub.case_hearings (
	hearing_id bigint generated always as identity primary key,
	case_id bigint not null references hub.cases on delete cascade,
	organisation_id uuid not null references hub.organisations,
	reference text not null unique,
	subject text not null check (length(btrim(subject)) between 3 and 200),
	question text not null check (length(btrim(question)) between 3 and 6000),
	due_on date not null,
	asked_at timestamptz not null default now(),
	asked_by uuid references auth.users on delete set null,
	answer text check (length(btrim(answer)) between 1 and 10000),
	answered_at timestamptz,
	answered_by uuid references auth.users on delete set null,
	check ((answer is null) = (answered_at is null))
);
create index case_hearings_case_id_idx on hub.case_hearings (case_id, hearing_id);
create index case_hearings_organisation_id_idx on hub.case_hearings (organisation_id, hearing_id);
create index case_hearings_asked_by_idx on hub.case_hearings (asked_by);
create index case_hearings_answered_by_idx on hub.case_hearings (answered_by);
comment on table hub.case_hearings is
	'What the committee put to an organisation, and its answer. The organisation sees this and nothing else of the case.';
comment on column hub.case_hearings.answer is 'With personal data masked.';

create table hub.case_decisions (
	decision_id bigint generated always as identity primary key,
	case_id bigint not null references hub.cases on delete cascade,
	decision text not null check (decision in
		('none', 'advice', 'warning', 'referral_acm', 'referral_rcc', 'own_action')),
	reasons text not null check (length(btrim(reasons)) between 3 and 6000),
	statement text check (length(btrim(statement)) between 3 and 3000),
	is_published boolean not null default false,
	decided_at timestamptz not null default now(),
	decided_by uuid references auth.users on delete set null,
	check (not is_published or statement is not null)
);
create index case_decisions_case_id_idx on hub.case_decisions (case_id, decision_id);
create index case_decisions_decided_by_idx on hub.case_decisions (decided_by);
comment on table hub.case_decisions is
	'What was decided in a case, only ever added; the last one holds. No ruling and no fine: the committee advises, warns or refers.';
comment on column hub.case_decisions.reasons is 'Why, for who reads the case.';
comment on column hub.case_decisions.statement is
	'What the organisations of the case are told; and the public, on their page, when it is published. Null: they are told nothing.';
create trigger case_decisions_are_append_only
	before update of decision, reasons, statement, is_published, decided_at on hub.case_decisions
	for each statement execute function hub.refuse_change();

alter table hub.case_hearings enable row level security;
alter table hub.case_decisions enable row level security;
create policy "who reads a case reads its hearings" on hub.case_hearings
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_hearings.case_id));
create policy "members read what their organisation was asked" on hub.case_hearings
	for select to authenticated using (organisation_id in (select hub.my_organisations()));
create policy "who reads a case reads its decisions" on hub.case_decisions
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_decisions.case_id));
-- Who of the committee asked is not told.
grant select (hearing_id, case_id, organisation_id, reference, subject, question, due_on, asked_at, answer, answered_at)
	on hub.case_hearings to authenticated;
grant select on hub.case_decisions to authenticated;
grant select on hub.case_hearings, hub.case_decisions to service_role;
