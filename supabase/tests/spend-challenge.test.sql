-- Proof of work: a solved challenge files one report, and nobody but the server spends one.

begin;
select plan(9);

create temporary table receipts (name text primary key, receipt jsonb);
grant all on receipts to service_role;

select tests.as_service();
select lives_ok($$ insert into receipts select name, public.file_report(tests.submission(name, jsonb_build_object(
	'challenge', repeat('ab', 16), 'challenge_expires_at', now() + interval '1 hour')))
	from unnest(array['first', 'second']) with ordinality as names (name, turn) order by turn $$,
	'two reports come with the same proof');
insert into receipts select 'first again', public.file_report(tests.submission('first', jsonb_build_object(
	'challenge', repeat('ab', 16), 'challenge_expires_at', now() + interval '1 hour')));

select is(receipt ->> 'state', 'unattributed', 'the first goes on its way') from receipts where name = 'first';
select is(receipt ->> 'state', 'held', 'the second is looked at') from receipts where name = 'second';
select is(receipt - 'is_repeated', (select receipt - 'is_repeated' from receipts where name = 'first'),
	'the first once more is the same report, and not held') from receipts where name = 'first again';

select tests.as_owner();
select is(events.reason, 'no_proof_of_work', 'and why it is held is kept')
from hub.report_events as events join hub.reports using (report_id)
where reports.reference = (select receipt ->> 'reference' from receipts where name = 'second')
	and events.event = 'held';

insert into hub.spent_challenges values (decode(repeat('cd', 16), 'hex'), now() - interval '2 hours');
select ok(hub.spend_challenge(decode(repeat('ef', 16), 'hex'), now() + interval '1 hour'), 'another challenge can be spent');
select is_empty($$ select from hub.spent_challenges where expires_at < now() $$, 'those that expired are gone');

select tests.as_anon();
select throws_ok($$ select hub.spend_challenge('\x00', now()) $$, '42501', null, 'the public spends nothing');
select tests.as_service();
select throws_ok($$ select * from hub.rate_limits $$, '42501', null, 'not even the server''s role reads the counters');

select * from finish();
rollback;
