-- Reading cases, with the rights of the one who asks: RLS is the wall.

create function public.list_cases(asked_state hub.case_state default null, before timestamptz default null, most integer default 50)
returns table (reference text, owner text, title text, practice text, state hub.case_state, is_shared boolean,
	organisations text[], report_count bigint, open_tasks bigint, next_due_on date, opened_at timestamptz, changed_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select cases.reference, cases.owner, cases.title, cases.practice, cases.state, cases.shared_at is not null,
		array(select known.name from hub.case_organisations as parties
			join hub.organisations as known on known.organisation_id = parties.organisation_id
			where parties.case_id = cases.case_id order by known.name),
		(select count(*) from hub.case_reports where case_reports.case_id = cases.case_id),
		(select count(*) from hub.case_tasks where case_tasks.case_id = cases.case_id and done_at is null),
		(select min(due_on) from hub.case_tasks where case_tasks.case_id = cases.case_id and done_at is null),
		cases.opened_at, cases.changed_at
	from hub.cases
	where (asked_state is null or cases.state = asked_state)
		and (list_cases.before is null or cases.changed_at < list_cases.before)
	order by cases.changed_at desc
	limit least(greatest(list_cases.most, 1), 200);
end;
comment on function public.list_cases is 'Cases that the caller''s side may read, the last changed first; the next page is before the last changed_at.';

create function hub.case_follow_up(id bigint, decided_on date, today date) returns jsonb
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	with matching as (
		select reports.counted_on - decided_on as distance
		from hub.reports join hub.cases on cases.case_id = case_follow_up.id
		where reports.is_counted and reports.kind = 'complaint'
			and reports.counted_on between decided_on - 181 and least(decided_on + 364, today)
			and (reports.organisation_id in (select organisation_id from hub.case_organisations where case_id = case_follow_up.id)
				or reports.made_by_organisation_id in (select organisation_id from hub.case_organisations where case_id = case_follow_up.id)
				or exists (select from hub.case_numbers as blocks where blocks.case_id = case_follow_up.id
					and reports.caller_number between blocks.first_number and blocks.last_number
					and length(reports.caller_number) = length(blocks.first_number)))
			and (cases.practice is null or exists (select from hub.report_categories
				where report_categories.report_id = reports.report_id and category = cases.practice))),
	spans as (
		select generate_series(-26, least(51, (today - decided_on) / 7 - 1)) as week),
	counted as (
		-- Weeks of seven days from the day after the decision on, and back from that day.
		select spans.week, count(matching.distance) as report_count
		from spans left join matching on floor((matching.distance - 1) / 7.0) = spans.week
		group by spans.week)
	select jsonb_build_object('decided_on', decided_on,
		'weeks', jsonb_agg(jsonb_build_object('week', week, 'begins_on', decided_on + 1 + week * 7, 'count', report_count) order by week),
		'repeats', coalesce(sum(report_count) filter (where week >= 0), 0),
		'weeks_after', count(*) filter (where week >= 0),
		'before', coalesce(sum(report_count) filter (where week < 0 and -week <= (select count(*) from spans where week >= 0)), 0))
	from counted;
end;
comment on function hub.case_follow_up is
	'Complaints about the parties and practice of a case by week: half a year before a decision, and whole weeks after it. The day of the decision counts as before. `before` is over as many weeks as there are after.';

create function public.read_case(reference text) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object('reference', cases.reference, 'owner', owner, 'title', title, 'practice', practice,
		'state', state, 'opened_at', opened_at, 'shared_at', shared_at,
		'is_own', owner in (select hub.my_sides()),
		'organisations', (select coalesce(jsonb_agg(jsonb_build_object('organisation_id', known.organisation_id,
				'name', known.name, 'slug', known.slug) order by known.name), '[]')
			from hub.case_organisations as parties join hub.organisations as known using (organisation_id)
			where parties.case_id = cases.case_id),
		'numbers', (select coalesce(jsonb_agg(jsonb_build_object('first_number', first_number, 'last_number', last_number)
				order by first_number), '[]') from hub.case_numbers where case_numbers.case_id = cases.case_id),
		'signals', (select coalesce(jsonb_agg(signal_id order by signal_id), '[]')
			from hub.case_signals where case_signals.case_id = cases.case_id),
		'report_count', (select count(*) from hub.case_reports where case_reports.case_id = cases.case_id),
		'notes', (select coalesce(jsonb_agg(jsonb_build_object('side', side, 'is_shared', is_shared, 'text', text,
				'written_at', written_at) order by note_id), '[]')
			from hub.case_notes where case_notes.case_id = cases.case_id),
		'tasks', (select coalesce(jsonb_agg(jsonb_build_object('task_id', task_id, 'title', case_tasks.title, 'due_on', due_on,
				'done_at', done_at) order by done_at is not null, due_on nulls last, task_id), '[]')
			from hub.case_tasks where case_tasks.case_id = cases.case_id),
		'hearings', (select coalesce(jsonb_agg(jsonb_build_object('reference', hearings.reference, 'organisation_name', known.name,
				'subject', subject, 'question', question, 'due_on', due_on, 'asked_at', asked_at, 'answer', answer,
				'answered_at', answered_at) order by hearing_id), '[]')
			from hub.case_hearings as hearings join hub.organisations as known using (organisation_id)
			where hearings.case_id = cases.case_id),
		'decisions', (select coalesce(jsonb_agg(jsonb_build_object('decision', decision, 'reasons', reasons,
				'statement', statement, 'is_published', is_published, 'decided_at', decided_at) order by decision_id), '[]')
			from hub.case_decisions where case_decisions.case_id = cases.case_id),
		'follow_up', (select hub.case_follow_up(cases.case_id, (decided_at at time zone 'Europe/Amsterdam')::date,
				(now() at time zone 'Europe/Amsterdam')::date)
			from hub.case_decisions where case_decisions.case_id = cases.case_id and decision <> 'none'
			order by decision_id desc limit 1),
		'events', (select coalesce(jsonb_agg(jsonb_build_object('event', event, 'side', side, 'reason', reason,
				'details', details, 'occurred_at', occurred_at) order by event_id), '[]')
			from hub.case_events where case_events.case_id = cases.case_id))
	from hub.cases where cases.reference = read_case.reference
);
comment on function public.read_case is
	'One case with everything the caller''s side may read of it; null when that is nothing.';

