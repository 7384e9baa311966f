-- Claiming an organisation: a code to an address on its web domain proves it, else an administrator
-- judges. The server alone begins and finishes a claim; it has made the code and sealed the mail.

create function hub.is_shared_domain(domain text) returns boolean
language sql immutable
return domain is null or domain = any (array[
	-- Mail that anybody can have.
	'gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.nl', 'outlook.com', 'outlook.nl', 'live.com', 'live.nl',
	'msn.com', 'yahoo.com', 'yahoo.nl', 'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'gmx.com',
	'gmx.net', 'gmx.de', 'web.de', 'mail.com', 'mail.ru', 'yandex.com', 'yandex.ru', 'zoho.com', 'proton.me',
	'protonmail.com', 'pm.me', 'tutanota.com', 'tuta.io', 'fastmail.com', 'hey.com', 'duck.com', 'mailinator.com',
	'ziggo.nl', 'kpnmail.nl', 'kpnplanet.nl', 'planet.nl', 'hetnet.nl', 'xs4all.nl', 'upcmail.nl', 'chello.nl',
	'home.nl', 'casema.nl', 'quicknet.nl', 'zeelandnet.nl', 'online.nl', 'telfort.nl', 'telfortglasvezel.nl',
	'tele2.nl', 'versatel.nl', 'wanadoo.nl', 'orange.nl', 'solcon.nl', 'caiway.nl', 'kabelfoon.nl', 'deltanet.nl',
	'freeler.nl', 'zonnet.nl', 'tiscali.nl', 'lycos.nl', 'live.be', 'telenet.be', 'skynet.be', 'freedom.nl',
	-- Websites that anybody can have.
	'wordpress.com', 'wixsite.com', 'weebly.com', 'jouwweb.nl', 'webnode.nl', 'blogspot.com', 'github.io',
	'google.com', 'facebook.com', 'instagram.com', 'linkedin.com', 'linktr.ee', 'business.site']);
comment on function hub.is_shared_domain is
	'Whether mail or a website there says nothing of who somebody works for; so does none at all.';

create function hub.resembles_another(name text, own uuid) returns boolean
language sql stable set search_path = ''
return exists (
	select from hub.known_names as known
	where known.organisation_id is distinct from own and length(known.normalised_name) >= 3
		and (known.normalised_name = hub.normalise_name(name)
			or replace(known.normalised_name, ' ', '') = replace(hub.normalise_name(name), ' ', '')
			or hub.normalise_name(name) like known.normalised_name || ' %'
			or (length(known.normalised_name) >= 5
				and extensions.similarity(known.normalised_name, hub.normalise_name(name)) >= 0.6)));
comment on function hub.resembles_another is
	'Whether a name is, begins with or looks like that of another organisation: a person has to look then.';

create function hub.bears_name(domain text, name text) returns boolean
language sql immutable
return regexp_replace(split_part(domain, '.', 1), '[^a-z0-9]', '', 'g') = replace(hub.normalise_name(name), ' ', '');
comment on function hub.bears_name is
	'Whether a registered domain is a name and nothing else: zonne-wijs.nl bears Zonnewijs B.V., zonnewijs-info.nl does not.';

create function hub.claimed_organisation(organisation_id uuid, name text, kvk_number text) returns uuid
language sql stable set search_path = ''
return coalesce(
	hub.surviving_organisation(claimed_organisation.organisation_id),
	(select hub.surviving_organisation(known.organisation_id) from hub.organisations as known
		where known.kvk_number = claimed_organisation.kvk_number),
	-- To the letter, where two names are the same but for a space.
	(select (array_agg(known.organisation_id))[1] from hub.organisations as known
		where merged_into is null and known.normalised_name = hub.normalise_name(claimed_organisation.name)
			and lower(known.name) = lower(btrim(claimed_organisation.name)) having count(*) = 1),
	(select found.organisation_id from hub.find_organisation_by_name(claimed_organisation.name) as found
		where found.match = 'exact_name'));
comment on function hub.claimed_organisation is
	'The organisation somebody means: the one chosen, else the one with that number in the trade register, else the one of that name.';

create function hub.why_not_by_mail(claim hub.organisation_claims, is_suspect boolean) returns text
language plpgsql stable set search_path = '' as $$
declare
	known hub.organisations;
	-- Of a known organisation its own website counts, whatever was typed.
	web_domain text := hub.registrable_domain(claim.website);
	own_name text;
