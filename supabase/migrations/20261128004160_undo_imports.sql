-- Undoing a whole import: its reports first leave the figures, then they are erased, a batch at a
-- time. The events of a report are append-only; of a report whose import is being undone they go too.

create function hub.guard_report_events() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (
		select from hub.import_reports join hub.imports using (import_id)
		where import_reports.report_id = old.report_id and imports.state = 'undoing')
	then
		raise exception 'rows of % are only ever added', tg_table_name;
	end if;
	return old;
end $$;
comment on function hub.guard_report_events is
	'Definer: whoever deletes. Events go with a report of an import that is being undone, and never otherwise.';
create trigger report_events_go_with_an_undone_import_only
	before delete on hub.report_events
	for each row execute function hub.guard_report_events();

create function public.undo_import(import_id bigint, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('import_undone', import_id::text, reason,
		(select to_jsonb(imports) from hub.imports where imports.import_id = undo_import.import_id));
	update hub.imports set state = 'undoing', told_at = now()
	where imports.import_id = undo_import.import_id
		-- One that still runs is stopped where it was started; silent for long, it was broken off.
		and (state in ('finished', 'broken_off') or state = 'running' and told_at < now() - interval '10 minutes');
	if not found then
		raise exception using errcode = 'GH027', message = 'import_cannot_be_undone';
	end if;
end $$;
comment on function public.undo_import is
	'Definer: an administrator alone. From now on the desk takes the reports of this import out of the figures and erases them.';

create function hub.erase_imported_report(id bigint) returns boolean
language plpgsql volatile set search_path = '' as $$
begin
	update hub.reports set follows_report_id = null where follows_report_id = id;
	perform hub.detach_evidence(id);
	delete from hub.report_events where report_id = id;
	delete from hub.reports where report_id = id;
	return true;
exception when foreign_key_violation then
	update hub.import_reports set is_kept = true where report_id = id;
	return false;
end $$;
comment on function hub.erase_imported_report is
	'Erases a report with all that is its own; false, and nothing happened, when something else rests on it.';

create function public.undo_imports(most integer default 500) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	undone hub.imports;
	batch bigint[];
	numbers text[];
	erased_now bigint;
begin
	select * into undone from hub.imports where state = 'undoing' order by import_id limit 1 for update skip locked;
	if undone.import_id is null then
		return 0;
	end if;
	batch := array(
		select report_id from hub.import_reports
		where import_id = undone.import_id and not is_out_of_figures limit most);
	if cardinality(batch) > 0 then
		perform hub.count_report(id, -1::smallint) from unnest(batch) as id;
		update hub.reports set is_counted = false where report_id = any (batch);
		update hub.import_reports set is_out_of_figures = true where report_id = any (batch);
		return cardinality(batch);
	end if;
	batch := array(
		select report_id from hub.import_reports where import_id = undone.import_id and not is_kept limit most);
	if cardinality(batch) = 0 then
		update hub.imports set state = 'undone', told_at = now(), ended_at = now()
		where imports.import_id = undone.import_id;
		return 0;
	end if;
	numbers := array(select distinct caller_number from hub.reports where report_id = any (batch) and caller_number is not null);
	select count(*) filter (where hub.erase_imported_report(id)) into erased_now from unnest(batch) as id;
	update hub.imports set erased = erased + erased_now, told_at = now() where imports.import_id = undone.import_id;
	delete from hub.caller_numbers as unused
	where unused.caller_number = any (numbers)
		and not exists (select from hub.reports where reports.caller_number = unused.caller_number);
	return cardinality(batch);
end $$;
comment on function public.undo_imports is
	'Definer: the desk itself. A batch of the oldest import that is being undone, first out of all figures, then erased; tells how many, 0 when there is nothing more to do.';

revoke execute on function hub.guard_report_events, public.undo_import, hub.erase_imported_report,
	public.undo_imports from public;
grant execute on function public.undo_import to authenticated;
grant execute on function public.undo_imports to service_role;
