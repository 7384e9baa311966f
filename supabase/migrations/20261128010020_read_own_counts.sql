-- The figures of one organisation, read from its counts.

create function hub.pages_of_period(first_on date, last_on date)
returns table (grain text, page_on date, first_place integer, last_place integer)
language sql immutable rows 4
begin atomic
	with whole as (
		select (date_trunc('month', (first_on - 1)::timestamp) + interval '1 month')::date as first_on,
			date_trunc('month', (last_on + 1)::timestamp)::date - 1 as last_on),
	pieces (grain, first_on, last_on) as (
		select 'month', whole.first_on, whole.last_on from whole where whole.first_on <= whole.last_on
		union all
		select 'day', pages_of_period.first_on, whole.first_on - 1 from whole where whole.first_on <= whole.last_on
		union all
		select 'day', whole.last_on + 1, pages_of_period.last_on from whole where whole.first_on <= whole.last_on
		union all
		select 'day', pages_of_period.first_on, pages_of_period.last_on from whole where whole.first_on > whole.last_on)
	select pieces.grain, page::date,
		case when page::date = hub.page_on(pieces.grain, pieces.first_on) then hub.place_on_page(pieces.grain, pieces.first_on) else 1 end,
		case when page::date = hub.page_on(pieces.grain, pieces.last_on) then hub.place_on_page(pieces.grain, pieces.last_on)
			else case pieces.grain when 'day' then 31 else 12 end end
	from pieces, generate_series(hub.page_on(pieces.grain, pieces.first_on)::timestamp,
		hub.page_on(pieces.grain, pieces.last_on)::timestamp,
		case pieces.grain when 'day' then interval '1 month' else interval '1 year' end) as page
	where pieces.first_on <= pieces.last_on;
end;
comment on function hub.pages_of_period is
	'Where the counts of a period stand: whole months on pages of months, the days before and after them on pages of days.';

create function hub.own_counts(
	organisation_id uuid, facet text, first_on date, last_on date, of_values text[] default null)
returns table (value text, kind text, report_count bigint)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as $$
#variable_conflict use_column
begin
	return query
	select counts.value, counts.kind, sum((
		select sum(each) from unnest(counts.counts[pages.first_place : pages.last_place]) as each))::bigint
	from hub.pages_of_period(first_on, last_on) as pages
	join hub.facet_counts as counts on counts.facet = own_counts.facet and counts.cuboid = 17
		and counts.organisation_id = own_counts.organisation_id and counts.page_on = pages.page_on
		and counts.grain = pages.grain and (of_values is null or counts.value = any (of_values))
	group by 1, 2;
	return query execute format($changes$
		select facets.value, kind, sum(changes.weight)::bigint
		from (select weight, (facets).* from hub.facet_changes where shown_from <= now()) as changes, lateral (%s) as facets (facet, organisation_id, value, day)
		where $1 in (about_id, made_by_id) and facets.organisation_id = $1 and facets.facet = $2 and facets.day between $3 and $4
			and ($5 is null or facets.value = any ($5))
		group by 1, 2 $changes$, hub.own_facet_values())
	using own_counts.organisation_id, own_counts.facet, first_on, last_on, of_values;
end $$;
comment on function hub.own_counts is
	'Reports about an organisation in a period per value of an own_ facet and kind: what was folded in and what was not, as far as everybody may know (hub.told_at). Add up: a value may come twice.';

