-- The report on a month: who releases it, and what everybody reads.

begin;
select plan(18);

select tests.give_role('member@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('acm@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');

select tests.as_anon();
select is(public.read_monthly_report('2026-05-01'), null, 'a month that was not released nobody reads');
select throws_ok($$ select public.release_monthly_report('2026-05-01') $$, '42501', null, 'a visitor releases none');
select throws_ok($$ select public.keep_month_figures('2026-05-01', '{}') $$, '42501', null, 'nor writes figures');
select throws_ok($$ select public.count_answers_of_all('2026-05-01', '2026-05-31', now()) $$, '42501', null, 'nor asks for exact counts');
select tests.authenticate_as('member@example.org');
select throws_ok($$ select public.release_monthly_report('2026-05-01') $$, 'GH403', 'not_allowed', 'nor does a moderator release');
select tests.authenticate_as('admin@example.org');
select throws_ok($$ select public.release_monthly_report('2026-05-01') $$, 'GH403', 'not_allowed', 'nor an administrator');
select tests.authenticate_as('acm@example.org');
select throws_ok($$ select public.release_monthly_report('2026-05-01') $$, 'GH403', 'not_allowed', 'nor the regulator');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select public.release_monthly_report(date_trunc('month', now())::date) $$, 'GH009', 'month_not_over', 'the committee waits for the end of the month');
select throws_ok($$ select public.release_monthly_report('2026-05-02') $$, 'GH009', 'month_not_over', 'and releases months');
select lives_ok($$ select public.release_monthly_report('2026-05-01', array['year'], 'Well done.') $$, 'it releases a month');
select throws_ok($$ select public.keep_month_figures('2026-05-01', '{"a": 1}') $$, '42501', null, 'the figures are not its own to write');
select tests.as_anon();
select is(public.read_monthly_report('2026-05-01'), null, 'nobody reads it before the figures are there');
select tests.as_service();
select lives_ok($$ select public.keep_month_figures('2026-05-01', '{"a": 1}') $$, 'the server writes them');
select throws_ok($$ select public.keep_month_figures('2026-05-01', '{"a": 2}') $$, 'GH002', 'month_released', 'once');
select tests.as_anon();
select is(public.read_monthly_report('2026-05-01') - 'released_at',
	'{"month_on": "2026-05-01", "left_out": ["year"], "note": "Well done.", "figures": {"a": 1}}', 'then everybody reads it');
select is(array(select public.list_monthly_reports()), array['2026-05-01'::date], 'and finds it');
select throws_ok('select released_by from hub.monthly_reports', '42501', null, 'but not who released it');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select public.release_monthly_report('2026-05-01') $$, 'GH002', 'month_released', 'and what was released stays as it is');

select * from finish();
rollback;
