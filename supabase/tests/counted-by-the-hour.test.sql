-- Nor can an organisation tell the minute from figures: whatever it counts, as a member or as anybody,
-- rises when the hour is over, and never falls before. Staff count at once, and the counts stay exact.

begin;
select plan(71);

update hub.clocks set amount = 60 where code = 'told_to_organisation';
insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Ziggo', 'ziggo', 'telecom'),
	('00000000-0000-4000-8000-000000000003', 'Belbedrijf', 'belbedrijf', 'telecom');
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, campaign, contact_centre_id)
values ('00000000-0000-4000-8000-000000000001', '+31851234560', '+31851234569', '2020-01-01', 'Zomeractie', '00000000-0000-4000-8000-000000000003');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001', 'owner');
select tests.give_role('other@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000002', 'owner');
select tests.give_role('centre@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000003', 'owner');
select tests.give_role('committee@example.org', 'committee');

create temporary table filed (name text primary key, reference text);
create temporary table polled (moment text, reader text, answer jsonb, primary key (moment, reader));
grant select on filed to public;
create function pg_temp.org(place integer) returns uuid language sql immutable as $$ select format('00000000-0000-4000-8000-00000000000%s', place)::uuid $$;
create function pg_temp.ref(name text) returns text language sql stable as $$ select reference from filed where filed.name = ref.name $$;
create function pg_temp.file(name text, number text, filed_at timestamptz, fields jsonb default '{}') returns void language sql volatile as $$
	insert into filed select name, tests.file_report(name, jsonb_build_object('follow_code_hash', md5(name), 'caller_number', number,
		'organisation_id', pg_temp.org(1), 'filed_at', filed_at, 'categories', '[{"code": "unwanted_contact", "source": "reporter"}]'::jsonb,
		'contacts', jsonb_build_array(jsonb_build_object('contact_at', filed_at, 'is_time_known', true))) || fields)
$$;
create function pg_temp.sum_of(counts integer[]) returns bigint language sql immutable as $$ select sum(n) from unnest(counts) as n $$;

-- Everything that is counted and shown to others than staff.
create function pg_temp.poll(moment text) returns void language plpgsql volatile as $$
declare
	owns jsonb;
	makes jsonb;
	others jsonb;
	rates jsonb;
	per_day jsonb;
begin
	-- As at the end of each transaction.
	set constraints hub.recount_facets immediate;
	set constraints hub.recount_facets deferred;
	perform tests.authenticate_as('owner@example.org');
	owns := public.own_figures(pg_temp.org(1), '2020-01-01', '2100-01-01', now() + interval '1 year');
	rates := public.complaint_rates(pg_temp.org(1), '2020-01-01', '2100-01-01');
	per_day := (select jsonb_agg(rows order by rows::text) from (
		select cell_kind, cell_category, sum(pg_temp.sum_of(report_counts))
		from public.count_own_reports('month', '{category}', '2020-01-01', '2100-01-01', pg_temp.org(1)) group by 1, 2) as rows);
	perform tests.authenticate_as('centre@example.org');
	makes := public.own_figures(pg_temp.org(3), '2020-01-01', '2100-01-01', now()) -> 'clients';
	perform tests.authenticate_as('other@example.org');
	others := public.own_figures(pg_temp.org(2), '2020-01-01', '2100-01-01', now()) -> 'links';
	perform tests.as_service();
	insert into pg_temp.polled
	select moment, reader, answer from (values
		('the trends of an organisation', per_day),
		-- Numbers with as many come in any order.
		('its figures per number', (select jsonb_agg(row order by row) from jsonb_array_elements(owns -> 'numbers') as row)),
		('its figures per campaign', owns -> 'campaigns'),
		('its figures per link', owns -> 'links'),
		('the figures of a link', makes),
		('the figures of another', others),
		('its figures of answers', owns -> 'answers'),
		('its complaints against contacts', rates),
		('the public trends', (select jsonb_agg(rows order by rows::text) from (
			select cell_organisation_id, sum(pg_temp.sum_of(report_counts))
			from public.count_reports('month', '{organisation}', '2020-01-01', '2100-01-01') group by 1) as rows)),
		('the public page of an organisation', public.count_answers(pg_temp.org(1), '2020-01-01', '2100-01-01', now() + interval '1 year')),
		('the look-up of a number', public.look_up_number('+31612345601')),
		('the look-up of a number that few reported', public.look_up_number('+31612345603')),
		('the days of a number', public.describe_number('+31612345601') -> 'days'),
		('the blocklist', (select jsonb_agg(listed) from public.list_blocklist() as listed)),
		('open data', (select jsonb_agg(rows order by rows::text) from public.count_month_for_open_data((now() at time zone 'Europe/Amsterdam')::date) as rows)),
		('what a reporter hears of others alike', public.follow_report(md5('known 1')) -> 'others_alike')
	) as readers (reader, answer);
	perform tests.as_owner();
