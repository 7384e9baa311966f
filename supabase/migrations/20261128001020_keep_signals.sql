-- What a run found becomes signals: an open one of the same series is renewed, one that was dismissed
-- lately stays quiet.

create function public.keep_signals(stood_out jsonb, as_of date, judged_through date, series integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	one record;
	open_one hub.signals;
	id bigint;
	told jsonb := '{"found": 0, "renewed": 0, "muted": 0}'::jsonb;
	outcome text;
begin
	-- One run at a time: two would each find the same.
	perform pg_advisory_xact_lock(hashtext('hub.keep_signals'));
	for one in select * from jsonb_to_recordset(stood_out) as fields (series_key text, kind text, organisation_id uuid,
		sector text, category text, channel text, first_number text, last_number text, method text, since_on date,
		last_on date, observed integer, expected double precision, bound double precision, pvalue double precision,
		score double precision, weeks jsonb)
	loop
		select * into open_one from hub.signals
		where signals.series_key = one.series_key and state <> 'dismissed' for update;
		if open_one.signal_id is not null then
			outcome := 'renewed';
			if one.last_on > open_one.last_on then
				perform hub.add_signal_event(open_one.signal_id, 'renewed', jsonb_build_object('observed', one.observed));
			end if;
			if one.last_on >= open_one.last_on then
				update hub.signals set last_on = one.last_on, since_on = least(since_on, one.since_on),
					observed = one.observed, expected = one.expected, bound = one.bound, pvalue = one.pvalue,
					score = one.score, method = one.method, weeks = one.weeks, renewed_at = now()
				where signal_id = open_one.signal_id;
			end if;
		elsif exists (select from hub.signals where signals.series_key = one.series_key
			and signals.last_on + 56 >= one.since_on) then
			outcome := 'muted';
		else
			outcome := 'found';
			insert into hub.signals (series_key, kind, organisation_id, sector, category, channel, first_number,
				last_number, method, since_on, last_on, observed, expected, bound, pvalue, score, weeks)
			values (one.series_key, one.kind, one.organisation_id, one.sector, one.category, one.channel,
				one.first_number, one.last_number, one.method, one.since_on, one.last_on, one.observed,
				one.expected, one.bound, one.pvalue, one.score, one.weeks)
			returning signal_id into id;
			perform hub.add_signal_event(id, 'found', jsonb_build_object('observed', one.observed));
		end if;
		told := jsonb_set(told, array[outcome], to_jsonb((told ->> outcome)::integer + 1));
	end loop;
	insert into hub.signal_runs (as_of, judged_through, series, found, renewed)
	values (keep_signals.as_of, keep_signals.judged_through, keep_signals.series,
		(told ->> 'found')::integer, (told ->> 'renewed')::integer);
	return told;
end $$;
comment on function public.keep_signals is
	'Definer: the job alone. Keeps what a run found and tells how many were found, renewed and muted (the same series was dismissed less than eight weeks before).';
revoke execute on function public.keep_signals from public;
grant execute on function public.keep_signals to service_role;
