-- A list shows a page, and is planned as one. Expecting a thousand rows of it, the planner would walk
-- through all reports of the desk to find those of the page, each past the policies; and not told of
-- the page, it would sort all reports of a large organisation for the first fifty.

create or replace function hub.own_reports(organisation uuid, asked jsonb, most integer) returns setof bigint
language plpgsql stable rows 50 set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	filter record;
	-- What is to be done comes by its term, the first one first; all else the other way round.
	is_to_do constant boolean := coalesce(asked ->> 'tab' in ('new', 'waiting', 'soon', 'reopened', 'overdue'), false);
	is_dealt_with constant boolean := coalesce(asked ->> 'tab' = 'answered', false);
begin
	select * into filter from jsonb_to_record(asked) as fields (tab text, kind text, channel text, category text,
		number text, reference text, phrase text, first_on date, last_on date, assigned_to uuid, is_unassigned boolean,
		after_due timestamptz, after_reference text);
	return query
	select found_ones.report_id from (
	select reports.report_id, reports.answer_due_at, reports.reference, reports.narrative, handling.own_reference
	from hub.reports
	left join hub.report_handlings as handling
		on handling.report_id = reports.report_id and handling.organisation_id = own_reports.organisation
	where reports.organisation_id = own_reports.organisation
		and reports.answer_due_at is not null
		-- In the words of the partial indexes.
		and (not is_to_do or (reports.state in ('open', 'seen', 'reopened', 'expired') and reports.origin <> 'import'))
		and (not is_dealt_with or reports.state in ('answered', 'contested', 'closed'))
		and (not is_to_do or filter.tab = 'overdue' or reports.answer_due_at > now())
		and (filter.tab is distinct from 'overdue' or reports.answer_due_at <= now())
		and (filter.tab is distinct from 'soon' or reports.answer_due_at <= now() + interval '3 days')
		and (filter.tab is distinct from 'new' or reports.state = 'open')
		and (filter.tab is distinct from 'reopened' or reports.state = 'reopened')
		and (filter.kind is null or reports.kind = filter.kind)
		and (filter.channel is null or reports.channel = filter.channel)
		and (filter.category is null or exists (
			select from hub.report_categories
			where report_categories.report_id = reports.report_id and report_categories.category = filter.category))
		and (filter.number is null or reports.caller_number = filter.number)
		and (filter.reference is null or reports.reference = filter.reference)
		and (filter.first_on is null or reports.counted_on >= filter.first_on)
		and (filter.last_on is null or reports.counted_on <= filter.last_on)
		and (filter.assigned_to is null or handling.assigned_to = filter.assigned_to)
		and (filter.is_unassigned is not true or handling.assigned_to is null)
		and (filter.after_due is null or case when is_to_do
			then (reports.answer_due_at, reports.reference) > (filter.after_due, filter.after_reference)
			else (reports.answer_due_at, reports.reference) < (filter.after_due, filter.after_reference) end)
	order by case when is_to_do then reports.answer_due_at end, case when is_to_do then reports.reference end,
		case when not is_to_do then reports.answer_due_at end desc,
		case when not is_to_do then reports.reference end desc
	-- No index holds words: they are looked for in so many, and a period looks further back. Without words
	-- a page is enough; said here, or all reports of the organisation are sorted for it.
	limit case when filter.phrase is not null then 5000 else least(greatest(most, 1), 1000) end) as found_ones
	where filter.phrase is null or found_ones.own_reference ilike filter.phrase or found_ones.narrative ilike filter.phrase
	order by case when is_to_do then found_ones.answer_due_at end, case when is_to_do then found_ones.reference end,
		case when not is_to_do then found_ones.answer_due_at end desc,
		case when not is_to_do then found_ones.reference end desc
	limit least(greatest(most, 1), 1000);
end $$;
