-- A case about a caller that is known by a label alone follows what becomes known of it: numbers that
-- are added or taken away, and in the end whose they are.

create table hub.case_callers (
	case_id bigint not null references hub.cases on delete cascade,
	caller_id bigint not null references hub.likely_callers on delete cascade,
	first_on date,
	last_on date,
	is_joined boolean not null default false,
	primary key (case_id, caller_id)
);
create index case_callers_caller_id_idx on hub.case_callers (caller_id);
comment on table hub.case_callers is 'Which named callers a case is about.';
comment on column hub.case_callers.first_on is 'From which day on their reports are gathered, until last_on; null when none are.';
comment on column hub.case_callers.is_joined is
	'Came later: numbers that go with a caller of the case and that the committee named by the same name.';

alter table hub.case_callers enable row level security;
create policy "who reads a case reads its callers" on hub.case_callers
	for select to authenticated using (exists (select from hub.cases where cases.case_id = case_callers.case_id));
grant select on hub.case_callers to authenticated, service_role;

alter table hub.case_numbers add column caller_id bigint references hub.likely_callers on delete set null;
alter table hub.case_reports add column caller_id bigint references hub.likely_callers on delete set null;
create index case_numbers_caller_id_idx on hub.case_numbers (caller_id) where caller_id is not null;
create index case_reports_caller_id_idx on hub.case_reports (caller_id) where caller_id is not null;
comment on column hub.case_numbers.caller_id is 'The named caller whose number it is; null when it was added by hand.';
comment on column hub.case_reports.caller_id is 'The named caller by whose numbers it came; null when it did not come so.';

create function hub.follow_caller(id bigint) returns void
language plpgsql volatile set search_path = '' as $$
declare
	kept record;
	numbers_added integer;
	numbers_gone integer;
	reports_added integer;
	reports_gone integer;
begin
	for kept in
		select cases.case_id, cases.owner, cases.practice, followed.first_on, followed.last_on
		from hub.case_callers as followed join hub.cases using (case_id) join hub.likely_callers as callers using (caller_id)
		-- What was decided was decided on what there was. A name that is taken back says nothing of the case.
		where followed.caller_id = id and cases.state in ('open', 'hearing')
			and (callers.label is not null or followed.is_joined)
		order by cases.case_id for update of cases
	loop
		delete from hub.case_numbers
		where case_numbers.case_id = kept.case_id and case_numbers.caller_id = id and first_number not in (
			select labelled.caller_number from hub.labelled_numbers as labelled where labelled.caller_id = id);
		get diagnostics numbers_gone = row_count;
		insert into hub.case_numbers (case_id, first_number, last_number, caller_id)
		select kept.case_id, labelled.caller_number, labelled.caller_number, id
		from hub.labelled_numbers as labelled where labelled.caller_id = id
		on conflict do nothing;
		get diagnostics numbers_added = row_count;
		delete from hub.case_reports using hub.reports
		where case_reports.case_id = kept.case_id and case_reports.caller_id = id
			and reports.report_id = case_reports.report_id and not exists (
				select from hub.labelled_numbers as labelled
				where labelled.caller_id = id and labelled.caller_number = reports.caller_number
					and labelled.period @> reports.counted_on);
		get diagnostics reports_gone = row_count;
		reports_added := case when kept.first_on is null then 0 else hub.gather_reports(
			kept.case_id, null, null, null, id, kept.practice, kept.first_on, kept.last_on) end;
		if greatest(numbers_added, numbers_gone, reports_added, reports_gone) > 0 then
			perform hub.add_case_event(kept.case_id, 'caller_followed', kept.owner, jsonb_build_object(
				'numbers_added', numbers_added, 'numbers_gone', numbers_gone,
				'reports_added', reports_added, 'reports_gone', reports_gone));
		end if;
	end loop;
end $$;
comment on function hub.follow_caller is
	'Gives every case about a named caller that is not decided yet the numbers the caller has now, and of its period their reports; takes out those that are no longer the caller''s, but nothing that came otherwise.';

create function hub.follow_naming(caller hub.likely_callers) returns void
language plpgsql volatile set search_path = '' as $$
declare
	kept record;
begin
	if caller.label is not null then
		insert into hub.case_callers (case_id, caller_id, first_on, last_on, is_joined)
		select followed.case_id, caller.caller_id, followed.first_on, followed.last_on, true
		from hub.case_callers as followed join hub.likely_callers as former using (caller_id)
		where former.caller_id = caller.follows_caller_id and former.state = 'named' and lower(former.label) = lower(caller.label)
		on conflict do nothing;
		perform hub.follow_caller(caller.caller_id);
		return;
	end if;
	-- It is known now who it is: the case is about that organisation too, and keeps what it has.
	for kept in
		insert into hub.case_organisations (case_id, organisation_id)
		select cases.case_id, caller.organisation_id
		from hub.case_callers as followed join hub.cases using (case_id)
		where followed.caller_id = caller.caller_id and not followed.is_joined and cases.state in ('open', 'hearing')
		on conflict do nothing
		returning case_id
	loop
		perform hub.add_case_event(kept.case_id, 'party_added', cases.owner) from hub.cases where cases.case_id = kept.case_id;
	end loop;
end $$;
comment on function hub.follow_naming is
	'What a naming means for cases: numbers that go with a caller of a case, by the same name, come into it; an organisation becomes a party.';

create function hub.leave_cases(id bigint) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform hub.follow_caller(id);
	delete from hub.case_callers where caller_id = id and is_joined;
end $$;
comment on function hub.leave_cases is
	'A name was taken back: numbers that came into a case by it leave the case again. What the case was opened about stays.';

revoke execute on function hub.follow_caller, hub.follow_naming, hub.leave_cases from public;
