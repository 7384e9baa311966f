-- The committee says whose a likely caller is, or puts it aside; both can be taken back.

create function hub.start_caller_act(id bigint, states text[], reason text) returns hub.likely_callers
language plpgsql volatile set search_path = '' as $$
declare
	caller hub.likely_callers;
begin
	if not hub.has_role('committee', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	select * into caller from hub.likely_callers where caller_id = id for update;
	if caller.caller_id is null then
		raise exception using errcode = 'GH404', message = 'caller_not_found';
	elsif caller.state <> all (states) then
		raise exception using errcode = 'GH003', message = 'caller_already_decided';
	end if;
	return caller;
end $$;
comment on function hub.start_caller_act is 'A likely caller in one of these states, held for who of the committee decides about it with a reason.';

create function public.name_likely_caller(id bigint, reason text, organisation_id uuid default null, label text default null)
returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	caller constant hub.likely_callers := hub.start_caller_act(id, array['new'], reason);
	known constant uuid := hub.surviving_organisation(name_likely_caller.organisation_id);
	own_label constant text := nullif(left(btrim(name_likely_caller.label), 120), '');
	named hub.likely_callers;
	arrived integer := 0;
begin
	if name_likely_caller.organisation_id is not null and known is null then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	elsif num_nonnulls(known, own_label) <> 1 then
		raise exception using errcode = 'GH005', message = 'caller_name_needed';
	end if;
	update hub.likely_callers set state = 'named', organisation_id = known, label = own_label,
		decision = left(btrim(reason), 2000), decided_at = now()
	where caller_id = caller.caller_id returning * into named;
	perform hub.begin_naming(named);
	perform hub.follow_naming(named);
	if known is not null then
		arrived := hub.attribute_waiting(array(
			select report_id from hub.reports join hub.likely_caller_numbers using (caller_number)
			where caller_id = caller.caller_id and state = 'unattributed'), left(btrim(reason), 2000));
	end if;
	perform hub.add_likely_caller_event(caller.caller_id, 'named', left(btrim(reason), 2000),
		jsonb_strip_nulls(jsonb_build_object('organisation_id', known, 'label', own_label, 'attributed', arrived)));
	return jsonb_build_object('attributed', arrived);
end $$;
comment on function public.name_likely_caller is
	'Definer: checks by itself that the caller is of the committee. These numbers are this organisation''s, whose waiting reports arrive, as new ones will; or of one that is known by a label alone. Tells how many arrived. Refuses with GH005 caller_name_needed.';

create function public.dismiss_likely_caller(id bigint, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.start_caller_act(id, array['new'], reason);
	update hub.likely_callers set state = 'dismissed', decision = left(btrim(reason), 2000), decided_at = now()
	where caller_id = id;
	perform hub.add_likely_caller_event(id, 'dismissed', left(btrim(reason), 2000));
end $$;
comment on function public.dismiss_likely_caller is
	'Definer: checks by itself that the caller is of the committee. Put aside with a reason; comes back when it has grown notably.';

create function public.take_back_likely_caller(id bigint, reason text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	caller constant hub.likely_callers := hub.start_caller_act(id, array['named', 'dismissed'], reason);
	report record;
	returned integer := 0;
begin
	update hub.likely_callers set state = 'new', organisation_id = null, label = null, decision = null, decided_at = null
	where caller_id = id;
	update hub.likely_caller_numbers set valid_from = null, valid_until = null, ended_on = null where caller_id = id;
	perform hub.leave_cases(id);
	for report in
		select reports.report_id, reports.state, reports.organisation_id
		from hub.reports join hub.likely_caller_numbers using (caller_number)
		where likely_caller_numbers.caller_id = id and caller.organisation_id is not null
			-- What was answered stays answered; what somebody judged by itself stays judged.
			and reports.state in ('open', 'seen') and reports.organisation_match = 'committee'
			and not exists (
				select from hub.report_events
				where report_events.report_id = reports.report_id and event = 'attributed'
					and (actor_role <> 'system' or (details ->> 'caller_id')::bigint <> id))
			and (reports.organisation_id = caller.organisation_id
				or reports.organisation_id = hub.client_or_self(caller.organisation_id, reports.counted_on))
		order by reports.report_id
		for update of reports
	loop
		perform hub.count_report(report.report_id, -1::smallint);
		update hub.reports set organisation_id = null, organisation_match = null, state = 'unattributed', delivered_at = null
		where report_id = report.report_id;
		perform hub.count_report(report.report_id, 1::smallint);
		-- As the desk itself: when the number is registered some day, the report may still find its way.
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role, reason, details)
		values (report.report_id, 'attributed', report.state, 'unattributed', 'system', left(btrim(reason), 2000),
			jsonb_build_object('from', report.organisation_id, 'to', null, 'caller_id', id));
		returned := returned + 1;
	end loop;
	perform hub.add_likely_caller_event(id, 'taken_back', left(btrim(reason), 2000), jsonb_build_object('returned', returned));
	return jsonb_build_object('returned', returned);
end $$;
comment on function public.take_back_likely_caller is
	'Definer: checks by itself that the caller is of the committee. The decision no longer holds: the group waits again, and reports that came to the organisation by it and were not answered wait without one. Tells how many.';

revoke execute on function hub.start_caller_act, public.name_likely_caller, public.dismiss_likely_caller, public.take_back_likely_caller from public;
grant execute on function public.name_likely_caller, public.dismiss_likely_caller, public.take_back_likely_caller to authenticated;
