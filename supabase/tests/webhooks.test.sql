-- Who may have the desk post to an address, and what goes there.

begin;
select plan(39);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('handler@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'handler');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('committee@example.org', 'committee');

create function pg_temp.make(url text, events text default '{report.new,report.message,report.verdict,report.deadline_near,report.deadline_passed}',
	organisation text default '1') returns text language sql stable as $$
	select format('select public.create_webhook(%L, %L, %L, %L, %L)', '00000000-0000-4000-8000-00000000000' || organisation, url, events, 'aa', 'k')
$$;
create function pg_temp.posted(webhook text) returns text[] language sql stable as $$
	select coalesce(array_agg(event order by event), '{}') from hub.webhook_deliveries join hub.webhooks using (webhook_id) where url = webhook
$$;
create function pg_temp.waiting() returns integer language sql as $$ select count(*)::integer from public.claim_webhook_deliveries(100, 60) $$;
grant execute on all functions in schema pg_temp to public;

select tests.as_anon();
select throws_ok(pg_temp.make('https://one.example/'), '42501', null, 'a visitor makes no webhook');
select throws_ok('select * from hub.webhooks', '42501', null, 'nor reads them');
select throws_ok('select * from hub.webhook_deliveries', '42501', null, 'nor what is posted');
select tests.authenticate_as('handler@example.org');
select throws_ok(pg_temp.make('https://one.example/'), 'GH403', 'not_allowed', 'nor does a handler');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.make('https://one.example/'), 'GH403', 'not_allowed', 'nor the committee');
select tests.authenticate_as('other@example.org');
select throws_ok(pg_temp.make('https://one.example/'), 'GH403', 'not_allowed', 'nor an owner of another organisation');
select lives_ok(pg_temp.make('https://other.example/', organisation => '2'), 'who makes one of its own');
select tests.authenticate_as('owner@example.org');
select throws_ok(pg_temp.make('ftp://one.example/'), '23514', null, 'an address is of the web');
select throws_ok(pg_temp.make('https://one.example/', '{report.erased}'), '23514', null, 'an event is one of the list');
select lives_ok(pg_temp.make('https://one.example/hook?secret=1'), 'an owner makes a webhook');
select lives_ok(pg_temp.make('https://news.example/', '{report.message}'), 'and one for messages alone');
select throws_ok('select secret_encrypted from hub.webhooks', '42501', null, 'the secret is read by nobody');
select is((select count(*)::integer from hub.webhooks), 2, 'an owner reads the webhooks of the organisation');
select is((select details from hub.connection_events order by connection_event_id limit 1), '{"host": "one.example"}', 'of what happened only the host is kept');

-- What is posted

select tests.as_owner();
create temporary table filed as select tests.file_report('one', jsonb_build_object('follow_code_hash', md5('code'),
	'organisation_id', '00000000-0000-4000-8000-000000000001', 'filed_at', now())) as reference;
grant select on filed to public;
select is(pg_temp.posted('https://one.example/hook?secret=1'), array['report.new'], 'a new report is told');
select is(pg_temp.posted('https://other.example/'), '{}', 'to its organisation alone');
select tests.file_report('held', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "is_held": true}');
select tests.file_report('import', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "origin": "import"}');
select is(pg_temp.posted('https://one.example/hook?secret=1'), array['report.new'], 'a held one is not, nor an imported one');
select tests.as_service();
select public.send_message_as_reporter(md5('code'), 'organisation', 'Secret words');
select public.send_message_as_reporter(md5('code'), 'committee', 'Secret words');
select tests.as_owner();
select is(pg_temp.posted('https://one.example/hook?secret=1'), array['report.message', 'report.new'], 'so is a message to the organisation, not one to the committee');
select is(pg_temp.posted('https://news.example/'), array['report.message'], 'who asked for messages hears of those alone');
select tests.authenticate_as('owner@example.org');
select public.answer_report(reference, 'accepted', 'apology', 'Sorry.') from filed;
select tests.as_service();
select public.give_verdict(md5('code'), 'not_solved', '', true);
select tests.as_owner();
select is(pg_temp.posted('https://one.example/hook?secret=1'), array['report.message', 'report.new', 'report.verdict'], 'so is a verdict');
update hub.deadlines set due_at = now() where settled_at is null and clock = 'organisation_answer';
select public.run_due_deadlines(now());
select ok('report.deadline_passed' = any (pg_temp.posted('https://one.example/hook?secret=1')), 'and a term that ran out');
select is_empty($$ select field from (select jsonb_object_keys(to_jsonb(d)) as field from hub.webhook_deliveries as d) as fields where field ~ 'text|narrative|email' $$, 'nothing of a person waits there');

