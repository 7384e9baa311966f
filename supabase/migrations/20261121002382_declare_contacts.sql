-- Declaring contacts, and complaints weighed against them, beside the sector.

create function public.declare_contacts(organisation_id uuid, month_on date, channel text, contacts integer)
returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.require_level(organisation_id, 'handler');
	if month_on > (now() at time zone 'Europe/Amsterdam')::date then
		raise exception using errcode = 'GH015', message = 'month_to_come';
	end if;
	insert into hub.contact_declarations (organisation_id, month_on, channel, contacts, declared_by)
	values (declare_contacts.organisation_id, declare_contacts.month_on, declare_contacts.channel,
		declare_contacts.contacts, auth.uid());
end $$;
comment on function public.declare_contacts is
	'Definer: checks by itself that the caller is a handler of the organisation. What was declared before for that month and channel no longer counts, and stays as a trace.';

create function public.declared_contacts(organisation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	perform hub.require_level(organisation_id, 'reader');
	return (
		select coalesce(jsonb_agg(jsonb_build_object('month_on', month_on, 'channel', channel, 'contacts', contacts,
			'declared_at', newest.declared_at, 'declared_by', users.email) order by month_on desc, channel), '[]')
		from (
			select * from hub.contact_volumes
			where contact_volumes.organisation_id = declared_contacts.organisation_id
			order by month_on desc, channel limit 60) as newest
		join hub.contact_declarations using (declaration_id, organisation_id, month_on, channel, contacts)
		left join auth.users as users on users.id = contact_declarations.declared_by);
end $$;
comment on function public.declared_contacts is
	'Definer: checks by itself that the caller is a member of the organisation. What counts for each month and channel, newest first, with who declared it.';

create function hub.complaints_against_contacts(of_sector text, of_organisation uuid, first_on date, last_on date)
returns table (channel text, organisations integer, complaints bigint, contacts bigint)
language sql stable set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	with declared as (
		select volumes.organisation_id, volumes.month_on, volumes.channel, volumes.contacts
		from hub.contact_volumes as volumes join hub.organisations using (organisation_id)
		where volumes.month_on between complaints_against_contacts.first_on and complaints_against_contacts.last_on
			and (of_organisation is null or volumes.organisation_id = of_organisation)
			and (of_sector is null or organisations.sector = of_sector) and volumes.contacts > 0),
	-- What was spoofed counts for no organisation to begin with.
	counted as (
		select declared.organisation_id, declared.month_on, declared.channel, counts.counts[extract(month from declared.month_on)::integer]::bigint as complaints
		from declared join hub.report_counts as counts
			on counts.cuboid = 19 and counts.grain = 'month' and counts.organisation_id = declared.organisation_id
			and counts.page_on = date_trunc('year', declared.month_on::timestamp)::date and counts.channel = declared.channel and counts.kind = 'complaint'
		union all
		select changes.organisation_id, date_trunc('month', changes.counted_on::timestamp)::date, changes.channel, changes.weight
		from hub.report_count_changes as changes where changes.kind = 'complaint' and changes.shown_from <= now()
		union all
		select reports.organisation_id, date_trunc('month', reports.counted_on::timestamp)::date, reports.channel, -1
		from hub.reports
		where reports.is_counted and reports.shown_from <= now() and reports.outcome in ('unfounded', 'wrong_organisation')
			and reports.organisation_id in (select declared.organisation_id from declared)
			and reports.kind = 'complaint' and hub.is_proven_otherwise(reports)),
	summed as (
		select counted.organisation_id, counted.month_on, counted.channel, sum(counted.complaints) as complaints
		from counted group by 1, 2, 3)
	select declared.channel, count(distinct declared.organisation_id)::integer,
		coalesce(sum(summed.complaints), 0)::bigint, sum(declared.contacts)
	from declared left join summed using (organisation_id, month_on, channel)
	group by declared.channel;
end;
comment on function hub.complaints_against_contacts is
	'Complaints in the months and channels for which contacts were declared, and those contacts; from roll-ups, less what was proven otherwise.';

create function public.complaint_rates(organisation_id uuid, first_on date, last_on date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	least_organisations constant integer := 5;
	of_sector text;
begin
	perform hub.require_level(organisation_id, 'reader');
	select nullif(sector, 'unknown') into of_sector from hub.organisations
	where organisations.organisation_id = complaint_rates.organisation_id;
	return (
		select coalesce(jsonb_agg(jsonb_build_object('channel', own.channel, 'complaints', own.complaints,
			'contacts', own.contacts, 'sector', case when sector.organisations >= least_organisations then
				jsonb_build_object('complaints', sector.complaints, 'contacts', sector.contacts) end)
			order by own.contacts desc), '[]')
		from hub.complaints_against_contacts(null, complaint_rates.organisation_id, first_on, last_on) as own
		left join hub.complaints_against_contacts(coalesce(of_sector, ''), null, first_on, last_on) as sector using (channel));
end $$;
comment on function public.complaint_rates is
	'Definer: checks by itself that the caller is a member of the organisation. Its complaints and declared contacts per channel; those of its sector only where five organisations or more declared.';

revoke execute on function public.declare_contacts, public.declared_contacts, hub.complaints_against_contacts,
	public.complaint_rates from public;
grant execute on function public.declare_contacts, public.declared_contacts, public.complaint_rates to authenticated;