end $$;
grant insert on polled to service_role;
create function pg_temp.heard(earlier text, later text) returns setof text language sql stable as $$
	select before.reader from polled as before join polled as after using (reader)
	where before.moment = earlier and after.moment = later and before.answer is distinct from after.answer order by 1
$$;
create function pg_temp.hour_passes() returns void language sql volatile as $$
	update hub.reports set shown_from = shown_from - interval '1 hour', counted_from = counted_from - interval '1 hour';
	update hub.report_count_changes set shown_from = shown_from - interval '1 hour';
	update hub.facet_changes set shown_from = shown_from - interval '1 hour';
	update hub.counted_facets set shown_from = shown_from - interval '1 hour';
$$;
grant execute on all functions in schema pg_temp to public;

select pg_temp.file('known ' || n, '+31612345601', now() - interval '2 hours') from generate_series(1, 5) as n;
select pg_temp.file('listed ' || n, '+31612345602', now() - interval '2 hours') from generate_series(1, 4) as n;
select pg_temp.file('few ' || n, '+31612345603', now() - interval '2 hours') from generate_series(1, 2) as n;
select pg_temp.file('older ' || n, '+31612345600', now() - interval '3 days') from generate_series(1, 5) as n;
select pg_temp.file('three ' || n, '+31612345604', now() - interval '2 hours') from generate_series(1, 3) as n;
select pg_temp.file('registered', '+31851234565', now() - interval '2 hours');
select tests.authenticate_as('owner@example.org');
select public.declare_contacts(pg_temp.org(1), date_trunc('month', now() at time zone 'Europe/Amsterdam')::date, 'phone', 1000);
select tests.as_owner();
select pg_temp.poll('before');

-- In that minute

select pg_temp.file('new', '+31612345601', now());
select pg_temp.file('new of listed', '+31612345602', now());
select pg_temp.file('new of few', '+31612345603', now());
select pg_temp.file('new of older', '+31612345600', now());
select pg_temp.file('new of registered', '+31851234565', now());
select pg_temp.file('new without a number ' || n, null, now()) from generate_series(1, 3) as n;
select pg_temp.file('new of the other', null, now(), jsonb_build_object('organisation_id', pg_temp.org(2)));
select pg_temp.poll('within');
select is(within.answer, before.answer, 'in that minute nothing rises: ' || reader)
from polled as before join polled as within using (reader) where before.moment = 'before' and within.moment = 'within';
select tests.authenticate_as('committee@example.org');
select is((select sum(pg_temp.sum_of(report_counts)) from public.count_reports('month', '{}', '2020-01-01', '2100-01-01')), 29::numeric, 'staff count all at once');
select is((select sum(pg_temp.sum_of(report_counts)) from public.count_facets('verification', '2020-01-01', '2100-01-01')), 29::numeric, 'by facets too');
select is((select sum(report_count) from public.rank_organisations('month', '2020-01-01', '2100-01-01')), 29::numeric, 'and per organisation');
select tests.as_owner();
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select isnt(public.fold_report_counts(), 0, 'what is known is folded in');
select is(public.fold_report_counts(), 0, 'what is not waits, and nobody waits for it');
select is((select count(*)::integer from hub.report_count_changes), 9, 'all of it');
select is((select count(*)::integer from hub.facet_changes), 9, 'by facets too');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select pg_temp.poll('folded');
select is_empty($$ select pg_temp.heard('before', 'folded') $$, 'folding tells nobody');
select public.rebuild_report_counts();
select is_empty('select * from public.verify_report_counts()', 'counted anew they are right');
select pg_temp.poll('rebuilt');
select is_empty($$ select pg_temp.heard('before', 'rebuilt') $$, 'and nobody is told');
select is((select count(*)::integer from hub.report_count_changes), 9, 'for what may not be told waits');
select pg_temp.file('history', null, now(), jsonb_build_object('origin', 'import'));
select pg_temp.poll('imported');
select bag_eq($$ select pg_temp.heard('rebuilt', 'imported') $$, $$ values ('the trends of an organisation'), ('its figures per number'),
	('its figures per campaign'), ('its figures per link'), ('its complaints against contacts'), ('the public trends'), ('open data') $$, 'an import is history and counts at once');

-- Whatever is done to a report that nobody knows of

