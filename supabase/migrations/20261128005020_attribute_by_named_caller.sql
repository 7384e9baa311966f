-- Reports on the numbers of a caller that the committee has named arrive as they do when a number is
-- registered.

create function hub.named_by_committee(number hub.phone_number, on_date date)
returns table (caller_id bigint, organisation_id uuid)
language sql stable security definer set search_path = ''
begin atomic
	select callers.caller_id, callers.organisation_id
	from hub.likely_caller_numbers as known join hub.likely_callers as callers using (caller_id)
	where known.caller_number = number and callers.state = 'named' and callers.organisation_id is not null
		-- A number is handed on: the name holds half a year around the days it rests on.
		and on_date between callers.first_on - 183 and callers.last_on + 183
	order by callers.decided_at desc limit 1;
end;
comment on function hub.named_by_committee is
	'Definer: decisions of the committee are not public. The named caller that has a number on a day, and whose it is; the name holds for half a year before and after the reports it rests on.';

create or replace function hub.find_organisation(number hub.phone_number, chosen uuid, name text, on_date date)
returns table (organisation_id uuid, match hub.organisation_match)
language plpgsql stable security definer set search_path = '' as $$
declare
	owner uuid := hub.registered_to(number, on_date);
begin
	if owner is not null then
		return query select owner, 'registered_number'::hub.organisation_match;
		return;
	elsif hub.surviving_organisation(chosen) is not null then
		return query select hub.client_or_self(hub.surviving_organisation(chosen), on_date), 'chosen'::hub.organisation_match;
		return;
	elsif name is not null then
		return query select hub.client_or_self(found.organisation_id, on_date), found.match
			from hub.find_organisation_by_name(name) as found;
		if found then
			return;
		end if;
	end if;
	return query select hub.client_or_self(hub.surviving_organisation(named.organisation_id), on_date),
		'committee'::hub.organisation_match
	from hub.named_by_committee(number, on_date) as named;
end $$;
comment on function hub.find_organisation is
	'Definer: registrations are not public. By the number registered that day, then the reporter''s own choice, then the name, then whose the committee says the number is; a contact centre with one client that day stands for that client.';

drop function hub.attribute_waiting(bigint[]);
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

revoke execute on function hub.named_by_committee, hub.attribute_waiting from public;
