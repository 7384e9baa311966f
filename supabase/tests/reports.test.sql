-- Filing and reading reports: who may, and that nobody else may.

begin;
select plan(84);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from) values
	('00000000-0000-4000-8000-000000000001', '+31201234567', '+31201234567', '2026-01-01');
select tests.create_user('nobody@example.org');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');

create temporary table receipts (name text primary key, receipt jsonb);
grant all on receipts to anon, authenticated, service_role;

-- Filing

select tests.as_service();
select lives_ok($$ insert into receipts select 'open', public.file_report(tests.submission('open', jsonb_build_object(
	'caller_number', '+31201234567', 'number_type', 'FIXED_LINE', 'number_country', 'NL',
	'organisation_name', 'Eneko', 'postcode4', 3511, 'reporter_key', 'aa', 'follow_code_hash', 'bb',
	'email_encrypted', 'c0ffee', 'key_id', 'k1', 'facts', jsonb_build_object('asked_to_stop', true),
	'contacts', jsonb_build_array(
		jsonb_build_object('contact_at', '2026-06-14T22:30:00Z', 'is_time_known', true),
		jsonb_build_object('contact_at', '2026-06-12T22:30:00Z', 'is_time_known', true)),
	'categories', jsonb_build_array(
		jsonb_build_object('code', 'pushiness', 'source', 'reporter', 'score', 0.2),
		jsonb_build_object('code', 'unwanted_contact', 'source', 'reporter', 'score', 0.9))))) $$,
	'the server files a report');
select lives_ok($$ insert into receipts select 'unattributed', public.file_report(tests.submission('unattributed')) $$,
	'a report about nobody in particular is filed');
select lives_ok($$ insert into receipts select 'held', public.file_report(tests.submission('held', jsonb_build_object(
	'organisation_id', '00000000-0000-4000-8000-000000000001', 'is_held', true, 'hold_reason', 'names a person'))) $$,
	'a report that needs a look is filed');
select lives_ok($$ insert into receipts select 'other', public.file_report(tests.submission('other', jsonb_build_object(
	'organisation_id', '00000000-0000-4000-8000-000000000002', 'kind', 'compliment', 'sector', 'publisher'))) $$,
	'a compliment about another organisation is filed');
-- What comes in empty.
select lives_ok($$ select public.file_report(tests.submission('empty', jsonb_build_object('contacts', null, 'categories', null,
	'facts', null, 'caller_number', null, 'organisation_id', null, 'sector', null, 'locale', null, 'is_held', null))) $$,
	'fields may be empty');

select is(receipt - 'reference', '{"state": "open", "is_repeated": false, "findings": [], "caller_number": "+31201234567",
	"organisation": {"id": "00000000-0000-4000-8000-000000000001", "name": "Eneco", "match": "registered_number"},
	"categories": [{"code": "pushiness", "source": "reporter", "score": 0.2},
		{"code": "unwanted_contact", "source": "reporter", "score": 0.9}]}'::jsonb,
	'the receipt says what became of the report, the primary category first')
from receipts where name = 'open';
select is(receipt - 'reference', '{"state": "unattributed", "is_repeated": false, "findings": [], "caller_number": null,
	"organisation": null, "categories": []}'::jsonb, 'the receipt says when no organisation was found')
from receipts where name = 'unattributed';
select matches(receipt ->> 'reference', '^26-[0-9A-HJKMNP-TV-Z]{6}$', 'a reference is a year and six signs that nobody misreads')
from receipts where name = 'open';

select tests.as_owner();
create temporary view filed as
	select receipts.name, reports.* from receipts join hub.reports on reports.reference = receipt ->> 'reference';
select results_eq(
	$$ select state::text, province, counted_on, is_counted, sector, delivered_at from filed where name = 'open' $$,
	$$ values ('open', 'UT', date '2026-06-13', true, 'energy', timestamptz '2026-06-15T12:00:00Z') $$,
	'a report with a known party is delivered, and counted on the Dutch day of its first contact');
select results_eq(
	$$ select state::text, province, counted_on, is_counted, sector, delivered_at from filed where name = 'unattributed' $$,
	$$ values ('unattributed', null, date '2026-06-15', true, 'unknown', null::timestamptz) $$,
	'a report without a party is counted on the day it was filed, and delivered to nobody');
select results_eq(
	$$ select state::text, is_counted, organisation_id is not null, delivered_at from filed where name = 'held' $$,
	$$ values ('held', false, true, null::timestamptz) $$,
	'a held report is neither counted nor delivered');
select is(sector, 'publisher', 'the sector that the reporter names stands') from filed where name = 'other';
select results_eq(
	$$ select position, contact_at from hub.report_contacts join filed using (report_id) where name = 'open' order by 1 $$,
	$$ values (1::smallint, timestamptz '2026-06-12T22:30:00Z'), (2::smallint, timestamptz '2026-06-14T22:30:00Z') $$,
	'contacts are kept, earliest first');