select tests.authenticate_as('committee@example.org');
select public.recategorise_report(pg_temp.ref('new'), array['misleading', 'unwanted_contact'], 'why');
select public.hold_report(pg_temp.ref('new of few'), 'why');
select tests.as_owner();
select pg_temp.poll('corrected');
select is_empty($$ select pg_temp.heard('imported', 'corrected') $$, 'a correction tells nobody');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select public.fold_report_counts();
select is_empty('select * from public.verify_report_counts()', 'when that is folded too');
select tests.authenticate_as('committee@example.org');
select public.release_report(pg_temp.ref('new of few'), 'why');
select tests.as_service();
select public.redirect_report(md5('new of few'), null, 'Somebody else');
select public.add_contact_to_report(md5('new of listed'), now() - interval '40 days', true);
select tests.as_owner();
select pg_temp.file('gone', '+31612345601', now());
select pg_temp.file('erased', '+31612345601', now());
select pg_temp.poll('more');
select tests.as_service();
select public.withdraw_report(md5('gone'), '');
select tests.as_owner();
insert into hub.imports (file_name, format, state) values ('a.csv', 'ftc', 'undoing');
insert into hub.import_reports (report_id, import_id) select report_id, import_id from hub.reports, hub.imports where reference = pg_temp.ref('erased');
select is((select array_agg(public.undo_imports()) from generate_series(1, 2)), array[1, 1], 'one is erased');
select pg_temp.poll('withdrawn');
select is_empty($$ select pg_temp.heard('imported', 'more') $$, 'nor do a release, another organisation and an earlier contact');
select is_empty($$ select pg_temp.heard('imported', 'withdrawn') $$, 'nor that it was withdrawn or erased');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select public.fold_report_counts();
select is_empty('select * from public.verify_report_counts()', 'when that is folded too');
select pg_temp.poll('withdrawn and folded');
select is_empty($$ select pg_temp.heard('imported', 'withdrawn and folded') $$, 'and nobody is told');

-- What a reporter changes of one that is known. Open data, of months that are over, have a report as it is.

select tests.as_service();
select public.redirect_report(md5('known 2'), pg_temp.org(2), null);
select public.add_contact_to_report(md5('known 3'), now() - interval '40 days', true);
select public.redirect_report(md5('three 1'), null, 'Somebody else');
select is(public.look_up_number('+31612345604') -> 'below_threshold', 'false', 'a number keeps its reporters');
select tests.as_owner();
select pg_temp.poll('pointed');
select results_eq($$ select pg_temp.heard('imported', 'pointed') $$, $$ values ('open data') $$, 'a known report stays counted where and when it was');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select public.fold_report_counts();
select pg_temp.poll('pointed and folded');
select results_eq($$ select pg_temp.heard('imported', 'pointed and folded') $$, $$ values ('open data') $$, 'folded or not');
update hub.clocks set amount = 0 where code = 'told_to_organisation';
select tests.as_service();
select public.redirect_report(md5('known 2'), null, 'Yet another');
select public.redirect_report(md5('new'), null, 'Yet another');
select public.add_contact_to_report(md5('known 3'), now() - interval '80 days', true);
select tests.as_owner();
update hub.clocks set amount = 60 where code = 'told_to_organisation';
select pg_temp.poll('a shorter hour');
select results_eq($$ select pg_temp.heard('imported', 'a shorter hour') $$, $$ values ('open data') $$, 'nor does a shorter hour tell early of what waits');
select tests.authenticate_as('committee@example.org');
select public.recategorise_report(pg_temp.ref('known 3'), array['misleading', 'unwanted_contact'], 'why');
select tests.as_owner();
select pg_temp.poll('staff');
select results_eq($$ select pg_temp.heard('imported', 'staff') $$, $$ values ('open data') $$, 'what staff correct of it comes with it');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select public.fold_report_counts();
select is_empty('select * from public.verify_report_counts()', 'when that is folded too');

-- When the hour is over

select pg_temp.hour_passes();
select pg_temp.poll('after');
select isnt(after.answer, before.answer, 'when the hour is over all is told: ' || reader)
from polled as before join polled as after using (reader) where before.moment = 'imported' and after.moment = 'after';
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select isnt(public.fold_report_counts(), 0, 'then all is folded in');
select is_empty('select from hub.report_count_changes', 'and nothing waits');
select is_empty('select from hub.facet_changes', 'by facets neither');
select is_empty('select * from public.verify_report_counts()', 'the counts are right');
select pg_temp.poll('after the fold');
select is_empty($$ select pg_temp.heard('after', 'after the fold') $$, 'folded or not');
select public.rebuild_report_counts();
select pg_temp.poll('anew');
select is_empty($$ select pg_temp.heard('after', 'anew') $$, 'or counted anew');

-- At a desk that sets no hour

update hub.clocks set amount = 0 where code = 'told_to_organisation';
select pg_temp.file('at once', '+31612345601', now());
select pg_temp.poll('at once');
select cmp_ok((select count(*)::integer from pg_temp.heard('anew', 'at once')), '>=', 8, 'it is counted at once');

select * from finish();
rollback;
