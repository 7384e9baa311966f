-- What else an organisation does with its registrations, and a contact centre with those that name it.

create function public.answer_for_contact_centre(registration_id uuid, is_agreed boolean) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	claim hub.number_registrations;
	arrived integer := 0;
begin
	select * into claim from hub.number_registrations as known
	where known.registration_id = answer_for_contact_centre.registration_id
		and contact_centre_id in (select hub.my_organisations('owner'))
		and state in ('claimed', 'confirmed') and contact_centre_agreed_at is null for update;
	if claim.registration_id is null then
		raise exception using errcode = 'GH404', message = 'claim_not_found';
	elsif claim.claimed_by = auth.uid() then
		-- Somebody who owns both would confirm to himself.
		raise exception using errcode = 'GH403', message = 'not_by_the_same_person';
	end if;
	if not is_agreed then
		-- A registration that stands on other proof goes on, without this contact centre.
		if claim.proof = 'contact_centre' and claim.state = 'claimed' then
			perform hub.cut_registration(claim, claim.numbers, claim.period, 'contact_centre_disagreed');
			perform hub.settle_contests(claim.registration_id, false, 'contact_centre_disagreed');
		else
			update hub.number_registrations set contact_centre_id = null
			where registration_id = claim.registration_id and proof <> 'contact_centre';
		end if;
	else
		update hub.number_registrations set contact_centre_agreed_at = now()
		where registration_id = claim.registration_id;
		-- What another organisation claims too is for the committee.
		if claim.state = 'claimed' and claim.proof = 'contact_centre' and not exists (select from hub.others_on(claim)) then
			arrived := hub.confirm_registration(claim.registration_id, 'contact_centre_agreed');
		else
			perform hub.find_makers(claim.organisation_id, claim.first_number, claim.last_number);
		end if;
	end if;
	return jsonb_build_object('attributed', arrived);
end $$;
comment on function public.answer_for_contact_centre is
	'Definer: an owner of the contact centre that is named, which it checks itself; not whoever made the claim. Says whether it uses these numbers for that organisation: where that is the proof and nobody else claims them, the claim is confirmed.';

create function public.end_registration(registration_id uuid, last_on date) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	own hub.number_registrations;
begin
	select * into own from hub.number_registrations as known
	where known.registration_id = end_registration.registration_id
		and organisation_id in (select hub.my_organisations('owner')) for update;
	if own.registration_id is null then
		raise exception using errcode = 'GH404', message = 'registration_not_found';
	end if;
	if own.state = 'claimed' then
		-- What nobody has judged yet is simply taken back.
		update hub.number_registrations set state = 'withdrawn', decided_at = now()
		where registration_id = own.registration_id;
		perform hub.settle_contests(own.registration_id, false, 'claim_withdrawn');
	elsif own.state <> 'confirmed' or last_on is null or last_on < own.valid_from
		or last_on > coalesce(own.valid_until, last_on)
		or last_on < (now() at time zone 'Europe/Amsterdam')::date - 31 then
		raise exception using errcode = 'GH009', message = 'last_day_not_possible';
	else
		update hub.number_registrations set valid_until = last_on where registration_id = own.registration_id;
	end if;
end $$;
comment on function public.end_registration is
	'Definer: an owner of the organisation, which it checks itself. Gives a registration its last day, at most a month back, so that no reports are left behind; takes a claim that waits back.';

create function hub.place_of_number_document(document_id uuid)
returns table (stored_key text, key_id text, name text, media_type text)
language sql stable security definer set search_path = ''
begin atomic
	select documents.stored_key, documents.key_id, documents.name, documents.media_type
	from hub.number_documents as documents
	where documents.document_id = place_of_number_document.document_id
		and (hub.is_staff() or exists (
			select from hub.number_registrations as own
			where own.document_id = documents.document_id
				and own.organisation_id in (select hub.my_organisations())));
end;
comment on function hub.place_of_number_document is
	'Definer: where a file lies is the server''s. Of documents the caller may read: staff all, members those of their own claims; else no row. Reached through public.read_number_document.';

revoke execute on function public.answer_for_contact_centre, public.end_registration,
	hub.place_of_number_document from public;
grant execute on function public.answer_for_contact_centre, public.end_registration,
	hub.place_of_number_document to authenticated;
