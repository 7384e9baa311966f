-- What a reporter sees and does with the follow code, and that nobody does it without.

begin;
select plan(40);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('admin@example.org', 'administrator');

create function pg_temp.code(name text) returns text language sql return md5('code of ' || name);
create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, fields || jsonb_build_object('follow_code_hash', pg_temp.code(name)))
from (values
	('known', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "caller_number": "+31850001234",
		"number_type": "VOIP", "number_country": "NL",
		"contacts": [{"contact_at": "2026-06-14T18:00:00Z", "is_time_known": true}],
		"categories": [{"code": "pushiness", "source": "reporter"}]}'::jsonb),
	('unknown', '{"organisation_name": "Iets met stroom"}'),
	('held', '{"is_held": true}'),
	('closed', '{}'),
	('full', '{}')
) as filings (name, fields);
update hub.reports set state = 'closed' where follow_code_hash = decode(pg_temp.code('closed'), 'hex');

create function pg_temp.report(name text) returns hub.reports language sql as $$
	select reports from hub.reports where follow_code_hash = decode(pg_temp.code(name), 'hex')
$$;
create function pg_temp.last_event(name text) returns jsonb language sql as $$
	select jsonb_build_object('event', event, 'from', from_state, 'to', to_state, 'role', actor_role,
		'by', actor_id, 'reason', reason)
	from hub.report_events where report_id = (pg_temp.report(name)).report_id order by event_id desc limit 1
$$;
create function pg_temp.june() returns bigint language sql as $$
	select sum(count) from public.count_reports('day', array[]::text[], '2026-06-01', '2026-06-30'),
		unnest(report_counts) as count
$$;
grant execute on function pg_temp.code to public;

-- Who may not

create function pg_temp.acts() returns table (act text, call text) language sql as $$
	values ('follow', format('select public.follow_report(%L)', pg_temp.code('known'))),
		('withdraw', format('select public.withdraw_report(%L, %L)', pg_temp.code('known'), 'a reason')),
		('add a contact to', format('select public.add_contact_to_report(%L, now(), true)', pg_temp.code('known')))
$$;
grant execute on function pg_temp.acts to public;
select tests.as_anon();
select throws_ok(call, '42501', null, format('a visitor does not %s a report past the server', act)) from pg_temp.acts();
select tests.authenticate_as('member@example.org');
select throws_ok(call, '42501', null, format('a member does not %s a report', act)) from pg_temp.acts();
select tests.authenticate_as('committee@example.org');
select throws_ok(call, '42501', null, format('the committee does not %s a report for the reporter', act)) from pg_temp.acts();
select tests.authenticate_as('admin@example.org');
select throws_ok(call, '42501', null, format('an administrator does not %s a report for the reporter', act)) from pg_temp.acts();

-- Following

select tests.as_service();
select is(public.follow_report(pg_temp.code('known')) - array['events', 'evidence', 'follow_up'], format('{"reference": "%s", "kind": "complaint",
	"channel": "phone", "state": "open", "outcome": null, "sector": "energy", "filed_at": "2026-06-15T12:00:00+00:00",
	"caller_number": "+31850001234", "organisation_name": "Eneco", "is_attributed": true,
	"narrative": "Again during dinner.", "facts": {}, "findings": [], "is_masked": false, "others_alike": null, "delivered_at": "2026-06-15T12:00:00+00:00",
	"contacts": [{"contact_at": "2026-06-14T18:00:00+00:00", "is_time_known": true}],
	"categories": ["pushiness"]}', (select reference from filed where name = 'known'))::jsonb,
	'a follow code shows the report');
select is(public.follow_report(pg_temp.code('unknown')) -> 'is_attributed', 'false', 'a name alone is no organisation yet');
select is(public.follow_report(pg_temp.code('nobody''s')), null, 'another code shows nothing');
select is(jsonb_path_query_array(public.follow_report(pg_temp.code('held')), '$.events[*].event'),
	'["filed", "held"]', 'with what happened, in order');

-- It happened again

