-- The mail that waits: the desk alone handles it, administrators see what was given up.

begin;
select plan(20);

select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('regulator@example.org', 'regulator');

select tests.as_service();
select lives_ok($$ select public.post_mail('sign:1', 'acknowledge_report', 'nl', '00', 'a key', '{"reference": "26-7K3F9Q"}') $$, 'the server posts mail');
select lives_ok($$ select public.post_mail('sign:1', 'acknowledge_report', 'en', '01', 'a key') $$, 'the same event again is no error');
select is((select count(*)::integer from hub.outbox), 1, 'and no second mail');
select is((select locale from hub.outbox), 'nl', 'the first one stands');
select throws_ok($$ select public.post_mail('sign:2', 'No Such-Name', 'nl', '00', 'a key') $$, '23514', null, 'a template has a name');
select throws_ok($$ insert into hub.outbox (event_key, template, locale) values ('to:nobody', 'a_mail', 'nl') $$, '42501', null,
	'not even the server writes the table itself');
select is((select count(*)::integer from public.claim_mail(10, 60)), 1, 'the server claims what waits');
select is((select count(*)::integer from public.claim_mail(10, 60)), 0, 'and nobody else in the meantime');

select lives_ok($$ select public.settle_mail((select mail_id from hub.outbox), 'EENVELOPE 550', true) $$, 'a failure is noted');
select isnt((select given_up_at from hub.outbox), null, 'a final one is given up');

select tests.authenticate_as('committee@example.org');
select is((select count(*)::integer from hub.outbox), 0, 'the committee sees no mail');
select throws_ok($$ select public.retry_mail(1) $$, 'GH403', null, 'nor has it sent again');
select throws_ok($$ select public.claim_mail(1, 1) $$, '42501', null, 'nor claims it');

select tests.authenticate_as('regulator@example.org');
select is((select count(*)::integer from hub.outbox), 0, 'nor does the regulator');

select tests.authenticate_as('admin@example.org');
select is((select failure from hub.outbox), 'EENVELOPE 550', 'an administrator sees what was given up and why');
select throws_ok($$ select sealed from hub.outbox $$, '42501', null, 'but not for whom it was');
select lives_ok($$ select public.retry_mail((select mail_id from hub.outbox)) $$, 'and has it sent after all');
select is((select count(*)::integer from hub.outbox), 0, 'what waits again is no longer seen');

select tests.as_service();
select public.post_mail('sign:' || number, 'acknowledge_report', 'nl', '00', 'a key') from generate_series(2, 6) as number;
select tests.as_owner();
-- As when the statistics are of a time when nothing waited: then a subquery runs for each row.
update pg_class set reltuples = 0, relpages = 1 where oid = 'hub.outbox'::regclass;
select tests.as_service();
select is((select count(*)::integer from public.claim_mail(2, 60)), 2, 'the server claims as many as it asks for');

select tests.as_anon();
select throws_ok($$ select count(*) from hub.outbox $$, '42501', null, 'a visitor sees nothing');

select * from finish();
rollback;
