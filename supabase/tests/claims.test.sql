-- Who may speak for an organisation: whose mail is at its web domain, or whom an administrator believes.

begin;
select plan(45);

insert into hub.organisations (organisation_id, name, slug, sector, website, kvk_number) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy', 'https://www.eneco.nl/', '12345678'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom', null, null),
	('00000000-0000-4000-8000-000000000003', 'Zonnewijs', 'zonnewijs', 'energy', 'https://zonnewijs.nl', null),
	('00000000-0000-4000-8000-000000000004', 'Zonne Wijs', 'zonne-wijs', 'energy', null, null);
select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.create_user('new@eneco.nl');

create function pg_temp.claim(key text, fields jsonb default '{}') returns text language sql as $$
	select public.begin_claim(jsonb_build_object('token_hash', md5(key), 'name', 'Windkracht', 'sector', 'energy',
		'roles', array['advertiser'], 'website', 'https://windkracht.nl', 'email', key || '@windkracht.nl', 'locale', 'nl',
		'code_hash', md5('123456'), 'sealed', 'aa', 'key_id', 'k') || fields)
$$;
create function pg_temp.prove(key text, code text default '123456') returns text language sql as $$
	select public.prove_claim(md5(key), md5(code))
$$;
create function pg_temp.of(key text) returns hub.organisation_claims language sql stable as $$
	select claims from hub.organisation_claims as claims where token_hash = decode(md5(key), 'hex')
$$;
grant execute on all functions in schema pg_temp to public;

-- Domains

select is(hub.registrable_domain('https://www.Eneco.nl/contact?x=1'), 'eneco.nl', 'a web address lies in a domain');
select is(hub.registrable_domain('hallo@mail.eneco.nl'), 'eneco.nl', 'so does a mail address');
select is(hub.registrable_domain('https://shop.company.co.uk:8080'), 'company.co.uk', 'elsewhere one level deeper');
select is(hub.registrable_domain('https://eneco.nl@evil.example/'), 'evil.example', 'what stands before an at sign is no domain');
select is(hub.registrable_domain('http://192.168.0.1/'), null, 'a number is none');

-- Who may not

select tests.as_anon();
select throws_ok($$ select pg_temp.claim('a') $$, '42501', null, 'a visitor claims through the server only');
select throws_ok($$ select * from hub.organisation_claims $$, '42501', null, 'and reads no claims');
select throws_ok($$ select public.judge_claim(gen_random_uuid(), true, 'Yes', 'aa', 'k') $$, '42501', null, 'nor judges them');
select tests.authenticate_as('owner@example.org');
select throws_ok($$ select pg_temp.prove('a') $$, '42501', null, 'who signed in proves nothing past the server');
select throws_ok($$ select public.judge_claim(gen_random_uuid(), true, 'Yes', 'aa', 'k') $$, 'GH403', 'not_allowed', 'an owner judges no claims');

-- By a code

select tests.as_service();
select is(pg_temp.claim('anna'), 'begun', 'mail at the organisation''s own domain can prove it');
select is(pg_temp.claim('anna'), 'begun', 'the same form again is one claim');
select tests.as_owner();
select is((select array_agg(template) from hub.outbox), array['prove_claim'], 'with one mail');
select tests.as_service();
select is(pg_temp.prove('anna', '000000'), 'wrong', 'another code does not');
select is(pg_temp.prove('nobody'), 'too_old', 'nor a claim that is not there');
select is(pg_temp.prove('anna'), 'granted', 'the code does');
select is(pg_temp.prove('anna'), 'granted', 'to send it twice is harmless');
select tests.as_owner();
select is((select concat_ws(' ', slug, sector, website, web_domain) from hub.organisations where name = 'Windkracht'),
	'windkracht energy https://windkracht.nl windkracht.nl', 'a new organisation is known from then on');
select is((select concat_ws(' ', email, role, level) from hub.invitations), 'anna@windkracht.nl organisation_member owner',
	'and whoever claimed it is invited as an owner');
select is((select array_agg(event || ' ' || actor_role) from hub.organisation_events), array['claimed system'], 'which leaves an event');

