-- Who looks after the desk itself: labels, terms, days, staff and the works. All of it is written down.

begin;
select plan(48);

select tests.give_role('admin@example.org', 'administrator');
select tests.give_role('moderator@example.org', 'moderator');
select tests.give_role('committee@example.org', 'committee');
select tests.give_role('regulator@example.org', 'regulator');
insert into hub.organisations (organisation_id, name, slug) values ('00000000-0000-4000-8000-000000000001', 'Ziggo', 'ziggo');
select tests.give_role('owner@example.org', 'organisation_member', '00000000-0000-4000-8000-000000000001');

create function pg_temp.label(reason text, fields text default '{"label_nl":"Duwen","code":"other","kind":"compliment"}') returns text language sql as $$
	select format('select public.edit_labels(%L, %L, %L, %L)', 'categories', 'pushiness', fields, reason)
$$;
create function pg_temp.clock(code text, amount integer) returns text language sql as $$
	select format('select public.set_clock(%L, %s, %L)', code, amount, 'Agreed.')
$$;
create function pg_temp.mourn(reason text) returns text language sql as $$
	select format('select public.add_mourning_day(%L, %L, %L, %L, %L)', '2026-06-14', 'Rouw', 'Mourning', 'Government', reason)
$$;
create function pg_temp.annotate() returns text language sql as $$
	select format('select public.keep_annotation(%L, %L, %L)', 'own_campaign',
		'{"starts_on":"2026-05-01","label_nl":"Campagne","label_en":"Campaign","source":"Own","is_break":true}', 'Seen in the charts.')
$$;
grant execute on all functions in schema pg_temp to public;

-- Nobody but an administrator

select tests.as_anon();
select throws_ok(pg_temp.label('No.'), '42501', null, 'a visitor edits nothing');
select throws_ok($$ select public.count_upkeep() $$, '42501', null, 'nor counts what waits');
select tests.as_service();
select throws_ok($$ select public.undo_import(1, 'No.') $$, '42501', null, 'the desk by itself undoes no import');
select tests.authenticate_as('owner@example.org');
select throws_ok(pg_temp.label('Mine.'), 'GH403', 'not_allowed', 'an owner of an organisation edits no label');
select is(public.list_staff(), null, 'and reads nothing of staff');
select is(public.watch_works(), null, 'nor of mail and jobs');
select tests.authenticate_as('moderator@example.org');
select throws_ok(pg_temp.clock('verdict_window', 20), 'GH403', 'not_allowed', 'nor does a moderator set a clock');
select is(public.count_upkeep(), null, 'or count what waits');
select is_empty('select * from public.list_imports()', 'or read imports');
select tests.authenticate_as('regulator@example.org');
select throws_ok(pg_temp.mourn('No.'), 'GH403', 'not_allowed', 'nor does the regulator keep days of mourning');
select is(public.list_upkeep_events(), '[]', 'or read what was changed');
select tests.authenticate_as('committee@example.org');
select throws_ok(pg_temp.annotate(), 'GH403', 'not_allowed', 'nor does the committee annotate');
select throws_ok($$ insert into hub.mourning_days values ('2026-06-14', 'a', 'b', 'c') $$, '42501', null, 'or write a day past the functions');
select throws_ok($$ select public.invite_staff('x@example.org', 'administrator', 'Me.', 'aa', 'k') $$, 'GH403', 'not_allowed', 'or invite anybody');

-- Labels and dates

select tests.authenticate_as('admin@example.org');
select throws_ok(pg_temp.label('  '), 'GH006', 'reason_needed', 'who edits says why');
select lives_ok(pg_temp.label('Plainer.'), 'an administrator edits a label');
select is((select array[code, kind, label_nl] from hub.categories where letters = 'AAN'),
	array['pushiness', 'complaint', 'Duwen'], 'and only the label: code and kind are fixed');
select throws_ok($$ select public.edit_labels('clocks', 'verdict_window', '{}', 'Why.') $$, 'GH404', 'label_not_found', 'other tables are no labels');
select throws_ok($$ select public.edit_labels('sectors', 'nothing', '{}', 'Why.') $$, 'GH404', 'label_not_found', 'nor is what is not there');
select lives_ok($$ select public.edit_labels('sectors', 'union_broadcast', '{"customer_exception":"no","is_ranked":false}', 'Settled in court.') $$, 'a flag of a sector is changed');
select throws_ok($$ select public.edit_labels('sectors', 'energy', '{"customer_exception":"perhaps"}', 'Why.') $$, '23514', null, 'to what a flag can be');
select lives_ok(pg_temp.annotate(), 'an annotation is added');
select is((select is_break from hub.annotations where code = 'own_campaign'), true, 'as a break');
select throws_ok($$ select public.remove_annotation('opt_in', 'Gone.') $$, 'GH404', 'annotation_not_found', 'a date of the law is not removed');
select lives_ok($$ select public.remove_annotation('own_campaign', 'A mistake.') $$, 'an own one is');

