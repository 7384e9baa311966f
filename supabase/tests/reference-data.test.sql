-- What the desk knows before the first report: codes and labels, terms, provinces, moves.

begin;
select plan(49);

select is((select count(*)::integer from hub.kinds), 2, 'there are two kinds of report');
select is((select count(*)::integer from hub.channels), 6, 'there are six channels');
select is((select array_agg(code order by position) from hub.categories where kind = 'complaint'),
	array['unwanted_contact', 'objection_ignored', 'pushiness', 'improper_conduct', 'misleading'], 'complaints have five categories');
select is((select array_agg(code order by position) from hub.categories where kind = 'compliment'),
	array['respectful', 'clear', 'relevant', 'objection_honoured', 'helpful'], 'compliments have five categories');
select is((select count(*)::integer from hub.sub_categories), 59, 'there are 59 sub-categories');
select is((select count(*)::integer from hub.sectors), 34, 'there are 34 sectors');
select is((select count(*)::integer from hub.provinces), 12, 'there are twelve provinces');
select is((select count(*)::integer from hub.annotations), 16, 'there are 16 dates of the law');

select is_empty(format($$ select * from hub.%1$I where btrim(label_nl) = '' or btrim(label_en) = '' $$, table_name),
	format('all %s have a label in both languages', replace(table_name, '_', '-')))
from unnest(array['kinds', 'channels', 'categories', 'sub_categories', 'sectors', 'clocks', 'annotations', 'provinces']) as table_name;
select is_empty($$ select code from hub.categories where btrim(description_nl) = '' or btrim(description_en) = '' $$,
	'all categories say when to choose them, in both languages');
select is_empty($$ select code from hub.categories where code not in (select category from hub.sub_categories) $$,
	'all categories have sub-categories');
select is_empty($$ select sub_categories.code from hub.sub_categories join hub.categories on categories.code = category
	where left(sub_categories.code, 3) <> letters $$, 'a sub-category begins with the letters of its category');

-- Terms, as the domain has them.
select is((select amount || ' ' || unit || ' after ' || starts_at from hub.clocks where clocks.code = expected.code), length, title)
from (values
	('acknowledgement', '1 minutes after filing', 'receipt is acknowledged within a minute'),
	('reminder_first', '5 calendar_days after delivery', 'an organisation is reminded after 5 days'),
	('reminder_second', '10 calendar_days after delivery', 'and after 10'),
	('organisation_answer', '15 calendar_days after delivery', 'an organisation has 15 days to answer'),
	('final_answer', '60 calendar_days after delivery', 'and 60 days for its final answer'),
	('promise_check', '21 calendar_days after answer', 'a promise is checked after 21 days'),
	('verdict_window', '14 calendar_days after answer', 'a reporter has 14 days for a verdict'),
	('objection_norm', '72 hours after lodging', 'the norm for an objection is 72 hours'),
	('objection_processed', '28 calendar_days after lodging', 'an objection is processed within 28 days'),
	('consent_proof', '5 working_days after request', 'consent is proven within 5 working days'),
	('data_source', '1 months after request', 'the source of data is told within a month'),
	('number_reachable', '6 months after last_contact', 'a number can be called back for 6 months'),
	('customer_term', '36 months after end_of_relation', 'a customer may be called for 36 months'),
	('cbt_changes', '7 calendar_days after payment', 'an application can be changed for 7 days'),
	('cbt_additions', '14 calendar_days after request', 'and completed for 14'),
	('cbt_advice', '8 weeks after taken_on', 'advice takes 8 weeks'),
	('cbt_advice_target', '10 weeks after payment', 'with a target of 10 weeks after payment'),
	('contact_data_erased', '365 calendar_days after close', 'contact data go 365 days after the close'),
	('narrative_erased', '60 months after close', 'narratives go 5 years after the close')
) as expected (code, length, title);
select is((select count(*)::integer from hub.clocks), 20, 'there are no other terms');

-- Provinces.
select is((select jsonb_object_agg(postcode4, hub.province_of(postcode4))
	from unnest(array[1012, 1315, 2511, 3511, 4331, 5211, 6211, 6811, 7411, 8011, 8911, 9401, 9711]::smallint[]) as postcode4),
	'{"1012": "NH", "1315": "FL", "2511": "ZH", "3511": "UT", "4331": "ZE", "5211": "NB", "6211": "LI",
		"6811": "GE", "7411": "OV", "8011": "OV", "8911": "FR", "9401": "DR", "9711": "GR"}'::jsonb,
	'a postcode lies in its province');
select is(hub.province_of(1000::smallint), 'NH', 'the first postcode lies in one');
select is(hub.province_of(9999::smallint), 'GR', 'so does the last');
select is(hub.province_of(1365::smallint), null, 'a postcode between two provinces that nobody has lies in none');
select is(hub.province_of(null), null, 'no postcode, no province');
select throws_ok($$ insert into hub.postcode_ranges values (1200, 1240, 'UT') $$, '23P01', null, 'no postcode lies in two provinces');

-- Open to everybody, changed by nobody.
select tests.as_anon();
select is((select array_agg(key order by key) from jsonb_object_keys(public.taxonomy()) as key),
	array['annotations', 'answer_reasons', 'categories', 'channels', 'clocks', 'kinds', 'provinces', 'sectors', 'sub_categories'],
	'a visitor reads all of it at once');
select throws_ok($$ update hub.clocks set amount = 1000 $$, '42501', null, 'a visitor changes no term');
select tests.give_role('admin@example.org', 'administrator');
select tests.authenticate_as('admin@example.org');
select throws_ok($$ delete from hub.categories $$, '42501', null, 'an administrator deletes no category');
select tests.as_service();
select throws_ok($$ insert into hub.report_moves values ('closed', 'open') $$, '42501', null, 'the server opens no new path');

select * from finish();
rollback;