select throws_ok(format('select public.add_contact_to_report(%L, %L, true)', pg_temp.code(name), moment), code, reason, what)
from (values
	('nobody''s', '2026-06-16T18:00:00Z', 'GH404', 'report_not_found', 'a wrong code adds no contact'),
	('closed', '2026-06-16T18:00:00Z', 'GH002', 'report_cannot_move', 'a closed report gets no more contacts'),
	('known', '2126-06-16T18:00:00Z', 'GH005', 'contact_in_the_future', 'nobody was called tomorrow')
) as tries (name, moment, code, reason, what);
select tests.as_owner();
insert into hub.report_contacts (report_id, position, contact_at, is_time_known)
select (pg_temp.report('full')).report_id, position, '2026-06-01T12:00:00Z'::timestamptz + position * interval '1 hour', true
from generate_series(1, 50) as position;
select tests.as_service();
select throws_ok(format('select public.add_contact_to_report(%L, %L, true)', pg_temp.code('full'), '2026-06-16T18:00:00Z'),
	'GH008', 'contacts_too_many', 'a report has fifty contacts at most');

select public.add_contact_to_report(pg_temp.code('known'), moment, is_time_known) from (values
	('2026-06-16T18:00:00Z'::timestamptz, true),
	('2026-06-16T18:00:00Z', true),
	('2026-05-31T10:00:00Z', false)) as moments (moment, is_time_known);
select public.add_contact_to_report(pg_temp.code('held'), '2026-05-30T10:00:00Z', false);
select tests.as_owner();
select results_eq(
	$$ select position::integer, contact_at, is_time_known from hub.report_contacts
		where report_id = (pg_temp.report('known')).report_id order by position $$,
	$$ values (1, '2026-05-31T10:00:00Z'::timestamptz, false), (2, '2026-06-14T18:00:00Z', true),
		(3, '2026-06-16T18:00:00Z', true) $$,
	'contacts stand in the order of time, and one that is sent twice is there once');
select is(pg_temp.last_event('known'), '{"event": "contact_added", "from": "open", "to": "open", "role": "reporter",
	"by": null, "reason": null}', 'the event tells that the reporter added it');
select is((select count(*)::integer from hub.report_events
	where report_id = (pg_temp.report('known')).report_id and event = 'contact_added'), 2, 'once for each contact');
select is((pg_temp.report('known')).counted_on, '2026-05-31', 'an earlier contact moves the report in the trends');
select is((pg_temp.report('held')).is_counted, false, 'a held report stays out of the counts');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');

-- Withdrawing

select is(pg_temp.june(), 3::bigint, 'three reports count in June: one moved to May, one is held');
select tests.as_service();
select throws_ok(format('select public.withdraw_report(%L, %L)', pg_temp.code('nobody''s'), ''),
	'GH404', 'report_not_found', 'a wrong code withdraws nothing');
select throws_ok(format('select public.withdraw_report(%L, %L)', pg_temp.code('closed'), ''),
	'GH002', 'report_cannot_move', 'a closed report is not withdrawn');
select public.withdraw_report(pg_temp.code(name), reason) from (values
	('known', ' solved by phone '), ('unknown', ''), ('held', null)) as withdrawals (name, reason);
select throws_ok(format('select public.withdraw_report(%L, %L)', pg_temp.code('known'), ''),
	'GH002', 'report_cannot_move', 'nor one that was withdrawn before');
select throws_ok(format('select public.add_contact_to_report(%L, %L, true)', pg_temp.code('known'), '2026-06-17T18:00:00Z'),
	'GH002', 'report_cannot_move', 'a withdrawn report gets no more contacts');
select tests.as_owner();
select is(pg_temp.last_event('known'), '{"event": "withdrawn", "from": "open", "to": "withdrawn", "role": "reporter",
	"by": null, "reason": "solved by phone"}', 'withdrawing leaves its event');
select is(pg_temp.last_event('held') -> 'from', '"held"', 'a held report can be withdrawn');
select is(pg_temp.last_event('unknown') -> 'reason', 'null', 'a reason is not needed');
select is((pg_temp.report('known')).reference::text, (select reference from filed where name = 'known'), 'the reference stays');
select is((pg_temp.report('known')).is_counted, false, 'a withdrawn report is not counted');
select is(pg_temp.june(), 2::bigint, 'and the trends leave it out');
select is_empty('select * from public.verify_report_counts()', 'after all of this the counts are right');

select tests.authenticate_as('member@example.org');
select is_empty($$ select report_id from hub.reports where state = 'withdrawn' $$,
	'the organisation no longer reads what was withdrawn');
select tests.authenticate_as('committee@example.org');
select isnt_empty($$ select report_id from hub.reports where state = 'withdrawn' $$,
	'the committee still does');

select * from finish();
rollback;