begin
	if is_suspect then
		return 'suspect';
	end if;
	if claim.organisation_id is not null then
		select * into known from hub.organisations where organisations.organisation_id = claim.organisation_id;
		web_domain := known.web_domain;
	end if;
	if known.kvk_number <> claim.kvk_number or exists (
		select from hub.organisations as others
		where others.kvk_number = claim.kvk_number and others.organisation_id <> claim.organisation_id)
	then
		return 'kvk_differs';
	end if;
	foreach own_name in array claim.name || claim.trade_names loop
		if hub.resembles_another(own_name, claim.organisation_id) and not exists (
			select from hub.known_names as own where own.organisation_id = claim.organisation_id
				and own.normalised_name = hub.normalise_name(own_name))
		then
			return 'name_of_another';
		end if;
	end loop;
	return case
		when hub.is_shared_domain(web_domain) then 'website_unknown'
		when hub.is_shared_domain(hub.registrable_domain(claim.email)) then 'free_mail'
		when hub.registrable_domain(claim.email) <> web_domain then 'other_domain'
		-- A new one names its own website: only by a domain that bears its name it shows to be who it says.
		when claim.organisation_id is null and not hub.bears_name(web_domain, claim.name) then 'other_name' end;
end $$;
comment on function hub.why_not_by_mail is
	'Why a code to this address proves nothing; null when it does. Whose mail is at the organisation''s own web domain may speak for it.';

create function public.begin_claim(submission jsonb) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	sent record;
	claim hub.organisation_claims;
begin
	-- What was never finished is forgotten.
	delete from hub.organisation_claims where state = 'begun' and claimed_at < now() - interval '1 day';
	select * into sent from jsonb_to_record(submission) as fields (
		token_hash text, organisation_id uuid, name text, kvk_number text, trade_names text[], sector text,
		roles text[], website text, objection_url text, objection_email text, email text, locale text,
		is_suspect boolean, code_hash text, sealed text, key_id text);
	-- The same form sent twice at once waits here, then finds what the first one made.
	perform pg_advisory_xact_lock(hashtextextended(sent.token_hash, 0));
	select * into claim from hub.organisation_claims where token_hash = decode(sent.token_hash, 'hex');
	if claim.claim_id is not null then
		return claim.state;
	end if;
	if (select count(*) from hub.organisation_claims as recent
		where recent.email = sent.email and recent.claimed_at > now() - interval '1 day') >= 5
	then
		raise exception using errcode = 'GH010', message = 'claims_too_many';
	end if;
	claim.organisation_id := hub.claimed_organisation(sent.organisation_id, sent.name, sent.kvk_number);
	claim.name := btrim(sent.name);
	claim.kvk_number := sent.kvk_number;
	claim.trade_names := coalesce(sent.trade_names, '{}');
	claim.website := sent.website;
	claim.email := sent.email;
	claim.why := hub.why_not_by_mail(claim, coalesce(sent.is_suspect, false));
	claim.state := case when claim.why is null then 'begun' else 'waiting' end;
	insert into hub.organisation_claims (token_hash, state, organisation_id, name, kvk_number, trade_names, sector,
		roles, website, objection_url, objection_email, email, locale, why, code_hash)
	values (decode(sent.token_hash, 'hex'), claim.state, claim.organisation_id, claim.name, claim.kvk_number,
		claim.trade_names, sent.sector, sent.roles, claim.website, sent.objection_url, sent.objection_email,
		claim.email, sent.locale, claim.why,
		case when claim.why is null then decode(sent.code_hash, 'hex') end);
	if claim.why is null then
		perform hub.post_mail('claim_code:' || sent.token_hash, 'prove_claim', sent.locale,
			jsonb_build_object('organisation', claim.name), sealed => sent.sealed, key_id => sent.key_id);
	end if;
	return claim.state;
end $$;
comment on function public.begin_claim is
	'Definer: nobody else may write claims; granted to service_role alone. Begun: the code that the server made is mailed to the address, which lies on the web domain of the organisation. Waiting: an administrator judges, and nothing is mailed. It tells nothing of who works where.';

revoke execute on function hub.is_shared_domain, hub.resembles_another, hub.bears_name, hub.claimed_organisation,
	hub.why_not_by_mail, public.begin_claim from public;
grant execute on function public.begin_claim to service_role;
