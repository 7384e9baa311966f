-- Lodging an objection, a request for proof of consent, or both. The server has parsed, encrypted
-- and hashed; the mail to the organisation is posted in the same transaction.

create function hub.new_request_reference(on_date date) returns text
language plpgsql volatile set search_path = '' as $$
declare
	candidate text;
begin
	loop
		candidate := hub.new_reference(on_date);
		exit when not exists (select from hub.objections where reference = 'V-' || candidate)
			and not exists (select from hub.proof_requests where reference = 'B-' || candidate);
	end loop;
	return candidate;
end $$;
comment on function hub.new_request_reference is
	'A reference without its letter, which no objection and no request has yet: asked for together they share it.';

create function public.find_addressee(organisation_id uuid, organisation_name text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('organisation_id', organisations.organisation_id, 'name', organisations.name,
		'objection_email', objection_email, 'objection_url', objection_url)
	from hub.find_organisation(null, find_addressee.organisation_id, find_addressee.organisation_name, current_date) as found
	join hub.organisations on organisations.organisation_id = found.organisation_id
	-- A name that only resembles is no ground to send somebody's number there.
	where found.match in ('chosen', 'exact_name')
);
comment on function public.find_addressee is
	'Definer: the server alone. The organisation that was chosen or exactly named, and where it takes objections; null when it is not registered.';

create function hub.lodging_receipt(client_key bytea, is_repeated boolean) returns jsonb
language sql stable set search_path = ''
return jsonb_build_object(
	'is_repeated', is_repeated,
	'objection', (select jsonb_build_object('reference', reference, 'state', state)
		from hub.objections where objections.client_key = lodging_receipt.client_key),
	'proof_request', (select jsonb_build_object('reference', reference, 'state', state)
		from hub.proof_requests where proof_requests.client_key = lodging_receipt.client_key));
comment on function hub.lodging_receipt is 'What somebody is told after lodging.';

create function public.lodge_objection(submission jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	sent record;
	key bytea;
	number text;
	report bigint;
	objection bigint;
	request bigint;
begin
	select * into sent from jsonb_to_record(submission) as fields (
		client_key text, follow_code_hash text, is_objection boolean, is_proof_request boolean,
		organisation_id uuid, organisation_name text, against text[], is_sent_by_desk boolean, locale text,
		report_reference text, lodged_at timestamptz, proof_due_at timestamptz, may_test_later_reports boolean,
		reporter_keys text[], shared_encrypted text, mail_encrypted text, key_id text,
		objection_token_hash text, proof_token_hash text, consumer_token_hash text,
		objection_mail text, proof_mail text);
	key := decode(sent.client_key, 'hex');
	-- The same form sent twice at once waits here, then finds what the first one made.
	perform pg_advisory_xact_lock(hashtextextended(sent.client_key, 0));
	if exists (select from hub.objections where client_key = key)
		or exists (select from hub.proof_requests where client_key = key)
	then
		return hub.lodging_receipt(key, true);
	end if;

	select report_id into report from hub.reports where reference = sent.report_reference;
	number := hub.new_request_reference((sent.lodged_at at time zone 'Europe/Amsterdam')::date);

	if sent.is_objection then
		insert into hub.objections (reference, organisation_id, organisation_name, against, is_sent_by_desk,
			may_test_later_reports, locale, report_id, lodged_at, client_key, follow_code_hash,
			answer_token_hash, consumer_token_hash)
		values ('V-' || number, sent.organisation_id, sent.organisation_name, sent.against, sent.is_sent_by_desk,
			sent.may_test_later_reports, sent.locale, report, sent.lodged_at, key,
			decode(sent.follow_code_hash, 'hex'), decode(sent.objection_token_hash, 'hex'),
			decode(sent.consumer_token_hash, 'hex'))
		returning objection_id into objection;
		insert into hub.objection_people (objection_id, shared_encrypted, mail_encrypted, key_id)
		values (objection, decode(sent.shared_encrypted, 'hex'), decode(sent.mail_encrypted, 'hex'), sent.key_id);
		if sent.may_test_later_reports then
			insert into hub.objection_keys (objection_id, reporter_key)
			select distinct objection, decode(own_key, 'hex') from unnest(sent.reporter_keys) as own_key;
		end if;
		insert into hub.objection_events (objection_id, event, to_state, actor_role, occurred_at)
		values (objection, 'lodged', 'lodged', 'reporter', sent.lodged_at);
		-- Runs from now, for it may never be sent; what becomes of it starts the clock anew.
		perform hub.set_objection_deadline(objection, 'contact_data_erased', sent.lodged_at);
	end if;

	if sent.is_proof_request then
		insert into hub.proof_requests (reference, organisation_id, organisation_name, is_sent_by_desk, locale,
			report_id, requested_at, due_at, client_key, follow_code_hash, answer_token_hash)
		values ('B-' || number, sent.organisation_id, sent.organisation_name, sent.is_sent_by_desk, sent.locale,
			report, sent.lodged_at, sent.proof_due_at, key, decode(sent.follow_code_hash, 'hex'),
			decode(sent.proof_token_hash, 'hex'))
		returning proof_request_id into request;
		insert into hub.proof_request_people (proof_request_id, shared_encrypted, mail_encrypted, key_id)
		values (request, decode(sent.shared_encrypted, 'hex'), decode(sent.mail_encrypted, 'hex'), sent.key_id);
		insert into hub.proof_request_events (proof_request_id, event, to_state, actor_role, occurred_at)
		values (request, 'requested', 'requested', 'reporter', sent.lodged_at);
		perform hub.set_proof_request_deadline(request, 'contact_data_erased',
			hub.due_at('contact_data_erased', sent.lodged_at));
	end if;

	if sent.is_sent_by_desk then
		if sent.is_objection then
			perform hub.post_mail('pass_on:objection:' || objection, 'pass_on_objection', 'nl', jsonb_build_object(
				'reference', 'V-' || number, 'organisation', sent.organisation_name, 'against', sent.against,
				'lodged_at', sent.lodged_at, 'due_at', hub.due_at('objection_processed', sent.lodged_at)),
				sealed => sent.objection_mail, key_id => sent.key_id);
		end if;
		if sent.is_proof_request then
			perform hub.post_mail('pass_on:proof:' || request, 'pass_on_proof_request', 'nl', jsonb_build_object(
				'reference', 'B-' || number, 'organisation', sent.organisation_name,
				'lodged_at', sent.lodged_at, 'due_at', sent.proof_due_at),
				sealed => sent.proof_mail, key_id => sent.key_id);
		end if;
	end if;
	if sent.mail_encrypted is not null then
		perform hub.post_mail('lodged:' || number, 'objection_lodged', sent.locale, jsonb_build_object(
			'reference', case when sent.is_objection then 'V-' else 'B-' end || number,
			'organisation', sent.organisation_name, 'is_sent_by_desk', sent.is_sent_by_desk),
			sealed => sent.mail_encrypted, key_id => sent.key_id);
	end if;
	return hub.lodging_receipt(key, false);
end $$;
comment on function public.lodge_objection is
	'Definer: nobody else may write objections; granted to service_role alone. Lodges an objection, a request for proof or both, or gives the same receipt again for the same client_key. Keys, hashes and ciphertext in hexadecimal.';

revoke execute on function hub.new_request_reference, hub.lodging_receipt, public.find_addressee,
	public.lodge_objection from public;
grant execute on function public.find_addressee, public.lodge_objection to service_role;
