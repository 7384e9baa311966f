-- The reporter, or the organisation itself, says that it was another organisation.

create function hub.point_report_to(report hub.reports, organisation_id uuid, match hub.organisation_match,
	stated_name text, actor_role text) returns void
language plpgsql volatile set search_path = '' as $$
#variable_conflict use_column
declare
	former_sector constant text := (
		select sector from hub.organisations where organisation_id = report.organisation_id);
	its_sector constant text := (
		select sector from hub.organisations where organisation_id = point_report_to.organisation_id);
	to_state constant hub.report_state := case when point_report_to.organisation_id is null
		then 'unattributed' else 'open' end::hub.report_state;
begin
	if point_report_to.actor_role = 'reporter' then
		-- It leaves the figures of the one when it comes into those of the other.
		update hub.reports set counted_from = greatest(counted_from, hub.told_at(now())) where report_id = report.report_id;
	end if;
	perform hub.count_report(report.report_id, -1::smallint);
	if report.state <> 'unattributed' then
		update hub.reports set state = 'redirected' where report_id = report.report_id;
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details)
	values (report.report_id, case point_report_to.actor_role when 'organisation_member' then 'passed_on' else 'redirected' end,
		report.state, case report.state when 'unattributed' then report.state else 'redirected' end,
		point_report_to.actor_role, case point_report_to.actor_role when 'organisation_member' then auth.uid() end,
		jsonb_build_object('from', report.organisation_id));
	update hub.reports set state = to_state, outcome = null,
		organisation_id = point_report_to.organisation_id, organisation_match = point_report_to.match,
		organisation_name = coalesce(point_report_to.stated_name, (
			select name from hub.organisations where organisation_id = point_report_to.organisation_id)),
		-- A sector that came with the former organisation goes with it.
		sector = case when reports.sector = 'unknown' or reports.sector = former_sector
			then coalesce(its_sector, reports.sector) else reports.sector end,
		delivered_at = case when point_report_to.organisation_id is not null then now() end,
		shown_from = case point_report_to.actor_role when 'reporter' then greatest(reports.shown_from, hub.told_at(now())) else reports.shown_from end
	where report_id = report.report_id;
	perform hub.count_report(report.report_id, 1::smallint);
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	values (report.report_id, case when to_state = 'open' then 'delivered' else 'left_unattributed' end,
		case report.state when 'unattributed' then 'unattributed' else 'redirected' end::hub.report_state, to_state,
		'system', jsonb_build_object('to', point_report_to.organisation_id));
end $$;
comment on function hub.point_report_to is
	'Gives a report that the caller has locked to another organisation, whose clock starts anew, or to none. Counts and events go with it.';

create function public.redirect_report(code_hash text, organisation_id uuid, organisation_name text) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	found_one record;
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
	perform hub.point_report_to(report, found_one.organisation_id, found_one.match,
		coalesce(redirect_report.organisation_name, (
			select name from hub.organisations where organisation_id = redirect_report.organisation_id)), 'reporter');
end $$;
comment on function public.redirect_report is
	'Definer: the server alone, with the keyed hash of a follow code. Points the report to another organisation, whose clock starts anew; one that is not found leaves it unattributed. The former one no longer reads it.';

create function hub.pass_on_report(id bigint, other_organisation text) returns void
language plpgsql volatile set search_path = '' as $$
declare
	report hub.reports;
	found_one record;
begin
	select * into report from hub.reports where report_id = id;
	select * into found_one from hub.find_organisation(null, null, other_organisation, report.counted_on);
	if found_one.organisation_id = report.organisation_id then
		raise exception using errcode = 'GH012', message = 'same_organisation';
	end if;
	-- Two that point at each other, and a name that is not certain, are for the committee.
	if found_one.organisation_id is null or found_one.match <> 'exact_name' or exists (
		select from hub.report_answers as earlier where earlier.report_id = id
			and earlier.organisation_id = found_one.organisation_id and earlier.answer_type = 'not_ours')
	then
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details)
		values (id, 'other_organisation_named', report.state, report.state, 'organisation_member', auth.uid(),
			jsonb_build_object('name', other_organisation));
		return;
	end if;
	perform hub.point_report_to(report, found_one.organisation_id, found_one.match, other_organisation,
		'organisation_member');
end $$;
comment on function hub.pass_on_report is
	'The organisation that contests a report says whose it is. Known by that very name it gets the report; else the name waits for the committee.';

revoke execute on function hub.point_report_to, public.redirect_report, hub.pass_on_report from public;
grant execute on function public.redirect_report to service_role;
