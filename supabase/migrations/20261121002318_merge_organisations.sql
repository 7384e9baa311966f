-- The committee finds two organisations to be one, or takes that back.

create function hub.begin_organisation_act(reason text) returns text
language plpgsql stable set search_path = '' as $$
begin
	if not hub.has_role('committee', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	return case when hub.has_role('committee') then 'committee' else 'administrator' end;
end $$;
comment on function hub.begin_organisation_act is 'Checks who acts on an organisation and why; tells the role.';

create function public.merge_organisations(survivor_id uuid, merged_id uuid, reason text) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
	actor constant text := hub.begin_organisation_act(reason);
	survivor hub.organisations;
	merged hub.organisations;
	act hub.organisation_merges;
	moving bigint[];
begin
	if survivor_id = merged_id then
		raise exception using errcode = 'GH012', message = 'same_organisation';
	end if;
	-- One merge at a time: two may not pass through one another.
	perform pg_advisory_xact_lock(hashtext('gehoord:merge'));
	perform from hub.organisations as known
	where known.organisation_id in (survivor_id, merged_id) order by known.organisation_id for update;
	select * into survivor from hub.organisations as known where known.organisation_id = survivor_id;
	select * into merged from hub.organisations as known where known.organisation_id = merged_id;
	if survivor.organisation_id is null or merged.organisation_id is null then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	if survivor.merged_into is not null or merged.merged_into is not null then
		raise exception using errcode = 'GH019', message = 'organisation_merged_already';
	end if;
	insert into hub.organisation_merges (survivor_id, merged_id, reason, merged_by, filled)
	values (survivor_id, merged_id, btrim(merge_organisations.reason), auth.uid(), array_remove(array[
		case when survivor.website is null and merged.website is not null then 'website' end,
		case when survivor.objection_url is null and merged.objection_url is not null then 'objection_url' end,
		case when survivor.objection_email is null and merged.objection_email is not null then 'objection_email' end,
		case when survivor.contact_email is null and merged.contact_email is not null then 'contact_email' end], null))
	returning * into act;

	select array_agg(report_id) into moving from hub.reports where organisation_id = merged_id;
	perform hub.recount_reports(moving, -1::smallint);
	perform hub.move_rows(act.merge_id, target, merged_id, survivor_id) from hub.organisation_columns as target;
	perform hub.recount_reports(moving, 1::smallint);

	update hub.organisations as known set merged_into = survivor_id where known.organisation_id = merged_id;
	update hub.organisations as known set website = coalesce(known.website, merged.website),
		objection_url = coalesce(known.objection_url, merged.objection_url),
		objection_email = coalesce(known.objection_email, merged.objection_email),
		contact_email = coalesce(known.contact_email, merged.contact_email)
	where known.organisation_id = survivor_id;
	if merged.normalised_name <> survivor.normalised_name then
		insert into hub.trade_names (organisation_id, name) values (survivor_id, merged.name) on conflict do nothing;
		if found then
			update hub.organisation_merges set added_trade_name = merged.normalised_name where merge_id = act.merge_id;
		end if;
	end if;
	perform hub.add_organisation_event(each_id, 'merged', actor, jsonb_build_object('merge_id', act.merge_id,
		'survivor', survivor_id, 'merged', merged_id, 'reports', coalesce(cardinality(moving), 0)), merge_organisations.reason)
	from unnest(array[survivor_id, merged_id]) as each_id;
	return act.merge_id;
end $$;
comment on function public.merge_organisations is
	'Definer: checks the role itself. Everything of the merged one becomes the survivor''s, counts included; its name becomes a trade name, and who asks for it gets the survivor.';

create function public.undo_merge(merge_id bigint, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	actor constant text := hub.begin_organisation_act(reason);
	act hub.organisation_merges;
	moving bigint[];
	field text;
begin
	perform pg_advisory_xact_lock(hashtext('gehoord:merge'));
	select * into act from hub.organisation_merges as merges where merges.merge_id = undo_merge.merge_id for update;
	if act.merge_id is null then
		raise exception using errcode = 'GH404', message = 'merge_not_found';
	end if;
	if act.undone_at is not null or not exists (
		select from hub.organisations where organisation_id = act.survivor_id and merged_into is null)
	then
		raise exception using errcode = 'GH019', message = 'merge_cannot_be_undone';
	end if;
	select array_agg(reports.report_id) into moving
	from hub.merged_rows as remembered join hub.reports on reports.report_id = (row_key ->> 'report_id')::bigint
	where remembered.merge_id = act.merge_id and table_name = 'hub.reports' and column_name = 'organisation_id'
		and reports.organisation_id = act.survivor_id;
	perform hub.recount_reports(moving, -1::smallint);
	update hub.organisations set merged_into = null where organisation_id = act.merged_id;
	perform hub.move_rows_back(act.merge_id, target, act.survivor_id, act.merged_id) from hub.organisation_columns as target;
	perform hub.recount_reports(moving, 1::smallint);
	delete from hub.trade_names where organisation_id = act.survivor_id and normalised_name = act.added_trade_name;
	foreach field in array act.filled loop
		-- What was changed since stays.
		execute format('update hub.organisations as survivor set %1$I = null from hub.organisations as merged
			where survivor.organisation_id = $1 and merged.organisation_id = $2 and survivor.%1$I = merged.%1$I', field)
		using act.survivor_id, act.merged_id;
	end loop;
	update hub.organisation_merges as merges set undone_at = now(), undone_by = auth.uid(),
		undo_reason = btrim(undo_merge.reason)
	where merges.merge_id = act.merge_id;
	delete from hub.merged_rows as remembered where remembered.merge_id = act.merge_id;
	perform hub.add_organisation_event(each_id, 'merge_undone', actor, jsonb_build_object('merge_id', act.merge_id,
		'survivor', act.survivor_id, 'merged', act.merged_id, 'reports', coalesce(cardinality(moving), 0)), undo_merge.reason)
	from unnest(array[act.survivor_id, act.merged_id]) as each_id;
end $$;
comment on function public.undo_merge is
	'Definer: checks the role itself. What moved goes back, as far as it was not moved again; what came since stays with the survivor. Merges are undone in the opposite order.';

revoke execute on function hub.begin_organisation_act, public.merge_organisations, public.undo_merge from public;
grant execute on function public.merge_organisations, public.undo_merge to authenticated;
