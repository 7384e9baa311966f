-- What members read of the figures of their organisation: exact, for they may read the reports too.

create function public.count_own_reports(
	grain text, dimensions text[], first_on date, last_on date, organisation_id uuid,
	kind text default null, channel text default null, category text default null)
returns table (cell_kind text, cell_channel text, cell_category text, cell_sector text,
	cell_province text, cell_organisation_id uuid, begins_on date, report_counts integer[])
language plpgsql stable security definer set search_path = '' as $$
begin
	perform hub.require_level(organisation_id, 'reader');
	return query select * from public.count_reports(count_own_reports.grain, count_own_reports.dimensions,
		count_own_reports.first_on, count_own_reports.last_on, count_own_reports.kind, count_own_reports.channel,
		count_own_reports.category, organisation_id => count_own_reports.organisation_id);
end $$;
comment on function public.count_own_reports is
	'Definer: checks by itself that the caller is a member of the organisation. As count_reports, of that organisation alone.';

create function public.own_figures(organisation_id uuid, first_on date, last_on date, as_of timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	most_numbers constant integer := 50;
begin
	perform hub.require_level(organisation_id, 'reader');
	return (
		with counted as (
			select caller_number, kind, counted_on, count(*) as report_count
			from hub.reports
			where reports.organisation_id = own_figures.organisation_id and is_counted
				and counted_on between own_figures.first_on and own_figures.last_on
			group by caller_number, kind, counted_on),
		registered as (
			select counted.*, registration.campaign, centre.name as contact_centre
			from counted
			left join hub.number_registrations as registration
				on registration.organisation_id = own_figures.organisation_id and registration.state = 'confirmed'
				and length(registration.first_number) = length(counted.caller_number)
				and registration.numbers @> substr(counted.caller_number, 2)::int8
				and registration.period @> counted.counted_on
			left join hub.organisations as centre on centre.organisation_id = registration.contact_centre_id),
		told_apart as (
			select each.part, each.name, sum(report_count) filter (where kind = 'complaint') as complaints,
				sum(report_count) filter (where kind = 'compliment') as compliments
			from registered, lateral (values
				('numbers', caller_number::text), ('campaigns', campaign), ('contact_centres', contact_centre)) as each (part, name)
			group by each.part, each.name),
		ranked as (
			select *, row_number() over (partition by part order by name is null, coalesce(complaints, 0) + coalesce(compliments, 0) desc, name) as place
			from told_apart)
		select jsonb_build_object(
			'answers', hub.figures_of_answers(own_figures.organisation_id, own_figures.first_on, own_figures.last_on, own_figures.as_of),
			'numbers', '[]'::jsonb, 'campaigns', '[]'::jsonb, 'contact_centres', '[]'::jsonb)
			|| coalesce((
				select jsonb_object_agg(part, rows)
				from (
					select part, jsonb_agg(jsonb_build_object('name', name, 'complaints', coalesce(complaints, 0),
						'compliments', coalesce(compliments, 0)) order by place) as rows
					from ranked where place <= most_numbers group by part) as grouped), '{}'));
end $$;
comment on function public.own_figures is
	'Definer: checks by itself that the caller is a member of the organisation. Answers, and reports per number (fifty at most), campaign and contact centre as its registrations name them; a null name is none.';

revoke execute on function public.count_own_reports, public.own_figures from public;
grant execute on function public.count_own_reports, public.own_figures to authenticated;