create function hub.figures_of_answers(organisation_id uuid, first_on date, last_on date, as_of timestamptz)
returns jsonb
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off
begin atomic
	with term as (
		select amount, (as_of at time zone 'Europe/Amsterdam')::date - amount - 1 as over_on
		from hub.clocks where code = 'organisation_answer'),
	answered as (
		select sum(report_count) as all, sum(report_count) filter (where value::integer <= (select amount from term)) as in_time
		from hub.own_counts(figures_of_answers.organisation_id, 'own_days', first_on, last_on)
		where value <> 'none'),
	-- The term of whoever was told on the last of these days is over.
	unanswered as (
		select sum(report_count) as all
		from term, hub.own_counts(figures_of_answers.organisation_id, 'own_days', first_on, least(last_on, term.over_on), array['none'])),
	hours as (
		select value::integer as hours, sum(sum(report_count)) over (order by value::integer) as up_to, sum(sum(report_count)) over () as all
		from hub.own_counts(figures_of_answers.organisation_id, 'own_hours', first_on, last_on)
		group by 1 having sum(report_count) > 0),
	verdicts as (
		select value, sum(report_count) as report_count
		from hub.own_counts(figures_of_answers.organisation_id, 'own_verdict', first_on, last_on) group by 1),
	findings as (
		select value, sum(report_count) as report_count
		from hub.own_counts(figures_of_answers.organisation_id, 'own_finding', first_on, last_on) group by 1)
	select jsonb_build_object(
		'due', coalesce(answered.all, 0) + coalesce(unanswered.all, 0),
		'answered', coalesce(answered.all, 0),
		'in_time', coalesce(answered.in_time, 0),
		'median_hours', (select (min(hours) filter (where up_to * 2 >= hours.all) + min(hours) filter (where up_to * 2 > hours.all)) / 2.0 from hours),
		'verdicts', (select jsonb_object_agg(shown.name, coalesce(verdicts.report_count, 0))
			from (values ('solved', 'solved'), ('not_solved', 'not_solved'), ('none', 'no_verdict')) as shown (name, value)
			left join verdicts using (value)),
		'findings', (select jsonb_object_agg(shown.value, coalesce(findings.report_count, 0))
			from unnest(array['founded_by_organisation', 'unfounded_by_organisation', 'unfounded_by_committee',
				'not_theirs_by_organisation', 'not_theirs_by_committee', 'unknown']) as shown (value)
			left join findings using (value)))
	from answered, unanswered;
end;
comment on function hub.figures_of_answers is
	'Answer rate and time, verdicts, and what is known of being founded and who says so. docs/statistics.md defines each. Exact, from counts by day of delivery; the median in whole hours that had passed. Who may see small counts is for the caller to know.';

create function public.count_answers(organisation_id uuid, first_on date, last_on date, as_of timestamptz) returns jsonb
language sql stable security definer set search_path = ''
return hub.figures_of_answers(organisation_id, first_on, last_on, as_of);
comment on function public.count_answers is
	'Definer: the server alone, which hides what is small before it shows the public anything. As hub.figures_of_answers.';

create function hub.most_reported_numbers(organisation_id uuid, first_on date, last_on date, most integer)
returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = off as $$
#variable_conflict use_column
declare
	-- Of numbers with changes that wait to be folded in, the totals are not known yet: they come first.
	waiting constant text[] := array(
		select distinct (changes.facets).caller_number from hub.facet_changes as changes
		where (changes.facets).about_id = most_reported_numbers.organisation_id and (changes.facets).caller_number is not null
			and changes.shown_from <= now());
	depth integer := 2 * most;
	candidates text[];
	totals integer[];
	found jsonb;
begin
	loop
		select coalesce(array_agg(caller_number order by report_count desc, caller_number), '{}'), coalesce(array_agg(report_count order by report_count desc), '{}')
		into candidates, totals
		from (
			select caller_number, report_count from hub.own_number_totals as known
			where known.organisation_id = most_reported_numbers.organisation_id and report_count > 0
			order by report_count desc, caller_number limit depth) as top;
		select coalesce(jsonb_agg(jsonb_build_object('name', value, 'complaints', complaints, 'compliments', compliments) order by place), '[]')
		into found
		from (
			select value, coalesce(sum(report_count) filter (where kind = 'complaint'), 0) as complaints,
				coalesce(sum(report_count) filter (where kind = 'compliment'), 0) as compliments,
				row_number() over (order by sum(report_count) desc, array_position(candidates, value), value) as place
			from hub.own_counts(most_reported_numbers.organisation_id, 'own_number', first_on, last_on, waiting || candidates)
			group by value having sum(report_count) > 0) as ranked
		where place <= most;
		-- What comes deeper has no more reports in all than the last one here.
		exit when cardinality(candidates) < depth or jsonb_array_length(found) = most
			and totals[depth] <= (found -> most - 1 -> 'complaints')::integer + (found -> most - 1 -> 'compliments')::integer;
		depth := depth * 4;
	end loop;
	return found;
end $$;
comment on function hub.most_reported_numbers is
	'The numbers reported most in a period. Exact, yet only those are looked at that may be among them: no period has more reports of a number than there are in all.';

revoke execute on function hub.pages_of_period, hub.own_counts, hub.most_reported_numbers, hub.figures_of_answers,
	public.count_answers from public;
grant execute on function public.count_answers to service_role;