select tests.as_service();
select is(pg_temp.claim('tries'), 'begun', 'five wrong codes');
select pg_temp.prove('tries', '000000') from generate_series(1, 5);
select is(pg_temp.prove('tries'), 'too_old', 'end a claim, also for the right one');
select pg_temp.claim('late');
select tests.as_owner();
update hub.organisation_claims set expires_at = now() where token_hash = decode(md5('late'), 'hex');
select tests.as_service();
select is(pg_temp.prove('late'), 'too_old', 'a code of half an hour ago no longer works');
select pg_temp.claim('many' || n, '{"email": "many@windkracht.nl"}') from generate_series(1, 5) as n;
select throws_ok($$ select pg_temp.claim('many6', '{"email": "many@windkracht.nl"}') $$, 'GH010', 'claims_too_many', 'one address gets five codes a day');

-- A known organisation

select is(pg_temp.claim('fake', '{"name": "Eneco", "website": "https://windkracht.nl"}'), 'waiting',
	'of a known organisation its own website counts, not one that was made up');
select is(pg_temp.claim('kvk', '{"name": "Windmolens", "kvk_number": "12345678"}'), 'waiting', 'also when it is known by its number');
select is(pg_temp.claim('alike', '{"name": "Eneco Groen"}'), 'waiting', 'a name that begins with that of another is looked at by a person');
select is(pg_temp.claim('trade', '{"name": "Molenwind", "trade_names": ["Eneco"]}'), 'waiting', 'so is such a trade name');
select is(pg_temp.claim('same', '{"name": "Zonnewijs", "website": "https://zonnewijs.nl", "email": "x@zonnewijs.nl"}'), 'begun',
	'where two names differ by a space the one to the letter is meant');
select is(pg_temp.claim('ziggo', '{"name": "Ziggo", "website": "https://www.ziggo.nl", "email": "x@ziggo.nl"}'), 'waiting',
	'mail that every customer has proves nothing');
select is(pg_temp.claim('gmail', '{"name": "Molentje", "website": "https://gmail.com", "email": "x@gmail.com"}'), 'waiting', 'nor mail that anybody has');
select is(pg_temp.claim('machine', '{"name": "Robot", "is_suspect": true}'), 'waiting', 'nor what a machine fills in');
select is(pg_temp.claim('new', '{"name": "Eneco", "email": "new@eneco.nl", "website": "https://elders.example"}'), 'begun', 'mail at its own domain does');
select is(pg_temp.prove('new'), 'granted', 'with the code');
select tests.authenticate_as('new@eneco.nl');
select is(public.who_am_i() #>> '{organisations,0,level}', 'owner', 'who then signs in is an owner');
select tests.as_service();
select pg_temp.claim('second', '{"name": "Eneco", "email": "second@eneco.nl"}');
select is(pg_temp.prove('second'), 'waiting', 'where there is an owner a person decides, code or not');

-- By an administrator

select tests.authenticate_as('committee@example.org');
select is_empty('select claim_id from hub.organisation_claims', 'the committee reads no claims');
select is(public.list_claims(), '[]', 'in no way');
select tests.authenticate_as('admin@example.org');
select is((select count(*)::integer from jsonb_array_elements(public.list_claims()) as claim where claim ->> 'state' = 'waiting'), 8,
	'an administrator reads those that wait');
select throws_ok($$ select public.judge_claim((select claim_id from hub.organisation_claims where name = 'Molentje'), true, ' ', 'aa', 'k') $$,
	'GH006', 'reason_needed', 'and judges with a reason');
select lives_ok($$ select public.judge_claim((select claim_id from hub.organisation_claims where name = 'Molentje'), false, 'Not shown.', 'aa', 'k') $$, 'refuses');
select lives_ok($$ select public.judge_claim((select claim_id from hub.organisation_claims where name = 'Ziggo'), true, 'Called them.', 'aa', 'k') $$, 'or grants');
select throws_ok($$ select public.judge_claim((select claim_id from hub.organisation_claims where name = 'Ziggo'), false, 'No.', 'aa', 'k') $$,
	'GH002', 'claim_judged_already', 'once');
select tests.as_owner();
select set_eq($$ select template from hub.outbox where template like 'claim%' $$, array['claim_refused', 'claim_granted'], 'both are told by mail');
select is((select level::text from hub.invitations where email = 'x@ziggo.nl'), 'owner', 'who is granted it is invited');

select * from finish();
rollback;