-- Going out

select tests.authenticate_as('owner@example.org');
select throws_ok('select public.claim_webhook_deliveries(1, 60)', '42501', null, 'an owner takes nothing out');
select is((select count(*)::integer from hub.webhook_deliveries), 5, 'but reads what waits');
select tests.authenticate_as('other@example.org');
select is_empty('select * from hub.webhook_deliveries', 'an owner of another does not');
select throws_ok($$ select public.test_webhook(gen_random_uuid()) $$, 'GH404', 'webhook_not_found', 'nor has one tested');
select tests.as_owner();
-- As when the statistics are of a time when next to nothing waited: then a subquery runs for each row.
update pg_class set reltuples = 1, relpages = 1 where oid = 'hub.webhook_deliveries'::regclass;
select tests.as_service();
select is((select count(*)::integer from public.claim_webhook_deliveries(2, 60)), 2, 'the desk takes as many as it asks for');
select is(pg_temp.waiting(), 3, 'and then what still waits');
select is(pg_temp.waiting(), 0, 'once');
select tests.as_owner();
create temporary table message as select delivery_id, webhook_id from hub.webhook_deliveries where event = 'report.new';
grant select on message to public;
select tests.as_service();
select public.settle_webhook_delivery(delivery_id, false, '500') from message;
select tests.as_owner();
select ok((select send_after > now() and given_up_at is null and last_answer = '500' from hub.webhook_deliveries join message using (delivery_id)), 'one that failed goes later');
select ok((select failing_since is not null and disabled_at is null from hub.webhooks join message using (webhook_id)), 'and the webhook fails from then on');
update hub.webhook_deliveries set attempts = 10 where delivery_id = (select delivery_id from message);
update hub.webhooks set failing_since = now() - interval '6 days' where webhook_id = (select webhook_id from message);
select public.settle_webhook_delivery(delivery_id, false, '500') from message;
select isnt((select given_up_at from hub.webhook_deliveries join message using (delivery_id)), null, 'after ten times it is given up');
select is((select disabled_because from hub.webhooks join message using (webhook_id)), 'failing', 'and after five days the webhook is switched off');
select is((select count(*)::integer from hub.outbox where template = 'webhook_disabled' and user_id = tests.user_id('owner@example.org')), 1, 'its owner is mailed');
select is((select count(*)::integer from hub.outbox where template = 'webhook_disabled'), 1, 'and nobody else');
select tests.authenticate_as('other@example.org');
select throws_ok($$ select public.retry_webhook_delivery(delivery_id) from message $$, 'GH404', 'webhook_delivery_not_found', 'another has nothing tried again');
select throws_ok($$ select public.switch_webhook(webhook_id, true) from message $$, 'GH404', 'webhook_not_found', 'nor switched on');
select tests.authenticate_as('owner@example.org');
select lives_ok($$ select public.switch_webhook(webhook_id, true), public.retry_webhook_delivery(delivery_id) from message $$, 'an owner switches on and has it tried again');
select lives_ok($$ select public.remove_webhook(webhook_id) from message $$, 'or removes it');

select * from finish();
rollback;