create function public.list_case_reports(reference text, before bigint default null, most integer default 25)
returns table (report_id bigint, reference text, kind text, channel text, state hub.report_state,
	sector text, province text, organisation_name text, stated_name text, caller_number text, categories text[],
	excerpt text, counted_on date, filed_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select reports.report_id, reports.reference, reports.kind, reports.channel, reports.state,
		reports.sector, reports.province, known.name, reports.organisation_name, reports.caller_number,
		array(select report_categories.category from hub.report_categories
			where report_categories.report_id = reports.report_id
			order by is_primary desc, score desc nulls last, report_categories.category),
		left(reports.narrative, 160), reports.counted_on, reports.filed_at
	from hub.cases join hub.case_reports using (case_id) join hub.reports using (report_id)
	left join hub.organisations as known on known.organisation_id = reports.organisation_id
	where cases.reference = list_case_reports.reference
		and (list_case_reports.before is null or reports.report_id < list_case_reports.before)
	order by reports.report_id desc
	limit least(greatest(list_case_reports.most, 1), 200);
end;
comment on function public.list_case_reports is 'The reports of a case, newest first, in the shape of list_reports.';

create function public.list_hearings(organisation_id text) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'subject', subject, 'question', question,
		'due_on', due_on, 'asked_at', asked_at, 'answer', answer, 'answered_at', answered_at)
		order by answered_at is not null, hearing_id desc), '[]')
	from hub.case_hearings
	where case_hearings.organisation_id = list_hearings.organisation_id::uuid
		and case_hearings.organisation_id in (select hub.my_organisations())
);
comment on function public.list_hearings is 'What the committee put to the caller''s organisation, unanswered first. Nothing else of the case.';

create function public.list_told_decisions(organisation_id text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('reference', cases.reference, 'decision', decision, 'statement', statement,
		'is_published', is_published, 'decided_at', decided_at) order by decision_id desc), '[]')
	from hub.case_decisions join hub.cases using (case_id) join hub.case_organisations as parties using (case_id)
	where parties.organisation_id = list_told_decisions.organisation_id::uuid and statement is not null
		and cases.owner = 'committee'
		and (is_published or parties.organisation_id in (select hub.my_organisations()))
);
comment on function public.list_told_decisions is
	'Definer: a member reads what was told to their organisation, and everybody what was published; nothing else of the case.';

revoke execute on function public.list_cases, hub.case_follow_up, public.read_case, public.list_case_reports,
	public.list_hearings, public.list_told_decisions from public;
grant execute on function hub.case_follow_up, public.list_cases, public.read_case, public.list_case_reports,
	public.list_hearings to authenticated;
grant execute on function public.list_told_decisions to anon, authenticated, service_role;
