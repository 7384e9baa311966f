-- An organisation without members reads and answers one report with the link in a mail, and no other.

begin;
select plan(45);

insert into hub.organisations (organisation_id, name, slug, sector, objection_email, contact_email) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', 'verzet@eneco.nl', 'meldingen@eneco.nl'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom', null, null),
	('00000000-0000-4000-8000-000000000003', 'Oxxio', 'oxxio', 'energy', 'verzet@oxxio.nl', null);
select tests.give_role('member@oxxio.nl', 'organisation_member', '00000000-0000-4000-8000-000000000003', 'reader');
select tests.give_role('committee@example.org', 'committee');
create function pg_temp.file(name text, organisation integer, fields jsonb default '{}') returns text language sql as $$
	select tests.file_report(name, jsonb_build_object('organisation_id', '00000000-0000-4000-8000-00000000000' || organisation,
		'filed_at', now(), 'follow_code_hash', md5(name), 'postcode4', 1012) || fields)
$$;
create function pg_temp.open(token text) returns jsonb language sql as $$ select public.open_answer_link(md5(token)) $$;
create function pg_temp.answer(token text, reason text default 'apology') returns text language sql as $$
	select format('select public.answer_by_link(%L, %L, %L, %L)', md5(token), 'accepted', reason, ' Sorry. ')
$$;
create function pg_temp.mint(prefix text) returns integer language sql as $$
	select public.mail_answer_links(coalesce((select jsonb_agg(jsonb_build_object('link_id', link -> 'link_id',
		'token_hash', md5(prefix || ordinality), 'sealed', 'aa', 'key_id', 'k'))
		from jsonb_array_elements(public.take_offered_links(20)) with ordinality as offered (link, ordinality)), '[]'))
$$;
grant execute on all functions in schema pg_temp to public;

select pg_temp.file('one', 1);
select pg_temp.file('two', 1);
select pg_temp.file('no address', 2);
select pg_temp.file('members', 3);
select pg_temp.file('held', 1, '{"is_held": true}');
select is((select count(*)::integer from hub.answer_links), 2, 'delivered reports of an organisation with an address and without members get a link');

select tests.as_anon();
select throws_ok('select * from hub.answer_links', '42501', null, 'a visitor reads no links');
select throws_ok($$ select pg_temp.open('a1') $$, '42501', null, 'nor opens one past the server');
select throws_ok(pg_temp.answer('a1'), '42501', null, 'nor answers');
select throws_ok($$ select public.take_offered_links(5) $$, '42501', null, 'nor takes them');
select tests.authenticate_as('committee@example.org');
select throws_ok('select * from hub.answer_links', '42501', null, 'nor does staff');
select throws_ok($$ select pg_temp.open('a1') $$, '42501', null, 'in no way');

