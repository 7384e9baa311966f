-- Whoever changes a report, at the end of that transaction what was counted of it is set right.
-- The changes are folded, rebuilt and verified together with those of hub.report_counts.

create function hub.recount_facets(id bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	counted hub.counted_facets;
	current hub.counted_facets;
begin
	-- Two that change the same report come here one after the other.
	perform from hub.reports where report_id = id for no key update;
	select * into counted from hub.counted_facets where report_id = id;
	select * into current from hub.report_facets where report_id = id;
	if counted is not distinct from current then
		return;
	end if;
	if counted.report_id is not null then
		-- Not before it came in, and not before it comes back: no count falls for an hour.
		insert into hub.facet_changes (weight, facets, shown_from)
		values (-1, counted, greatest(counted.shown_from, current.shown_from));
		delete from hub.counted_facets where report_id = id;
	end if;
	if current.report_id is not null then
		insert into hub.facet_changes (weight, facets, shown_from) values (1, current, current.shown_from);
		insert into hub.counted_facets values (current.*);
	end if;
end $$;
comment on function hub.recount_facets is
	'Definer: nobody else writes counts. Replaces what was counted of a report by what is true of it now.';

create function hub.recount_changed_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform hub.recount_facets(case tg_op when 'DELETE' then old.report_id else new.report_id end);
	return null;
end $$;
comment on function hub.recount_changed_report is 'Definer: nobody else writes counts. At the end of a transaction that changed a report.';

create constraint trigger recount_facets after insert or delete or update of
	kind, channel, sector, organisation_id, state, outcome, counted_on, is_counted, delivered_at, verification,
	origin, caller_number, made_by_organisation_id
	on hub.reports deferrable initially deferred for each row execute function hub.recount_changed_report();
-- Rows that are written anew are deleted first; those of a new report come with the report.
create constraint trigger recount_facets after delete
	on hub.report_contacts deferrable initially deferred for each row execute function hub.recount_changed_report();
create constraint trigger recount_facets after delete or update of sub_category
	on hub.report_categories deferrable initially deferred for each row execute function hub.recount_changed_report();
create constraint trigger recount_facets after insert or delete or update of
	organisation_id, answered_at, answer_type, verdict
	on hub.report_answers deferrable initially deferred for each row execute function hub.recount_changed_report();

create function hub.fold_facets(max_changes integer) returns integer
language plpgsql security definer set search_path = '' set jit = off as $$
declare
	folded integer;
begin
	if not pg_try_advisory_xact_lock(hashtext('hub.fold_report_counts')) then
		return 0;
	end if;
	execute format($fold$
		-- Materialized: chosen once. A subquery may run again for each row, and then take as many others.
		with next as materialized (
			select change_id from hub.facet_changes where shown_from <= now()
			order by change_id limit %s for update skip locked),
		taken as (
			delete from hub.facet_changes as changes using next where changes.change_id = next.change_id
			returning changes.*),
		pages as (
			insert into hub.facet_counts as counts (facet, grain, cuboid, organisation_id, page_on, value,
				sector, channel, kind, counts) %s
			on conflict (facet, cuboid, organisation_id, page_on, value, sector, channel, kind, grain)
			do update set counts = hub.add_counts(counts.counts, excluded.counts)),
		totals as (
			insert into hub.own_number_totals as totals (organisation_id, caller_number, report_count) %s
			on conflict (organisation_id, caller_number)
			do update set report_count = totals.report_count + excluded.report_count)
		select count(*)::integer from taken
	$fold$, max_changes, hub.facet_query('select weight, (facets).* from taken'),
		hub.own_total_query('select weight, (facets).* from taken')) into folded;
	return folded;
end $$;
comment on function hub.fold_facets is 'Definer: only this may write counts. As public.fold_report_counts, for the facets.';

revoke execute on function hub.recount_facets, hub.recount_changed_report, hub.fold_facets from public;
