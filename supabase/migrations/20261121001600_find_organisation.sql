-- From what the reporter knows to the organisation behind it. None is better than the wrong one.

create view hub.known_names with (security_invoker = true) as
	select organisation_id, normalised_name from hub.organisations where merged_into is null
	union all
	select organisation_id, normalised_name from hub.trade_names
	where organisation_id not in (select organisation_id from hub.organisations where merged_into is not null);
comment on view hub.known_names is
	'Every name by which an organisation may be found; one that was merged is found by the names of the other.';

create function hub.words_of_sector(sector text) returns text[]
language sql immutable
return case
	when sector = 'energy' then array['energie', 'energy', 'stroom', 'gas', 'elektra', 'en']
	when sector = 'telecom' then array['telecom', 'internet', 'mobiel', 'mobile', 'tv', 'glasvezel', 'en']
	when sector in ('insurance', 'life') then
		array['verzekering', 'verzekeringen', 'zorgverzekering', 'zorgverzekeringen', 'uitvaartverzekering', 'uitvaart']
	when sector in ('lottery_good_cause', 'lottery_other') then array['loterij']
	when sector = 'bank_credit' then array['bank', 'hypotheek', 'hypotheken', 'krediet']
	else '{}' end;
comment on function hub.words_of_sector is
	'What people put after a name to say what is sold. It says nothing new of an organisation in that sector, and names another one outside it.';

create function hub.alike(left_name text, right_name text) returns real
language sql immutable
return (
	select case when bool_and(left_word = right_word or (left_word || right_word !~ '[0-9]'
			and extensions.similarity(left_word, right_word) >= 0.4))
		then extensions.similarity(left_name, right_name) else 0 end
	from unnest(string_to_array(left_name, ' '), string_to_array(right_name, ' ')) as pair (left_word, right_word)
);
comment on function hub.alike is
	'Trigram similarity of two normalised names if they may be one name with a slip of the pen: as many words, each alike, the same digits. Else 0: Noord is no misspelling of Zuid.';

create function hub.find_organisation_by_name(name text)
returns table (organisation_id uuid, match hub.organisation_match)
language plpgsql stable security definer set search_path = '' as $$
declare
	-- Words that people add to a name and that tell no organisations apart.
	wanted text := btrim(regexp_replace(regexp_replace(hub.normalise_name(name),
		'\m(klantenservice|klantendienst|helpdesk|verkoop|verkoopafdeling|call ?cent(er|re)|customer service|afdeling|namens|medewerker|van de)\M', ' ', 'g'),
		'\s+', ' ', 'g'));
	words text[] := string_to_array(wanted, ' ');
	bearers uuid[];
	best record;
begin
	-- What is offered is not who offers it, even if somebody trades under such a name.
	if length(wanted) < 2 or words <@ array['energie', 'energy', 'stroom', 'gas', 'energieleverancier',
		'energiebedrijf', 'telecom', 'internet', 'provider', 'mobiel', 'glasvezel', 'zonnepanelen',
		'isolatie', 'warmtepomp', 'verzekering', 'verzekeringen', 'verzekeraar', 'zorgverzekering', 'bank',
		'lening', 'hypotheek', 'loterij', 'krant', 'tijdschrift', 'wijn', 'goed', 'goede', 'doel', 'doelen',
		'collecte', 'onbekend', 'anoniem', 'geen', 'idee', 'weet', 'ik', 'niet', 'de', 'het', 'een', 'en', 'of', 'voor', 'over']
	then
		return;
	end if;

	-- The same letters, wherever the spaces are: Hart Stichting is Hartstichting, the article is free.
	select array_agg(distinct known.organisation_id) into bearers
	from hub.known_names as known
	where replace(known.normalised_name, ' ', '') in (
		replace(wanted, ' ', ''),
		regexp_replace(lower(name), '[^a-z0-9]', '', 'g'),
		replace(regexp_replace(wanted, '^(de|het) ', ''), ' ', ''),
		'de' || replace(wanted, ' ', ''), 'het' || replace(wanted, ' ', ''));
	if bearers is null then
		select array_agg(distinct organisations.organisation_id) into bearers
		from generate_series(1, cardinality(words) - 1) as size
		join hub.known_names as known on known.normalised_name = array_to_string(words[1:size], ' ')
		join hub.organisations on organisations.organisation_id = known.organisation_id
		where words[size + 1:] <@ hub.words_of_sector(organisations.sector);
	end if;
	if cardinality(bearers) = 1 then
		return query select bearers[1], 'exact_name'::hub.organisation_match;
	end if;
	if bearers is not null or length(wanted) < 5 then
		return;
	end if;

	-- The best of each organisation; the winner must be good and clearly ahead.
	perform set_config('pg_trgm.similarity_threshold', '0.5', true);
	select array_agg(ranked.organisation_id order by ranked.likeness desc) as organisations,
		array_agg(ranked.likeness order by ranked.likeness desc) as likenesses
	into best
	from (
		select known.organisation_id, max(hub.alike(known.normalised_name, wanted)) as likeness
		from hub.known_names as known
		where known.normalised_name operator(extensions.%) wanted
			and length(known.normalised_name) >= 5 and left(known.normalised_name, 1) = left(wanted, 1)
		group by known.organisation_id
		order by likeness desc limit 2) as ranked;
	if best.likenesses[1] >= 0.6 and best.likenesses[1] - coalesce(best.likenesses[2], 0) >= 0.1 then
		return query select best.organisations[1], 'similar_name'::hub.organisation_match;
	end if;
end $$;
comment on function hub.find_organisation_by_name is
	'Definer: names are public. At most one organisation: by its name when only one bears it, else by a similar name (hub.alike at least 0.6 and 0.1 ahead of the next).';

create function hub.find_organisation(number hub.phone_number, chosen uuid, name text, on_date date)
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
revoke execute on function hub.words_of_sector, hub.alike, hub.find_organisation_by_name,
	hub.find_organisation from public;
grant execute on function hub.find_organisation_by_name, hub.find_organisation to service_role;
