-- What the job asks about numbers that nobody is known for, and keeps of what it found.

create function public.numbers_without_owner(since date, most integer)
returns table (number text, report_count integer, sectors jsonb, names jsonb, hours jsonb, narratives jsonb, bands jsonb)
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	with told as (
		select reports.report_id, reports.caller_number, reports.sector, reports.organisation_name, reports.narrative,
			narrative_bands.bands
		from hub.reports left join hub.narrative_bands using (report_id)
		where reports.caller_number is not null and reports.is_counted and reports.kind = 'complaint'
			and reports.counted_on >= numbers_without_owner.since
			and (reports.state = 'unattributed' or exists (
				-- What was named shows which other numbers go with it.
				select from hub.likely_caller_numbers as known join hub.likely_callers using (caller_id)
				where known.caller_number = reports.caller_number and likely_callers.state = 'named'))),
	hours_of as (
		select told.caller_number, jsonb_agg(
			(extract(isodow from contact_at at time zone 'Europe/Amsterdam')::integer - 1) * 24
			+ extract(hour from contact_at at time zone 'Europe/Amsterdam')::integer order by contact_at) as hours
		from told join hub.report_contacts using (report_id) where is_time_known group by 1)
	select told.caller_number::text, count(*)::integer,
		coalesce(jsonb_agg(told.sector order by told.report_id) filter (where told.sector <> 'unknown'), '[]'),
		coalesce(jsonb_agg(hub.normalise_name(told.organisation_name) order by told.report_id)
			filter (where hub.normalise_name(told.organisation_name) <> ''), '[]'),
		coalesce(min(hours_of.hours::text)::jsonb, '[]'),
		coalesce(jsonb_agg(told.narrative order by told.report_id) filter (where told.narrative is not null), '[]'),
		coalesce(jsonb_agg(to_jsonb(told.bands) order by told.report_id) filter (where told.bands is not null), '[]')
	from told left join hours_of using (caller_number)
	group by told.caller_number
	order by 2 desc, 1
	limit greatest(numbers_without_owner.most, 0);
end;
comment on function public.numbers_without_owner is
	'Definer: the job alone. Numbers of complaints that wait without an organisation, the most reported first, with what tells whose they may be, per report; and those of named callers. Hours are day of the week (0 is Monday) times 24 plus hour.';

create function hub.set_likely_caller_numbers(id bigint, numbers text[], grouped jsonb) returns boolean
language plpgsql volatile set search_path = '' as $$
declare
	is_changed boolean;
begin
	-- A number waits in one group only: the newest that has it.
	delete from hub.likely_caller_numbers as known using hub.likely_callers as callers
	where callers.caller_id = known.caller_id and callers.state = 'new'
		and ((known.caller_number = any (numbers)) <> (known.caller_id = id));
	is_changed := found;
	insert into hub.likely_caller_numbers (caller_id, caller_number)
	select id, number from unnest(numbers) as number on conflict do nothing;
	is_changed := is_changed or found;
	update hub.likely_callers as callers set strength = (grouped ->> 'strength')::float8, reasons = grouped -> 'reasons',
		number_count = cardinality(numbers), report_count = now_known.report_count,
		first_on = now_known.first_on, last_on = now_known.last_on, renewed_at = now()
	from (select count(*)::integer as report_count, min(counted_on) as first_on, max(counted_on) as last_on
		from hub.reports where caller_number = any (numbers) and is_counted and kind = 'complaint') as now_known
	where callers.caller_id = id;
	return is_changed;
end $$;
comment on function hub.set_likely_caller_numbers is
	'Gives a group that waits its numbers and figures of today, and takes them from other groups that wait. Whether its numbers changed.';

