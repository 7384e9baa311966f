-- Making organisations and their numbers known. What waits without an organisation is looked at
-- again: it may be about this one.

create function hub.new_slug(name text) returns text
language plpgsql stable set search_path = '' as $$
declare
	stem text := coalesce(nullif(replace(hub.normalise_name(name), ' ', '-'), ''), 'organisatie');
	candidate text := stem;
	number integer := 1;
begin
	-- The portal has a page of that name.
	while candidate = 'aanmelden' or exists (select from hub.organisations where slug = candidate) loop
		number := number + 1;
		candidate := stem || '-' || number;
	end loop;
	return candidate;
end $$;
comment on function hub.new_slug is 'A name as it stands in the address of a page; numbered when another organisation has it.';

create function hub.attribute_waiting(candidates bigint[], reason text default null) returns integer
language plpgsql volatile set search_path = '' as $$
declare
	report record;
	attribution record;
	attributed integer := 0;
begin
	for report in
		select reports.report_id, caller_number, organisation_name, counted_on
		from hub.reports
		where reports.report_id = any (candidates) and state = 'unattributed'
			-- Where somebody has judged, the machine does not judge again.
			and not exists (
				select from hub.report_events
				where report_events.report_id = reports.report_id
					and event = 'attributed' and actor_role <> 'system')
		order by reports.report_id
		for update
	loop
		select found.organisation_id, found.match into attribution from hub.find_organisation(
			report.caller_number, null, report.organisation_name, report.counted_on) as found;
		continue when attribution.organisation_id is null;
		perform hub.count_report(report.report_id, -1::smallint);
		update hub.reports set
			organisation_id = attribution.organisation_id, organisation_match = attribution.match,
			state = 'open', delivered_at = now(),
			sector = case when reports.sector = 'unknown' then organisations.sector else reports.sector end
		from hub.organisations
		where organisations.organisation_id = attribution.organisation_id
			and reports.report_id = report.report_id;
		perform hub.count_report(report.report_id, 1::smallint);
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role, reason, details)
		values (report.report_id, 'attributed', 'unattributed', 'open', 'system', attribute_waiting.reason,
			jsonb_strip_nulls(jsonb_build_object('to', attribution.organisation_id, 'match', attribution.match,
				'caller_id', case when attribution.match = 'committee' then (
					select named.caller_id from hub.named_by_committee(report.caller_number, report.counted_on) as named) end)));
		attributed := attributed + 1;
	end loop;
	return attributed;
end $$;
comment on function hub.attribute_waiting is
	'Delivers those of these reports that wait without an organisation and can now be attributed; tells how many. Their clocks start now. The reason is written with it, where somebody decided.';

create function public.register_organisation(
	name text, sector text, roles text[],
	trade_names text[] default '{}', kvk_number text default null, objection_url text default null,
	objection_email text default null)
returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	id uuid;
	own_slug text := hub.new_slug(name);
	names text[];
begin
	insert into hub.organisations (name, slug, sector, kvk_number, objection_url, objection_email)
	values (btrim(register_organisation.name), own_slug, register_organisation.sector,
		register_organisation.kvk_number, register_organisation.objection_url,
		lower(register_organisation.objection_email))
	on conflict on constraint organisations_kvk_number_key do nothing
	returning organisation_id into id;
	if id is null then
		raise exception using errcode = 'GH010', message = 'organisation_registered_already';
	end if;
	insert into hub.organisation_roles (organisation_id, role)
	select distinct id, role from unnest(roles) as role;
	insert into hub.trade_names (organisation_id, name)
	select id, btrim(trade_name) from unnest(trade_names) as trade_name on conflict do nothing;

	select array_agg(known.normalised_name) into names
	from hub.known_names as known where known.organisation_id = id;
	return jsonb_build_object('organisation_id', id, 'slug', own_slug, 'attributed',
		hub.attribute_waiting(array(
			select report_id from hub.reports
			where state = 'unattributed' and exists (
				select from unnest(names) as own_name
				where hub.normalise_name(organisation_name) operator(extensions.%) own_name
					or hub.normalise_name(organisation_name) like own_name || ' %'))));
end $$;
comment on function public.register_organisation is
	'Definer: nobody else may write organisations; granted to service_role alone. Makes an organisation known, and attributes the waiting reports that name it. Refuses a trade register number that is known with GH010.';

create function public.register_numbers(organisation_id uuid, registrations jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from,
		valid_until, campaign, contact_centre_id)
	select register_numbers.organisation_id, claim.first_number, coalesce(claim.last_number, claim.first_number),
		claim.valid_from, claim.valid_until, claim.campaign, claim.contact_centre_id
	from jsonb_to_recordset(registrations) as claim (first_number text, last_number text,
		valid_from date, valid_until date, campaign text, contact_centre_id uuid);
	return jsonb_build_object('registered', jsonb_array_length(registrations), 'attributed',
		hub.attribute_waiting(array(
			select report_id
			from hub.reports, jsonb_to_recordset(registrations) as claim (first_number text, last_number text)
			where state = 'unattributed' and length(caller_number) = length(claim.first_number)
				and caller_number between claim.first_number and coalesce(claim.last_number, claim.first_number))));
exception
	when exclusion_violation then
		raise exception using errcode = 'GH011', message = 'number_registered_already';
end $$;
comment on function public.register_numbers is
	'Definer: nobody else may write registrations; granted to service_role alone. Registers numbers and blocks [{first_number, last_number, valid_from, valid_until, campaign, contact_centre_id}], and attributes the waiting reports of these numbers. All or none; refuses with GH011 what another has claimed for the same days.';

revoke execute on function hub.new_slug, hub.attribute_waiting, public.register_organisation,
	public.register_numbers from public;
grant execute on function public.register_organisation, public.register_numbers to service_role;
