-- The committee judges claims on numbers.

create function hub.number_at(digits bigint) returns text
language sql immutable set search_path = '' return '+' || digits;
comment on function hub.number_at is 'A number in E.164 from its digits.';

create function hub.cut_registration(registration hub.number_registrations, numbers int8range, period daterange,
	reason text) returns void
language plpgsql volatile set search_path = '' as $$
declare
	digits constant int8range := registration.numbers * cut_registration.numbers;
	days constant daterange := registration.period * cut_registration.period;
begin
	-- First what goes, or what stays would overlap it.
	update hub.number_registrations set state = 'refused', decided_at = now(), decision = reason,
		first_number = hub.number_at(lower(digits)), last_number = hub.number_at(upper(digits) - 1),
		valid_from = lower(days), valid_until = upper(days) - 1
	where registration_id = registration.registration_id;
	insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, valid_until,
		campaign, is_campaign_public, contact_centre_id, state, proof, document_id, published_on, created_at,
		claimed_by, contact_centre_agreed_at, decided_at, decision)
	select registration.organisation_id, hub.number_at(lower(kept.digits)), hub.number_at(upper(kept.digits) - 1),
		lower(kept.days), upper(kept.days) - 1, registration.campaign, registration.is_campaign_public,
		registration.contact_centre_id, registration.state, registration.proof, registration.document_id,
		registration.published_on, registration.created_at, registration.claimed_by,
		registration.contact_centre_agreed_at, registration.decided_at, registration.decision
	from (values
		(int8range(lower(registration.numbers), lower(digits)), registration.period),
		(int8range(upper(digits), upper(registration.numbers)), registration.period),
		(digits, daterange(lower(registration.period), lower(days))),
		(digits, case when not upper_inf(days) then daterange(upper(days), upper(registration.period)) end)
	) as kept (digits, days)
	where not isempty(kept.digits) and not isempty(kept.days);
	perform hub.mail_members_of(registration.organisation_id, 'number_claim_decided',
		'number_refused:' || registration.registration_id || ':' || lower(digits), jsonb_build_object(
			'number', hub.number_at(lower(digits)), 'is_confirmed', false, 'reason', reason));
end $$;
comment on function hub.cut_registration is
	'Refuses these numbers, for these days, of a claim or registration; what is left of it goes on as it was. Its owners are told.';

create function hub.settle_contests(registration uuid, is_upheld boolean, reason text) returns void
language sql volatile set search_path = ''
begin atomic
	with settled as (
		update hub.number_contests set state = case when is_upheld then 'upheld' else 'dismissed' end,
			decided_at = now(), decided_by = auth.uid(), decision = reason, sealed = null, key_id = null
		where number_contests.claim_id = registration and number_contests.state = 'open'
		returning 1)
	select count(*) from settled;
end;
comment on function hub.settle_contests is 'The contests that rest on a claim end with it.';

create function hub.confirm_registration(id uuid, reason text) returns integer
language plpgsql volatile set search_path = '' as $$
declare
	claim hub.number_registrations;
	arrived integer;
begin
	update hub.number_registrations set state = 'confirmed', decided_at = now(), decision = reason
	where registration_id = id returning * into strict claim;
	arrived := hub.attribute_waiting(array(
		select report_id from hub.reports
		where state = 'unattributed' and length(caller_number) = length(claim.first_number)
			and caller_number between claim.first_number and claim.last_number));
	update hub.number_registrations set attributed = arrived where registration_id = id;
	perform hub.find_makers(claim.organisation_id, claim.first_number, claim.last_number);
	perform hub.mail_members_of(claim.organisation_id, 'number_claim_decided', 'number_confirmed:' || id,
		jsonb_build_object('number', claim.first_number, 'is_confirmed', true, 'reason', reason, 'attributed', arrived));
	return arrived;
end $$;
comment on function hub.confirm_registration is
	'From now on the numbers are the organisation''s: its waiting reports arrive, and its owners are told. How many arrived.';

create function public.decide_claim(registration_id uuid, is_confirmed boolean, reason text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	claim hub.number_registrations;
	other hub.number_registrations;
	arrived integer := 0;
begin
	if not hub.has_role('committee', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif coalesce(btrim(decide_claim.reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	select * into claim from hub.number_registrations as known
	where known.registration_id = decide_claim.registration_id and state = 'claimed' for update;
	if claim.registration_id is null then
		raise exception using errcode = 'GH404', message = 'claim_not_found';
	end if;
	if is_confirmed then
		for other in select * from hub.others_on(claim) loop
			perform hub.cut_registration(other, claim.numbers, claim.period, btrim(decide_claim.reason));
		end loop;
		arrived := hub.confirm_registration(claim.registration_id, btrim(decide_claim.reason));
	else
		perform hub.cut_registration(claim, claim.numbers, claim.period, btrim(decide_claim.reason));
	end if;
	perform hub.settle_contests(claim.registration_id, is_confirmed, btrim(decide_claim.reason));
	return jsonb_build_object('attributed', arrived);
end $$;
comment on function public.decide_claim is
	'Definer: the committee or an administrator, which it checks itself. Confirms a claim, and what others had or claimed of the same numbers is refused; or refuses it. The owners of all of them are told, with the reason.';

revoke execute on function hub.number_at, hub.cut_registration, hub.settle_contests, hub.confirm_registration,
	public.decide_claim from public;
grant execute on function public.decide_claim to authenticated;