create function public.keep_likely_callers(grouped jsonb, as_of date, looked_at integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	one jsonb;
	fresh text[];
	followed bigint;
	id bigint;
	former hub.likely_callers;
	reports_now integer;
	done bigint[] := array[]::bigint[];
	told jsonb := '{"found": 0, "renewed": 0, "muted": 0, "gone": 0}'::jsonb;
	outcome text;
begin
	-- One run at a time: two would each find the same.
	perform pg_advisory_xact_lock(hashtext('hub.keep_likely_callers'));
	perform hub.renew_labels();
	perform hub.follow_caller(about.caller_id) from (select distinct caller_id from hub.case_callers order by 1) as about;
	for one in select * from jsonb_array_elements(grouped) loop
		select known.caller_id into followed
		from hub.likely_caller_numbers as known join hub.likely_callers using (caller_id)
		where known.caller_number in (select jsonb_array_elements_text(one -> 'numbers')) and state = 'named'
		group by 1 order by count(*) desc, 1 limit 1;
		fresh := array(
			select number from jsonb_array_elements_text(one -> 'numbers') as number
			where exists (
				select from hub.reports
				where caller_number = number and reports.state = 'unattributed' and is_counted
					and not hub.is_named(caller_number, counted_on))
			order by number);
		select count(*) into reports_now from hub.reports
		where caller_number = any (fresh) and reports.state = 'unattributed' and is_counted and kind = 'complaint'
			and not hub.is_named(caller_number, counted_on);

		select known.caller_id into id
		from hub.likely_caller_numbers as known join hub.likely_callers using (caller_id)
		where known.caller_number = any (fresh) and state = 'new' and known.caller_id <> all (done)
		group by 1 order by count(*) desc, 1 limit 1;
		-- Few reports are no reason to bother anybody, unless they go with a caller that was named.
		continue when reports_now = 0
			or followed is null and (cardinality(fresh) < 2 or id is null and reports_now < 5);
		select callers.* into former
		from hub.likely_caller_numbers as known join hub.likely_callers as callers using (caller_id)
		where known.caller_number = any (fresh) and callers.state = 'dismissed'
			-- Who named them later knew better.
			and not exists (select from hub.likely_callers as named
				where named.caller_id = followed and named.decided_at >= callers.decided_at)
		group by callers.caller_id having count(*) * 2 >= cardinality(fresh)
		order by callers.decided_at desc limit 1;
		outcome := case when id is not null then 'renewed'
			when former.caller_id is not null and cardinality(fresh) < 1.5 * former.number_count
				and reports_now < 2 * former.report_count then 'muted'
			else 'found' end;
		if outcome = 'found' then
			insert into hub.likely_callers (follows_caller_id, strength, reasons, number_count, report_count, first_on, last_on)
			values (coalesce(followed, former.caller_id), 0, '[]', 1, 0, keep_likely_callers.as_of, keep_likely_callers.as_of)
			returning caller_id into id;
		end if;
		if outcome <> 'muted' then
			if hub.set_likely_caller_numbers(id, fresh, one) or outcome = 'found' then
				perform hub.add_likely_caller_event(id, outcome, details =>
					jsonb_build_object('numbers', cardinality(fresh), 'reports', reports_now));
			end if;
			done := done || id;
		end if;
		told := jsonb_set(told, array[outcome], to_jsonb((told ->> outcome)::integer + 1));
	end loop;
	for id in
		update hub.likely_callers set state = 'gone'
		where state = 'new' and caller_id <> all (done) returning caller_id
	loop
		perform hub.add_likely_caller_event(id, 'gone');
		told := jsonb_set(told, '{gone}', to_jsonb((told ->> 'gone')::integer + 1));
	end loop;
	-- What nobody decided about and is no longer there is not kept.
	delete from hub.likely_callers where state = 'gone' and renewed_at < now() - interval '1 year';
	insert into hub.likely_caller_runs (as_of, numbers, found, renewed)
	values (keep_likely_callers.as_of, looked_at, (told ->> 'found')::integer, (told ->> 'renewed')::integer);
	return told;
end $$;
comment on function public.keep_likely_callers is
	'Definer: the job alone. Keeps groups [{numbers, strength, reasons}]: one that waits is renewed; one that was dismissed stays so until it has half as many numbers more or twice the reports; numbers that go with a named caller, or were its own until the name no longer held, are told as following it; what waits and was not found again is gone. Tells how many of each.';

revoke execute on function public.numbers_without_owner, hub.set_likely_caller_numbers, public.keep_likely_callers from public;
grant execute on function public.numbers_without_owner, public.keep_likely_callers to service_role;
