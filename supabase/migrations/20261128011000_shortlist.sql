-- Who, with which practice, may stand on the shortlist, and the complaints behind it.
--
-- Callers that the committee knows by a label alone stand on it as one subject, with all their numbers.
-- Their complaints are not told again as a block: a block of a hundred stands there only if the other
-- numbers in it have enough complaints by themselves, and counts those alone.

create view hub.labelled_numbers with (security_invoker = true) as
	select known.caller_number, callers.caller_id, callers.label, known.period
	from hub.likely_caller_numbers as known join hub.likely_callers as callers using (caller_id)
	where callers.state = 'named' and callers.label is not null and not isempty(known.period);
comment on view hub.labelled_numbers is
	'Numbers of callers that the committee named without knowing an organisation, with the days on which they are that caller''s, as far as the caller may read.';

create function hub.shortlist_candidates(first_on date, last_on date, fewest integer)
returns table (kind text, subject text, practice text, report_count bigint)
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	with counted as (
		-- Of organisations from the roll-ups: months that lie in the period, whole.
		select runs.cell_organisation_id as organisation_id, runs.cell_category as practice, sum(month_count) as report_count
		from public.count_reports('month', array['organisation', 'category'],
				date_trunc('month', first_on::timestamp)::date, last_on, kind => 'complaint') as runs,
			unnest(runs.report_counts) with ordinality as months (month_count, place)
		where runs.cell_organisation_id <> '00000000-0000-0000-0000-000000000000'
			and (runs.begins_on + (place - 1) * interval '1 month')::date between date_trunc('month', first_on::timestamp)::date and last_on
		group by 1, 2),
	found as (
		(select 'organisation' as kind, organisation_id::text as subject, practice, report_count::bigint from counted
			where report_count >= fewest order by report_count desc limit 120)
		union all
		(select 'chain', reports.made_by_organisation_id::text, report_categories.category, count(*)
			from hub.reports join hub.report_categories using (report_id)
			where reports.made_by_organisation_id is not null and is_counted and reports.kind = 'complaint'
				and counted_on between first_on and last_on
			group by 2, 3 having count(*) >= fewest order by count(*) desc limit 40)
		union all
		(select 'caller', labelled.caller_id::text, report_categories.category, count(*)
			from hub.labelled_numbers as labelled
			join hub.reports on reports.caller_number = labelled.caller_number and labelled.period @> reports.counted_on
			join hub.report_categories using (report_id)
			where reports.organisation_id is null and is_counted and reports.kind = 'complaint'
				and counted_on between first_on and last_on
			group by 2, 3 having count(*) >= fewest order by count(*) desc limit 40)
		union all
		(select 'numbers', left(caller_number, -2), report_categories.category, count(*)
			from hub.reports join hub.report_categories using (report_id)
			where reports.state = 'unattributed' and caller_number is not null and is_counted and reports.kind = 'complaint'
				and counted_on between first_on and last_on
				and not exists (select from hub.labelled_numbers as labelled
					where labelled.caller_number = reports.caller_number and labelled.period @> reports.counted_on)
			group by 2, 3 having count(*) >= fewest order by count(*) desc limit 60))
	select found.kind, found.subject, found.practice, found.report_count from found;
end;
comment on function hub.shortlist_candidates is
	'Who, with which practice, had at least so many complaints in a period: the most reported organisations, links of the chain, callers that are known by a label alone, and blocks of a hundred numbers that nobody is known for, without the numbers of those callers.';

create function hub.shortlist_reports(first_on date, last_on date, candidates text[])
returns table (kind text, subject text, report hub.reports)
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	select 'organisation', wanted.subject, reports
	from (select distinct split_part(candidate, ' ', 2) as subject
		from unnest(candidates) as candidate where starts_with(candidate, 'organisation ')) as wanted
	join hub.reports on reports.organisation_id = wanted.subject::uuid
	where is_counted and reports.kind = 'complaint' and counted_on between first_on and last_on
		and not hub.is_proven_otherwise(reports)
	union all
	select 'chain', wanted.subject, reports
	from (select distinct split_part(candidate, ' ', 2) as subject
		from unnest(candidates) as candidate where starts_with(candidate, 'chain ')) as wanted
	join hub.reports on reports.made_by_organisation_id = wanted.subject::uuid
	where is_counted and reports.kind = 'complaint' and counted_on between first_on and last_on
		and not hub.is_proven_otherwise(reports)
	union all
	select 'numbers', wanted.subject, reports
	from (select distinct split_part(candidate, ' ', 2) as subject
		from unnest(candidates) as candidate where starts_with(candidate, 'numbers ')) as wanted
	join hub.reports on reports.caller_number between wanted.subject || '00' and wanted.subject || '99'
		and length(reports.caller_number) = length(wanted.subject) + 2
	where is_counted and reports.kind = 'complaint' and counted_on between first_on and last_on
		and reports.organisation_id is null
		and not exists (select from hub.labelled_numbers as labelled
			where labelled.caller_number = reports.caller_number and labelled.period @> reports.counted_on)
	union all
	select 'caller', wanted.subject, reports
	from (select distinct split_part(candidate, ' ', 2) as subject
		from unnest(candidates) as candidate where starts_with(candidate, 'caller ')) as wanted
	join hub.labelled_numbers as labelled on labelled.caller_id = wanted.subject::bigint
	join hub.reports on reports.caller_number = labelled.caller_number and labelled.period @> reports.counted_on
	where is_counted and reports.kind = 'complaint' and counted_on between first_on and last_on
		and reports.organisation_id is null;
end;
comment on function hub.shortlist_reports is
	'The complaints of a period about these subjects (kind and subject, with a space between), without those that were shown not to be so or theirs. Of a caller and of a block those without an organisation; of a block without those of a named caller.';

revoke execute on function hub.shortlist_candidates, hub.shortlist_reports from public;
