-- Undoing an import: its reports leave the figures and are gone, all others stay as they were.

begin;
select plan(19);

insert into hub.organisations (organisation_id, name, slug, sector) values ('00000000-0000-4000-8000-000000000001', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('committee@example.org', 'committee');

select tests.file_report('before', '{"organisation_name":"Ziggo","caller_number":"+31850001234","categories":[{"code":"pushiness","source":"reporter","score":null}]}');
select set_config('tests.import', public.begin_import('calls.csv', 'ftc')::text, true);
select set_config('tests.references', array_agg(tests.file_report('row ' || row, jsonb_build_object('origin', 'import',
	'organisation_name', 'Ziggo', 'caller_number', '+3185000123' || row)))::text, true) from generate_series(0, 6) as row;
select public.keep_imported(current_setting('tests.import')::bigint, current_setting('tests.references')::text[]);
select public.fold_report_counts();

create function pg_temp.undo(reason text default 'The wrong file.') returns text language sql as $$
	select format('select public.undo_import(%s, %L)', current_setting('tests.import'), reason)
$$;
grant execute on all functions in schema pg_temp to public;

select is((select count(*)::int from hub.import_reports), 7, 'an import remembers its reports');
select throws_ok($$ delete from hub.report_events $$, null, null, 'events of reports are not taken away');
select tests.as_service();
select throws_ok('select * from hub.import_reports', '42501', null, 'which reports came of it, nobody reads');
select tests.authenticate_as('committee@example.org');
select is_empty('select * from public.list_imports()', 'the committee reads no imports');
select throws_ok(pg_temp.undo(), 'GH403', 'not_allowed', 'and undoes none');
select throws_ok('select public.undo_imports(10)', '42501', null, 'nor erases');
select tests.authenticate_as('admin@example.org');
select throws_ok(pg_temp.undo(), 'GH027', 'import_cannot_be_undone', 'an import that runs is not undone');
select tests.as_service();
select public.tell_import(current_setting('tests.import')::bigint, '{"rows":8,"filed":7,"known":0,"rejected":1}', 'finished');
select tests.authenticate_as('admin@example.org');
select throws_ok(pg_temp.undo(' '), 'GH006', 'reason_needed', 'who undoes says why');
select lives_ok(pg_temp.undo(), 'an administrator undoes it');
select throws_ok(pg_temp.undo(), 'GH027', 'import_cannot_be_undone', 'once');

select tests.as_owner();
select is(public.undo_imports(4), 4, 'a batch leaves the figures');
select is_empty('select * from public.verify_report_counts()', 'halfway all counts are exact');
select is(public.undo_imports(100), 3, 'then the rest');
select is(public.undo_imports(100), 7, 'then they are erased');
select is(public.undo_imports(100), 0, 'until there is nothing more to do');
select results_eq($$ select state, erased from hub.imports $$, $$ values ('undone', 7::bigint) $$, 'the import tells so');
select public.fold_report_counts();
select is_empty('select * from public.verify_report_counts()', 'and all counts are exact');
select results_eq($$ select count(*)::int, (select count(*)::int from hub.caller_numbers) from hub.reports $$, $$ values (1, 1) $$,
	'one report was there before, with its number, and is there still');
select is(tests.file_report('row 0', '{"origin":"import","organisation_name":"Ziggo"}') is null, false, 'the same row can be filed again');

select * from finish();
rollback;
