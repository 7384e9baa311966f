-- What waits for somebody of staff: the first thing they see.

create function public.count_attention() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	if not (select hub.is_staff()) then
		raise exception using errcode = '42501', message = 'not_allowed';
	end if;
	-- Counted up to a thousand: more than that is simply many.
	return jsonb_build_object(
		'held', (select count(*) from (select from hub.reports where state = 'held' limit 1000) as found),
		'contested', (select count(*) from (select from hub.reports where state = 'contested' limit 1000) as found),
		'expired', (select count(*) from (select from hub.reports where state = 'expired' limit 1000) as found),
		'claims', (select count(*) from hub.number_registrations where state = 'claimed'),
		'contests', (select count(*) from hub.number_contests where state = 'open'));
end $$;
comment on function public.count_attention is
	'Definer: checks by itself that the caller is staff. How many reports were set apart, are contested or were left unanswered, each up to a thousand, and how many claims and contests of numbers wait for a decision.';
revoke execute on function public.count_attention from public;
grant execute on function public.count_attention to authenticated;
