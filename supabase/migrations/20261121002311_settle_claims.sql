-- What comes of a claim: proven by its code, or judged by an administrator. Then whoever claimed is
-- invited as an owner, and signs in with a code as everybody does.

create function hub.grant_claim(claim hub.organisation_claims, decided_by uuid, reason text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare
	own_id uuid := hub.claimed_organisation(claim.organisation_id, claim.name, claim.kvk_number);
	actor constant text := case when decided_by is null then 'system' else 'administrator' end;
begin
	if own_id is null then
		own_id := (public.register_organisation(claim.name, claim.sector, claim.roles, claim.trade_names,
			claim.kvk_number, claim.objection_url, claim.objection_email) ->> 'organisation_id')::uuid;
	end if;
	-- What is known already stays: an owner can change it.
	update hub.organisations set
		website = coalesce(organisations.website, claim.website),
		kvk_number = case when exists (
				select from hub.organisations as others where others.kvk_number = claim.kvk_number)
			then organisations.kvk_number else coalesce(organisations.kvk_number, claim.kvk_number) end,
		objection_url = coalesce(organisations.objection_url, claim.objection_url),
		objection_email = coalesce(organisations.objection_email, claim.objection_email)
	where organisations.organisation_id = own_id;
	insert into hub.trade_names (organisation_id, name)
	select own_id, btrim(trade_name) from unnest(claim.trade_names) as trade_name
	where not exists (
		select from hub.known_names as known where known.normalised_name = hub.normalise_name(trade_name))
	on conflict do nothing;
	insert into hub.organisation_roles (organisation_id, role)
	select own_id, role from unnest(claim.roles) as role on conflict do nothing;
	perform public.invite(claim.email, 'organisation_member', own_id, 'owner');
	update hub.organisation_claims set state = 'granted', code_hash = null, organisation_id = own_id,
		decided_at = now(), decided_by = grant_claim.decided_by, reason = grant_claim.reason
	where claim_id = claim.claim_id;
	perform hub.add_organisation_event(own_id, 'claimed', actor, jsonb_build_object(
		'claim_id', claim.claim_id, 'is_domain_proven', claim.is_domain_proven), grant_claim.reason);
	return own_id;
end $$;
comment on function hub.grant_claim is
	'Makes the organisation known when it was not, fills what was empty and invites whoever claimed it as an owner.';

create function public.prove_claim(token_hash text, code_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	claim hub.organisation_claims;
	most_attempts constant integer := 5;
begin
	select * into claim from hub.organisation_claims
	where token_hash = decode(prove_claim.token_hash, 'hex') for update;
	if claim.state is distinct from 'begun' then
		return case when claim.state in ('waiting', 'granted') and claim.is_domain_proven then claim.state else 'too_old' end;
	end if;
	if claim.expires_at <= now() or claim.attempts >= most_attempts then
		return 'too_old';
	end if;
	-- Keyed hashes: how long it takes to compare them tells nothing of the code.
	if claim.code_hash <> decode(prove_claim.code_hash, 'hex') then
		update hub.organisation_claims set attempts = attempts + 1 where claim_id = claim.claim_id;
		return 'wrong';
	end if;
	claim.is_domain_proven := true;
	-- Not every employee becomes an owner: where there is one, a person decides.
	if exists (select from hub.memberships where organisation_id = claim.organisation_id and level = 'owner') then
		update hub.organisation_claims set state = 'waiting', why = 'has_owner', code_hash = null, is_domain_proven = true
		where claim_id = claim.claim_id;
		perform hub.add_organisation_event(claim.organisation_id, 'claim_waits', 'system',
			jsonb_build_object('claim_id', claim.claim_id));
		return 'waiting';
	end if;
	update hub.organisation_claims set is_domain_proven = true where claim_id = claim.claim_id;
	perform hub.grant_claim(claim, null, null);
	return 'granted';
end $$;
comment on function public.prove_claim is
	'Definer: the server alone, with keyed hashes of the form''s secret and of the code. Tells granted, waiting, wrong or too_old; a wrong code counts, so it is no refusal, which would undo that.';

create function public.judge_claim(claim_id uuid, is_granted boolean, reason text, sealed text, key_id text)
returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	claim hub.organisation_claims;
begin
	if not hub.has_role('administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	if coalesce(btrim(judge_claim.reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	select * into claim from hub.organisation_claims where claim_id = judge_claim.claim_id for update;
	if claim.claim_id is null or claim.state = 'begun' then
		raise exception using errcode = 'GH404', message = 'claim_not_found';
	end if;
	if claim.state <> 'waiting' then
		raise exception using errcode = 'GH002', message = 'claim_judged_already';
	end if;
	if is_granted then
		perform hub.grant_claim(claim, auth.uid(), btrim(judge_claim.reason));
	else
		update hub.organisation_claims set state = 'refused', decided_at = now(), decided_by = auth.uid(),
			reason = btrim(judge_claim.reason)
		where claim_id = claim.claim_id;
		if claim.organisation_id is not null then
			perform hub.add_organisation_event(claim.organisation_id, 'claim_refused', 'administrator',
				jsonb_build_object('claim_id', claim.claim_id), judge_claim.reason);
		end if;
	end if;
	-- What the reason tells is for whoever claimed: it is sealed too.
	perform hub.post_mail('claim_judged:' || claim.claim_id,
		case when is_granted then 'claim_granted' else 'claim_refused' end, claim.locale,
		jsonb_build_object('organisation', claim.name), sealed => sealed, key_id => key_id);
end $$;
comment on function public.judge_claim is
	'Definer: checks the role itself. An administrator grants or refuses a claim, with a reason that is mailed to whoever made it; the server has sealed address and reason.';

create function hub.claims_to_judge() returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('claim_id', claim_id, 'state', state, 'name', claims.name,
		'organisation', case when claims.organisation_id is not null then jsonb_build_object(
			'organisation_id', known.organisation_id, 'name', known.name, 'website', known.website,
			'kvk_number', known.kvk_number) end,
		'kvk_number', claims.kvk_number, 'trade_names', trade_names, 'sector', claims.sector, 'roles', roles,
		'website', claims.website, 'objection_url', claims.objection_url, 'objection_email', claims.objection_email,
		'email', email, 'locale', locale, 'why', why, 'is_domain_proven', is_domain_proven,
		'claimed_at', claimed_at, 'decided_at', decided_at, 'reason', reason)
		order by state = 'waiting' desc, coalesce(decided_at, claimed_at) desc), '[]')
	from (
		select * from (select claim_id, state, organisation_id, name, kvk_number, trade_names, sector, roles, website,
			objection_url, objection_email, email, locale, why, is_domain_proven, claimed_at, decided_at, reason
			from hub.organisation_claims where state = 'waiting' order by claimed_at limit 100) as waiting
		union all
		select * from (select claim_id, state, organisation_id, name, kvk_number, trade_names, sector, roles, website,
			objection_url, objection_email, email, locale, why, is_domain_proven, claimed_at, decided_at, reason
			from hub.organisation_claims where state in ('granted', 'refused') order by decided_at desc limit 20) as judged
	) as claims
	left join hub.organisations as known on known.organisation_id = claims.organisation_id
);
comment on function hub.claims_to_judge is
	'Claims that wait for an administrator, the oldest first among those shown, and the last twenty that were settled. Nothing for anybody else.';

revoke execute on function hub.grant_claim, public.prove_claim, public.judge_claim, hub.claims_to_judge from public;
grant execute on function public.prove_claim to service_role;
grant execute on function public.judge_claim, hub.claims_to_judge to authenticated;