select tests.as_service();
select is(public.take_offered_links(5) #>> '{0,to}', 'meldingen@eneco.nl', 'they go to the address for reports');
select is(pg_temp.mint('a'), 2, 'each is mailed');
select is(public.take_offered_links(5), '[]', 'once');
select tests.as_owner();
select is((select count(*)::integer from hub.outbox where template = 'answer_by_link'), 2, 'by a mail of its own');
select is_empty($$ select parameters from hub.outbox where template = 'answer_by_link' and parameters::text ~ 'dinner' $$, 'that tells nothing of what was reported');

-- Reading

select tests.as_service();
select is(pg_temp.open('nonsense'), null, 'another secret opens nothing');
select is(pg_temp.open('a1') ->> 'stand', 'open', 'the link opens the report');
select is(pg_temp.open('a1') ->> 'narrative', 'Again during dinner.', 'with what happened');
select ok(not pg_temp.open('a1') ?| array['postcode4', 'email', 'reporter', 'province', 'report_id'], 'and without who it was');
select isnt(pg_temp.open('a1') ->> 'reference', pg_temp.open('a2') ->> 'reference', 'one report a link');
select tests.as_owner();
select is((select count(*)::integer from hub.report_events where event = 'answer_link_opened'), 2, 'the first reading leaves an event, the second none');
select is((select array_agg(distinct state::text) from hub.reports where state = 'seen'), null, 'and does not say that somebody has seen it');

-- Answering

select tests.as_service();
select throws_ok(pg_temp.answer('nonsense'), 'GH404', 'answer_link_unknown', 'another secret answers nothing');
select throws_ok(pg_temp.answer('a1', 'consent_proven'), 'GH009', 'reason_unknown', 'the reason is of the closed list');
select throws_ok(format('select public.answer_by_link(%L, %L, %L, %L)', md5('a1'), 'accepted', 'apology', ' '), 'GH009', 'answer_needed', 'an answer has words');
select throws_ok(format('select public.answer_by_link(%L, %L, %L, %L, true)', md5('a1'), 'explained', 'consent_proven', 'x'),
	'GH009', 'promise_needs_acceptance', 'who explains promises nothing');
select lives_ok(pg_temp.answer('a1'), 'the organisation answers');
select throws_ok(pg_temp.answer('a1'), 'GH018', 'answer_link_answered', 'once');
select is(pg_temp.open('a1') ->> 'stand', 'answered', 'a second visit tells so');
select ok(not pg_temp.open('a1') ? 'narrative', 'and shows the report no more');
select is(pg_temp.open('a2') ->> 'stand', 'open', 'the other link still works');
select tests.as_owner();
select is((select array_agg(state::text) from hub.reports join hub.report_answers using (report_id)), array['answered'], 'the report is answered');
select is((select concat_ws(' ', event, actor_role, actor_id) from hub.report_events where event = 'answered'), 'answered organisation_member', 'by nobody who signed in');

-- The end of a link

update hub.answer_links set expires_at = now() where token_hash = decode(md5('a2'), 'hex');
select tests.as_service();
select is(pg_temp.open('a2') ->> 'stand', 'ended', 'thirty days after the term a link ends');
select throws_ok(pg_temp.answer('a2'), 'GH018', 'answer_link_ended', 'and answers nothing');
select tests.as_owner();
update hub.answer_links set expires_at = now() + interval '1 day' where token_hash = decode(md5('a2'), 'hex');
select tests.as_owner();
update hub.reports set organisation_id = '00000000-0000-4000-8000-000000000002'
where report_id = (select report_id from hub.answer_links where token_hash = decode(md5('a2'), 'hex'));
select tests.as_service();
select is(pg_temp.open('a2') ->> 'stand', 'gone', 'a report that is another''s now is theirs no more');
select throws_ok(pg_temp.answer('a2'), 'GH018', 'answer_link_gone', 'nor answered by them');

-- Contested by link

select tests.as_owner();
select pg_temp.file('stands', 1);
select pg_temp.file('upheld', 1);
create function pg_temp.ref(name text) returns text language sql security definer as $$
	select reference from hub.reports where follow_code_hash = decode(md5(name), 'hex')
$$;
grant execute on function pg_temp.ref to public;
select tests.as_service();
select is(pg_temp.mint('d'), 2, 'two more links are mailed');
select lives_ok(format('select public.answer_by_link(%L, %L, %L, %L)', md5('d' || each), 'not_ours', 'unknown_party', 'Not us.'),
	'by which the organisation says that it was another') from generate_series(1, 2) as each;
select tests.authenticate_as('committee@example.org');
select public.judge_contest(pg_temp.ref('stands'), 'stands', 'Heard both');
select public.judge_contest(pg_temp.ref('upheld'), 'spoofed', 'Heard both');
select tests.as_service();
select is((select array_agg(concat_ws(' ', recipient, parameters ->> 'reference', parameters ->> 'judgement'))
	from public.claim_mail(50, 60) where template = 'own_contest_judged'),
	array['meldingen@eneco.nl ' || pg_temp.ref('upheld') || ' spoofed'], 'where the committee finds it right it is mailed, though nobody works there');
select is(pg_temp.mint('e'), 1, 'and where the report stands it gets a new link');
select is(pg_temp.open('e1') ->> 'reference', pg_temp.ref('stands'), 'that opens it');

-- Opened again, and members at last

select tests.as_service();
select lives_ok(format('select public.give_verdict(%L, %L, %L, true)', md5('one'), 'not_solved', 'No'), 'a reporter asks for another answer');
select is(pg_temp.mint('b'), 1, 'then there is a new link');
select is(pg_temp.open('b1') ->> 'stand', 'open', 'that opens it');
select tests.as_owner();
select pg_temp.file('three', 1);
select tests.give_role('member@eneco.nl', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.as_service();
select is(pg_temp.mint('c'), 0, 'who got members meanwhile needs no link');
select tests.as_owner();
select is_empty('select from hub.answer_links where token_hash is null', 'and none is kept waiting');

select * from finish();
rollback;
