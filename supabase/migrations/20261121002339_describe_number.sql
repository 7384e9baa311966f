-- What the page of a number tells besides its counts. Days and neighbours go to the server alone,
-- which makes words of them: small counts do not leave it.

create function public.describe_number(number text) returns jsonb
language sql stable security definer set search_path = ''
return jsonb_build_object(
	'days', (select coalesce(jsonb_agg(jsonb_build_object('on', counted_on, 'count', report_count) order by counted_on), '[]')
		from (
			select counted_on, sum(report_count) as report_count
			from (
				select counted_on, report_count from hub.number_counts
				where caller_number = number and category = '' and kind = 'complaint'
				union all
				select counted_on, weight from hub.report_count_changes
				where caller_number = number and kind = 'complaint' and shown_from <= now()) as folded_or_not
			group by counted_on having sum(report_count) > 0) as days),
	'neighbours', (select coalesce(jsonb_agg(caller_number order by caller_number), '[]')
		from (
			select neighbours.caller_number
			from hub.number_counts as neighbours
			where neighbours.caller_number between left(number, -2) || '00' and left(number, -2) || '99'
				and length(neighbours.caller_number) = length(number)
				and neighbours.caller_number <> number
				and neighbours.category = '' and neighbours.kind = 'complaint'
			group by neighbours.caller_number
			having sum(neighbours.report_count) >= 5
				and hub.count_reporters(neighbours.caller_number, 3) = 3) as known));
comment on function public.describe_number is
	'Definer: the server alone. Complaints about a number by day, and the other numbers of its block of a hundred that have 5 complaints or more by 3 reporters or more.';
revoke execute on function public.describe_number from public;
grant execute on function public.describe_number to service_role;
