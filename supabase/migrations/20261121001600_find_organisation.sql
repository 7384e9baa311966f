-- From what the reporter knows to the organisation behind it. None is better than the wrong one.

create view hub.known_names with (security_invoker = true) as
	select organisation_id, normalised_name from hub.organisations
	union all
	select organisation_id, normalised_name from hub.trade_names;
comment on view hub.known_names is 'Every name by which an organisation may be found.';

create function hub.find_organisation_by_name(name text)
returns table (organisation_id uuid, match hub.organisation_match)
language plpgsql stable security definer set search_path = '' as $$
declare
	-- Words that callers add to a name and that tell no organisations apart.
	wanted text := btrim(regexp_replace(hub.normalise_name(name),
		'\m(klantenservice|klantendienst|verkoop|verkoopafdeling|callcenter|call center|customer service|afdeling)\M', ' ', 'g'));
	bearers uuid[];
	best record;
begin
	if length(wanted) < 2 then
		return;
	end if;

	select array_agg(distinct known.organisation_id) into bearers
	from hub.known_names as known where known.normalised_name = wanted;
	if array_length(bearers, 1) = 1 then
		return query select bearers[1], 'exact_name'::hub.organisation_match;
	end if;
	if bearers is not null or length(wanted) < 4 then
		return;
	end if;

	-- The best of each organisation; the winner must be good and clearly ahead.
	perform set_config('pg_trgm.similarity_threshold', '0.45', true);
	select array_agg(ranked.organisation_id order by ranked.likeness desc) as organisations,
		array_agg(ranked.likeness order by ranked.likeness desc) as likenesses
	into best
	from (
		select known.organisation_id, max(greatest(
			extensions.similarity(known.normalised_name, wanted),
			case when length(known.normalised_name) >= 5 and wanted ~
				('^' || known.normalised_name || ' (energie|energy|stroom|gas|telecom|internet|mobiel|verzekeringen|loterij)$')
				then 0.9 else 0 end)) as likeness
		from hub.known_names as known
		where known.normalised_name operator(extensions.%) wanted
			or wanted like known.normalised_name || ' %'
		group by known.organisation_id
		order by likeness desc limit 2) as ranked;
	if best.likenesses[1] >= 0.6 and best.likenesses[1] - coalesce(best.likenesses[2], 0) >= 0.1 then
		return query select best.organisations[1], 'similar_name'::hub.organisation_match;
	end if;
end $$;
comment on function hub.find_organisation_by_name is
	'Definer: names are public. At most one organisation: by exact name when only one bears it, else by a similar name (trigram similarity at least 0.6 and 0.1 ahead of the next).';

create function hub.find_organisation(number hub.phone_number, chosen uuid, name text, on_date date)
returns table (organisation_id uuid, match hub.organisation_match)
language plpgsql stable security definer set search_path = '' as $$
declare
	owner uuid := hub.registered_to(number, on_date);
begin
	if owner is not null then
		return query select owner, 'registered_number'::hub.organisation_match;
	elsif exists (select from hub.organisations where organisations.organisation_id = chosen) then
		return query select chosen, 'chosen'::hub.organisation_match;
	elsif name is not null then
		return query select * from hub.find_organisation_by_name(name);
	end if;
end $$;
comment on function hub.find_organisation is
	'Definer: registrations are not public. By the number registered that day, then the reporter''s own choice, then the name.';
revoke execute on function hub.find_organisation_by_name, hub.find_organisation from public;
grant execute on function hub.find_organisation_by_name, hub.find_organisation to service_role;
