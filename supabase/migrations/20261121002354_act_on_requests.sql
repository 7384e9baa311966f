-- What a member who signed in does with an objection or a request for proof, without the link of the mail.

create function public.acknowledge_own_objection(organisation uuid, reference text, is_processed boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	objection hub.objections;
begin
	perform hub.require_own(organisation, 'handler');
	select * into objection from hub.objections
	where objections.reference = acknowledge_own_objection.reference and organisation_id = organisation
		and (sent_at is not null or is_sent_by_desk) for update;
	perform hub.take_up_objection(objection, is_processed);
end $$;
comment on function public.acknowledge_own_objection is
	'Definer: checks by itself that the caller handles what comes to the organisation. It has the objection, or has processed it; each counts once.';

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
end $$;
comment on function public.answer_own_proof_request is
	'Definer: checks by itself that the caller handles what comes to the organisation. Shows the consent it has, once. The server judges and encrypts it before.';

create function public.address_of_proof_request(reference text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('mail_encrypted', encode(mail_encrypted, 'hex'), 'key_id', key_id)
	from hub.proof_requests join hub.proof_request_people using (proof_request_id)
	where proof_requests.reference = address_of_proof_request.reference and mail_encrypted is not null
);
comment on function public.address_of_proof_request is
	'Definer: the server alone, to seal the mail that tells who asked. No member reads the address; null when there is none.';

revoke execute on function public.acknowledge_own_objection, public.answer_own_proof_request,
	public.address_of_proof_request from public;
grant execute on function public.acknowledge_own_objection, public.answer_own_proof_request to authenticated;
grant execute on function public.address_of_proof_request to service_role;
