begin;
select plan(15);

-- Five reports wait: two of a number, one that names somebody, one that a person has judged, one of nobody.
create temporary table waiting as
select story, public.file_report(jsonb_build_object(
	'client_key', encode(sha256(story::bytea), 'hex'), 'submission_digest', encode(sha256(story::bytea), 'hex'),
	'kind', 'complaint', 'channel', 'phone', 'filed_at', '2026-07-02T19:05:00Z',
	'caller_number', number, 'organisation_name', named, 'narrative', story)) ->> 'reference' as reference
from (values
	('number', '+31851234561', null), ('block', '+31851234569', null),
	('name', null, 'Duinlicht Energie B.V.'), ('judged', '+31851234561', null), ('nobody', null, null)
) as stories (story, number, named);
grant select on waiting to service_role;

select tests.give_role('committee@example.org', 'committee');
select tests.authenticate_as('committee@example.org');
select tests.as_owner();
insert into hub.report_events (report_id, event, from_state, to_state, actor_role, reason)
select report_id, 'attributed', 'open', 'unattributed', 'committee', 'it was somebody else'
from hub.reports join waiting using (reference) where story = 'judged';

select tests.as_anon();
select throws_ok($$ select public.register_organisation('Duinlicht', 'energy', array['advertiser']) $$,
	'42501', null, 'a visitor registers no organisations');
select throws_ok($$ select public.register_numbers(gen_random_uuid(), '[]') $$,
	'42501', null, 'a visitor registers no numbers');
select tests.authenticate_as('committee@example.org');
select throws_ok($$ select public.register_organisation('Duinlicht', 'energy', array['advertiser']) $$,
	'42501', null, 'not even the committee registers organisations past the server');
select throws_ok($$ select public.register_numbers(gen_random_uuid(), '[]') $$,
	'42501', null, 'not even the committee registers numbers past the server');

select tests.as_service();
select is(
	public.register_organisation('Duinlicht B.V.', 'energy', array['advertiser'], array['Duinlicht Energie'], '90000001')
		- 'organisation_id',
	'{"slug": "duinlicht", "attributed": 1}', 'a new organisation gets the reports that name it');
select throws_ok(
	$$ select public.register_organisation('Duinlicht Zwei', 'energy', array['advertiser'], '{}', '90000001') $$,
	'GH010', 'organisation_registered_already', 'a number of the trade register is registered once');
select is(public.register_organisation('Duinlicht', 'telecom', array['platform']) ->> 'slug', 'duinlicht-2',
	'the second of a name has a slug of its own');

select tests.as_owner();
create temporary table owner as select organisation_id from hub.organisations where slug = 'duinlicht';
grant select on owner to service_role;
select tests.as_service();
select is(
	public.register_numbers((select organisation_id from owner),
		'[{"first_number": "+31851234560", "last_number": "+31851234569", "valid_from": "2026-01-01"}]'),
	'{"registered": 1, "attributed": 2}', 'a block gets the reports of its numbers, but not what a person judged');
select throws_ok(
	$$ select public.register_numbers((select organisation_id from owner),
		'[{"first_number": "+31851234565", "valid_from": "2026-05-01"}]') $$,
	'GH011', 'number_registered_already', 'no number has two claims on one day');

select tests.as_owner();
select set_eq(
	$$ select story from hub.reports join waiting using (reference) where state = 'open' $$,
	array['number', 'block', 'name'], 'what was found is delivered');
select set_eq(
	$$ select story, organisation_match::text from hub.reports join waiting using (reference) where state = 'open' $$,
	$$ values ('number', 'registered_number'), ('block', 'registered_number'), ('name', 'exact_name') $$,
	'and it is known how it was found');
select results_eq(
	$$ select actor_role, from_state::text, to_state::text, count(*)::integer from hub.report_events
		join hub.reports using (report_id) join waiting using (reference)
		where event = 'attributed' and actor_role = 'system' group by 1, 2, 3 $$,
	$$ values ('system', 'unattributed', 'open', 3) $$, 'each has its event, by the system');
select is_empty('select * from public.verify_report_counts()', 'the counts have moved with the reports');
select results_eq(
	$$ select distinct sector from hub.reports join waiting using (reference) where state = 'open' $$,
	array['energy'], 'a report of an unknown sector takes that of its organisation');
select results_eq(
	$$ select count(*)::integer from hub.reports join waiting using (reference) where state = 'unattributed' $$,
	array[2], 'the others wait on');

select * from finish();
rollback;
