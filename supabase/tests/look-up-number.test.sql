-- What anybody may know about a caller number: enough to be warned, nothing of a single report.

begin;
select plan(38);

insert into hub.organisations (organisation_id, name, slug, objection_url) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'https://eneco.example/verzet');
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, valid_until) values
	('00000000-0000-4000-8000-000000000001', '+31885550000', '+31885559999', current_date - 10, null),
	('00000000-0000-4000-8000-000000000001', '+31885540000', '+31885549999', current_date - 20, current_date - 5);

/* Reports about one number, days ago; who leaves no address is somebody else each time. */
create function pg_temp.file(number text, kind text, how_many integer, reporter text, category text,
	days integer default 1) returns void language sql as $$
	select tests.file_report(concat_ws(' ', number, kind, reporter, category, days, each), jsonb_strip_nulls(jsonb_build_object(
		'kind', kind, 'caller_number', number, 'reporter_key', encode(convert_to(reporter, 'UTF8'), 'hex'),
		'filed_at', now() - make_interval(days => days),
		'categories', jsonb_build_array(jsonb_build_object('code', category, 'source', 'reporter')))))
	from generate_series(1, how_many) as each
$$;
create function pg_temp.figures(number text) returns jsonb language sql as $$
	select (public.look_up_number(number) -> 'reports') - 'first_on' - 'last_on'
$$;
grant execute on all functions in schema pg_temp to public;

-- Nothing from fewer than three people

select pg_temp.file('+31612000001', 'complaint', 9, 'one', 'unwanted_contact');
select pg_temp.file('+31612000002', 'complaint', 9, 'one', 'unwanted_contact');
select pg_temp.file('+31612000002', 'complaint', 9, 'two', 'unwanted_contact');
select pg_temp.file('+31612000003', 'complaint', 9, 'one', 'unwanted_contact');
select pg_temp.file('+31612000003', 'complaint', 9, 'two', 'unwanted_contact');
select pg_temp.file('+31612000003', 'complaint', 1, 'three', 'unwanted_contact');
select pg_temp.file('+31612000004', 'complaint', 3, null, 'unwanted_contact');
select tests.as_anon();
select is(public.look_up_number('+31612999999'),
	'{"registered": null, "below_threshold": true, "reports": null, "top_categories": [], "assessment": "unknown"}'::jsonb,
	'of a number that nobody reported nothing is known');
select is(public.look_up_number('+31612000001'), public.look_up_number('+31612999999'),
	'nine reports by one address tell no more than none at all');
select is(public.look_up_number('+31612000002'), public.look_up_number('+31612999999'),
	'nor do eighteen by two addresses');
select is(pg_temp.figures('+31612000003'), '{"complaints": 19, "compliments": 0, "last_30_days": 19}',
	'from three addresses on the figures are shown');
select is(public.look_up_number('+31612000004') ->> 'below_threshold', 'false', 'who leaves no address is somebody else each time');

-- No count of 1 to 4, nor one that follows from another

select tests.as_owner();
select pg_temp.file('+31612000010', 'complaint', 4, null, 'unwanted_contact');
select pg_temp.file('+31612000011', 'complaint', 5, null, 'unwanted_contact');
select pg_temp.file('+31612000012', 'complaint', 7, null, 'unwanted_contact');
select pg_temp.file('+31612000012', 'compliment', 4, null, 'helpful');
select pg_temp.file('+31612000013', 'complaint', 7, null, 'unwanted_contact');
select pg_temp.file('+31612000013', 'compliment', 1, null, 'helpful');
select pg_temp.file('+31612000014', 'complaint', 6, null, 'unwanted_contact', 1);
select pg_temp.file('+31612000014', 'complaint', 3, null, 'unwanted_contact', 60);
select pg_temp.file('+31612000015', 'complaint', 6, null, 'unwanted_contact', 60);
select pg_temp.file('+31612000015', 'complaint', 3, null, 'unwanted_contact', 1);
select pg_temp.file('+31612000016', 'complaint', 6, null, 'unwanted_contact', 60);
select pg_temp.file('+31612000016', 'complaint', 8, null, 'unwanted_contact', 1);
select pg_temp.file('+31612000017', 'complaint', 6, null, 'pushiness');
select pg_temp.file('+31612000017', 'complaint', 2, null, 'misleading');
select pg_temp.file('+31612000018', 'complaint', 6, null, 'pushiness');
select pg_temp.file('+31612000018', 'complaint', 5, null, 'misleading');
select pg_temp.file('+31612000018', 'compliment', 9, null, 'helpful');
select pg_temp.file('+31612000019', 'complaint', 9, null, 'pushiness');
select pg_temp.file('+31612000019', 'compliment', 4, null, 'helpful', 60);

