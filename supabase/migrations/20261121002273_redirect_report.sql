-- The reporter says that it was another organisation.

create function public.redirect_report(code_hash text, organisation_id uuid, organisation_name text) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	former_sector constant text := (
		select sector from hub.organisations where organisation_id = report.organisation_id);
	found_one record;
	to_state hub.report_state;
begin
	if report.state <> 'unattributed' and not hub.can_move(report.state, 'redirected') then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	if redirect_report.organisation_id is not null and not exists (
		select from hub.organisations where organisation_id = redirect_report.organisation_id)
	then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	-- Not by the number: whoever has it in the register is who the reporter says it was not.
	select * into found_one from hub.find_organisation(
		null, redirect_report.organisation_id, redirect_report.organisation_name, report.counted_on);
	if found_one.organisation_id = report.organisation_id then
		raise exception using errcode = 'GH012', message = 'same_organisation';
	end if;
	to_state := case when found_one.organisation_id is null then 'unattributed' else 'open' end::hub.report_state;

	perform hub.count_report(report.report_id, -1::smallint);
	if report.state <> 'unattributed' then
		update hub.reports set state = 'redirected' where report_id = report.report_id;
	end if;
	perform hub.add_reporter_event(report, 'redirected', jsonb_build_object('from', report.organisation_id));
	update hub.reports set state = to_state, outcome = null,
		organisation_id = found_one.organisation_id, organisation_match = found_one.match,
		organisation_name = coalesce(redirect_report.organisation_name, (
			select name from hub.organisations
			where organisation_id = coalesce(redirect_report.organisation_id, found_one.organisation_id))),
		-- A sector that came with the former organisation goes with it.
		sector = case when reports.sector = 'unknown' or reports.sector = former_sector
			then coalesce((
				select sector from hub.organisations where organisation_id = found_one.organisation_id), reports.sector)
			else reports.sector end,
		delivered_at = case when found_one.organisation_id is not null then now() end
	where report_id = report.report_id;
	perform hub.count_report(report.report_id, 1::smallint);
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	values (report.report_id, case when to_state = 'open' then 'delivered' else 'left_unattributed' end,
		case report.state when 'unattributed' then 'unattributed' else 'redirected' end::hub.report_state, to_state, 'system', jsonb_build_object('to', found_one.organisation_id));
end $$;
comment on function public.redirect_report is
	'Definer: the server alone, with the keyed hash of a follow code. Points the report to another organisation, whose clock starts anew; one that is not found leaves it unattributed. The former one no longer reads it.';

revoke execute on function public.redirect_report from public;
grant execute on function public.redirect_report to service_role;
