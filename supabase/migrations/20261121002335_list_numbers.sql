-- What an organisation, a contact centre and the committee see of registrations. With the rights of
-- who asks: RLS is the wall.

create function hub.present_registration(registration hub.number_registrations) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object(
		'registration_id', registration.registration_id,
		'organisation', (select jsonb_build_object('id', owner.organisation_id, 'name', owner.name, 'kvk_number', owner.kvk_number)
			from hub.organisations as owner where owner.organisation_id = registration.organisation_id),
		'first_number', registration.first_number, 'last_number', registration.last_number,
		'numbers', upper(registration.numbers) - lower(registration.numbers),
		'valid_from', registration.valid_from, 'valid_until', registration.valid_until,
		-- The last day on which somebody who was called must get through.
		'reachable_until', (registration.valid_until + clocks.amount * interval '1 month')::date,
		'campaign', registration.campaign, 'is_campaign_public', registration.is_campaign_public,
		'contact_centre', (select jsonb_build_object('id', centre.organisation_id, 'name', centre.name)
			from hub.organisations as centre where centre.organisation_id = registration.contact_centre_id),
		'contact_centre_agreed_at', registration.contact_centre_agreed_at,
		'state', case when registration.state = 'confirmed'
			and registration.valid_until < (now() at time zone 'Europe/Amsterdam')::date then 'ended' else registration.state end,
		'proof', registration.proof, 'published_on', registration.published_on,
		'document', (select jsonb_build_object('document_id', document_id, 'name', name)
			from hub.number_documents where number_documents.document_id = registration.document_id),
		'created_at', registration.created_at, 'decided_at', registration.decided_at,
		'decision', registration.decision, 'attributed', registration.attributed,
		'is_contested', exists (select from hub.number_contests as contests
			where contests.claim_id = registration.registration_id and contests.state = 'open'))
	from hub.clocks where clocks.code = 'number_reachable'
);
comment on function hub.present_registration is
	'A registration as it is shown. Ended is a confirmed one whose last day has passed.';

create function hub.readable(id uuid) returns hub.number_registrations
language sql stable set search_path = ''
return (
	-- By name: who signed in may not read every column, so null stands for those.
	select row(registration_id, organisation_id, first_number, last_number, valid_from, valid_until, campaign,
		is_campaign_public, contact_centre_id, state, proof, document_id, published_on, created_at, null,
		contact_centre_agreed_at, decided_at, decision, attributed, numbers, period)::hub.number_registrations
	from hub.number_registrations where registration_id = id
);
comment on function hub.readable is 'A registration without who claimed it, if the caller may read it.';

create function public.list_number_registrations(organisation_id uuid) returns jsonb
language sql stable set search_path = ''
return jsonb_build_object(
	'own', (select coalesce(jsonb_agg(hub.present_registration(hub.readable(own.registration_id))
			order by own.state <> 'claimed', own.valid_until is not null, own.first_number, own.valid_from desc), '[]')
		from hub.number_registrations as own
		where own.organisation_id = list_number_registrations.organisation_id),
	'used', (select coalesce(jsonb_agg(hub.present_registration(hub.readable(used.registration_id))
			order by used.contact_centre_agreed_at is not null, used.first_number), '[]')
		from hub.number_registrations as used
		where used.contact_centre_id = list_number_registrations.organisation_id
			and used.state in ('claimed', 'confirmed')));
comment on function public.list_number_registrations is
	'Registrations of an organisation (own), and those of others that name it as their contact centre (used), as far as the caller may read them.';

create function public.list_number_decisions() returns jsonb
language sql stable set search_path = ''
return case when hub.is_staff() then jsonb_build_object(
	'claims', (select coalesce(jsonb_agg(hub.present_registration(hub.readable(claims.registration_id))
			|| jsonb_build_object(
				'contests', (select coalesce(jsonb_agg(contests.reason order by contests.contested_at), '[]')
					from hub.number_contests as contests
					where contests.claim_id = claims.registration_id and contests.state = 'open'),
				'others', (select coalesce(jsonb_agg(hub.present_registration(hub.readable(others.registration_id))
						order by others.first_number), '[]')
					from hub.number_registrations as others
					where others.organisation_id <> claims.organisation_id and others.state in ('claimed', 'confirmed')
						and others.numbers && claims.numbers and others.period && claims.period
						and length(others.first_number) = length(claims.first_number)))
			order by claims.created_at), '[]')
		from hub.number_registrations as claims where claims.state = 'claimed'),
	'contests', (select coalesce(jsonb_agg(jsonb_build_object('contest_id', contests.contest_id,
			'number', contests.contested_number, 'reason', contests.reason, 'contested_at', contests.contested_at,
			'document', (select jsonb_build_object('document_id', document_id, 'name', name)
				from hub.number_documents where number_documents.document_id = contests.document_id),
			'registration', hub.present_registration(hub.readable(contests.registration_id)))
			order by contests.contested_at), '[]')
		from hub.number_contests as contests where contests.state = 'open' and contests.claim_id is null)) end;
comment on function public.list_number_decisions is
	'What waits for the committee: claims, with what others have or claim of the same numbers, and contests by the public. Null for who is not staff.';

revoke execute on function hub.present_registration, hub.readable, public.list_number_registrations,
	public.list_number_decisions from public;
grant execute on function hub.present_registration, hub.readable, public.list_number_registrations,
	public.list_number_decisions to authenticated;
