-- What merging two organisations needs. Whatever points to the one comes to point to the other; what moved
-- is remembered row by row. A table that comes later moves along by its foreign key.

create function hub.recount_reports(report_ids bigint[], weight smallint) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.report_count_changes (weight, counted_on, kind, channel, sector, province,
		organisation_id, caller_number, categories, shown_from)
	select recount_reports.weight, counted_on, kind, channel, sector, province, organisation_id, caller_number, categories, shown_from
	from hub.counted_reports where report_id = any (report_ids);
end;
comment on function hub.recount_reports is 'As count_report, for many reports at once.';

create view hub.organisation_columns with (security_invoker = true) as
	select format('%I.%I', 'hub', tables.relname) as table_name, columns.attname::text as column_name,
		array_agg(keys.attname::text order by keys.attnum) as key_columns,
		array_agg(format_type(keys.atttypid, keys.atttypmod) order by keys.attnum) as key_types
	from pg_catalog.pg_constraint as foreign_keys
	join pg_catalog.pg_class as tables on tables.oid = foreign_keys.conrelid
	join pg_catalog.pg_attribute as columns
		on columns.attrelid = foreign_keys.conrelid and columns.attnum = foreign_keys.conkey[1]
	join pg_catalog.pg_index on pg_index.indrelid = foreign_keys.conrelid and pg_index.indisprimary
	join pg_catalog.pg_attribute as keys on keys.attrelid = foreign_keys.conrelid
		and keys.attnum = any (pg_index.indkey) and keys.attnum <> columns.attnum
	where foreign_keys.contype = 'f' and foreign_keys.confrelid = 'hub.organisations'::regclass
		and cardinality(foreign_keys.conkey) = 1 and tables.relnamespace = 'hub'::regnamespace
		-- What happened to each stays its own; and what one of them gave a key to, opens nothing of the other.
		and tables.relname not in ('organisation_events', 'organisation_merges', 'told_apart',
			'api_keys', 'webhooks', 'webhook_deliveries', 'connection_events')
	group by tables.relname, columns.attname;
comment on view hub.organisation_columns is
	'Every column that points to an organisation and moves when two are merged, with the rest of its table''s key.';

create function hub.move_rows(merge_id bigint, target hub.organisation_columns, from_id uuid, to_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare
	key constant text := (
		select 'jsonb_build_object(' || string_agg(format('%L, moving.%I', name, name), ', ') || ')'
		from unnest(target.key_columns) as name);
	row_key jsonb;
	moves constant text := format(
		'with moved as (update %s as moving set %I = $2 where moving.%I = $1 and ($4 is null or %s = $4) returning %s as row_key)
		insert into hub.merged_rows (merge_id, table_name, column_name, row_key) select $3, %L, %L, row_key from moved',
		target.table_name, target.column_name, target.column_name, key, key, target.table_name, target.column_name);
begin
	begin
		execute moves using from_id, to_id, merge_id, null::jsonb;
		return;
	exception when unique_violation or exclusion_violation or check_violation then
		null;
	end;
	-- One of them the survivor has already: the others move one by one, that one stays.
	for row_key in execute format('select %s from %s as moving where moving.%I = $1',
		key, target.table_name, target.column_name) using from_id
	loop
		begin
			execute moves using from_id, to_id, merge_id, row_key;
		exception when unique_violation or exclusion_violation or check_violation then
			null;
		end;
	end loop;
end $$;
comment on function hub.move_rows is 'Points the rows of one table from one organisation to another and remembers them; what the other has already stays.';

create function hub.move_rows_back(merge_id bigint, target hub.organisation_columns, from_id uuid, to_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	execute format('update %s as moving set %I = $2 from hub.merged_rows as remembered
		where remembered.merge_id = $3 and remembered.table_name = %L and remembered.column_name = %L
			and moving.%I = $1 and %s',
		target.table_name, target.column_name, target.table_name, target.column_name, target.column_name, (
			select string_agg(format('moving.%I = (remembered.row_key ->> %L)::%s', name, name, type), ' and ')
			from unnest(target.key_columns, target.key_types) as keys (name, type)))
		using from_id, to_id, merge_id;
end $$;
comment on function hub.move_rows_back is 'Points the remembered rows back, as far as they are still where the merge brought them.';

revoke execute on function hub.recount_reports, hub.move_rows, hub.move_rows_back from public;
