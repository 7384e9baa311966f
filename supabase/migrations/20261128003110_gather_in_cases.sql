-- Opening a case and gathering what it is about. A case is written by the side that owns it alone.

create function hub.lock_case(reference text) returns hub.cases
language plpgsql volatile set search_path = '' as $$
declare
	locked hub.cases;
begin
	select * into locked from hub.cases where cases.reference = lock_case.reference for update;
	-- Of a case of the other side that was not shared it is not even told that it exists.
	if locked.case_id is null or not exists (
		select from hub.my_sides() as side where side = locked.owner or locked.shared_at is not null)
	then
		raise exception using errcode = 'GH404', message = 'case_not_found';
	elsif locked.owner not in (select hub.my_sides()) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	return locked;
end $$;
comment on function hub.lock_case is 'A case that the caller may write in, kept from others until the act is done.';

create function hub.gather_reports(
	case_id bigint, organisation_id uuid, first_number text, last_number text, caller_id bigint, practice text, first_on date, last_on date)
returns integer
language plpgsql volatile set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	gathered integer;
begin
	insert into hub.case_reports (case_id, report_id, caller_id)
	select gather_reports.case_id, reports.report_id, gather_reports.caller_id
	from hub.reports
	where reports.is_counted
		and (gather_reports.organisation_id is null or reports.organisation_id = gather_reports.organisation_id
			or reports.made_by_organisation_id = gather_reports.organisation_id)
		and (gather_reports.first_number is null or (
			reports.caller_number between gather_reports.first_number and gather_reports.last_number
			and length(reports.caller_number) = length(gather_reports.first_number)))
		and (gather_reports.caller_id is null or (reports.organisation_id is null and exists (
			select from hub.labelled_numbers as labelled
			where labelled.caller_id = gather_reports.caller_id and labelled.caller_number = reports.caller_number
				and labelled.period @> reports.counted_on)))
		and (gather_reports.practice is null or exists (
			select from hub.report_categories
			where report_categories.report_id = reports.report_id and category = gather_reports.practice))
		and (gather_reports.first_on is null or reports.counted_on >= gather_reports.first_on)
		and (gather_reports.last_on is null or reports.counted_on <= gather_reports.last_on)
	order by reports.report_id desc
	limit 20000
	on conflict do nothing;
	get diagnostics gathered = row_count;
	return gathered;
end $$;
comment on function hub.gather_reports is
	'Puts every counted report about an organisation, from a block of numbers, or without an organisation from the numbers of a caller that is known by a label alone, into a case; the newest twenty thousand at most.';

create function hub.put_signal_into_case(owned hub.cases, signal_id bigint) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if not exists (select from hub.signals where signals.signal_id = put_signal_into_case.signal_id) then
		raise exception using errcode = 'GH404', message = 'signal_not_found';
	end if;
	insert into hub.case_signals (case_id, signal_id)
	values ((owned).case_id, put_signal_into_case.signal_id) on conflict do nothing;
	-- What the regulator keeps for itself nobody else sees from the signal.
	if (owned).owner = 'committee' then
		perform hub.take_signal_into_case(put_signal_into_case.signal_id);
	end if;
end $$;
comment on function hub.put_signal_into_case is
	'Adds a signal to a case. Taken by the committee its state says so. Refuses with GH404 signal_not_found.';
revoke execute on function hub.put_signal_into_case from public;

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
		insert into hub.case_callers (case_id, caller_id, first_on, last_on)
		values (opened.case_id, open_case.caller_id, open_case.first_on, open_case.last_on);
		insert into hub.case_numbers (case_id, first_number, last_number, caller_id)
		select opened.case_id, labelled.caller_number, labelled.caller_number, labelled.caller_id
		from hub.labelled_numbers as labelled where labelled.caller_id = open_case.caller_id
		on conflict do nothing;
	end if;
	if signal_id is not null then
		perform hub.put_signal_into_case(opened, open_case.signal_id);
	end if;
	if first_on is not null and num_nonnulls(organisation_id, first_number, caller_id) > 0 then
		gathered := hub.gather_reports(opened.case_id, open_case.organisation_id::uuid, open_case.first_number,
			coalesce(open_case.last_number, open_case.first_number), open_case.caller_id, open_case.practice,
			open_case.first_on, open_case.last_on);
		perform hub.add_case_event(opened.case_id, 'reports_added', opened.owner, jsonb_build_object('count', gathered));
	end if;
	return opened.reference;
end $$;
comment on function public.open_case is
	'Definer: checks by itself for which side the caller keeps cases. Opens one, with the organisation, the block of numbers or the numbers of the named caller it is about and, between two days, their reports of that practice. Tells its reference. Refuses with GH404 caller_not_found when the caller has no label.';

create function public.add_reports_to_case(reference text, report_references text[]) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
	added integer;
begin
	insert into hub.case_reports (case_id, report_id)
	select owned.case_id, reports.report_id from hub.reports
	where reports.reference = any (report_references)
	on conflict do nothing;
	get diagnostics added = row_count;
	if added = 0 then
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	perform hub.add_case_event(owned.case_id, 'reports_added', owned.owner, jsonb_build_object('count', added));
	return added;
end $$;
comment on function public.add_reports_to_case is
	'Definer: checks by itself that the case is the caller''s side''s. Adds reports by their references; tells how many were new. Refuses with GH404 when none was.';

create function public.remove_report_from_case(reference text, report_reference text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	delete from hub.case_reports using hub.reports
	where case_reports.case_id = owned.case_id and case_reports.report_id = reports.report_id
		and reports.reference = remove_report_from_case.report_reference;
	if not found then
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	perform hub.add_case_event(owned.case_id, 'report_removed', owned.owner,
		jsonb_build_object('report', report_reference), reason);
end $$;
comment on function public.remove_report_from_case is
	'Definer: checks by itself that the case is the caller''s side''s. Takes a report out again, with a reason.';

revoke execute on function hub.lock_case, hub.gather_reports, public.open_case, public.add_reports_to_case,
	public.remove_report_from_case from public;
grant execute on function public.open_case, public.add_reports_to_case, public.remove_report_from_case to authenticated;
