-- What an organisation answers, what the reporter thinks of it, and that nobody else does either.

begin;
select plan(77);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');
select tests.create_user('nobody@example.org');

create function pg_temp.code(name text) returns text language sql return md5('code of ' || name);
create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, fields || jsonb_build_object('follow_code_hash', pg_temp.code(name),
	'filed_at', now(), 'email_encrypted', 'aa', 'key_id', 'k'))
from (values
	('one', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'::jsonb),
	('two', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('three', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('four', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('late', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('proven', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'),
	('held', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "is_held": true}'),
	('unknown', '{}')
) as filings (name, fields);
update hub.report_reporters set email_proven_at = now()
where report_id = (select report_id from hub.reports where follow_code_hash = decode(pg_temp.code('proven'), 'hex'));

create function pg_temp.ref(name text) returns text language sql stable as $$ select reference from filed where filed.name = ref.name $$;
create function pg_temp.report(name text) returns hub.reports language sql as $$
	select reports from hub.reports where follow_code_hash = decode(pg_temp.code(name), 'hex')
$$;
create function pg_temp.stand(name text) returns text language sql as $$
	select concat_ws(' ', state, outcome) from hub.reports where follow_code_hash = decode(pg_temp.code(name), 'hex')
$$;
create function pg_temp.last_event(name text) returns text language sql as $$
	select concat_ws(' ', event, from_state, to_state, actor_role)
	from hub.report_events where report_id = (pg_temp.report(name)).report_id order by event_id desc limit 1
$$;
create function pg_temp.running(name text) returns text[] language sql as $$
	select array_agg(clock order by clock) from hub.deadlines
	where report_id = (pg_temp.report(name)).report_id and settled_at is null
$$;
create function pg_temp.mails(name text) returns text[] language sql as $$
	select array_agg(template order by mail_id) from hub.outbox where report_id = (pg_temp.report(name)).report_id
$$;
create function pg_temp.answer(name text, kind text, reason text, extra text default '') returns text language sql stable as $$
	select format('select public.answer_report(%L, %L, %L, %L%s)', pg_temp.ref(name), kind, reason, ' We are sorry. ', extra)
$$;
create function pg_temp.verdict(name text, verdict text, wants boolean default false) returns text language sql stable as $$
	select format('select public.give_verdict(%L, %L, %L, %L)', pg_temp.code(name), verdict, 'My words', wants)
$$;
grant execute on all functions in schema pg_temp to public;

-- Who may not

select tests.as_anon();
select throws_ok(pg_temp.answer('one', 'accepted', 'apology'), '42501', null, 'a visitor answers nothing');
select throws_ok('select * from hub.report_answers', '42501', null, 'nor reads answers');
select throws_ok(pg_temp.verdict('one', 'solved'), '42501', null, 'nor judges past the server');
select tests.authenticate_as('nobody@example.org');
select throws_ok(pg_temp.answer('one', 'accepted', 'apology'), 'GH403', 'not_allowed', 'nor does somebody without a role');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.answer('one', 'accepted', 'apology'), 'GH403', 'not_allowed', 'the committee does not answer for an organisation');
select throws_ok(pg_temp.verdict('one', 'solved'), '42501', null, 'nor judge for the reporter');
select tests.authenticate_as('admin@example.org');
select throws_ok(pg_temp.answer('one', 'accepted', 'apology'), 'GH403', 'not_allowed', 'nor does an administrator');
select tests.authenticate_as('other@example.org');
select throws_ok(pg_temp.answer('one', 'accepted', 'apology'), 'GH404', 'report_not_found', 'a member of another organisation finds no such report');
select tests.authenticate_as('member@example.org');
select throws_ok(pg_temp.answer('held', 'accepted', 'apology'), 'GH404', 'report_not_found', 'a held report is answered by nobody');
select throws_ok(pg_temp.answer('unknown', 'accepted', 'apology'), 'GH404', 'report_not_found', 'nor is one about nobody');
select throws_ok(pg_temp.verdict('one', 'solved'), '42501', null, 'a member does not judge its own answer');
select throws_ok($$ insert into hub.report_answers (report_id, organisation_id, answer_type, reason) values (1, gen_random_uuid(), 'accepted', 'apology') $$,
	'42501', null, 'nor write one past the function');

-- What an answer needs

select throws_ok(pg_temp.answer('one', 'accepted', 'consent_proven'), 'GH009', 'reason_unknown', 'a reason belongs to its type of answer');
select throws_ok(format('select public.answer_report(%L, %L, %L, %L)', pg_temp.ref('one'), 'accepted', 'apology', '  '),
	'GH009', 'answer_needed', 'an answer has words');
select throws_ok(pg_temp.answer('one', 'explained', 'consent_proven', ', true'), 'GH009', 'promise_needs_acceptance', 'who explains promises nothing');

-- Answering

select lives_ok(pg_temp.answer('one', 'accepted', 'apology'), 'a member answers');
select lives_ok(pg_temp.answer('two', 'accepted', 'refund', ', true, ''2027-01-01'''), 'with a promise');
select lives_ok(pg_temp.answer('three', 'not_ours', 'unknown_party'), 'or says that it was another');
select lives_ok(pg_temp.answer('four', 'rejected', 'did_not_happen'), 'or rejects');
select lives_ok(pg_temp.answer('proven', 'explained', 'customer_ground'), 'or explains');
select throws_ok(pg_temp.answer('one', 'accepted', 'apology'), 'GH002', 'report_cannot_move', 'once');
select is((select count(*)::integer from hub.report_answers), 5, 'members read the answers of their organisation');
select tests.authenticate_as('other@example.org');
select is_empty('select * from hub.report_answers', 'members of another do not');
select tests.authenticate_as('regulator@example.org');
select is((select count(*)::integer from hub.report_answers), 5, 'the regulator does');
select tests.as_owner();
select is(pg_temp.stand('one'), 'answered', 'an answered report is answered');
select is(pg_temp.last_event('one'), 'answered open answered organisation_member', 'with its event');
select is(pg_temp.running('one'), array['verdict_window'], 'the reporter has a term to judge');
select is(pg_temp.running('two'), array['promise_check', 'verdict_window'], 'and a promise has a clock');
select is(pg_temp.stand('three'), 'contested', 'what is not theirs is contested');
select is(pg_temp.running('three'), null, 'and runs no clock');
select is((select text from hub.report_answers order by answer_id limit 1), 'We are sorry.', 'the words are kept');
select is(pg_temp.mails('proven'), array['acknowledge_report', 'report_answered'], 'a proven address is told');
select is(pg_temp.mails('one'), array['acknowledge_report'], 'an address that nobody proved is not');

-- A late answer

select public.run_due_deadlines(now() + interval '6 days');
select public.run_due_deadlines(now() + interval '11 days');
select public.run_due_deadlines(now() + interval '14 days');
update hub.deadlines set due_at = now() where report_id = (pg_temp.report('late')).report_id and settled_at is null;
select public.run_due_deadlines(now());
select is(pg_temp.stand('late'), 'expired unanswered', 'who does not answer lets the term run out');
select tests.authenticate_as('member@example.org');
select lives_ok(pg_temp.answer('late', 'accepted', 'apology'), 'and may still answer');
select tests.as_owner();
select is(pg_temp.stand('late'), 'answered', 'then it counts as answered');

-- Judging

select tests.as_service();
select throws_ok(pg_temp.verdict('nobody''s', 'solved'), 'GH404', 'report_not_found', 'a wrong code judges nothing');
select throws_ok(pg_temp.verdict('three', 'solved'), 'GH002', 'report_cannot_move', 'a contested report has nothing to judge');
select lives_ok(pg_temp.verdict('one', 'solved'), 'a reporter says it is solved');
select lives_ok(pg_temp.verdict('two', 'not_solved'), 'or not');
select lives_ok(pg_temp.verdict('four', 'not_solved', true), 'and may ask for another answer');
select throws_ok(pg_temp.verdict('one', 'not_solved'), 'GH002', 'report_cannot_move', 'once');
select tests.as_owner();
select is(pg_temp.stand('one'), 'closed solved', 'solved closes the report');
select is(pg_temp.stand('two'), 'closed not_solved', 'so does not solved');
select is(pg_temp.last_event('two'), 'verdict_given answered closed reporter', 'with its event');
select is(pg_temp.stand('four'), 'reopened', 'unless another answer is asked for');
select is(pg_temp.running('four'), array['organisation_answer'], 'for which the organisation has its term again');
select is((select count(*)::integer from hub.outbox where template = 'report_reopened'), 1, 'and is told');
select tests.as_service();
select lives_ok(pg_temp.verdict('two', 'not_solved', true), 'who closed it as not solved may think again within the window');
select tests.authenticate_as('member@example.org');
select lives_ok(pg_temp.answer('two', 'accepted', 'refund', ', true'), 'a reopened report is answered again');
select tests.as_owner();
select is((public.follow_report(pg_temp.code('two')) #>> '{follow_up,answers,0,is_reopened}'), 'true', 'the reporter reads both answers');
update hub.report_answers set answered_at = now() - interval '16 days' where report_id = (pg_temp.report('two')).report_id;
select tests.as_service();
select throws_ok(pg_temp.verdict('two', 'not_solved', true), 'GH011', 'verdict_too_late', 'after the window it is too late');

-- A promise

select throws_ok(format('select public.tell_promise_kept(%L, true)', pg_temp.code('two')), 'GH002', 'report_cannot_move',
	'nobody is asked about a promise too early');
select tests.as_owner();
update hub.deadlines set due_at = now() where report_id = (pg_temp.report('two')).report_id and clock = 'promise_check' and settled_at is null;
select public.run_due_deadlines(now());
select tests.as_service();
select lives_ok(format('select public.tell_promise_kept(%L, false)', pg_temp.code('two')), 'then the reporter tells');
select throws_ok(format('select public.tell_promise_kept(%L, true)', pg_temp.code('two')), 'GH002', 'report_cannot_move', 'once');
select tests.as_owner();
select is((select event from hub.report_events where report_id = (pg_temp.report('two')).report_id order by event_id desc limit 1),
	'promise_broken', 'and it stands in the events');
select is((select array_agg(is_promise_kept order by answer_id) from hub.report_answers where report_id = (pg_temp.report('two')).report_id),
	array[null, false], 'with the answer that promised it');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');

-- The committee decides about what an organisation contests

create function pg_temp.judge(name text, judgement text, reason text default 'Heard both') returns text language sql stable as $$
	select format('select public.judge_contest(%L, %L, %L)', pg_temp.ref(name), judgement, reason)
$$;
create function pg_temp.told_of_contest() returns text[] language sql stable as $$
	select array_agg(concat_ws(' ', email, parameters ->> 'judgement', ((parameters ->> 'answer_by')::timestamptz)::date) order by mail_id)
	from hub.outbox join auth.users on id = user_id where template = 'own_contest_judged'
$$;
grant execute on function pg_temp.judge to public;
select tests.as_anon();
select throws_ok(pg_temp.judge('three', 'stands'), '42501', null, 'a visitor decides nothing');
select tests.authenticate_as('member@example.org');
select throws_ok(pg_temp.judge('three', 'unfounded'), 'GH403', 'not_allowed', 'nor does the organisation decide for itself');
select tests.authenticate_as('regulator@example.org');
select throws_ok(pg_temp.judge('three', 'stands'), 'GH403', 'not_allowed', 'nor the regulator');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.judge('three', 'stands', ' '), 'GH006', 'reason_needed', 'a decision has a reason');
select throws_ok(pg_temp.judge('three', 'solved'), 'GH009', 'judgement_unknown', 'and is one of four');
select throws_ok(pg_temp.judge('one', 'unfounded'), 'GH002', 'report_cannot_move', 'about a report that was contested');
select lives_ok(pg_temp.judge('three', 'stands'), 'the committee lets a report stand');
select tests.as_owner();
select is(pg_temp.stand('three'), 'open', 'then the organisation has to answer');
select is(pg_temp.last_event('three'), 'contest_rejected contested open committee', 'with the event');
select is(pg_temp.running('three'), array['reminder_first'], 'and its clocks start anew');
select is(pg_temp.told_of_contest(), array['member@example.org stands ' || (pg_temp.report('three')).answer_due_at::date], 'of which its members are mailed');
select tests.authenticate_as('member@example.org');
select lives_ok(pg_temp.answer('three', 'not_ours', 'unknown_party'), 'it may say so again');
select tests.authenticate_as('committee@example.org');
select lives_ok(pg_temp.judge('three', 'wrong_organisation'), 'and be found right');
select tests.as_owner();
select is(pg_temp.stand('three'), 'closed wrong_organisation', 'then the report ends with that');
select ok((select hub.is_proven_otherwise(pg_temp.report('three'))), 'and leaves its rate');
select is(pg_temp.told_of_contest(), array['member@example.org stands ' || (pg_temp.report('three')).answer_due_at::date,
	'member@example.org wrong_organisation'], 'and its members are mailed that too, once each');
select is((select array_agg(event ->> 'event' order by place) filter (where event ->> 'event' like 'contest%')
	from jsonb_array_elements(hub.events_for_members(pg_temp.report('three'))) with ordinality as events (event, place)),
	array['contested', 'contest_rejected', 'contested', 'contest_upheld'], 'it reads both with the report');

-- Every event the reporter left is without a word of theirs.
select is_empty($$ select event from hub.report_events where actor_role = 'reporter' and details::text like '%My words%' $$,
	'what a reporter writes is not in the events, which stay');
select is((select count(*)::integer from hub.report_answers where verdict_text = 'My words'), 3, 'but with the answer');

select * from finish();
rollback;
