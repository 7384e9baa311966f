-- The answer to a request for proof, with its files: by the link of the mail, or by a member who signed in.

create function public.answer_proof_request(token_hash text, answered_at timestamptz, has_consent boolean,
	is_content_ok boolean, answer_encrypted text, key_id text, facts jsonb, mail text default null,
	token_hashes text[] default '{}') returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request hub.proof_requests;
begin
	select * into request from hub.proof_requests where answer_token_hash = decode(token_hash, 'hex') for update;
	perform hub.record_proof(request, jsonb_build_object('answered_at', answered_at, 'has_consent', has_consent,
		'is_content_ok', is_content_ok, 'answer_encrypted', answer_encrypted, 'key_id', key_id, 'facts', facts, 'mail', mail));
	perform hub.keep_proof_files(request.proof_request_id, token_hashes);
end $$;
comment on function public.answer_proof_request is
	'Definer: the server alone, with the keyed hash of a link''s secret. The organisation shows the consent it has, once, with staged files; what follows from it joins the facts of the report.';

create function public.answer_own_proof_request(organisation uuid, reference text, answer jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request hub.proof_requests;
begin
	perform hub.require_own(organisation, 'handler');
	select * into request from hub.proof_requests
	where proof_requests.reference = answer_own_proof_request.reference and organisation_id = organisation
		and (sent_at is not null or is_sent_by_desk) for update;
	-- When it was answered is not for who answers to say.
	perform hub.record_proof(request, answer || jsonb_build_object('answered_at', now()));
	perform hub.keep_proof_files(request.proof_request_id,
		array(select jsonb_array_elements_text(coalesce(answer -> 'token_hashes', '[]'))));
end $$;
comment on function public.answer_own_proof_request is
	'Definer: checks by itself that the caller handles what comes to the organisation. Shows the consent it has, once, with staged files. The server judges and encrypts it before.';

create function public.address_of_proof_request(reference text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('mail_encrypted', encode(mail_encrypted, 'hex'), 'key_id', key_id)
	from hub.proof_requests join hub.proof_request_people using (proof_request_id)
	where proof_requests.reference = address_of_proof_request.reference and mail_encrypted is not null
);
comment on function public.address_of_proof_request is
	'Definer: the server alone, to seal the mail that tells who asked. No member reads the address; null when there is none.';

revoke execute on function public.answer_proof_request, public.answer_own_proof_request,
	public.address_of_proof_request from public;
grant execute on function public.answer_proof_request, public.address_of_proof_request to service_role;
grant execute on function public.answer_own_proof_request to authenticated;
