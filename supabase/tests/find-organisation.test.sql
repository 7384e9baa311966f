-- Which organisation a report is about. None is better than the wrong one.

begin;
select plan(80);

insert into hub.organisations (organisation_id, name, slug, sector) values
	('00000000-0000-4000-8000-000000000001', 'Eneco B.V.', 'eneco', 'energy'),
	('00000000-0000-4000-8000-000000000002', 'Essent N.V.', 'essent', 'energy'),
	('00000000-0000-4000-8000-000000000003', 'Vattenfall Nederland B.V.', 'vattenfall', 'energy'),
	('00000000-0000-4000-8000-000000000004', 'Budget Energie', 'budget-energie', 'energy'),
	('00000000-0000-4000-8000-000000000005', 'Budget Thuis', 'budget-thuis', 'telecom'),
	('00000000-0000-4000-8000-000000000006', 'Stichting Hartstichting', 'hartstichting', 'charity'),
	('00000000-0000-4000-8000-000000000007', 'KPN', 'kpn', 'telecom'),
	('00000000-0000-4000-8000-000000000008', 'Nationale-Nederlanden', 'nationale-nederlanden', 'insurance'),
	('00000000-0000-4000-8000-000000000009', 'Coöperatie Univé U.A.', 'unive', 'insurance'),
	('00000000-0000-4000-8000-000000000010', 'VriendenLoterij', 'vriendenloterij', 'lottery_good_cause'),
	('00000000-0000-4000-8000-000000000011', 'DELTA Fiber', 'delta-fiber', 'telecom'),
	('00000000-0000-4000-8000-000000000012', 'De Hypotheker', 'de-hypotheker', 'bank_credit'),
	('00000000-0000-4000-8000-000000000013', 'Zonnepanelen Nederland B.V.', 'zonnepanelen-nederland', 'home_improve'),
	('00000000-0000-4000-8000-000000000014', 'Energie Service Noord', 'energie-service-noord', 'energy'),
	('00000000-0000-4000-8000-000000000015', 'Energie Service Zuid', 'energie-service-zuid', 'energy'),
	('00000000-0000-4000-8000-000000000016', 'Het Nederlandse Rode Kruis', 'rode-kruis', 'charity'),
	('00000000-0000-4000-8000-000000000017', 'ANWB', 'anwb', 'automotive'),
	('00000000-0000-4000-8000-000000000018', 'Nederlandse Energie Maatschappij', 'nem', 'energy'),
	('00000000-0000-4000-8000-000000000019', 'De Boer Verkoop', 'de-boer-drenthe', 'retail'),
	('00000000-0000-4000-8000-000000000020', 'De Boer Verkoop B.V.', 'de-boer-zeeland', 'retail'),
	('00000000-0000-4000-8000-000000000021', 'Natuurmonumenten', 'natuurmonumenten', 'charity');
insert into hub.trade_names (organisation_id, name) values
	('00000000-0000-4000-8000-000000000011', 'DELTA'),
	('00000000-0000-4000-8000-000000000016', 'Rode Kruis'),
	('00000000-0000-4000-8000-000000000018', 'NLE'),
	('00000000-0000-4000-8000-000000000010', 'BankGiro Loterij');

create function pg_temp.found(number text, chosen text, name text, on_date date default '2026-06-15')
returns text language sql as $$
	select string_agg(organisations.slug || ' by ' || found.match, ' and ')
	from hub.find_organisation(number, (select organisation_id from hub.organisations where slug = chosen),
		name, on_date) as found
	left join hub.organisations using (organisation_id)
$$;

-- Names as people type them.
select is(pg_temp.found(null, null, typed), expected,
	format('%s: %s', typed, coalesce(expected, 'nobody, rather than the wrong one')))
