-- Originals and near-copies: who may read them, and when a text is set apart.

begin;
select plan(17);

select tests.create_user('nobody@example.org');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('regulator@example.org', 'regulator');
select tests.give_role('admin@example.org', 'administrator');

create temporary table receipts (name text primary key, receipt jsonb);
grant all on receipts to anon, authenticated, service_role;

-- Twenty numbers, of which the first `own` are no other text's.
create function pg_temp.bands(own integer) returns jsonb language sql as $$
	select jsonb_agg(case when place <= own then own * 1000 + place else place end)
	from generate_series(1, 20) as place
$$;
create function pg_temp.copies_of(name text) returns bigint language sql as $$
	select count(*) from public.list_near_copies((select receipt ->> 'reference' from receipts where receipts.name = copies_of.name))
$$;
create function pg_temp.original_of(name text) returns jsonb language sql as $$
	select public.read_original((select receipt ->> 'reference' from receipts where receipts.name = original_of.name), 'handling')
$$;
grant execute on all functions in schema pg_temp to public;

select tests.as_service();
insert into receipts select 'masked', public.file_report(tests.submission('masked', jsonb_build_object(
	'narrative_encrypted', 'c0ffee', 'key_id', 'k1')));
insert into receipts select 'plain', public.file_report(tests.submission('plain'));
insert into receipts select 'copy ' || copy, public.file_report(tests.submission('copy ' || copy, jsonb_build_object(
	'narrative_bands', pg_temp.bands(copy))))
from generate_series(0, 8) as copy;
insert into receipts select 'flood', public.file_report(tests.submission('flood', jsonb_build_object(
	'narrative_bands', pg_temp.bands(3))));
insert into receipts select 'different', public.file_report(tests.submission('different', jsonb_build_object(
	'narrative_bands', pg_temp.bands(18))));
insert into receipts select 'later', public.file_report(tests.submission('later', jsonb_build_object(
	'narrative_bands', pg_temp.bands(3), 'filed_at', now() + interval '30 days', 'contacts', null)));

select is((select count(*) from receipts where name like 'copy %' and receipt ->> 'state' = 'held'), 0::bigint,
	'nine nearly equal texts within a week stand');
select is((select receipt ->> 'state' from receipts where name = 'flood'), 'held', 'the tenth is set apart');
select is((select receipt ->> 'state' from receipts where name = 'different'), 'unattributed',
	'a text that shares only two bands with them stands');
select is((select receipt ->> 'state' from receipts where name = 'later'), 'unattributed',
	'a text that comes again a month later stands');

select tests.as_owner();
select is((select array_agg(event || coalesce(' ' || reason, '') order by event_id) from hub.report_events
	join hub.reports using (report_id)
	where reference = (select receipt ->> 'reference' from receipts where name = 'flood')),
	array['filed', 'held copied_text'], 'the event says why');

-- Near-copies

select tests.authenticate_as('moderator@example.org');
select is(pg_temp.copies_of('flood'), 10::bigint, 'staff see which reports tell nearly the same');
select is(pg_temp.copies_of('plain'), 0::bigint, 'a report without a signature has no near-copies');
select tests.authenticate_as('nobody@example.org');
select is(pg_temp.copies_of('flood'), 0::bigint, 'somebody without a role sees none');

-- Originals

select throws_ok($$ select pg_temp.original_of('masked') $$, 'GH403', 'not_allowed', 'nobody else reads an original');
select is(public.has_original((select receipt ->> 'reference' from receipts where name = 'masked')), false,
	'or learns that there is one');
select tests.authenticate_as('moderator@example.org');
select throws_ok($$ select pg_temp.original_of('masked') $$, 'GH403', 'not_allowed', 'nor does a moderator');
select is(public.has_original((select receipt ->> 'reference' from receipts where name = 'masked')), true,
	'who sees that something was masked');
select tests.authenticate_as('admin@example.org');
select throws_ok($$ select pg_temp.original_of('masked') $$, 'GH403', 'not_allowed', 'nor an administrator');
select tests.authenticate_as('committee@example.org');
select is(pg_temp.original_of('masked'), '{"ciphertext": "c0ffee", "key_id": "k1"}'::jsonb, 'the committee reads it, still encrypted');
select throws_ok($$ select pg_temp.original_of('plain') $$, 'GH404', 'report_not_found', 'where nothing was masked there is no original');
select tests.authenticate_as('regulator@example.org');
select lives_ok($$ select pg_temp.original_of('masked') $$, 'the regulator reads it');
select tests.as_owner();
select is((select array_agg(actor_role order by event_id) from hub.report_events join hub.reports using (report_id)
	where event = 'original_read'), array['committee', 'regulator'], 'and each reading is an event');

select * from finish();
rollback;