-- Terms and days

select throws_ok(pg_temp.clock('objection_processed', 60), 'GH026', 'clock_out_of_bounds', 'what a code decides is not changed');
select throws_ok(pg_temp.clock('contact_data_erased', 1000), 'GH026', 'clock_out_of_bounds', 'nor is anything kept longer than promised');
select throws_ok(pg_temp.clock('organisation_answer', 9), 'GH026', 'clocks_out_of_order', 'an answer is not due before its reminders');
select tests.as_owner();
select tests.file_report('told', '{"organisation_name":"Ziggo"}');
select tests.authenticate_as('admin@example.org');
select lives_ok(pg_temp.clock('organisation_answer', 20), 'a term of the desk is changed');
select tests.as_owner();
select public.run_due_deadlines('2027-01-01');
select public.run_due_deadlines('2027-01-01');
select is((select due_at from hub.deadlines where clock = 'organisation_answer'),
	(select answer_due_at from hub.reports), 'a term that was told before is kept');
update hub.assessments_due set ticket = default;
select tests.file_report('mourned', '{"organisation_name":"Ziggo","contacts":[{"contact_at":"2026-06-14T10:00:00Z","is_time_known":true}]}');
delete from hub.assessments_due;
select tests.authenticate_as('admin@example.org');
select lives_ok(pg_temp.mourn('Announced.'), 'a day of mourning is added');
select ok(public.rule_tables() -> 'mourning_days' ? '2026-06-14', 'the rules know it');
select tests.as_owner();
select is((select count(*)::int from hub.assessments_due), 1, 'and complaints about that day are assessed anew');
select tests.authenticate_as('admin@example.org');
select lives_ok($$ select public.remove_mourning_day('2026-06-14', 'A mistake.') $$, 'and taken back');
select throws_ok($$ select public.remove_mourning_day('2026-06-14', 'Again.') $$, 'GH404', 'mourning_day_not_found', 'once');

-- Staff and works

select lives_ok($$ select public.invite_staff('New@example.org', 'moderator', 'She begins Monday.', 'aa', 'k') $$, 'staff is invited');
select is(public.list_staff() -> 'invitations' -> 0 ->> 'email', 'new@example.org', 'and stands with who was invited');
select throws_ok($$ select public.invite_staff('x@example.org', 'organisation_member', 'No.', 'aa', 'k') $$, 'GH403', 'not_allowed', 'members of organisations are not');
select lives_ok(format('select public.withdraw_staff_invitation(%L, %L)', public.list_staff() -> 'invitations' -> 0 ->> 'invitation_id', 'Not coming.'), 'an invitation is taken back');
select lives_ok(format('select public.end_staff_role(%L, %L)',
	(select membership_id from hub.memberships where role = 'moderator'), 'Left.'), 'a role is ended');
select throws_ok(format('select public.end_staff_role(%L, %L)',
	(select membership_id from hub.memberships where role = 'administrator'), 'Me too.'), 'GH016', 'last_administrator', 'the last administrator stays');
select throws_ok(format('select public.end_staff_role(%L, %L)',
	(select membership_id from hub.memberships where role = 'organisation_member'), 'Not ours.'), 'GH404', 'member_not_found', 'members of organisations are their own');
select is(public.count_upkeep() ->> 'held', '0', 'what waits is counted');
select ok(public.watch_works() -> 'mail' ? 'waiting', 'mail is watched');
select tests.as_owner();
create schema if not exists jobs;
create table if not exists jobs.job (name text, state text, completed_on timestamptz);
insert into jobs.job (name, state, completed_on) values ('run_deadlines', 'completed', '2026-06-15 12:00Z'), ('__own', 'created', null);
select tests.authenticate_as('admin@example.org');
select is((select jsonb_agg(job ->> 'name') from jsonb_array_elements(public.watch_works() -> 'jobs') as job), '["run_deadlines"]', 'and so are the jobs');
select throws_ok($$ select public.retry_deadline(1, 'Again.') $$, 'GH404', 'deadline_not_found', 'only what failed is tried again');
select is(public.list_upkeep_events() -> -1 ->> 'reason', 'Plainer.', 'every act is written down with its reason');
select throws_ok($$ delete from hub.upkeep_events $$, '42501', null, 'and nobody takes it away');

select * from finish();
rollback;
