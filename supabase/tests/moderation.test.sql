-- What moderators, the committee and administrators do with a report, and that nobody else does.

begin;
select plan(68);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.create_user('nobody@example.org');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('both@example.org', 'moderator');
select tests.give_role('both@example.org', 'committee');

create temporary table filed (name text primary key, reference text);
grant select on filed to anon, authenticated, service_role;
insert into filed
select name, tests.file_report(name, fields) from (values
	('eneco', '{"organisation_id": "00000000-0000-4000-8000-000000000001",
		"categories": [{"code": "pushiness", "source": "reporter", "score": 0.5}, {"code": "misleading", "source": "reporter"}]}'::jsonb),
	('nobody', '{}'),
	('held', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "is_held": true}'),
	('held for nobody', '{"is_held": true}'),
	('seen', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('answered', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('publisher', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "sector": "publisher"}')
) as filings (name, fields);
update hub.reports set state = 'seen' where reference in (select reference from filed where name in ('seen', 'answered'));
update hub.reports set state = 'answered' where reference in (select reference from filed where name = 'answered');

create function pg_temp.report(name text) returns hub.reports language sql as $$
	select reports from hub.reports join filed using (reference) where filed.name = report.name
$$;
create function pg_temp.last_event(name text) returns jsonb language sql as $$
	select jsonb_build_object('event', event, 'from', from_state, 'to', to_state, 'role', actor_role,
		'by', (select email from auth.users where id = actor_id), 'reason', reason, 'details', details)
	from hub.report_events where report_id = (pg_temp.report(name)).report_id order by event_id desc limit 1
$$;
create function pg_temp.act(act text, name text, reason text default 'a reason') returns text language sql as $$
	select format('select public.%s(%L, %s %L)', case act
		when 'hold' then 'hold_report' when 'release' then 'release_report'
		when 'recategorise' then 'recategorise_report' else 'attribute_report' end,
		(select reference from filed where filed.name = act.name),
		case act when 'recategorise' then 'array[''improper_conduct''],' when 'attribute' then
			'''00000000-0000-4000-8000-000000000002'',' else '' end, reason)
$$;
grant execute on function pg_temp.act to public;

-- Who may not

select tests.as_anon();
select throws_ok(pg_temp.act(act, 'eneco'), '42501', null, format('a visitor does not %s a report', act))
from (values ('hold'), ('release'), ('recategorise'), ('attribute')) as acts (act);
select tests.as_service();
select throws_ok(pg_temp.act(act, 'eneco'), '42501', null, format('the server does not %s a report by itself', act))
from (values ('hold'), ('release'), ('recategorise'), ('attribute')) as acts (act);
select throws_ok(pg_temp.act(act, 'eneco'), 'GH403', 'not_allowed', format('%s may not %s a report', who, act))
from (values ('nobody'), ('member'), ('regulator')) as people (who),
	(values ('hold'), ('release'), ('recategorise'), ('attribute')) as acts (act),
	lateral (select tests.authenticate_as(who || '@example.org')) as speaking;

-- Who may

create function pg_temp.reached(statement text) returns text language plpgsql as $$
begin
	execute statement;
	raise exception using errcode = 'ZZ000';
exception
	when sqlstate 'ZZ000' then return 'done';
	when others then return sqlerrm;
end $$;
grant execute on function pg_temp.reached to public;
select is(pg_temp.reached(pg_temp.act(act, case act when 'release' then 'held' else 'eneco' end)), 'done',
	format('%s may %s a report', who, act))
from (values ('moderator'), ('committee'), ('admin')) as people (who),
	(values ('hold'), ('release'), ('recategorise'), ('attribute')) as acts (act),
	lateral (select tests.authenticate_as(who || '@example.org')) as speaking;

-- What each act asks

select tests.authenticate_as('moderator@example.org');
select throws_ok(pg_temp.act(act, 'eneco', '  '), 'GH006', 'reason_needed', format('to %s needs a reason', act))
from (values ('hold'), ('release'), ('recategorise'), ('attribute')) as acts (act);
select throws_ok($$ select public.hold_report('26-ZZZZZZ', 'a reason') $$, 'GH404', 'report_not_found', 'a report that is not there cannot be held');
select throws_ok($$ select public.attribute_report((select reference from filed where name = 'eneco'), gen_random_uuid(), 'a reason') $$,
	'GH404', 'organisation_not_found', 'a report is given to no organisation that is not there');
select throws_ok(pg_temp.act('release', 'eneco'), 'GH002', 'report_cannot_move', 'what is not held is not released');
select throws_ok(pg_temp.act('hold', 'held'), 'GH002', 'report_cannot_move', 'what is held is not held again');
select throws_ok(pg_temp.act('hold', 'answered'), 'GH002', 'report_cannot_move', 'what was answered is not held');
select throws_ok(pg_temp.act('attribute', 'answered'), 'GH002', 'report_cannot_move', 'what was answered stays with who answered');
select throws_ok($$ select public.recategorise_report((select reference from filed where name = 'eneco'), array['pushiness', 'helpful'], 'a reason') $$,
	'GH007', 'category_of_another_kind', 'a complaint gets no category of a compliment');
select throws_ok($$ select public.recategorise_report((select reference from filed where name = 'eneco'), array['nonsense'], 'a reason') $$,
	'GH007', 'category_of_another_kind', 'nor one that does not exist');
select throws_ok($$ select public.recategorise_report((select reference from filed where name = 'eneco'), '{}', 'a reason') $$,
	'GH007', 'category_of_another_kind', 'nor none at all');
select tests.as_owner();
select is_empty('select * from public.verify_report_counts()', 'an act that is refused leaves the counts as they were');

-- What each act does

select tests.authenticate_as('moderator@example.org');
select public.hold_report((select reference from filed where name = 'eneco'), ' names a neighbour ');
select tests.as_owner();
select is(pg_temp.last_event('eneco'), '{"event": "held", "from": "open", "to": "held", "role": "moderator",
	"by": "moderator@example.org", "reason": "names a neighbour", "details": {}}', 'holding leaves its event, with who and why');
select ok(not (pg_temp.report('eneco')).is_counted, 'what is held does not count');
select tests.authenticate_as('both@example.org');
select public.release_report((select reference from filed where name = 'eneco'), 'masked');
select tests.as_owner();
select is(pg_temp.last_event('eneco') - 'details', '{"event": "released", "from": "held", "to": "open", "role": "committee",
	"by": "both@example.org", "reason": "masked"}', 'releasing leaves its event, under the highest role of who did it');
select is((pg_temp.report('eneco')).delivered_at, '2026-06-15T12:00:00Z', 'a report that was delivered before keeps that moment');

select tests.authenticate_as('committee@example.org');
select public.release_report((select reference from filed where name = 'held'), 'harmless');
select public.release_report((select reference from filed where name = 'held for nobody'), 'harmless');
select tests.as_owner();
select is((pg_temp.report('held')).state, 'open', 'a held report about a known party goes to it');
select is((pg_temp.report('held')).delivered_at, now(), 'and is delivered when it is released');
select is((pg_temp.report('held for nobody')).state, 'unattributed', 'a held report about nobody stays unattributed');
select is((pg_temp.report('held for nobody')).delivered_at, null, 'and is delivered to nobody');

select tests.authenticate_as('committee@example.org');
select public.recategorise_report((select reference from filed where name = 'eneco'),
	array['improper_conduct', 'pushiness', 'improper_conduct'], 'shouted');
select tests.as_owner();
select results_eq(
	$$ select category, source, is_primary from hub.report_categories
		where report_id = (pg_temp.report('eneco')).report_id order by is_primary desc $$,
	$$ values ('improper_conduct', 'committee', true), ('pushiness', 'committee', false) $$,
	'new categories replace the old ones, the first one primary, none twice');
select is(pg_temp.last_event('eneco') -> 'details',
	'{"from": ["pushiness", "misleading"], "to": ["improper_conduct", "pushiness", "improper_conduct"]}',
	'the event tells both');

select tests.authenticate_as('committee@example.org');
select public.attribute_report((select reference from filed where name = name_of), to_whom::uuid, 'the recording says so')
from (values
	('nobody', '00000000-0000-4000-8000-000000000001'),
	('seen', '00000000-0000-4000-8000-000000000002'),
	('publisher', '00000000-0000-4000-8000-000000000002')) as given (name_of, to_whom);
select public.attribute_report((select reference from filed where name = 'held'), null, 'a spoofed number');
select public.attribute_report((select reference from filed where name = 'eneco'), '00000000-0000-4000-8000-000000000001', 'confirmed');
select tests.as_owner();
select is(pg_temp.last_event('nobody'), '{"event": "attributed", "from": "unattributed", "to": "open", "role": "committee",
	"by": "committee@example.org", "reason": "the recording says so",
	"details": {"from": null, "to": "00000000-0000-4000-8000-000000000001"}}', 'attributing leaves its event');
select is((pg_temp.report('nobody')).delivered_at, now(), 'the clock of an organisation starts when it gets the report');
select is((pg_temp.report('nobody')).organisation_match, 'committee', 'and it is known who found it');
select is((pg_temp.report('nobody')).sector, 'energy', 'an unknown sector becomes that of the organisation');
select is((pg_temp.report('seen')).state, 'open', 'what the wrong organisation had seen is new to the right one');
select is((pg_temp.report('seen')).sector, 'telecom', 'the sector of the wrong organisation goes with it');
select is((pg_temp.report('publisher')).sector, 'publisher', 'the sector that the reporter named stays');
select is((pg_temp.report('held')).state, 'unattributed', 'a report can be taken from an organisation');
select is((pg_temp.report('held')).delivered_at, null, 'whose clock then stops');
select is((pg_temp.report('eneco')).delivered_at, '2026-06-15T12:00:00Z', 'to confirm an organisation gives it no more time');

select is_empty('select * from public.verify_report_counts()', 'after all of this the counts are right');
select is(
	(select array_agg(distinct to_state = state) from hub.reports
		join lateral (select to_state from hub.report_events
			where report_events.report_id = reports.report_id order by event_id desc limit 1) as last on true
		where reference in (select reference from filed where name not in ('answered'))),
	array[true], 'the state of each report is the one of its last event');

select * from finish();
rollback;
