-- What anybody may know about a caller number.

create function hub.count_reporters(number hub.phone_number, most integer) returns integer
language plpgsql stable set search_path = '' as $$
declare
	reporters integer := 0;
	reporter bytea := ''::bytea;
begin
	-- From one reporter to the next in the index, not past all the reports of each.
	while reporters < most loop
		select coalesce(reporter_key, client_key) into reporter
		from hub.reports
		where caller_number = number and is_counted
			-- Pointed to another organisation within the hour, it was known before.
			and (shown_from <= now() or hub.told_at(filed_at) <= now())
			and coalesce(reporter_key, client_key) > reporter
		order by coalesce(reporter_key, client_key) limit 1;
		exit when not found;
		reporters := reporters + 1;
	end loop;
	return reporters;
end $$;
comment on function hub.count_reporters is
	'How many different people reported a number, counted up to most, as far as everybody may know (hub.told_at). One e-mail address is one reporter; who left none counts for himself.';

create index reports_reporter_idx on hub.reports (caller_number, coalesce(reporter_key, client_key))
	where is_counted;

create function public.look_up_number(number text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	today date := (now() at time zone 'Europe/Amsterdam')::date;
	reporters integer := 0;
	owner record;
	totals record;
	hidden_below constant integer := 5;
	reporters_needed constant integer := 3;
begin
	if number is null or number !~ '^\+[1-9][0-9]{3,14}$' then
		return jsonb_build_object('registered', null, 'below_threshold', true, 'reports', null,
			'top_categories', jsonb_build_array(), 'assessment', 'unknown');
	end if;

	select organisations.organisation_id, organisations.name, organisations.slug,
		organisations.objection_url, registration.valid_from,
		case when registration.is_campaign_public then registration.campaign end as campaign
	into owner
	from hub.number_registrations as registration join hub.organisations using (organisation_id)
	where registration.state = 'confirmed' and registration.numbers @> substr(number, 2)::int8
		and length(registration.first_number) = length(number) and registration.period @> today;

	reporters := hub.count_reporters(number, reporters_needed);

	select coalesce(sum(report_count) filter (where kind = 'complaint'), 0) as complaints,
		coalesce(sum(report_count) filter (where kind = 'compliment'), 0) as compliments,
		coalesce(sum(report_count) filter (where counted_on > today - 30), 0) as last_30_days,
		min(counted_on) as first_on, max(counted_on) as last_on
	into totals
	from (
		select kind, counted_on, sum(report_count) as report_count
		from (
			select kind, counted_on, report_count from hub.number_counts
			where caller_number = look_up_number.number and category = ''
			union all
			select kind, counted_on, weight from hub.report_count_changes
			where caller_number = look_up_number.number and shown_from <= now()) as folded_or_not
		group by kind, counted_on having sum(report_count) <> 0) as counted;

	return jsonb_build_object(
		'registered', case when owner.organisation_id is not null then jsonb_build_object(
			'organisation_id', owner.organisation_id, 'organisation_name', owner.name,
			'organisation_slug', owner.slug, 'since', owner.valid_from,
			'campaign', owner.campaign, 'objection_url', owner.objection_url) end,
		'below_threshold', reporters < reporters_needed,
		'reports', case when reporters >= reporters_needed then jsonb_build_object(
			'complaints', case when not totals.complaints between 1 and 4 then totals.complaints end,
			'compliments', case when not totals.compliments between 1 and 4 then totals.compliments end,
			'last_30_days', case when not totals.last_30_days between 1 and 4
				-- Nor may what is left be small, or what is hidden above follow from it.
				and not totals.complaints + totals.compliments - totals.last_30_days between 1 and 4
				and not totals.complaints between 1 and 4 and not totals.compliments between 1 and 4
				then totals.last_30_days end,
			'first_on', totals.first_on, 'last_on', totals.last_on) end,
		'top_categories', case when reporters >= reporters_needed then (
			select coalesce(jsonb_agg(jsonb_build_object('code', category, 'count', report_count)
				order by report_count desc, category), '[]')
			from (
				select category, sum(report_count) as report_count
				from (
					select category, report_count from hub.number_counts
					where caller_number = look_up_number.number and category <> ''
					union all
					select each_category, weight from hub.report_count_changes, unnest(categories) as each_category
					where caller_number = look_up_number.number and shown_from <= now()) as folded_or_not
				group by category having sum(report_count) >= hidden_below
					-- Nor may the reports in no such category be 1 to 4.
					and (select case when categories.kind = 'complaint' then totals.complaints else totals.compliments end
							- sum(report_count)
						from hub.categories where categories.code = category) not between 1 and 4
				order by sum(report_count) desc, category limit 3) as top) else '[]' end,
		'assessment', case
			when owner.organisation_id is not null then 'registered'
			when reporters < reporters_needed then 'unknown'
			-- From what is shown alone: else a hidden count would follow from it.
			when totals.compliments >= hidden_below and totals.compliments * 2 >= totals.complaints then 'mixed'
			when totals.complaints >= hidden_below then 'often_reported'
			else 'mixed' end);
end $$;
comment on function public.look_up_number is
	'Definer: the public may see counts, never rows. Owner and counts of a number in E.164; nothing below 3 different reporters, no count of 1 to 4 (null), nothing of an hour that is not over (hub.told_at).';
revoke execute on function hub.count_reporters, public.look_up_number from public;
grant execute on function public.look_up_number to anon, authenticated, service_role;

create index report_count_changes_caller_number_idx on hub.report_count_changes (caller_number);
