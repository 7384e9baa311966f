-- Administrators change how long a clock of the desk's own runs, and keep the days of mourning.

create function public.list_clocks() returns jsonb
language sql stable set search_path = ''
return (select jsonb_agg(to_jsonb(clocks) order by least is null, code) from hub.clocks);
comment on function public.list_clocks is 'Every term, those that can be changed here first.';

create function public.set_clock(code text, amount integer, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	clock hub.clocks;
begin
	select * into clock from hub.clocks where clocks.code = set_clock.code for update;
	if clock.code is null then
		raise exception using errcode = 'GH404', message = 'clock_not_found';
	end if;
	if clock.least is null or set_clock.amount not between clock.least and clock.most then
		raise exception using errcode = 'GH026', message = 'clock_out_of_bounds';
	end if;
	perform hub.note_upkeep('clock_set', code, reason, jsonb_build_object('amount', clock.amount),
		jsonb_build_object('amount', set_clock.amount));
	update hub.clocks set amount = set_clock.amount, edited_at = now() where clocks.code = set_clock.code;
	if exists (
		select from hub.clocks as one join hub.clocks as next
			on (one.code, next.code) in (('reminder_first', 'reminder_second'), ('reminder_second', 'organisation_answer'),
				('organisation_answer', 'final_answer'))
		where one.amount >= next.amount)
	then
		raise exception using errcode = 'GH026', message = 'clocks_out_of_order';
	end if;
end $$;
comment on function public.set_clock is
	'Definer: an administrator alone. Changes a term from now on, within its bounds; a deadline that runs keeps its moment.';

create function public.list_mourning_days() returns jsonb
language sql stable set search_path = ''
return (select coalesce(jsonb_agg(to_jsonb(mourning_days) order by day desc), '[]') from hub.mourning_days);
comment on function public.list_mourning_days is 'National days of mourning, the last first.';

create function hub.assess_contacts_on(day date) returns void
language sql volatile set search_path = ''
begin atomic
	select hub.ask_for_assessment(touched.report_id)
	from (
		select distinct reports.report_id
		from hub.report_contacts join hub.reports using (report_id)
		where contact_at >= (assess_contacts_on.day::timestamp at time zone 'Europe/Amsterdam')
			and contact_at < ((assess_contacts_on.day + 1)::timestamp at time zone 'Europe/Amsterdam')
			and kind = 'complaint' and state not in ('withdrawn', 'anonymised')) as touched;
end;
comment on function hub.assess_contacts_on is 'Complaints about a contact on this day wait for a new assessment.';

create function public.add_mourning_day(day date, label_nl text, label_en text, source text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('mourning_day_added', day::text, reason);
	insert into hub.mourning_days (day, label_nl, label_en, source)
	values (add_mourning_day.day, add_mourning_day.label_nl, add_mourning_day.label_en, add_mourning_day.source)
	on conflict on constraint mourning_days_pkey do update
		set label_nl = excluded.label_nl, label_en = excluded.label_en, source = excluded.source;
	perform hub.assess_contacts_on(day);
end $$;
comment on function public.add_mourning_day is
	'Definer: an administrator alone. A day of mourning, as the government announced it; complaints about that day are assessed anew.';

create function public.remove_mourning_day(day date, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('mourning_day_removed', day::text, reason,
		(select to_jsonb(mourning_days) from hub.mourning_days where mourning_days.day = remove_mourning_day.day));
	delete from hub.mourning_days where mourning_days.day = remove_mourning_day.day;
	if not found then
		raise exception using errcode = 'GH404', message = 'mourning_day_not_found';
	end if;
	perform hub.assess_contacts_on(day);
end $$;
comment on function public.remove_mourning_day is 'Definer: an administrator alone. Takes a day of mourning back that was entered by mistake.';

revoke execute on function public.list_clocks, public.set_clock, public.list_mourning_days, hub.assess_contacts_on,
	public.add_mourning_day, public.remove_mourning_day from public;
grant execute on function public.list_clocks, public.set_clock, public.list_mourning_days, public.add_mourning_day,
	public.remove_mourning_day to authenticated;
