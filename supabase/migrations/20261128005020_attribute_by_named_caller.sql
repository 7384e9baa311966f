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

revoke execute on function hub.named_by_committee from public;
