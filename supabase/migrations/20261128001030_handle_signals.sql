-- What staff see of signals and do with them.

create function public.list_signals(states text[] default null, most integer default 100, id bigint default null)
returns table (signal_id bigint, kind text, organisation_id uuid, organisation_name text, sector text, category text,
	channel text, first_number text, last_number text, state text, method text, since_on date, last_on date,
	observed integer, expected double precision, bound double precision, pvalue double precision,
	score double precision, weeks jsonb, dismiss_reason text, found_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select signals.signal_id, signals.kind, signals.organisation_id, organisations.name, signals.sector,
		signals.category, signals.channel, signals.first_number, signals.last_number, signals.state, signals.method,
		signals.since_on, signals.last_on, signals.observed, signals.expected, signals.bound, signals.pvalue,
		signals.score, signals.weeks, signals.dismiss_reason, signals.found_at
	from hub.signals left join hub.organisations using (organisation_id)
	where (states is null or signals.state = any (states)) and (list_signals.id is null or signals.signal_id = list_signals.id)
	order by signals.state = 'new' desc, signals.last_on desc, signals.observed - signals.expected desc
	limit least(greatest(most, 1), 500);
end;
comment on function public.list_signals is 'Signals, new ones first, as far as the caller may read; of some states, or the one with that id.';

create function public.signal_events(id bigint)
returns table (event text, details jsonb, occurred_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select event, details, occurred_at from hub.signal_events where signal_id = id order by signal_event_id;
end;
comment on function public.signal_events is 'What happened to a signal, as far as the caller may read.';

create function public.last_signal_run() returns table (as_of date, series integer, ran_at timestamptz, judged_through date)
language sql stable set search_path = ''
begin atomic
	select as_of, series, ran_at, judged_through from hub.signal_runs order by signal_run_id desc limit 1;
end;
comment on function public.last_signal_run is 'When the series were last looked through.';

create function public.signal_reports(id bigint, most integer default 50)
returns table (reference text, counted_on date, organisation_name text, channel text, sector text)
language sql stable set search_path = ''
begin atomic
	select reports.reference, reports.counted_on, organisations.name, reports.channel, reports.sector
	from hub.signals join hub.reports on reports.is_counted and reports.kind = 'complaint'
		and reports.counted_on between signals.since_on and signals.last_on + 6
		and (signals.organisation_id is null or reports.organisation_id = signals.organisation_id)
		and (signals.sector is null or reports.sector = signals.sector)
		and (signals.channel is null or reports.channel = signals.channel)
		and (signals.first_number is null or reports.caller_number between signals.first_number and signals.last_number)
		and (signals.category is null or exists (select from hub.report_categories as filed
			where filed.report_id = reports.report_id and filed.category = signals.category))
	left join hub.organisations on organisations.organisation_id = reports.organisation_id
	where signals.signal_id = id
	order by reports.counted_on desc, reports.report_id desc
	limit least(greatest(most, 1), 1000);
end;
comment on function public.signal_reports is 'The reports behind a signal, the newest first, as far as the caller may read.';

create function hub.open_signal(id bigint) returns hub.signals
language plpgsql volatile set search_path = '' as $$
declare
	found_one hub.signals;
begin
	if not hub.has_role('committee', 'moderator', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	select * into found_one from hub.signals where signal_id = id for update;
	if found_one.signal_id is null then
		raise exception using errcode = 'GH404', message = 'signal_not_found';
	end if;
	if found_one.state not in ('new', 'seen') then
		raise exception using errcode = 'GH003', message = 'signal_already_handled';
	end if;
	return found_one;
end $$;
comment on function hub.open_signal is 'A signal that may still be handled, held for who handles it.';

create function public.see_signal(id bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if (hub.open_signal(id)).state = 'new' then
		update hub.signals set state = 'seen' where signal_id = id;
		perform hub.add_signal_event(id, 'seen');
	end if;
end $$;
comment on function public.see_signal is 'Definer: checks by itself that the caller is of the committee. Somebody has looked at it.';

create function public.dismiss_signal(id bigint, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.open_signal(id);
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH008', message = 'reason_needed';
	end if;
	update hub.signals set state = 'dismissed', dismiss_reason = left(btrim(reason), 2000) where signal_id = id;
	perform hub.add_signal_event(id, 'dismissed', jsonb_build_object('reason', left(btrim(reason), 2000)));
end $$;
comment on function public.dismiss_signal is
	'Definer: checks by itself that the caller is of the committee. Put aside with a reason; the series stays quiet for eight weeks.';

create function hub.take_signal_into_case(signal_id bigint) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update hub.signals set state = 'in_case'
	where signals.signal_id = take_signal_into_case.signal_id and state in ('new', 'seen');
	if found then
		perform hub.add_signal_event(take_signal_into_case.signal_id, 'taken_into_case');
	end if;
end $$;
comment on function hub.take_signal_into_case is
	'A case of the committee takes a signal: from then on it is renewed there. One that was handled stays as it is.';

create function public.count_signals(first_on date, last_on date) returns integer
language sql stable set search_path = ''
begin atomic
	select count(*)::integer from hub.signals
	where (found_at at time zone 'Europe/Amsterdam')::date between count_signals.first_on and count_signals.last_on;
end;
comment on function public.count_signals is 'How many signals were first found between two days, for the report on a month.';

revoke execute on function public.list_signals, public.signal_events, public.last_signal_run, public.signal_reports,
	hub.open_signal, public.see_signal, public.dismiss_signal, hub.take_signal_into_case, public.count_signals from public;
grant execute on function public.list_signals, public.signal_events, public.last_signal_run, public.signal_reports,
	public.see_signal, public.dismiss_signal to authenticated;
grant execute on function public.list_signals, public.signal_reports, public.last_signal_run, public.count_signals
	to service_role;