select results_eq(
	$$ select category, is_primary from hub.report_categories join filed using (report_id) where name = 'open' order by 1 $$,
	$$ values ('pushiness', true), ('unwanted_contact', false) $$,
	'of several categories the first one is primary');
select results_eq(
	$$ select event, from_state::text, to_state::text, actor_role, reason from hub.report_events
		join filed using (report_id) where name = 'open' order by event_id $$,
	$$ values ('filed', null, 'received', 'reporter', null), ('delivered', 'received', 'open', 'system', null) $$,
	'a delivered report has its events');
select results_eq(
	$$ select event, to_state::text, events.reason from hub.report_events as events join filed using (report_id) where name = 'held' order by event_id $$,
	$$ values ('filed', 'received', null), ('held', 'held', 'names a person') $$,
	'the event of a held report says why');
select results_eq(
	$$ select event, to_state::text from hub.report_events join filed using (report_id) where name = 'unattributed' order by event_id $$,
	$$ values ('filed', 'received'), ('left_unattributed', 'unattributed') $$,
	'an unattributed report has its events');
select results_eq(
	$$ select email_encrypted, key_id from hub.report_reporters join filed using (report_id) where name = 'open' $$,
	$$ values ('\xc0ffee'::bytea, 'k1') $$, 'the address is kept apart, encrypted');
select is((select count(*)::integer from hub.report_reporters), 1, 'who leaves no address has no row there');
select results_eq($$ select caller_number::text, type, country from hub.caller_numbers $$,
	$$ values ('+31201234567', 'FIXED_LINE', 'NL') $$, 'the number is remembered with its type');

-- The same key again

select tests.as_service();
select is(public.file_report(tests.submission('unattributed')),
	(select receipt || '{"is_repeated": true}' from receipts where name = 'unattributed'),
	'the same key with the same report gives the same receipt');
select throws_ok($$ select public.file_report(tests.submission('unattributed', '{"narrative": "Another story."}')) $$,
	'GH003', 'idempotency_key_reused', 'the same key with another report is refused');
select is((select count(*)::integer from hub.reports), 5, 'and nothing is filed twice');

-- What is refused

