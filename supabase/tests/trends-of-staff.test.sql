-- Committee and regulator see exact counts by everything that is kept; nobody else does. What they
-- keep for themselves, views and notes, stays at their own desk.

begin;
select plan(45);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('colleague@example.org', 'moderator');
select tests.give_role('regulator@example.org', 'regulator');

/* Hours on the Dutch clock: in June it is two hours later than written here. */
create temporary table filed as
	select 'early' as name, tests.file_report('early', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "caller_number": "+31850001234",
		"contacts": [{"contact_at": "2026-06-01T05:30:00Z", "is_time_known": true}],
		"categories": [{"code": "pushiness", "source": "reporter", "sub_category": "AAN-T1"}]}') as reference
	union all select 'evening', tests.file_report('evening', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "caller_number": "+31850009999",
		"email_encrypted": "ff", "key_id": "test",
		"contacts": [{"contact_at": "2026-06-07T18:30:00Z", "is_time_known": true}],
		"categories": [{"code": "pushiness", "source": "reporter"}]}')
	union all select 'some day', tests.file_report('some day', '{"organisation_id": "00000000-0000-4000-8000-000000000002", "channel": "door",
		"contacts": [{"contact_at": "2026-06-07T10:00:00Z", "is_time_known": false}]}');
grant select on filed to authenticated;
update hub.reports set delivered_at = now() - interval '1 day' where delivered_at is not null;

create function pg_temp.facet(facet text, filters jsonb default '{}') returns setof text language sql as $$
	select facet_value || '=' || sum(how_many)
	from public.count_facets(facet, '2026-01-01', '2099-12-31', kind => filters ->> 'kind', channel => filters ->> 'channel',
			sector => filters ->> 'sector', organisation_id => (filters ->> 'organisation_id')::uuid),
		unnest(report_counts) as how_many
	group by facet_value having sum(how_many) <> 0
$$;
create function pg_temp.recount(by text, filters jsonb default '{}') returns setof text language sql as $$
	select cell || '=' || sum(report_count) from public.count_from_reports(by, 'month', '2026-01-01', '2099-12-31', filters)
	group by cell
$$;
create function pg_temp.names(filters jsonb) returns setof text language sql as $$
	select filed.name from public.list_reports(
		sub_category => filters ->> 'sub_category', verification => filters ->> 'verification',
		number_prefix => filters ->> 'number_prefix', weekday => (filters ->> 'weekday')::integer,
		hour => (filters ->> 'hour')::integer, answer => filters ->> 'answer', verdict => filters ->> 'verdict',
		channel => filters ->> 'channel', is_counted => true) as listed join filed using (reference)
$$;
grant execute on all functions in schema pg_temp to public;

select is_empty('select * from public.verify_report_counts()', 'what was filed is counted');

