-- An organisation claims numbers. A claim counts for nothing until its proof has been judged.

create function hub.others_on(registration hub.number_registrations) returns setof hub.number_registrations
language sql stable set search_path = ''
begin atomic
	select others.* from hub.number_registrations as others
	where others.organisation_id <> (registration).organisation_id
		and others.state in ('claimed', 'confirmed')
		and others.numbers && (registration).numbers and others.period && (registration).period
		and length(others.first_number) = length((registration).first_number);
end;
comment on function hub.others_on is 'What other organisations claim or have of the same numbers, in the same period.';

create function hub.claim(organisation_id uuid, fields jsonb, document uuid) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
	made hub.number_registrations;
	rival hub.number_registrations;
	reason constant text := btrim(fields ->> 'contest_reason');
begin
	if fields ->> 'published_on' is null then
		raise exception using errcode = 'GH009', message = 'publication_needed';
	elsif document is null and fields ->> 'proof' = 'document' then
		raise exception using errcode = 'GH009', message = 'document_needed';
	elsif fields ->> 'contact_centre_id' = organisation_id::text then
		raise exception using errcode = 'GH009', message = 'contact_centre_is_self';
	end if;
	insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, valid_until,
		campaign, is_campaign_public, contact_centre_id, state, proof, document_id, published_on, claimed_by)
	select claim.organisation_id, given.first_number, given.last_number, given.valid_from, given.valid_until,
		given.campaign, coalesce(given.is_campaign_public, false) and given.campaign is not null,
		given.contact_centre_id, 'claimed', given.proof, case when given.proof = 'document' then document end,
		given.published_on, auth.uid()
	from jsonb_to_record(fields) as given (first_number text, last_number text, valid_from date, valid_until date,
		campaign text, is_campaign_public boolean, contact_centre_id uuid, proof text, published_on date)
	where given.proof in ('document', 'contact_centre')
	returning * into strict made;
	if exists (
		select from hub.number_registrations as own
		where own.organisation_id = made.organisation_id and own.registration_id <> made.registration_id
			and own.state in ('claimed', 'confirmed') and own.numbers && made.numbers
			and own.period && made.period and length(own.first_number) = length(made.first_number))
	then
		raise exception using errcode = 'GH011', message = 'number_claimed_already';
	end if;
	select others.* into rival from hub.others_on(made) as others
	where others.state = 'confirmed' order by others.first_number limit 1;
	if rival.registration_id is not null then
		if coalesce(reason, '') = '' then
			raise exception using errcode = 'GH011', message = 'number_registered_already';
		end if;
		insert into hub.number_contests (contested_number, registration_id, claim_id, reason, document_id)
		values (greatest(made.first_number, rival.first_number), rival.registration_id, made.registration_id,
			reason, made.document_id);
		perform hub.mail_members_of(rival.organisation_id, 'number_contested',
			'number_contested:' || made.registration_id,
			jsonb_build_object('number', greatest(made.first_number, rival.first_number)));
	end if;
	return jsonb_build_object('registration_id', made.registration_id,
		'state', case when rival.registration_id is null then 'claimed' else 'contested' end);
end $$;
comment on function hub.claim is
	'Writes one claim, with a contest when another organisation has the numbers; refuses what cannot be claimed.';

create function public.claim_numbers(organisation_id uuid, claims jsonb, token_hash text default null,
	is_dry_run boolean default false) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	document uuid;
	fields jsonb;
	told jsonb := '[]'::jsonb;
	asked record;
begin
	perform hub.must_own(organisation_id);
	if jsonb_array_length(claims) > 2000 then
		raise exception using errcode = 'GH008', message = 'number_claims_too_many';
	end if;
	begin
		document := hub.take_document(token_hash);
		for fields in select each_claim from jsonb_array_elements(claims) as each_claim loop
			begin
				told := told || hub.claim(organisation_id, fields, document);
			exception
				when sqlstate 'GH009' or sqlstate 'GH011' then
					told := told || jsonb_build_object('state', 'refused', 'reason', sqlerrm);
				when check_violation or foreign_key_violation or no_data_found then
					told := told || jsonb_build_object('state', 'refused', 'reason', 'claim_not_possible');
			end;
		end loop;
		if is_dry_run then
			raise exception using errcode = 'GHDRY', message = 'dry_run';
		end if;
	-- Not GH000: that would catch every refusal of the class.
	exception when sqlstate 'GHDRY' then
		return told;
	end;
	for asked in
		select contact_centre_id, count(*) as claims, min(first_number) as first_number,
			min(registrations.registration_id::text) as event
		from hub.number_registrations as registrations
		where registrations.registration_id in (
				select (outcome ->> 'registration_id')::uuid from jsonb_array_elements(told) as outcome)
			and contact_centre_id is not null
		group by contact_centre_id
	loop
		perform hub.mail_members_of(asked.contact_centre_id, 'number_to_confirm',
			'number_to_confirm:' || asked.event, jsonb_build_object('number', asked.first_number, 'claims', asked.claims,
				'organisation', (select name from hub.organisations as own where own.organisation_id = claim_numbers.organisation_id)));
	end loop;
	return told;
end $$;
comment on function public.claim_numbers is
	'Definer: checks by itself that the caller is an owner. Claims numbers and blocks [{first_number, last_number, valid_from, valid_until, campaign, is_campaign_public, contact_centre_id, proof, published_on, contest_reason}], each by itself, and tells what became of each: claimed, contested (another has it; needs a reason) or refused with a reason. A dry run tells the same and leaves nothing.';

revoke execute on function hub.others_on, hub.claim, public.claim_numbers from public;
grant execute on function public.claim_numbers to authenticated;
