-- What reporter, organisation and committee write to one another, and who reads it.

begin;
select plan(35);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('regulator@example.org', 'regulator');

create function pg_temp.code(name text) returns text language sql return md5('code of ' || name);
create temporary table filed (name text primary key, reference text);
grant select on filed to public;
insert into filed
select name, tests.file_report(name, fields || jsonb_build_object('follow_code_hash', pg_temp.code(name),
	'filed_at', now(), 'email_encrypted', 'aa', 'key_id', 'k'))
from (values
	('one', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}'::jsonb),
	('held', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "is_held": true}'),
	('unknown', '{}'),
	('withdrawn', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}')
) as filings (name, fields);
update hub.report_reporters set email_proven_at = now();
select public.withdraw_report(pg_temp.code('withdrawn'), '');

create function pg_temp.write(name text, addressee text, message text default 'Hello') returns text language sql stable as $$
	select format('select public.send_message_as_reporter(%L, %L, %L)', pg_temp.code(name), addressee, message)
$$;
create function pg_temp.send(name text, message text default 'Hello') returns text language sql stable as $$
	select format('select public.send_message(%L, %L)', (select reference from filed where filed.name = send.name), message)
$$;
create function pg_temp.mailed(mail text) returns integer language sql as $$
	select count(*)::integer from hub.outbox where template = mail
$$;
grant execute on all functions in schema pg_temp to public;

-- Who may not

select tests.as_anon();
select throws_ok(pg_temp.write('one', 'organisation'), '42501', null, 'a visitor does not write as a reporter');
select throws_ok(pg_temp.send('one'), '42501', null, 'nor as somebody else');
select throws_ok('select * from hub.report_messages', '42501', null, 'nor read what is written');
select tests.authenticate_as('member@example.org');
select throws_ok(pg_temp.write('one', 'organisation'), '42501', null, 'a member does not write as a reporter');
select throws_ok(pg_temp.send('held'), 'GH404', 'report_not_found', 'a held report is not there for a member');
select throws_ok(pg_temp.send('withdrawn'), 'GH404', 'report_not_found', 'nor is a withdrawn one');
select throws_ok(pg_temp.send('one', '  '), 'GH009', 'message_needed', 'a message has words');
select tests.authenticate_as('other@example.org');
select throws_ok(pg_temp.send('one'), 'GH404', 'report_not_found', 'a member of another organisation finds no such report');
select tests.authenticate_as('regulator@example.org');
select throws_ok(pg_temp.send('one'), 'GH403', 'not_allowed', 'the regulator reads and does not write');

-- Writing

select tests.as_service();
select throws_ok(pg_temp.write('unknown', 'organisation'), 'GH002', 'no_organisation_to_write_to', 'where no organisation is known there is none to write to');
select throws_ok(pg_temp.write('held', 'organisation'), 'GH002', 'no_organisation_to_write_to', 'nor while a report is held');
select throws_ok(pg_temp.write('withdrawn', 'committee'), 'GH002', 'report_cannot_move', 'what is over is not written about');
select throws_ok(pg_temp.write('nobody''s', 'committee'), 'GH404', 'report_not_found', 'a wrong code writes nothing');
select lives_ok(pg_temp.write('one', 'organisation', 'To you'), 'a reporter writes to the organisation');
select lives_ok(pg_temp.write('one', 'organisation', 'And again'), 'and again');
select lives_ok(pg_temp.write('one', 'committee', 'Between us'), 'and to the committee');
select lives_ok(pg_temp.write('unknown', 'committee'), 'also about nobody');
select tests.as_owner();
select is(pg_temp.mailed('message_from_reporter'), 1, 'its members are mailed once until they have read');

select tests.authenticate_as('member@example.org');
select results_eq('select text from hub.report_messages order by message_id', array['To you', 'And again'],
	'a member reads what is for the organisation, not what is for the committee');
select lives_ok(pg_temp.send('one', 'Dear you'), 'and answers');
select public.mark_messages_read((select reference from filed where name = 'one'));
select tests.authenticate_as('other@example.org');
select is_empty('select * from hub.report_messages', 'members of another organisation read nothing');
select public.mark_messages_read((select reference from filed where name = 'one'));
select tests.authenticate_as('committee@example.org');
select is((select count(*)::integer from hub.report_messages), 5, 'the committee reads all of it');
select lives_ok(pg_temp.send('one', 'From us'), 'and writes too');
select is((select jsonb_array_length(public.read_report((select reference from filed where name = 'one')) -> 'messages')), 5,
	'a report shows its messages');
select tests.as_owner();
select is((select array_agg(text || ' ' || (read_at is not null) order by message_id) from hub.report_messages where sender = 'reporter'),
	array['To you true', 'And again true', 'Between us false', 'Hello false'], 'only who is written to has read it');
select is(pg_temp.mailed('new_message'), 2, 'the reporter is mailed about each side');
select is((select jsonb_agg(message ->> 'text') from jsonb_array_elements(
	public.follow_report(pg_temp.code('one')) #> '{follow_up,messages}') as message),
	'["To you", "And again", "Between us", "Dear you", "From us"]', 'and reads all of it');
select tests.as_service();
select public.mark_messages_read_by_reporter(pg_temp.code('one'));
select tests.as_owner();
select is((select count(*)::integer from hub.report_messages where sender <> 'reporter' and read_at is null), 0, 'then it has been read');
select is((select array_agg(distinct actor_role order by actor_role) from hub.report_events where event = 'message_sent'),
	array['committee', 'organisation_member', 'reporter'], 'the events tell who wrote, not what');

-- Not without end, and not after it.

select tests.as_service();
select public.send_message_as_reporter(pg_temp.code('unknown'), 'committee', 'Hello') from generate_series(1, 19);
select throws_ok(pg_temp.write('unknown', 'committee'), 'GH010', 'messages_too_many', 'twenty may wait unread, no more');
select public.withdraw_report(pg_temp.code('one'), '');
select throws_ok(pg_temp.write('one', 'organisation'), 'GH002', 'report_cannot_move', 'after withdrawal nobody writes');
select tests.authenticate_as('member@example.org');
select is_empty('select * from hub.report_messages', 'and the organisation no longer reads it');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.send('one'), 'GH002', 'report_cannot_move', 'nor does the committee write');
select throws_ok(pg_temp.send('nothing'), 'GH404', 'report_not_found', 'to a report that is there');
select isnt_empty('select * from hub.report_messages', 'it still reads');

select * from finish();
rollback;