select tests.authenticate_as('committee@example.org');
select set_eq($$ select pg_temp.facet('hour') $$, array['07=1', '20=1'], 'by the hour on the Dutch clock, where it is known');
select set_eq($$ select pg_temp.facet('hour', '{"channel": "door"}') $$, array[]::text[], 'and after a filter');
select set_eq($$ select pg_temp.facet('verification') $$, array['none=2', 'email=1'], 'by how far the reporter is known');
select set_eq($$ select pg_temp.facet('sub_category', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}') $$, array['AAN-T1=1'], 'by what exactly happened, of an organisation');
select set_eq($$ select pg_temp.facet('answer') $$, array['none=3'], 'and nobody has answered');
select throws_ok($$ select pg_temp.facet('hour', '{"channel": "phone", "sector": "energy"}') $$, 'GH004', 'question_too_fine', 'what is not kept is refused');
select set_eq($$ select pg_temp.recount('hour', '{"channel": "phone", "sector": "energy"}') $$, array['07=1', '20=1'], 'and counted from the reports instead');
select set_eq($$ select pg_temp.recount('kind', '{"number_prefix": "+31850"}') $$, array['complaint=2'], 'also by how a number begins');
select set_eq($$ select pg_temp.recount('category', '{"verification": "email"}') $$, array['pushiness=1'], 'and by who reports');
select results_eq($$ select name, report_count from public.rank_organisations('month', '2026-06-01', '2026-06-30') $$,
	$$ values ('Eneco', 2::bigint), ('Ziggo', 1::bigint) $$, 'the organisation reported most comes first');
select set_eq($$ select pg_temp.names('{"hour": "7"}') $$, array['early'], 'the list behind an hour');
select set_eq($$ select pg_temp.names('{"weekday": "7", "channel": "phone"}') $$, array['evening'], 'behind a day of the week');
select set_eq($$ select pg_temp.names('{"sub_category": "AAN-T1"}') $$, array['early'], 'behind an exact kind');
select set_eq($$ select pg_temp.names('{"verification": "email"}') $$, array['evening'], 'behind who reports');
select set_eq($$ select pg_temp.names('{"number_prefix": "+3185000123"}') $$, array['early'], 'behind the beginning of a number');

/* An answer moves the report from one count to another, at the end of the transaction. */
select tests.authenticate_as('member@example.org');
select lives_ok($$ select public.answer_report((select reference from filed where name = 'early'), 'accepted', (select code from hub.answer_reasons where answer_type = 'accepted' limit 1), 'Sorry.') $$, 'an organisation answers');
select is_empty($$ select pg_temp.facet('hour') $$, 'a member reads no counts of facets');
select throws_ok($$ select pg_temp.recount('kind') $$, '42501', null, 'nor counts from the reports');
select is_empty($$ select pg_temp.names('{}') $$, 'nor the list');
select throws_ok($$ select * from public.rates_by_organisation('2026-01-01', '2026-12-31') $$, '42501', null, 'nor the rates of others');
select is_empty($$ select * from public.verdicts_by_organisation('2026-01-01', '2099-12-31') $$, 'nor what others'' answers came to');
select is_empty($$ select * from public.rank_organisations('month', '2026-01-01', '2026-12-31') $$, 'nor who is reported most');
select tests.as_owner();
select is_empty('select * from public.verify_report_counts()', 'and the counts follow the answer');
select tests.authenticate_as('regulator@example.org');
select set_eq($$ select pg_temp.facet('answer') $$, array['none=2', '1=1'], 'the regulator reads the same counts');
select set_eq($$ select pg_temp.names('{"answer": "in_time"}') $$, array['early'], 'and the list behind an answer');
select results_eq($$ select name, no_verdict, unanswered from public.verdicts_by_organisation('2026-01-01', '2099-12-31') order by name $$,
	$$ values ('Eneco', 1::bigint, 1::bigint), ('Ziggo', 0::bigint, 1::bigint) $$, 'and what the answers came to');
select throws_ok($$ select public.hold_report((select reference from filed limit 1), 'a flood') $$, null, null, 'but changes nothing');

/* Views and notes. */
select tests.authenticate_as('committee@example.org');
select lives_ok($$ select public.save_view('committee', ' Energie ', 'sector=energy&compare=year', false) $$, 'a view is kept');
select lives_ok($$ select public.save_view('committee', 'Deur', 'channel=door', true) $$, 'and another one shared');
select lives_ok($$ select public.write_chart_note('committee', '2026-06-01', 'Campagne') $$, 'a note stands on a day');
select throws_ok($$ select public.save_view('regulator', 'Elders', 'kind=complaint', true) $$, '42501', null, 'not at the desk of another');
select throws_ok($$ select public.save_view('committee', 'Ergens', E'https://elsewhere.example/\n', true) $$, '23514', null, 'and only what can stand in an address');
select tests.authenticate_as('colleague@example.org');
select set_eq('select name from public.saved_views', array['Deur'], 'a colleague sees what is shared');
select set_eq('select text from public.chart_notes', array['Campagne'], 'and the notes of the desk');
select lives_ok($$ select public.delete_view(view_id) from public.saved_views $$, 'what is shared is not theirs to delete');
select tests.authenticate_as('regulator@example.org');
select is_empty('select * from public.saved_views', 'the regulator sees no views of the committee');
select is_empty('select * from public.chart_notes', 'nor its notes');
select lives_ok($$ select public.write_chart_note('regulator', '2026-06-02', 'Onderzoek gestart') $$, 'and writes notes of its own');
select lives_ok($$ select public.save_view('regulator', 'Dossier', 'sector=energy', true) $$, 'and views');
select tests.authenticate_as('committee@example.org');
select set_eq('select text from public.chart_notes', array['Campagne'], 'which the committee does not see');
select set_eq('select name from public.saved_views', array['Deur', 'Energie'], 'nor its views; its own are all there');
select tests.authenticate_as('member@example.org');
select throws_ok($$ select public.write_chart_note('committee', '2026-06-02', 'Niet waar') $$, '42501', null, 'a member writes no notes');
select is_empty('select view_id from public.saved_views union all select note_id from public.chart_notes', 'and reads none');
select tests.as_anon();
select throws_ok('select * from public.saved_views', '42501', null, 'nor does a visitor');

select * from finish();
rollback;
