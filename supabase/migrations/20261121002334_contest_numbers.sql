-- Contesting what the desk says of a number, and deciding about that.

create function public.contest_number(number text, reason text, token_hash text default null,
	sealed text default null, key_id text default null, locale text default 'nl') returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	registration hub.number_registrations;
begin
	select * into registration from hub.number_registrations as known
	where known.state = 'confirmed' and known.numbers @> substr(number, 2)::int8
		and length(known.first_number) = length(number)
		and known.period @> (now() at time zone 'Europe/Amsterdam')::date;
	insert into hub.number_contests (contested_number, registration_id, reason, document_id, sealed, key_id, locale)
	values (number, registration.registration_id, btrim(reason), hub.take_document(token_hash),
		decode(contest_number.sealed, 'hex'), contest_number.key_id, contest_number.locale);
	if registration.registration_id is not null then
		perform hub.mail_members_of(registration.organisation_id, 'number_contested',
			-- One mail a day, however many people contest.
			'number_contested:' || number || ':' || (now() at time zone 'Europe/Amsterdam')::date,
			jsonb_build_object('number', number));
	end if;
end $$;
comment on function public.contest_number is
	'Definer: the server alone, for anyone on the page of a number. A reason, perhaps a file that was staged, and sealed the address to tell the decision to.';

create function public.decide_contest(contest_id uuid, is_upheld boolean, reason text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	contest hub.number_contests;
	registration hub.number_registrations;
	told constant text := btrim(decide_contest.reason);
	digits bigint;
begin
	if not hub.has_role('committee', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif coalesce(told, '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	select * into contest from hub.number_contests as known
	where known.contest_id = decide_contest.contest_id and state = 'open' for update;
	if contest.contest_id is null then
		raise exception using errcode = 'GH404', message = 'contest_not_found';
	end if;
	if contest.claim_id is not null then
		-- Two organisations: who gets the number decides it, and that settles this contest too.
		return public.decide_claim(contest.claim_id, is_upheld, told);
	end if;
	if is_upheld and contest.registration_id is not null then
		digits := substr(contest.contested_number, 2)::bigint;
		-- As it is now: a decision on another contest may have cut it already.
		select * into registration from hub.number_registrations as known
		where known.state = 'confirmed' and known.numbers @> digits
			and length(known.first_number) = length(contest.contested_number)
			and known.organisation_id = (select organisation_id from hub.number_registrations as contested
				where contested.registration_id = contest.registration_id)
		order by known.valid_from desc limit 1;
		if registration.registration_id is not null then
			perform hub.cut_registration(registration, int8range(digits, digits, '[]'), registration.period, told);
		end if;
	elsif contest.registration_id is not null then
		select * into registration from hub.number_registrations as known
		where known.registration_id = contest.registration_id;
		perform hub.mail_members_of(registration.organisation_id, 'number_contest_decided',
			'contest_decided:' || contest.contest_id,
			jsonb_build_object('number', contest.contested_number, 'is_upheld', false, 'reason', told));
	end if;
	if contest.sealed is not null then
		perform hub.post_mail('contest_told:' || contest.contest_id, 'number_contest_decided', contest.locale,
			jsonb_build_object('number', contest.contested_number, 'is_upheld', is_upheld, 'reason', told),
			sealed => encode(contest.sealed, 'hex'), key_id => contest.key_id);
	end if;
	update hub.number_contests set state = case when is_upheld then 'upheld' else 'dismissed' end,
		decided_at = now(), decided_by = auth.uid(), decision = told, sealed = null, key_id = null
	where contest_id = contest.contest_id;
	return jsonb_build_object('attributed', 0);
end $$;
comment on function public.decide_contest is
	'Definer: the committee or an administrator, which it checks itself. Upheld: the claim that contests is confirmed, or, where the public contests, this one number is taken out of the registration. Both are told.';

revoke execute on function public.contest_number, public.decide_contest from public;
grant execute on function public.contest_number to service_role;
grant execute on function public.decide_contest to authenticated;
