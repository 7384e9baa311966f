-- The counts are exact at any moment: folded or not, and whatever is done to a report.

begin;
select plan(66);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom');
select tests.create_user('nobody@example.org');
select tests.give_role('member@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');
select tests.give_role('committee@example.org', 'committee');

/* All noon in Amsterdam. 2026-05-31 is a Sunday, 2026-06-01 a Monday. */
create function pg_temp.file(key text, on_day text, fields jsonb, variadic categories text[]) returns text language sql as $$
	select tests.file_report(key, fields || jsonb_build_object(
		'contacts', jsonb_build_array(jsonb_build_object('contact_at', on_day || 'T10:00:00Z', 'is_time_known', true)),
		'categories', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'source', 'reporter')), '[]')
			from unnest(categories) as code)))
$$;
create temporary table filed as
	select '1' as name, pg_temp.file('1', '2026-05-31', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "postcode4": 3511}', 'pushiness', 'misleading') as reference
	union all select '2', pg_temp.file('2', '2026-06-01', '{"organisation_id": "00000000-0000-4000-8000-000000000001", "postcode4": 1012, "caller_number": "+31612345678"}', 'pushiness')
	union all select '3', pg_temp.file('3', '2026-06-01', '{"organisation_id": "00000000-0000-4000-8000-000000000002", "channel": "door"}', 'unwanted_contact')
	union all select '4', pg_temp.file('4', '2026-06-08', '{"organisation_id": "00000000-0000-4000-8000-000000000002", "kind": "compliment", "postcode4": 1012}', 'helpful', 'clear')
	union all select '5', pg_temp.file('5', '2026-06-08', '{"caller_number": "+31612345678"}', variadic '{}')
	union all select 'held', pg_temp.file('held', '2026-06-08', '{"is_held": true}', 'pushiness');
grant select on filed to authenticated;

/* The answer in one line: values of the group, then count per period. */
create function pg_temp.counts(grain text, dimensions text[], filters jsonb default '{}',
	first_on date default '2026-05-01', last_on date default '2026-06-30') returns setof text language sql as $$
	select concat_ws(' ', nullif(cell_kind, ''), nullif(cell_channel, ''), nullif(cell_category, ''),
		nullif(cell_sector, ''), nullif(cell_province, ''),
		(select slug from hub.organisations where organisation_id = cell_organisation_id),
		string_agg(to_char(period_on, 'MM-DD') || '=' || how_many, ' ' order by period_on))
	from (
		select cell_kind, cell_channel, cell_category, cell_sector, cell_province, cell_organisation_id,
			begins_on + (place - 1) * ('1 ' || grain)::interval as period_on, sum(how_many) as how_many
		from public.count_reports(grain, dimensions, first_on, last_on,
				kind => filters ->> 'kind', channel => filters ->> 'channel', category => filters ->> 'category',
				sector => filters ->> 'sector', province => filters ->> 'province',
				organisation_id => (filters ->> 'organisation_id')::uuid),
			unnest(report_counts) with ordinality as run (how_many, place)
		group by 1, 2, 3, 4, 5, 6, 7 having sum(how_many) <> 0) as points
	where period_on between date_trunc(grain, first_on::timestamp) and last_on
	group by cell_kind, cell_channel, cell_category, cell_sector, cell_province, cell_organisation_id
$$;
grant execute on all functions in schema pg_temp to public;

