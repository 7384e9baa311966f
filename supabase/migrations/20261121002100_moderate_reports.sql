-- What moderators and the committee do with a report. Each act asks for a reason, checks the role
-- and the move, keeps the counts right and leaves its event, all in one transaction.

create function hub.acting_role() returns text
language sql stable set search_path = ''
return (
	select mine.role::text from hub.my_roles() as mine (role)
	where mine.role in ('moderator', 'committee', 'administrator')
	-- In the order of the enum: an unqualified role would be the text.
	order by mine.role desc limit 1
);
comment on function hub.acting_role is 'The role in which the caller may act on reports, the highest one; null for everybody else.';

create function hub.begin_act(reference text, reason text, refuse_states hub.report_state[])
returns hub.reports
language plpgsql volatile set search_path = '' as $$
declare
	report hub.reports;
begin
	if hub.acting_role() is null then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	select * into report from hub.reports where reports.reference = begin_act.reference for update;
	if report.report_id is null then
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	if report.state = any (refuse_states) then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	perform hub.count_report(report.report_id, -1::smallint);
	return report;
end $$;
comment on function hub.begin_act is 'Checks who acts and why, locks the report and takes it out of the counts.';

create function hub.end_act(report hub.reports, event text, reason text, details jsonb) returns void
language sql volatile set search_path = ''
begin atomic
	select hub.count_report(report.report_id, 1::smallint);
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, reason, details)
	select report.report_id, event, report.state, reports.state, hub.acting_role(), auth.uid(), btrim(reason), details
	from hub.reports where reports.report_id = report.report_id;
end;
comment on function hub.end_act is 'Brings the report back into the counts as it is now and writes the event.';

create function public.hold_report(reference text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.begin_act(reference, reason, array['held']::hub.report_state[]);
begin
	update hub.reports set state = 'held', is_counted = false where report_id = report.report_id;
	perform hub.end_act(report, 'held', reason, '{}');
end $$;
comment on function public.hold_report is
	'Definer: checks the role itself. Takes a report apart: nobody but staff sees it and nothing counts it until it is released.';

create function public.release_report(reference text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.begin_act(reference, reason,
		array(select state from unnest(enum_range(null::hub.report_state)) as state where state <> 'held'));
begin
	update hub.reports
	set state = case when organisation_id is null then 'unattributed' else 'open' end::hub.report_state,
		is_counted = true,
		delivered_at = case when organisation_id is not null then coalesce(delivered_at, now()) end
	where report_id = report.report_id;
	perform hub.end_act(report, 'released', reason, '{}');
end $$;
comment on function public.release_report is 'Definer: checks the role itself. Lets a held report go on its way.';

create function public.recategorise_report(reference text, categories text[], reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.begin_act(reference, reason, array['anonymised']::hub.report_state[]);
	former jsonb;
begin
	if coalesce(cardinality(categories), 0) = 0 or exists (
		select from unnest(categories) as chosen (code)
		where not exists (
			select from hub.categories as known where known.code = chosen.code and known.kind = report.kind))
	then
		raise exception using errcode = 'GH007', message = 'category_of_another_kind';
	end if;
	select jsonb_agg(category order by is_primary desc, category) into former
	from hub.report_categories where report_id = report.report_id;
	delete from hub.report_categories where report_id = report.report_id;
	insert into hub.report_categories (report_id, category, source, score, is_primary)
	select report.report_id, code, 'committee', null, min(position) = 1
	from unnest(categories) with ordinality as chosen (code, position) group by code;
	perform hub.end_act(report, 'recategorised', reason,
		jsonb_build_object('from', coalesce(former, '[]'), 'to', to_jsonb(categories)));
end $$;
comment on function public.recategorise_report is
	'Definer: checks the role itself. Replaces the categories, the first one primary; all of the report''s own kind.';

create function public.attribute_report(reference text, organisation_id uuid, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.begin_act(reference, reason,
		array['answered', 'closed', 'withdrawn', 'anonymised']::hub.report_state[]);
begin
	if organisation_id is not null and not exists (
		select from hub.organisations as known
		where known.organisation_id = attribute_report.organisation_id and known.merged_into is null)
	then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	if organisation_id = report.organisation_id then
		-- Confirmed: whose it is stays, and so does the clock that runs.
		update hub.reports set organisation_match = 'committee' where report_id = report.report_id;
		perform hub.end_act(report, 'attributed', reason,
			jsonb_build_object('from', organisation_id, 'to', organisation_id));
		return;
	end if;
	update hub.reports set
		organisation_id = attribute_report.organisation_id,
		organisation_match = case when attribute_report.organisation_id is not null then 'committee' end::hub.organisation_match,
		-- A sector that came with the former organisation goes with it.
		sector = case when reports.sector = 'unknown' or reports.sector = (
				select known.sector from hub.organisations as known where known.organisation_id = report.organisation_id)
			then coalesce((
				select known.sector from hub.organisations as known
				where known.organisation_id = attribute_report.organisation_id), reports.sector)
			else reports.sector end,
		state = case when reports.state = 'held' then 'held'
			when attribute_report.organisation_id is null then 'unattributed' else 'open' end::hub.report_state,
		delivered_at = case when attribute_report.organisation_id is not null and reports.state <> 'held' then now() end
	where report_id = report.report_id;
	perform hub.end_act(report, 'attributed', reason,
		jsonb_build_object('from', report.organisation_id, 'to', attribute_report.organisation_id));
end $$;
comment on function public.attribute_report is
	'Definer: checks the role itself. Points a report to another organisation, whose clock starts anew, or to none; or confirms the one it has.';

revoke execute on function hub.acting_role, hub.begin_act, hub.end_act, public.hold_report,
	public.release_report, public.recategorise_report, public.attribute_report from public;
grant execute on function public.hold_report, public.release_report, public.recategorise_report,
	public.attribute_report to authenticated;
