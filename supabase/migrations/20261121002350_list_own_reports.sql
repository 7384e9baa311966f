-- The inbox of an organisation. With the rights of the member who asks: RLS is the wall.

-- A list shows a page, and is planned as one. Expecting a thousand rows of it, the planner would walk
-- through all reports of the desk to find those of the page, each past the policies; and not told of
-- the page, it would sort all reports of a large organisation for the first fifty.
create function hub.own_reports(organisation uuid, asked jsonb, most integer) returns setof bigint
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
comment on function hub.own_reports is
	'Which reports of an organisation a list shows. Planned anew for the filters that are there, so that an index gives them in order.';

create function hub.count_under_tab(organisation uuid, tab text) returns integer
language sql stable set search_path = ''
return (select count(*)::integer from hub.own_reports(organisation, jsonb_build_object('tab', tab), 100));
comment on function hub.count_under_tab is 'How many reports wait under a tab; 100 stands for 100 or more, so that it costs the same however many there are.';

create function hub.own_report_rows(organisation uuid, asked jsonb, most integer) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('reference', reports.reference, 'kind', kind, 'channel', channel,
		'state', state, 'due_at', answer_due_at,
		'delivered_on', (delivered_at at time zone 'Europe/Amsterdam')::date, 'caller_number', caller_number,
		'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'excerpt', left(narrative, 160), 'own_reference', own_reference, 'assigned_to', assigned_to,
		'has_message', exists (select from hub.report_messages
			where report_messages.report_id = reports.report_id and report_messages.organisation_id = organisation
				and sender = 'reporter' and read_at is null)) order by listed.place), '[]')
	from hub.own_reports(organisation, asked, most) with ordinality as listed (report_id, place)
	join hub.reports on reports.report_id = listed.report_id
	left join hub.report_handlings as handling
		on handling.report_id = reports.report_id and handling.organisation_id = organisation
);
comment on function hub.own_report_rows is 'Reports of an organisation as a line in a list each; no moment finer than a day.';

create function hub.colleagues(organisation uuid) returns jsonb
language sql stable security definer set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('user_id', user_id, 'email', email, 'level', level) order by email), '[]')
	from hub.memberships join auth.users on users.id = user_id
	where organisation_id = organisation and organisation in (select hub.my_organisations())
);
comment on function hub.colleagues is
	'Definer: addresses are closed. Who belongs to an organisation, told to its members alone.';

create function hub.require_own(organisation uuid, least_level hub.membership_level) returns void
language plpgsql stable set search_path = '' as $$
begin
	if organisation is null or organisation not in (select hub.my_organisations()) then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	elsif organisation not in (select hub.my_organisations(least_level)) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
end $$;
comment on function hub.require_own is 'Refuses who is no member of the organisation, or not of this level.';

create function public.list_own_reports(organisation uuid, asked jsonb, most integer default 25) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'reader');
	return jsonb_build_object('rows', hub.own_report_rows(organisation, asked, most),
		'counts', (select jsonb_object_agg(tab, hub.count_under_tab(organisation, tab))
			from unnest(array['new', 'waiting', 'overdue']) as tab),
		'members', hub.colleagues(organisation));
end $$;
comment on function public.list_own_reports is
	'The inbox of the caller''s organisation: a page of rows by term (asked: tab and filters; the next page is after_due and after_reference), how many wait under each tab, and who belongs to it.';

revoke execute on function hub.own_reports, hub.count_under_tab, hub.own_report_rows, hub.colleagues,
	hub.require_own, public.list_own_reports from public;
grant execute on function hub.own_reports, hub.count_under_tab, hub.own_report_rows, hub.colleagues,
	hub.require_own, public.list_own_reports to authenticated;