create temporary table questions (name text, grain text, dimensions text[], filters jsonb, expected text[]);
insert into questions values
	('all, by day', 'day', '{}', '{}', '{"05-31=1 06-01=2 06-08=2"}'),
	('all, by week', 'week', '{}', '{}', '{"05-25=1 06-01=2 06-08=2"}'),
	('all, by month', 'month', '{}', '{}', '{"05-01=1 06-01=4"}'),
	('kind', 'month', '{kind}', '{}', '{"complaint 05-01=1 06-01=3","compliment 06-01=1"}'),
	('channel', 'month', '{channel}', '{}', '{"phone 05-01=1 06-01=3","door 06-01=1"}'),
	('sector', 'month', '{sector}', '{}', '{"energy 05-01=1 06-01=1","telecom 06-01=2","unknown 06-01=1"}'),
	('province, the unknown one unnamed', 'month', '{province}', '{}', '{"UT 05-01=1","NH 06-01=2","06-01=2"}'),
	('organisation, the unknown one unnamed', 'month', '{organisation}', '{}', '{"eneco 05-01=1 06-01=1","ziggo 06-01=2","06-01=1"}'),
	('category, with its kind', 'month', '{category}', '{}', '{"complaint pushiness 05-01=1 06-01=1","complaint misleading 05-01=1","complaint unwanted_contact 06-01=1","compliment helpful 06-01=1","compliment clear 06-01=1"}'),
	('category of one kind', 'month', '{category}', '{"kind": "compliment"}', '{"compliment helpful 06-01=1","compliment clear 06-01=1"}'),
	('kind beside category', 'week', '{kind,category}', '{"category": "pushiness"}', '{"complaint pushiness 05-25=1 06-01=1"}'),
	('a category of another kind', 'week', '{category}', '{"category": "pushiness", "kind": "compliment"}', '{}'),
	('kind and channel', 'day', '{kind,channel}', '{}', '{"complaint phone 05-31=1 06-01=1 06-08=1","complaint door 06-01=1","compliment phone 06-08=1"}'),
	('channel and sector', 'month', '{channel,sector}', '{}', '{"phone energy 05-01=1 06-01=1","door telecom 06-01=1","phone telecom 06-01=1","phone unknown 06-01=1"}'),
	('category and province', 'month', '{category,province}', '{"category": "pushiness"}', '{"complaint pushiness UT 05-01=1","complaint pushiness NH 06-01=1"}'),
	('organisation and category', 'month', '{organisation,category}', '{"organisation_id": "00000000-0000-4000-8000-000000000002"}', '{"complaint unwanted_contact ziggo 06-01=1","compliment helpful ziggo 06-01=1","compliment clear ziggo 06-01=1"}'),
	('three at a time', 'week', '{kind,sector,province}', '{}', '{"complaint energy UT 05-25=1","complaint energy NH 06-01=1","complaint telecom 06-01=1","complaint unknown 06-08=1","compliment telecom NH 06-08=1"}'),
	('three at a time with category', 'week', '{category,channel,sector}', '{"category": "unwanted_contact"}', '{"complaint door unwanted_contact telecom 06-01=1"}'),
	('one, with a filter of another', 'month', '{channel}', '{"sector": "telecom"}', '{"door telecom 06-01=1","phone telecom 06-01=1"}'),
	('none, with two filters', 'month', '{}', '{"sector": "energy", "province": "NH"}', '{"energy NH 06-01=1"}'),
	('by kind, of one organisation', 'month', '{kind}', '{"organisation_id": "00000000-0000-4000-8000-000000000001"}', '{"complaint eneco 05-01=1 06-01=1"}'),
	('what there is none of', 'month', '{}', '{"province": "ZE"}', '{}');

-- As they come in, and after they are folded

grant select on questions to authenticated;
select tests.authenticate_as('committee@example.org');
select is((select array_agg(row order by row) from pg_temp.counts(grain, dimensions, filters) as row),
	(select array_agg(row order by row) from unnest(expected) as row), format('counted as they come in: %s', name))
from questions;
select tests.as_owner();
-- As when the statistics are of a time when nothing waited: then a subquery runs for each row.
update pg_class set reltuples = 0, relpages = 1 where oid in ('hub.report_count_changes'::regclass, 'hub.facet_changes'::regclass);
select tests.as_service();
select is(public.fold_report_counts(2), 2, 'folding takes as many changes as it is told');
select tests.as_owner();
select is_empty('select * from public.verify_report_counts()', 'half folded the counts are right');
select tests.as_service();
select cmp_ok(public.fold_report_counts(), '>=', 3, 'and then the rest');
select is(public.fold_report_counts(), 0, 'until there are none');
select tests.authenticate_as('committee@example.org');
select is((select array_agg(row order by row) from pg_temp.counts(grain, dimensions, filters) as row),
	(select array_agg(row order by row) from unnest(expected) as row), format('counted after folding: %s', name))