select throws_ok($$ select public.file_report(tests.submission('f1', '{"contacts":
	[{"contact_at": "2026-06-15T12:06:00Z", "is_time_known": true}]}')) $$,
	'GH005', 'contact_in_the_future', 'nobody reports a contact that has yet to come');
select throws_ok($$ select public.file_report(tests.submission('f2', '{"contacts":
	[{"contact_at": "2026-06-01T12:00:00Z", "is_time_known": true}, {"contact_at": "2026-06-20T12:00:00Z", "is_time_known": true}]}')) $$,
	'GH005', 'contact_in_the_future', 'also not as the later one of two');
select lives_ok($$ select public.file_report(tests.submission('f3', '{"contacts":
	[{"contact_at": "2026-06-15T12:04:00Z", "is_time_known": true}]}')) $$, 'a clock may run a few minutes ahead');
select throws_ok($$ select public.file_report(tests.submission('f4', '{"categories": [{"code": "helpful", "source": "reporter"}]}')) $$,
	'GH007', 'category_of_another_kind', 'a complaint has no category of a compliment');
select throws_ok($$ select public.file_report(tests.submission('f5', '{"categories": [{"code": "nonsense", "source": "reporter"}]}')) $$,
	'GH007', 'category_of_another_kind', 'nor one that does not exist');
select throws_ok($$ select public.file_report(tests.submission('f6', '{"narrative": null}')) $$, '23514', null,
	'a report is about something');
select throws_ok($$ select public.file_report(tests.submission('f7', '{"caller_number": "0201234567"}')) $$, '23514', null,
	'a number has its country');
select throws_ok($$ select public.file_report(tests.submission('f8', '{"channel": "pigeon"}')) $$, '23503', null,
	'a channel is one of those there are');
select throws_ok($$ select public.file_report(tests.submission('f9') - 'client_key') $$, '23502', null,
	'no report without a key');
select is((select count(*)::integer from hub.reports), 6, 'what is refused leaves nothing behind');

-- Nobody else files

select tests.as_anon();
select throws_ok($$ select public.file_report(tests.submission('a')) $$, '42501', null, 'the public does not file past the server');
select tests.authenticate_as('nobody@example.org');
select throws_ok($$ select public.file_report(tests.submission('a')) $$, '42501', null, 'who signed in does not file past the server');
select tests.authenticate_as('member@example.org');
select throws_ok($$ select public.file_report(tests.submission('a')) $$, '42501', null, 'a member does not file past the server');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select public.file_report(tests.submission('a')) $$, '42501', null, 'the committee does not file past the server');

-- Who reads what

select tests.as_anon();
select throws_ok('select report_id from hub.reports', '42501', null, 'a visitor reads no reports');
select throws_ok('select * from hub.report_contacts', '42501', null, 'a visitor reads no contacts');
select throws_ok('select * from hub.report_categories', '42501', null, 'a visitor reads no categories of reports');
select throws_ok('select * from hub.report_events', '42501', null, 'a visitor reads no events');
select throws_ok('select * from hub.report_reporters', '42501', null, 'a visitor reads nothing of reporters');
select throws_ok('select * from hub.caller_numbers', '42501', null, 'a visitor reads no caller numbers');
select throws_ok('select * from public.list_reports()', '42501', null, 'a visitor lists no reports');
select throws_ok($$ select public.read_report('26-000000') $$, '42501', null, 'a visitor opens no report');

select tests.authenticate_as('nobody@example.org');
select is_empty('select report_id from hub.reports', 'who has no role reads no reports');
select is_empty('select * from hub.report_contacts', 'nor contacts');
select is_empty('select * from hub.report_categories', 'nor categories of reports');
select is_empty('select * from hub.report_events', 'nor events');
select is_empty('select * from hub.caller_numbers', 'nor numbers');
select is_empty('select * from hub.report_counts', 'nor counts');
select is_empty('select * from public.list_reports()', 'and lists none');
select is(public.read_report((select receipt ->> 'reference' from receipts where name = 'open')), null, 'and opens none');

select tests.authenticate_as('member@example.org');
select results_eq('select reference::text from hub.reports',
	$$ select receipt ->> 'reference' from receipts where name = 'open' $$,
	'a member reads what was delivered to the own organisation: not what is held, not what is another''s');
select is((select count(*)::integer from hub.report_contacts), 2, 'with its contacts');
select is((select count(*)::integer from hub.report_categories), 2, 'and its categories');
select throws_ok('select reporter_key from hub.reports', '42501', null, 'a member does not learn who reports often');
select throws_ok('select postcode4 from hub.reports', '42501', null, 'nor where the reporter lives');
select throws_ok('select client_key from hub.reports', '42501', null, 'nor the key of the filing');
select throws_ok('select submission_digest from hub.reports', '42501', null, 'nor its digest');
select throws_ok('select follow_code_hash from hub.reports', '42501', null, 'nor anything of the follow code');
select throws_ok('select * from hub.reports', '42501', null, 'so a member cannot take the row as it is');
select throws_ok('select * from hub.report_reporters', '42501', null, 'nor the address');
select is_empty('select * from hub.report_events', 'nor what happened behind the desk');
select is_empty('select * from hub.report_count_changes', 'nor the counts of others');
select is(public.read_report((select receipt ->> 'reference' from receipts where name = 'other')), null,
	'a member opens no report about another');
select is(public.read_report((select receipt ->> 'reference' from receipts where name = 'held')), null,
	'a member opens no held report');

select is((select count(*)::integer from public.list_reports()), 6, format('%s lists all reports', role_name))
from (values ('moderator'), ('committee'), ('regulator'), ('admin')) as staff (role_name),
	lateral (select tests.authenticate_as(role_name || '@example.org')) as speaking;
select results_eq($$ select reference from public.list_reports(state => 'held') $$,
	$$ select receipt ->> 'reference' from receipts where name = 'held' $$, 'staff find what is held');
select results_eq($$ select reference from public.list_reports(number => '+31201234567') $$,
	$$ select receipt ->> 'reference' from receipts where name = 'open' $$, 'staff find the reports about a number');
select is((public.read_report((select receipt ->> 'reference' from receipts where name = 'open')) -> 'events' -> 1) - 'occurred_at',
	'{"event": "delivered", "from_state": "received", "to_state": "open", "actor_role": "system", "reason": null, "details": {}}'::jsonb,
	'staff read what happened to a report');
select throws_ok('select * from hub.report_reporters', '42501', null, 'even staff do not read addresses');

-- Nobody writes but through the functions

select throws_ok($$ insert into hub.reports (reference) values ('26-AAAAAA') $$, '42501', null, 'an administrator inserts no report');
select throws_ok($$ update hub.reports set state = 'closed' $$, '42501', null, 'an administrator updates no report');
select throws_ok($$ delete from hub.reports $$, '42501', null, 'an administrator deletes no report');
select throws_ok($$ insert into hub.report_events (report_id, event, to_state, actor_role) values (1, 'x', 'open', 'system') $$,
	'42501', null, 'nobody writes an event by hand');
select tests.as_service();
select throws_ok($$ update hub.reports set narrative = '' $$, '42501', null, 'not even the server updates a report');
select throws_ok($$ delete from hub.report_events $$, '42501', null, 'not even the server deletes events');
select throws_ok($$ delete from hub.report_count_changes $$, '42501', null, 'not even the server touches the counts');
select tests.as_owner();
select throws_ok($$ update hub.report_events set reason = 'never happened' $$, 'GH001', 'append_only',
	'events are never changed, not even by the owner');
select throws_ok($$ update hub.reports set state = 'answered' where state = 'held' $$, 'GH002', 'report_cannot_move',
	'no report leaves the paths, not even by the owner');

select * from finish();
rollback;