from (values
	('Eneco', 'eneco by exact_name'),
	('ENECO', 'eneco by exact_name'),
	('eneco bv', 'eneco by exact_name'),
	(' Eneco  B.V. ', 'eneco by exact_name'),
	('eneco.nl', 'eneco by exact_name'),
	('www.eneco.nl', 'eneco by exact_name'),
	('Eneco klantenservice', 'eneco by exact_name'),
	('Eneco energie', 'eneco by exact_name'),
	('eneco stroom en gas', 'eneco by exact_name'),
	('Enneco', 'eneco by similar_name'),
	('Vattenfal', 'vattenfall by similar_name'),
	('Vatenfall', 'vattenfall by similar_name'),
	('Vattenfall Nederland', 'vattenfall by exact_name'),
	('Esent', 'essent by similar_name'),
	('hart stichting', 'hartstichting by exact_name'),
	('De Hartstichting', 'hartstichting by exact_name'),
	('Harstichting', 'hartstichting by similar_name'),
	('k.p.n.', 'kpn by exact_name'),
	('KPN internet', 'kpn by exact_name'),
	('nationale nederlanden', 'nationale-nederlanden by exact_name'),
	('Nationale Nederlande', 'nationale-nederlanden by similar_name'),
	('Unive', 'unive by exact_name'),
	('UNIVÉ verzekeringen', 'unive by exact_name'),
	('Vrienden Loterij', 'vriendenloterij by exact_name'),
	('Bankgiroloterij', 'vriendenloterij by exact_name'),
	('hypotheker', 'de-hypotheker by exact_name'),
	('Budget Energie', 'budget-energie by exact_name'),
	('Buget energie', 'budget-energie by similar_name'),
	('budget thuis', 'budget-thuis by exact_name'),
	('Delta', 'delta-fiber by exact_name'),
	('rode kruis', 'rode-kruis by exact_name'),
	('Nederlandse Energie Maatschapij', 'nem by similar_name'),
	('nle', 'nem by exact_name'),
	('Natuurmonementen', 'natuurmonumenten by similar_name'),
	('energie service zuid', 'energie-service-zuid by exact_name'),
	('Hersenstichting', null),
	('Nierstichting', null),
	('Hart voor dieren', null),
	('Budget', null),
	('Budget Mobiel', null),
	('Budget Verzekeringen', null),
	('Delta Energie', null),
	('Dela', null),
	('Delta Lloyd', null),
	('ANWB energie', null),
	('Enexis', null),
	('Engie', null),
	('KWF', null),
	('KPM', null),
	('Zonnepanelen', null),
	('energie', null),
	('goed doel', null),
	('weet ik niet', null),
	('Energie Service West', null),
	('Energie Service', null),
	('Nationale Energie Maatschappij', null),
	('Nationale Postcode Loterij', null),
	('Vriendenclub', null),
	('Rode Haan', null),
	('de boer verkoop', null),
	('BV', null),
	('x', null),
	('', null),
	('%%%', null),
	('ιντερνετ', null)
) as names (typed, expected);

-- Registered numbers and the reporter's own choice.
insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, valid_until) values
	('00000000-0000-4000-8000-000000000001', '+31201234567', '+31201234567', '2026-01-01', '2026-06-30'),
	('00000000-0000-4000-8000-000000000002', '+31201234567', '+31201234567', '2026-07-01', null),
	('00000000-0000-4000-8000-000000000007', '+31881230000', '+31881239999', '2026-01-01', null);

select is(pg_temp.found('+31201234567', null, null, '2025-12-31'), null, 'a number is nobody''s on the day before its registration');
select is(pg_temp.found('+31201234567', null, null, '2026-01-01'), 'eneco by registered_number', 'a number is registered on the first day');
select is(pg_temp.found('+31201234567', null, null, '2026-06-30'), 'eneco by registered_number', 'a number is registered on the last day');
select is(pg_temp.found('+31201234567', null, null, '2026-07-01'), 'essent by registered_number', 'a number passes to the next organisation the day after');
select is(pg_temp.found('+31881230000', null, null), 'kpn by registered_number', 'the first number of a block belongs to it');
select is(pg_temp.found('+31881239999', null, null), 'kpn by registered_number', 'the last number of a block belongs to it');
select is(pg_temp.found('+31881240000', null, null), null, 'the number after a block does not belong to it');
select is(pg_temp.found('+3188123500', null, null), null, 'a shorter number with the same beginning does not belong to a block');
select is(pg_temp.found('+318812350001', null, null), null, 'a longer number with the same beginning does not belong to a block');
select is(pg_temp.found('+31201234567', 'kpn', 'Essent'), 'eneco by registered_number', 'a registered number wins over the choice and the name');
select is(pg_temp.found('+31209999999', 'kpn', 'Essent'), 'kpn by chosen', 'the choice wins over the name');
select is(pg_temp.found('+31209999999', null, 'Essent'), 'essent by exact_name', 'a number that nobody registered leaves the name');
select is((select count(*)::integer from hub.find_organisation(null, gen_random_uuid(), null, '2026-06-15')), 0,
	'a choice that does not exist finds nobody');
select throws_ok(
	$$ insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from)
		values ('00000000-0000-4000-8000-000000000001', '+31881235000', '+31881235000', '2026-08-01') $$,
	'23P01', null, 'a number cannot be claimed by two organisations on one day');

select tests.as_anon();
select throws_ok($$ select * from hub.find_organisation_by_name('Eneco') $$, '42501', null,
	'the public does not ask the matching itself');

select * from finish();
rollback;
