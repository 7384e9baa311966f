-- How an organisation answers. Everything is of the complaints that were delivered to it in a period.

create function hub.is_proven_otherwise(report hub.reports) returns boolean
language sql immutable set search_path = ''
return (report).state in ('closed', 'anonymised')
	and (report).outcome in ('unfounded', 'spoofed', 'wrong_organisation');
comment on function hub.is_proven_otherwise is
	'Whether a report ended with it being shown that it did not happen so, or was not theirs. That an organisation says so is not enough.';

create function hub.figures_of_answers(organisation_id uuid, first_on date, last_on date, as_of timestamptz)
returns jsonb
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	with asked as (
		select reports.report_id, reports.delivered_at, reports.outcome, hub.is_proven_otherwise(reports) as is_proven_otherwise,
			clocks.amount as term,
			(reports.delivered_at at time zone 'Europe/Amsterdam')::date + clocks.amount
				< (figures_of_answers.as_of at time zone 'Europe/Amsterdam')::date as is_over
		from hub.reports join hub.clocks on clocks.code = 'organisation_answer'
		where reports.organisation_id = figures_of_answers.organisation_id
			and reports.is_counted and reports.delivered_at is not null
			and reports.delivered_at >= figures_of_answers.first_on::timestamp at time zone 'Europe/Amsterdam'
			and reports.delivered_at < (figures_of_answers.last_on + 1)::timestamp at time zone 'Europe/Amsterdam'
			and reports.kind = 'complaint' and reports.origin <> 'import'),
	heard as (
		select asked.*, first_answer.answered_at, last_answer.answer_type, last_answer.verdict,
			last_answer.answer_id is not null as is_answered,
			extract(epoch from first_answer.answered_at - asked.delivered_at) / 3600 as hours,
			(first_answer.answered_at at time zone 'Europe/Amsterdam')::date
				<= (asked.delivered_at at time zone 'Europe/Amsterdam')::date + asked.term as is_in_time
		from asked
		left join lateral (
			select report_answers.answered_at from hub.report_answers
			where report_answers.report_id = asked.report_id
				and report_answers.organisation_id = figures_of_answers.organisation_id
				and report_answers.answered_at >= asked.delivered_at
			order by report_answers.answer_id limit 1) as first_answer on true
		left join lateral (
			select report_answers.* from hub.report_answers
			where report_answers.report_id = asked.report_id
				and report_answers.organisation_id = figures_of_answers.organisation_id
				and report_answers.answered_at >= asked.delivered_at
			order by report_answers.answer_id desc limit 1) as last_answer on true),
	-- Of what was not theirs no answer was due.
	due as (
		select * from heard
		where (is_answered or is_over)
			and not (is_proven_otherwise and outcome in ('spoofed', 'wrong_organisation')))
	select jsonb_build_object(
		'due', (select count(*) from due),
		'answered', (select count(*) from due where is_answered),
		'in_time', (select count(*) from due where is_in_time),
		'median_hours', (select percentile_cont(0.5) within group (order by hours) from due where is_answered),
		'verdicts', (select jsonb_build_object(
			'solved', count(*) filter (where verdict = 'solved'),
			'not_solved', count(*) filter (where verdict = 'not_solved'),
			'none', count(*) filter (where verdict is null)) from due where is_answered),
		'findings', (select jsonb_build_object(
			'founded_by_organisation', count(*) filter (where not is_proven_otherwise and answer_type = 'accepted'),
			'unfounded_by_organisation', count(*) filter (where not is_proven_otherwise and answer_type in ('explained', 'rejected')),
			'unfounded_by_committee', count(*) filter (where is_proven_otherwise and outcome = 'unfounded'),
			'not_theirs_by_organisation', count(*) filter (where not is_proven_otherwise and answer_type = 'not_ours'),
			'not_theirs_by_committee', count(*) filter (where is_proven_otherwise and outcome in ('spoofed', 'wrong_organisation')),
			'unknown', count(*) filter (where not is_proven_otherwise and not is_answered)) from heard));
end;
comment on function hub.figures_of_answers is
	'Answer rate and time, verdicts, and what is known of being founded and who says so. docs/statistics.md defines each. Exact: who may see small counts is for the caller to know.';

create function public.count_answers(organisation_id uuid, first_on date, last_on date, as_of timestamptz) returns jsonb
language sql stable security definer set search_path = ''
return hub.figures_of_answers(organisation_id, first_on, last_on, as_of);
comment on function public.count_answers is
	'Definer: the server alone, which hides what is small before it shows the public anything. As hub.figures_of_answers.';

revoke execute on function hub.is_proven_otherwise, hub.figures_of_answers, public.count_answers from public;
grant execute on function public.count_answers to service_role;
