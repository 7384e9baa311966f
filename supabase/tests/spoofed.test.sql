begin;
select plan(9);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-00000000000a', 'Duinlicht', 'duinlicht', 'energy');
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from)
values ('00000000-0000-4000-8000-00000000000a', '+31851234501', '+31851234501', '2026-01-01');
select tests.give_role('ann@a.example', 'organisation_member', '00000000-0000-4000-8000-00000000000a');
select tests.give_role('cor@desk.example', 'committee');
create temporary table filed as select
	tests.file_report('number', '{"caller_number": "+31851234501"}') as number,
	tests.file_report('name', '{"organisation_name": "Duinlicht"}') as name;
grant select on filed to authenticated;
create temporary view figures as select
	(select count(*) from hub.counted_reports where organisation_id = '00000000-0000-4000-8000-00000000000a') as organisation,
	(select count(*) from hub.counted_reports) as everybody,
	(select count(*) from hub.counted_reports where caller_number = '+31851234501') as number;

select results_eq('select * from figures', 'values (2::bigint, 2::bigint, 1::bigint)', 'two reports count');
select tests.authenticate_as('ann@a.example');
select lives_ok($$ select public.answer_report((select number from filed), 'not_ours', 'number_misused', 'Somebody used our number.') $$,
	'an organisation says that its number was misused');
select lives_ok($$ select public.answer_report((select name from filed), 'not_ours', 'number_misused', 'Somebody used our number.') $$,
	'and says so of a report that shows no number of its own');
select tests.as_owner();
select results_eq($$ select state::text, outcome::text from hub.reports join filed on reference in (number, name) order by report_id $$,
	$$ values ('contested', 'spoofed'), ('contested', null) $$, 'only of its own number that makes the report spoofed');
select results_eq('select * from figures', 'values (1::bigint, 2::bigint, 1::bigint)',
	'it leaves the figures of the organisation, and stays in those of all and of the number');
select is_empty('select * from public.verify_report_counts()', 'the counts say the same');
select tests.authenticate_as('cor@desk.example');
select lives_ok($$ select public.attribute_report((select number from filed), null, 'nobody knows') $$, 'the committee takes it further');
select tests.as_owner();
select results_eq($$ select state::text, outcome::text from hub.reports join filed on reference = number $$,
	$$ values ('unattributed', null::text) $$, 'then it is spoofed no more');
select is_empty('select * from public.verify_report_counts()', 'and the counts follow');

select * from finish();
rollback;