select tests.as_anon();
select is(pg_temp.figures('+31612000010'), '{"complaints": null, "compliments": 0, "last_30_days": null}', 'four complaints are not told');
select is(public.look_up_number('+31612000010') -> 'top_categories', '[]', 'nor what they are about');
select is(public.look_up_number('+31612000010') ->> 'assessment', 'mixed', 'they weigh little');
select is(pg_temp.figures('+31612000011'), '{"complaints": 5, "compliments": 0, "last_30_days": 5}', 'five complaints are told');
select is(public.look_up_number('+31612000011') -> 'top_categories', '[{"code": "unwanted_contact", "count": 5}]', 'with what they are about');
select is(public.look_up_number('+31612000011') ->> 'assessment', 'often_reported', 'five complaints are often');
select is(pg_temp.figures('+31612000012'), '{"complaints": 7, "compliments": null, "last_30_days": null}',
	'a recent total is not told beside a hidden count, which would follow from it');
select is(public.look_up_number('+31612000012') - 'reports', public.look_up_number('+31612000013') - 'reports',
	'four hidden compliments and one hidden compliment cannot be told apart');
select is(pg_temp.figures('+31612000014'), '{"complaints": 9, "compliments": 0, "last_30_days": null}',
	'recent reports are not told when few remain that are older');
select is(pg_temp.figures('+31612000015'), '{"complaints": 9, "compliments": 0, "last_30_days": null}', 'nor when they are few');
select is(pg_temp.figures('+31612000016'), '{"complaints": 14, "compliments": 0, "last_30_days": 8}', 'they are told when both are five or more');
select is(public.look_up_number('+31612000017') -> 'top_categories', '[]',
	'a category is not told when the reports outside it are few');
select is(public.look_up_number('+31612000018') -> 'top_categories',
	'[{"code": "helpful", "count": 9}, {"code": "pushiness", "count": 6}, {"code": "misleading", "count": 5}]',
	'categories are told from most to least');
select is(public.look_up_number('+31612000018') ->> 'assessment', 'mixed', 'compliments weigh against complaints');
select is(pg_temp.figures('+31612000019'), '{"complaints": 9, "compliments": null, "last_30_days": null}',
	'recent complaints do not tell how many compliments are older');
select is(public.look_up_number('+31612000016') -> 'reports' ->> 'first_on', ((now() - interval '60 days') at time zone 'Europe/Amsterdam')::date::text,
	'the first day is told');

-- The same before and after the counts are folded

select tests.as_owner();
create temporary table before_folding as
	select number, public.look_up_number(number) as answer
	from (select distinct caller_number::text as number from hub.reports) as numbers;
select ok(public.fold_report_counts() > 100, 'the counts are folded');
select is_empty('select * from before_folding where answer <> public.look_up_number(number)', 'which changes no answer');
select is(public.look_up_number('+31612000003') -> 'top_categories', '[{"code": "unwanted_contact", "count": 19}]', 'nor the categories');

-- What is held is not there

select is((public.look_up_number('+31612000011') -> 'reports' ->> 'complaints'), '5', 'five complaints');
select tests.give_role('moderator@example.org', 'moderator');
select tests.authenticate_as('moderator@example.org');
select public.hold_report((select reference from public.list_reports(number => '+31612000011') limit 1), 'a flood');
select tests.as_anon();
select is((public.look_up_number('+31612000011') -> 'reports' ->> 'complaints'), null, 'of which one is held');

-- Owners

select is(public.look_up_number('+31885551234') -> 'registered', jsonb_build_object(
	'organisation_id', '00000000-0000-4000-8000-000000000001', 'organisation_name', 'Eneco',
	'organisation_slug', 'eneco', 'since', current_date - 10, 'campaign', null, 'objection_url', 'https://eneco.example/verzet'),
	'a registered number tells whose it is and where to object');
select is(public.look_up_number('+31885551234') ->> 'assessment', 'registered', 'and that it is registered');
select is(public.look_up_number('+31885541234') -> 'registered', 'null', 'a registration that is over tells nothing');
select is(public.look_up_number('+318855512345') -> 'registered', 'null', 'nor does a number of another length');

-- What is no number

select is(public.look_up_number(typed), public.look_up_number('+31612999999'), format('%L is a number nobody reported', typed))
from (values ('abc'), ('0612345678'), (''), ('+31612''; drop table hub.reports'), (null), ('+999999999999999999999')) as wrong (typed);

-- And nothing else

select throws_ok('select * from hub.number_counts', '42501', null, 'the public does not read the counts of numbers');
select throws_ok('select * from hub.number_registrations', '42501', null, 'nor the registrations');

select * from finish();
rollback;
