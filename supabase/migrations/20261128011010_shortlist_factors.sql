-- The raw figures of the shortlist, in one call.

create function public.shortlist_factors(first_on date, last_on date, as_of timestamptz, fewest integer default 5)
returns table (kind text, subject text, organisation_name text, organisation_slug text,
	caller_label text, practice text,
	reports bigint, expected double precision, expected_from text, months bigint, provinces bigint, reporters bigint,
	severity double precision, repeats bigint, due bigint, unanswered bigint, vulnerable bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as $$
#variable_conflict use_column
begin
	if not hub.is_staff() then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	return query
	with candidates as materialized (
		select * from hub.shortlist_candidates(shortlist_factors.first_on, shortlist_factors.last_on, shortlist_factors.fewest)),
	subject_reports as materialized (
		select found.kind, found.subject, (found.report).report_id, (found.report).counted_on, (found.report).province,
			(found.report).reporter_key, (found.report).follows_report_id, (found.report).facts, (found.report).state,
			(found.report).delivered_at, (found.report).answer_due_at, (found.report).origin, (found.report).outcome,
			(found.report).reporter_key is not null and row_number() over (
				partition by found.kind, found.subject, (found.report).reporter_key order by (found.report).report_id) > 1 as is_again
		from hub.shortlist_reports(shortlist_factors.first_on, shortlist_factors.last_on,
			array(select distinct candidates.kind || ' ' || candidates.subject from candidates)) as found),
	heaviest as (
		select findings.report_id, max(case findings.severity when 'high' then 1 when 'medium' then 0.6 when 'low' then 0.3 else 0.1 end
			* case findings.outcome when 'likely' then 1 else 0.5 end) as weight
		from hub.report_findings as findings
		where findings.report_id in (select subject_reports.report_id from subject_reports)
		group by findings.report_id),
	totals as (
		select subject_reports.kind, subject_reports.subject, count(*) as all_reports
		from subject_reports group by 1, 2),
	-- What part of all complaints in the period has this practice.
	mix as (
		select runs.cell_category as practice, sum(month_count)::float8 as report_count
		from public.count_reports('month', array['category'],
				date_trunc('month', shortlist_factors.first_on::timestamp)::date, shortlist_factors.last_on, kind => 'complaint') as runs,
			unnest(runs.report_counts) with ordinality as months (month_count, place)
		where (runs.begins_on + (place - 1) * interval '1 month')::date
			between date_trunc('month', shortlist_factors.first_on::timestamp)::date and shortlist_factors.last_on
		group by 1),
	everything as (
		select greatest(sum(month_count), 1)::float8 as report_count
		from public.count_reports('month', array['kind'],
				date_trunc('month', shortlist_factors.first_on::timestamp)::date, shortlist_factors.last_on, kind => 'complaint') as runs,
			unnest(runs.report_counts) with ordinality as months (month_count, place)
		where (runs.begins_on + (place - 1) * interval '1 month')::date
			between date_trunc('month', shortlist_factors.first_on::timestamp)::date and shortlist_factors.last_on),
	volumes as (
		select volumes.organisation_id::text as subject, sum(volumes.contacts)::float8 as contacts
		from hub.contact_volumes as volumes
		where volumes.month_on between shortlist_factors.first_on and shortlist_factors.last_on
		group by 1 having sum(volumes.contacts) >= 1000),
	rates as (
		-- Complaints with this practice per declared contact, of all who declared.
		select candidates.practice, sum(candidates.report_count) / sum(volumes.contacts) as rate
		from candidates join volumes using (subject) where candidates.kind = 'organisation' group by 1),
	weighed as (
		select subject_reports.kind, subject_reports.subject, categories.category as practice,
			count(*) as reports, count(distinct date_trunc('month', subject_reports.counted_on::timestamp)) as months,
			count(distinct subject_reports.province) as provinces,
			count(distinct subject_reports.reporter_key) + count(*) filter (where subject_reports.reporter_key is null) as reporters,
			coalesce(sum(heaviest.weight), 0)::float8 as severity,
			count(*) filter (where subject_reports.follows_report_id is not null or subject_reports.is_again
				or subject_reports.facts ? 'objection_at' or exists (
					select from hub.report_categories as ignored
					where ignored.report_id = subject_reports.report_id and ignored.category = 'objection_ignored')) as repeats,
			count(*) filter (where subject_reports.origin <> 'import' and subject_reports.answer_due_at < shortlist_factors.as_of
				and subject_reports.outcome is distinct from 'wrong_organisation') as due,
			count(*) filter (where subject_reports.origin <> 'import' and subject_reports.answer_due_at < shortlist_factors.as_of
				and subject_reports.state in ('open', 'seen', 'reopened', 'expired')) as unanswered,
			count(*) filter (where subject_reports.facts ->> 'vulnerable' = 'yes') as vulnerable
		from subject_reports
		join hub.report_categories as categories using (report_id)
		join candidates on candidates.kind = subject_reports.kind and candidates.subject = subject_reports.subject
			and candidates.practice = categories.category
		left join heaviest using (report_id)
		group by 1, 2, 3)
	select weighed.kind, weighed.subject, known.name, known.slug, callers.label, weighed.practice, weighed.reports,
		coalesce(volumes.contacts * rates.rate, totals.all_reports * mix.report_count / everything.report_count),
		case when volumes.contacts * rates.rate is null then 'mix' else 'contacts' end,
		weighed.months, weighed.provinces, weighed.reporters, weighed.severity, weighed.repeats,
		weighed.due, weighed.unanswered, weighed.vulnerable
	from weighed
	join totals on totals.kind = weighed.kind and totals.subject = weighed.subject
	join mix on mix.practice = weighed.practice
	cross join everything
	left join volumes on weighed.kind = 'organisation' and volumes.subject = weighed.subject
	left join rates on rates.practice = weighed.practice
	left join hub.organisations as known
		on known.organisation_id = case when weighed.kind in ('organisation', 'chain') then weighed.subject::uuid end
	left join hub.likely_callers as callers
		on callers.caller_id = case when weighed.kind = 'caller' then weighed.subject::bigint end
	where weighed.reports >= shortlist_factors.fewest;
end $$;
comment on function public.shortlist_factors is
	'Definer: keys of reporters are closed, and only how many there are is told; checks by itself that the caller is staff. Per subject and practice of a period the raw figures that the shortlist is made of: counts, what was to be expected (from declared contacts, else from the mix of all complaints), the sum of the heaviest finding per report. `subject` is an organisation''s id, that of a likely caller which the committee named, or the digits that a block of a hundred numbers begins with.';
revoke execute on function public.shortlist_factors from public;
grant execute on function public.shortlist_factors to authenticated;
