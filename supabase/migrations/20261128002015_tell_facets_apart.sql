-- What is counted of a report, as the queries that fold, rebuild and verify its counts have in common:
-- facets that staff compare, and those that the figures of one organisation are read from.

create function hub.facet_values() returns text
language sql immutable
return $values$
	select 'hour', 'day', to_char(hour, 'FM00'), counted_on where hour is not null
	union all select 'verification', 'day', verification, counted_on
	union all select 'sub_category', 'day', sub_category, counted_on from unnest(sub_categories) as sub_category
	union all select 'answer', 'day', case when answer_days is null then 'none' else least(answer_days, 61)::text end, delivered_on
		where delivered_on is not null
	union all select 'verdict', 'month', coalesce(verdict, 'unanswered'), delivered_on
		where delivered_on is not null
$values$;
comment on function hub.facet_values is
	'How the facets of one report are told apart: facet, grain, value and day of each, beside a row of hub.counted_facets.';

create function hub.own_facet_values() returns text
language sql immutable
return $values$
	select 'own_number', about_id, coalesce(caller_number, ''), counted_on
	union all select 'own_maker', about_id, coalesce(made_by_id::text, ''), counted_on
	union all select 'own_client', made_by_id, about_id::text, counted_on where made_by_id is not null
	union all select 'own_finding', about_id, finding, put_on where finding is not null
	union all select 'own_days', about_id, coalesce(answer_days::text, 'none'), delivered_on where delivered_on is not null
	union all select 'own_hours', about_id, answer_hours::text, delivered_on where delivered_on is not null and answer_hours is not null
	union all select 'own_verdict', about_id, verdict, delivered_on where delivered_on is not null and verdict is not null
$values$;
comment on function hub.own_facet_values is
	'As hub.facet_values, for the figures of one organisation: facet, whose, value and day. Exact: hours and days have no upper end.';

create function hub.shared_facet_query(source text) returns text
language sql immutable
return format($pages$
	select facet, grain, cuboid, organisation_id, page_on, value, sector, channel, kind,
		hub.page_of_counts(grain, array_agg(place), array_agg(report_count)) as counts
	from (
		select facet, grain, ((1 - grouping(organisation_id)) * 16 + (1 - grouping(sector)) * 4
				+ (1 - grouping(channel)) * 2 + (1 - grouping(kind)))::smallint as cuboid,
			coalesce(organisation_id, '00000000-0000-0000-0000-000000000000') as organisation_id,
			page_on, value, coalesce(sector, '') as sector, coalesce(channel, '') as channel, coalesce(kind, '') as kind,
			place, sum(weight)::integer as report_count
		from (
			select facet, grain, value, hub.page_on(grain, day) as page_on, hub.place_on_page(grain, day) as place,
				kind, channel, sector, organisation_id, sum(weight) as weight
			from (%s) as changes (weight, report_id, counted_on, kind, channel, sector, organisation_id, hour,
					verification, sub_categories, delivered_on, answer_days, verdict),
				lateral (%s) as facets (facet, grain, value, day)
			group by 1, 2, 3, 4, 5, 6, 7, 8, 9) as alike
		group by facet, grain, value, page_on, place, grouping sets (
			(), (kind), (channel), (sector), (organisation_id),
			(kind, channel), (kind, sector), (organisation_id, kind), (organisation_id, channel))) as cube
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9
$pages$, source, hub.facet_values());
comment on function hub.shared_facet_query is 'The pages of counts that staff compare, over weights and facets.';

create function hub.own_facet_query(source text) returns text
language sql immutable
return format($pages$
	select facet, grain, 17::smallint as cuboid, organisation_id, page_on, value, '' as sector, '' as channel, kind,
		hub.page_of_counts(grain, array_agg(place), array_agg(report_count)) as counts
	from (
		select facet, grain, value, kind, facets.organisation_id, hub.page_on(grain, day) as page_on,
			hub.place_on_page(grain, day) as place, sum(weight)::integer as report_count
		from (%s) as changes (weight), lateral (%s) as facets (facet, organisation_id, value, day), (values ('day'), ('month')) as grains (grain)
		where about_id is not null
		group by 1, 2, 3, 4, 5, 6, 7) as alike
	group by facet, grain, organisation_id, page_on, value, kind
$pages$, source, hub.own_facet_values());
comment on function hub.own_facet_query is 'As hub.shared_facet_query, for the counts that belong to one organisation.';

create function hub.facet_query(source text) returns text
language sql immutable
return hub.shared_facet_query(source) || ' union all ' || hub.own_facet_query(source);
comment on function hub.facet_query is 'The pages of counts of all facets and combinations that are kept, over weights and facets.';

create function hub.own_total_query(source text) returns text
language sql immutable
return format($totals$
	select about_id as organisation_id, caller_number, sum(weight)::integer as report_count
	from (%s) as changes (weight) where about_id is not null and caller_number is not null
	group by about_id, caller_number
$totals$, source);
comment on function hub.own_total_query is 'The totals of hub.own_number_totals, over weights and facets.';

revoke execute on function hub.facet_values, hub.own_facet_values, hub.shared_facet_query, hub.own_facet_query,
	hub.facet_query, hub.own_total_query from public;
