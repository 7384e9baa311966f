-- A case about a caller that the committee knows by a label alone: its numbers, and what was
-- reported about them without an organisation.

create function hub.gather_reports_of_caller(case_id bigint, caller_id bigint, practice text, first_on date, last_on date)
returns integer
language plpgsql volatile set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	gathered integer;
begin
	insert into hub.case_reports (case_id, report_id)
	select gather_reports_of_caller.case_id, reports.report_id
	from hub.labelled_numbers as labelled join hub.reports using (caller_number)
	where labelled.caller_id = gather_reports_of_caller.caller_id
		and reports.is_counted and reports.organisation_id is null
		and (gather_reports_of_caller.practice is null or exists (
			select from hub.report_categories
			where report_categories.report_id = reports.report_id and category = gather_reports_of_caller.practice))
		and (gather_reports_of_caller.first_on is null or reports.counted_on >= gather_reports_of_caller.first_on)
		and (gather_reports_of_caller.last_on is null or reports.counted_on <= gather_reports_of_caller.last_on)
	order by reports.report_id desc
	limit 20000
	on conflict do nothing;
	get diagnostics gathered = row_count;
	return gathered;
end $$;
comment on function hub.gather_reports_of_caller is
	'Puts every counted report without an organisation about the numbers of a caller that is known by a label alone into a case; the newest twenty thousand at most.';

drop function public.open_case;

create function public.open_case(
	side text, title text, practice text default null, organisation_id text default null,
	first_number text default null, last_number text default null,
	first_on date default null, last_on date default null, signal_id bigint default null,
	caller_id bigint default null)
returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	opened hub.cases;
	gathered integer := 0;
begin
	if side is null or side not in (select hub.my_sides()) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif caller_id is not null and not exists (
		select from hub.labelled_numbers as labelled where labelled.caller_id = open_case.caller_id)
	then
		raise exception using errcode = 'GH404', message = 'caller_not_found';
	end if;
	loop
		insert into hub.cases (reference, owner, title, practice, opened_by)
		values ('D' || left(hub.new_reference((now() at time zone 'Europe/Amsterdam')::date), 8),
			open_case.side, btrim(open_case.title), open_case.practice, auth.uid())
		on conflict on constraint cases_reference_key do nothing
		returning * into opened;
		exit when opened.case_id is not null;
	end loop;
	perform hub.add_case_event(opened.case_id, 'opened', opened.owner);
	if organisation_id is not null then
		insert into hub.case_organisations (case_id, organisation_id)
		values (opened.case_id, hub.surviving_organisation(open_case.organisation_id::uuid));
	end if;
	if first_number is not null then
		insert into hub.case_numbers (case_id, first_number, last_number)
		values (opened.case_id, open_case.first_number, coalesce(open_case.last_number, open_case.first_number));
	end if;
	if caller_id is not null then
		insert into hub.case_numbers (case_id, first_number, last_number)
		select opened.case_id, labelled.caller_number, labelled.caller_number
		from hub.labelled_numbers as labelled where labelled.caller_id = open_case.caller_id
		on conflict do nothing;
	end if;
	if signal_id is not null then
		perform hub.put_signal_into_case(opened, open_case.signal_id);
	end if;
	if first_on is not null and num_nonnulls(organisation_id, first_number, caller_id) > 0 then
		gathered := case when caller_id is not null then hub.gather_reports_of_caller(opened.case_id, open_case.caller_id,
			open_case.practice, open_case.first_on, open_case.last_on) else 0 end;
		if num_nonnulls(organisation_id, first_number) > 0 then
			gathered := gathered + hub.gather_reports(opened.case_id, open_case.organisation_id::uuid, open_case.first_number,
				coalesce(open_case.last_number, open_case.first_number), open_case.practice, open_case.first_on, open_case.last_on);
		end if;
		perform hub.add_case_event(opened.case_id, 'reports_added', opened.owner, jsonb_build_object('count', gathered));
	end if;
	return opened.reference;
end $$;
comment on function public.open_case is
	'Definer: checks by itself for which side the caller keeps cases. Opens one, with the organisation, the block of numbers or the numbers of the named caller it is about and, between two days, their reports of that practice. Tells its reference. Refuses with GH404 caller_not_found when the caller has no label.';

revoke execute on function hub.gather_reports_of_caller, public.open_case from public;
grant execute on function public.open_case to authenticated;
