-- What staff see of likely callers.

create function public.list_likely_callers(states text[] default null, id bigint default null, most integer default 100)
returns table (caller_id bigint, state text, organisation_id uuid, organisation_name text, label text,
	follows_caller_id bigint, follows_name text, follows_state text, strength double precision, reasons jsonb,
	numbers text[], report_count integer, first_on date, last_on date, decision text, decided_at timestamptz,
	found_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select callers.caller_id, callers.state, callers.organisation_id, organisations.name, callers.label,
		callers.follows_caller_id, coalesce(of_followed.name, followed.label), followed.state, callers.strength, callers.reasons,
		array(select caller_number::text from hub.likely_caller_numbers as known
			where known.caller_id = callers.caller_id order by 1),
		callers.report_count, callers.first_on, callers.last_on, callers.decision, callers.decided_at, callers.found_at
	from hub.likely_callers as callers
	left join hub.organisations on organisations.organisation_id = callers.organisation_id
	left join hub.likely_callers as followed on followed.caller_id = callers.follows_caller_id
	left join hub.organisations as of_followed on of_followed.organisation_id = followed.organisation_id
	where (states is null or callers.state = any (states)) and (list_likely_callers.id is null or callers.caller_id = list_likely_callers.id)
	order by callers.state = 'new' desc, callers.report_count desc, callers.caller_id
	limit least(greatest(most, 1), 500);
end;
comment on function public.list_likely_callers is
	'Likely callers, those that wait first and then the most reported, as far as the caller may read; of some states, or the one with that id. follows_name: how the one is named that it goes with.';

create function public.likely_caller_events(id bigint)
returns table (event text, reason text, details jsonb, occurred_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select event, reason, details, occurred_at from hub.likely_caller_events where caller_id = id order by event_id;
end;
comment on function public.likely_caller_events is 'What happened to a likely caller, as far as the caller may read.';

create function public.likely_caller_numbers(id bigint)
returns table (caller_number text, complaints integer, first_on date, last_on date, held_until date)
language sql stable set search_path = ''
begin atomic
	select known.caller_number::text, count(reports.report_id)::integer, min(reports.counted_on), max(reports.counted_on),
		least(known.valid_until, known.ended_on)
	from hub.likely_caller_numbers as known
	left join hub.reports on reports.caller_number = known.caller_number and reports.is_counted and reports.kind = 'complaint'
	where known.caller_id = id
	group by known.caller_id, known.caller_number order by 2 desc, 1;
end;
comment on function public.likely_caller_numbers is 'The numbers of a likely caller with their complaints, the most reported first; of a named one also the last day on which the number is its own.';

create function public.likely_caller_reports(id bigint, most integer default 50)
returns table (reference text, counted_on date, caller_number text, sector text, organisation_name text, state hub.report_state)
language sql stable set search_path = ''
begin atomic
	select reports.reference, reports.counted_on, reports.caller_number::text, reports.sector,
		coalesce(organisations.name, reports.organisation_name), reports.state
	from hub.likely_caller_numbers as known
	join hub.reports on reports.caller_number = known.caller_number and reports.is_counted and reports.kind = 'complaint'
	left join hub.organisations on organisations.organisation_id = reports.organisation_id
	where known.caller_id = id
	order by reports.counted_on desc, reports.report_id desc
	limit least(greatest(most, 1), 1000);
end;
comment on function public.likely_caller_reports is 'The complaints about the numbers of a likely caller, the newest first, as far as the caller may read.';

create function public.likely_callers_in_blocks(blocks text[])
returns table (block text, caller_id bigint, state text, name text, number_count integer)
language sql stable set search_path = ''
begin atomic
	select left(known.caller_number, -2), callers.caller_id, callers.state, coalesce(organisations.name, callers.label),
		callers.number_count
	from hub.likely_caller_numbers as known
	join hub.likely_callers as callers using (caller_id)
	left join hub.organisations using (organisation_id)
	where left(known.caller_number, -2) = any (blocks) and callers.state in ('new', 'named')
	group by 1, callers.caller_id, organisations.name
	order by 1, callers.caller_id;
end;
comment on function public.likely_callers_in_blocks is
	'Which likely callers have numbers in these blocks of a hundred, given by the digits they begin with; not those that were put aside.';

create function public.last_likely_caller_run() returns table (as_of date, numbers integer, ran_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select as_of, numbers, ran_at from hub.likely_caller_runs order by run_id desc limit 1;
end;
comment on function public.last_likely_caller_run is 'When the numbers were last looked through.';

revoke execute on function public.list_likely_callers, public.likely_caller_events, public.likely_caller_numbers,
	public.likely_caller_reports, public.likely_callers_in_blocks, public.last_likely_caller_run from public;
grant execute on function public.list_likely_callers, public.likely_caller_events, public.likely_caller_numbers,
	public.likely_caller_reports, public.likely_callers_in_blocks, public.last_likely_caller_run to authenticated;
grant execute on function public.list_likely_callers, public.last_likely_caller_run to service_role;
