-- Clocks that run for something: what must have happened by when, else the desk acts.

create table hub.deadlines (
	deadline_id bigint generated always as identity primary key,
	clock text not null references hub.clocks,
	report_id bigint references hub.reports on delete cascade,
	objection_id bigint,
	proof_request_id bigint,
	due_at timestamptz not null,
	set_at timestamptz not null default now(),
	settled_at timestamptz,
	settled_as text check (settled_as in ('kept', 'run_out', 'dropped')),
	retry_at timestamptz,
	failures smallint not null default 0,
	application_id bigint,
	check ((settled_at is null) = (settled_as is null)),
	constraint deadlines_run_for_one_thing
		check (num_nonnulls(report_id, objection_id, proof_request_id, application_id) = 1)
);
create unique index deadlines_running_idx on hub.deadlines (report_id, clock) where settled_at is null;
create unique index deadlines_of_objections_idx on hub.deadlines (objection_id, clock) where settled_at is null;
create unique index deadlines_of_proof_requests_idx on hub.deadlines (proof_request_id, clock) where settled_at is null;
create unique index deadlines_of_applications_idx on hub.deadlines (application_id, clock) where settled_at is null;
create index deadlines_report_id_idx on hub.deadlines (report_id);
create index deadlines_objection_id_idx on hub.deadlines (objection_id);
create index deadlines_proof_request_id_idx on hub.deadlines (proof_request_id);
create index deadlines_application_id_idx on hub.deadlines (application_id);
create index deadlines_clock_idx on hub.deadlines (clock, due_at);
create index deadlines_due_idx on hub.deadlines (coalesce(retry_at, due_at)) where settled_at is null;
comment on table hub.deadlines is
	'A clock of hub.clocks that runs, or ran, for something. Of one chain (reminder, reminder, answer) only the next one runs.';
comment on column hub.deadlines.report_id is 'A clock runs for one thing: a report, an objection, a request for proof or an application.';
comment on column hub.deadlines.due_at is 'The first moment after the term: midnight in Amsterdam after its last day.';
comment on column hub.deadlines.settled_as is
	'kept: it happened in time; run_out: it did not and the desk has acted; dropped: it no longer applies.';
comment on column hub.deadlines.retry_at is 'When the desk tries again what failed; null as long as nothing failed.';
comment on column hub.deadlines.failures is 'How often the desk tried to act and could not; each time it waits twice as long, up to a day.';

alter table hub.deadlines enable row level security;
create policy "who reads a report reads its deadlines" on hub.deadlines
	for select to authenticated using (
		exists (select from hub.reports where reports.report_id = deadlines.report_id));
grant select on hub.deadlines to authenticated, service_role;

create function hub.due_at(clock text, starts_at timestamptz) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
	term record;
	starts_on constant date := (starts_at at time zone 'Europe/Amsterdam')::date;
	last_on date;
begin
	select amount, unit into term from hub.clocks where clocks.code = due_at.clock;
	if term.unit in ('minutes', 'hours') then
		return starts_at + term.amount * ('1 ' || term.unit)::interval;
	end if;
	last_on := case term.unit
		when 'calendar_days' then starts_on + term.amount
		when 'weeks' then starts_on + term.amount * 7
		when 'months' then (starts_on + term.amount * interval '1 month')::date end;
	if last_on is null then
		raise exception 'no term in days: %', due_at.clock;
	end if;
	return ((last_on + 1)::timestamp at time zone 'Europe/Amsterdam');
end $$;
comment on function hub.due_at is
	'When a clock of hub.clocks has run out. Days count in Amsterdam, the first one not. Working days need the calendar of the domain: their due_at is told by the caller.';

create function hub.set_report_deadline(report_id bigint, clock text, starts_at timestamptz) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.deadlines (clock, report_id, due_at)
	select set_report_deadline.clock, reports.report_id,
		-- The term that was told at delivery stands, also when the clock was changed since.
		case when set_report_deadline.clock = 'organisation_answer' and reports.answer_due_at is not null
			then reports.answer_due_at
			else hub.due_at(set_report_deadline.clock, set_report_deadline.starts_at) end
	from hub.reports where reports.report_id = set_report_deadline.report_id
	on conflict (report_id, clock) where settled_at is null do update set due_at = excluded.due_at, set_at = now(), retry_at = null, failures = 0;
end;
comment on function hub.set_report_deadline is 'Starts a clock for a report, or starts it anew.';

create function hub.settle_report_deadlines(report_id bigint, clocks text[], settled_as text) returns void
language sql volatile set search_path = ''
begin atomic
	update hub.deadlines set settled_at = now(), settled_as = settle_report_deadlines.settled_as
	where deadlines.report_id = settle_report_deadlines.report_id and deadlines.settled_at is null
		and deadlines.clock = any (settle_report_deadlines.clocks);
end;
comment on function hub.settle_report_deadlines is 'Stops clocks of a report that still run.';

create function hub.run_report_clocks() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	answer_clocks constant text[] := array['reminder_first', 'reminder_second', 'organisation_answer'];
	erasure_clocks constant text[] := array['contact_data_erased', 'narrative_erased'];
	is_new constant boolean := tg_op = 'INSERT';
begin
	-- An import is history: nobody is to be reminded of it.
	if new.state = 'open' and new.delivered_at is not null and new.origin <> 'import'
		and (is_new or old.delivered_at is distinct from new.delivered_at or old.state in ('held', 'contested', 'redirected')) then
		perform hub.settle_report_deadlines(new.report_id, answer_clocks, 'dropped');
		perform hub.set_report_deadline(new.report_id, 'reminder_first', new.delivered_at);
	end if;
	if is_new or old.state = new.state then
		return null;
	end if;
	if new.state not in ('open', 'seen', 'reopened') then
		perform hub.settle_report_deadlines(new.report_id, answer_clocks,
			case when new.state = 'answered' then 'kept' else 'dropped' end);
	end if;
	if new.state <> 'answered' then
		perform hub.settle_report_deadlines(new.report_id, array['verdict_window'], 'kept');
	end if;
	-- Whether a promise was kept is asked after the report was closed too.
	if new.state in ('reopened', 'withdrawn', 'anonymised') then
		perform hub.settle_report_deadlines(new.report_id, array['promise_check'], 'dropped');
	end if;
	case new.state
		when 'answered' then perform hub.set_report_deadline(new.report_id, 'verdict_window', now());
		when 'reopened' then
			perform hub.settle_report_deadlines(new.report_id, erasure_clocks, 'dropped');
			perform hub.set_report_deadline(new.report_id, 'organisation_answer', now());
		when 'closed', 'withdrawn' then
			perform hub.set_report_deadline(new.report_id, clock, now()) from unnest(erasure_clocks) as clock;
		when 'anonymised' then perform hub.settle_report_deadlines(new.report_id, erasure_clocks, 'dropped');
		else null;
	end case;
	return null;
end $$;
comment on function hub.run_report_clocks is
	'Definer: whoever moves a report, its clocks follow. Delivery starts the organisation''s clocks, an answer the reporter''s, the end those of erasure.';
create trigger reports_run_their_clocks
	after insert or update of state, delivered_at on hub.reports
	for each row execute function hub.run_report_clocks();

revoke execute on function hub.due_at, hub.set_report_deadline, hub.settle_report_deadlines,
	hub.run_report_clocks from public;