from questions;
select results_eq(
	$$ select pg_temp.counts('day', '{}', '{}', '2026-06-01', '2026-06-07') $$, $$ values ('06-01=2') $$,
	'the first and the last day are counted, those around them not');

-- Whatever is done to a report

select public.hold_report((select reference from filed where name = '1'), 'why');
select public.release_report((select reference from filed where name = 'held'), 'why');
select public.recategorise_report((select reference from filed where name = '2'), array['improper_conduct', 'misleading'], 'why');
select public.attribute_report((select reference from filed where name = '5'), '00000000-0000-4000-8000-000000000001', 'why');
select results_eq($$ select pg_temp.counts('month', '{category}') order by 1 $$, $$ values
	('complaint improper_conduct 06-01=1'), ('complaint misleading 06-01=1'), ('complaint pushiness 06-01=1'),
	('complaint unwanted_contact 06-01=1'), ('compliment clear 06-01=1'), ('compliment helpful 06-01=1') $$,
	'held, released, recategorised and attributed reports are counted as they are now');
select tests.as_owner();
select is_empty('select * from public.verify_report_counts()', 'and the counts are right');
select public.fold_report_counts();
select is_empty('select * from public.verify_report_counts()', 'also when that is folded');
create temporary table kept as select * from hub.report_counts_by_period;
select public.rebuild_report_counts();
select bag_eq('select * from hub.report_counts_by_period', 'select * from kept', 'counting anew gives the same');
select is_empty('select * from public.verify_report_counts()', 'as the proof says');
update hub.report_counts set counts[6] = counts[6] + 1
where cuboid = 0 and grain = 'month' and page_on = '2026-01-01';
delete from hub.number_counts where kind = 'complaint' and category = '' and counted_on = '2026-06-08';
select results_eq('select counts, counted, recounted from public.verify_report_counts()',
	$$ values ('number_counts', 0::bigint, 1::bigint), ('report_counts', 6::bigint, 5::bigint) $$,
	'a count that was tampered with is found');
select public.rebuild_report_counts();
select is_empty('select * from public.verify_report_counts()', 'and put right');

-- What is not answered

select tests.authenticate_as('committee@example.org');
select throws_ok($$ select pg_temp.counts('day', '{channel,sector,province,kind}') $$, 'GH004', 'question_too_fine', 'four dimensions are too fine');
select throws_ok($$ select pg_temp.counts('day', '{organisation,channel,sector}') $$, 'GH004', 'question_too_fine', 'so are two of one organisation');
select throws_ok($$ select pg_temp.counts('year', '{}') $$, '22023', null, 'years are not counted');
select throws_ok($$ select pg_temp.counts('day', '{weather}') $$, '22023', null, 'nor what reports do not tell');
select throws_ok('select public.fold_report_counts()', '42501', null, 'the committee does not fold');
select throws_ok('select public.rebuild_report_counts()', '42501', null, 'nor rebuild');
select throws_ok('select * from public.verify_report_counts()', '42501', null, 'nor verify');
select tests.authenticate_as('nobody@example.org');
select is_empty($$ select pg_temp.counts('month', '{}') $$, 'who has no role counts nothing');
select tests.authenticate_as('member@example.org');
select is_empty($$ select pg_temp.counts('month', '{}') $$, 'a member counts nothing past the suppression');
select tests.as_anon();
select throws_ok($$ select pg_temp.counts('month', '{}') $$, '42501', null, 'the public does not count past the suppression');

select * from finish();
rollback;
