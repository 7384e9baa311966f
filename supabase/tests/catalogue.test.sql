-- Closed by default, seen from the catalogue: whatever is added without thinking of it fails here
-- and is named. What belongs to an extension is not ours.

begin;
select plan(13);

create temporary view our_tables as
	select pg_class.oid, pg_class.oid::regclass::text as name, relrowsecurity, relkind, reloptions
	from pg_class
	where relnamespace in ('hub'::regnamespace, 'public'::regnamespace)
		and not exists (
			select from pg_depend
			where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e'
		);

create temporary view our_functions as
	select pg_proc.oid, pg_proc.oid::regprocedure::text as name, pronamespace::regnamespace::text as schema,
		prosecdef, proconfig, prosqlbody is not null as is_parsed, obj_description(pg_proc.oid, 'pg_proc') as remark
	from pg_proc
	where pronamespace in ('hub'::regnamespace, 'public'::regnamespace)
		and not exists (
			select from pg_depend
			where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e'
		);

-- Tables

select is_empty(
	$$ select name from our_tables where relkind in ('r', 'p') and not relrowsecurity $$,
	'every table has row level security'
);
select is_empty(
	$$ select name from our_tables
		where relkind in ('r', 'p', 'v', 'm') and obj_description(oid, 'pg_class') is null $$,
	'every table and view has a comment'
);
select is_empty(
	$$ select name from our_tables where relkind = 'v'
		and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'] $$,
	'every view asks with the rights of who looks'
);
select is_empty(
	$$ select name from our_tables where relkind in ('r', 'p', 'm') and name not like 'hub.%' $$,
	'public holds no tables'
);
select is_empty(
	$$ select name || ' ' || privilege from our_tables,
			unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege
		where relkind in ('r', 'p', 'v', 'm') and has_table_privilege('anon', oid, privilege) $$,
	'a visitor writes to no table'
);
select is_empty(
	$$ select constraints.conrelid::regclass || ' ' || constraints.conname
		from pg_constraint as constraints
		join our_tables on our_tables.oid = constraints.conrelid
		where contype = 'f' and not exists (
			select from pg_index
			where indrelid = conrelid
				-- The first columns of the index are those of the key, in any order.
				and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey
				-- A partial index serves when it leaves out only rows without a reference.
				and (indpred is null or pg_get_expr(indpred, indrelid) ~ '^\(\w+ IS NOT NULL\)$')
		) $$,
	'every foreign key has an index'
);

-- Policies

select is_empty(
	$$ select pg_policy.polrelid::regclass || ': ' || polname
		from pg_policy join our_tables on our_tables.oid = polrelid where 0 = any (polroles) $$,
	'every policy names its roles'
);

-- Functions

select set_eq(
	$$ select name from our_functions
		where schema = 'public' and has_function_privilege('anon', oid, 'execute') $$,
	$$ values
		('list_monthly_reports()'),
		('list_told_decisions(text)'),
		('advice_register()'),
		('look_up_number(text)'),
		('organisation(uuid)'),
		('organisation_by_slug(text)'),
		('read_monthly_report(date)'),
		('rule_tables()'),
		('search_organisations(text,integer)'),
		('taxonomy()') $$,
	'a visitor may call these functions and no others'
);
select is_empty(
	$$ select our_functions.name from our_functions join pg_proc using (oid)
		where exists (
			select from aclexplode(coalesce(proacl, acldefault('f', proowner)))
			where grantee = 0 and privilege_type = 'EXECUTE'
		) $$,
	'no function is open to every role there may ever be'
);
select is_empty(
	$$ select name from our_functions where prosecdef and coalesce(remark, '') not like 'Definer: %' $$,
	'every function with the rights of its owner says why, after Definer:'
);
select is_empty(
	$$ select name from our_functions where not prosecdef and remark like 'Definer:%' $$,
	'no other function says it has the rights of its owner'
);
select is_empty(
	$$ select name from our_functions where remark is null $$,
	'every function has a comment'
);
select is_empty(
	-- A body in the standard's form was parsed when it was made: names in it are looked up no more.
	$$ select name from our_functions
		where not is_parsed and not coalesce(proconfig, '{}') && array['search_path=""', 'search_path='] $$,
	'every function finds its tables by full name: search_path is empty'
);

select * from finish();
rollback;
