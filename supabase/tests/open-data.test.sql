-- What anybody may take along: exact counts go to the server alone, and the numbers to block are
-- those whose own page says that they are often reported.

begin;
select plan(12);

insert into hub.organisations (organisation_id, name, slug) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco');
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from) values
	('00000000-0000-4000-8000-000000000001', '+31885550000', '+31885559999', current_date - 10);

/* Reports about one number, days ago, each by somebody else unless a reporter is given. */
create function pg_temp.file(number text, kind text, how_many integer, days integer, reporter text default null)
returns void language sql as $$
	select tests.file_report(concat_ws(' ', number, kind, days, reporter, each), jsonb_strip_nulls(jsonb_build_object(
		'kind', kind, 'caller_number', number, 'reporter_key', encode(convert_to(reporter, 'UTF8'), 'hex'),
		'filed_at', now() - make_interval(days => days),
		'categories', jsonb_build_array(jsonb_build_object('source', 'reporter',
			'code', case kind when 'complaint' then 'unwanted_contact' else 'helpful' end)))))
	from generate_series(1, how_many) as each
$$;
grant execute on all functions in schema pg_temp to public;

select pg_temp.file('+31612000001', 'complaint', 5, 1);
select pg_temp.file('+31612000002', 'complaint', 4, 1);
select pg_temp.file('+31612000003', 'complaint', 9, 1, 'one');
select pg_temp.file('+31612000004', 'complaint', 6, 1);
select pg_temp.file('+31612000004', 'compliment', 5, 1);
select pg_temp.file('+31885551234', 'complaint', 8, 1);
select pg_temp.file('+31612000005', 'complaint', 7, 400);
select pg_temp.file('+31612000006', 'complaint', 7, 3);
select pg_temp.file('+31612000007', 'complaint', 7, 2);
insert into hub.number_contests (contested_number, reason) values ('+31612000006', 'That is my own number.');

create temporary view listed as select * from public.list_blocklist();
grant select on listed to public;

select set_eq('select number from listed', array['+31612000001', '+31612000007'],
	'in the list is what is often reported; not what few people or one person report, what is praised too, an organisation''s own, what is long ago, what is contested');
select is((select jsonb_agg(public.look_up_number(number) ->> 'assessment') from listed),
	'["often_reported", "often_reported"]', 'the page of each says the same');
select results_eq('select number, complaints, category, last_on from listed limit 1',
	$$ values ('+31612000001', 5, 'unwanted_contact', (now() at time zone 'Europe/Amsterdam')::date - 1) $$,
	'with what that page tells, the newest first');
select public.fold_report_counts();
select set_eq('select number from listed', array['+31612000001', '+31612000007'], 'folded or not');
update hub.number_contests set state = 'dismissed', decided_at = now();
select ok('+31612000006' in (select number from listed), 'what was contested in vain is in it');
update hub.number_contests set state = 'upheld';
select ok('+31612000006' not in (select number from listed), 'what was contested rightly is not');
select is((select count(*) from public.list_blocklist(1)), 1::bigint, 'no more than are asked for');

select is((select sum(report_count) from public.count_month_for_open_data((current_date - 400)::date)), 7::bigint,
	'a month has the reports whose contact was in it');
update hub.reports set is_counted = false where caller_number = '+31612000005';
select is((select sum(report_count) from public.count_month_for_open_data((current_date - 400)::date)), null,
	'but those that do not count');

select tests.as_anon();
select throws_ok('select * from public.list_blocklist()', '42501', null, 'a visitor may not ask the database for the list');
select throws_ok($$ select * from public.count_month_for_open_data('2026-01-01') $$, '42501', null, 'nor for exact counts');
select tests.as_owner();
select ok(not has_function_privilege('authenticated', 'public.count_month_for_open_data(date)', 'execute')
	and not has_function_privilege('authenticated', 'public.list_blocklist(integer)', 'execute'),
	'nor may who signed in');

select * from finish();
rollback;
