-- What the organisation sees and does with the secure link in the desk's mail, without an account. The
-- server alone calls these, with the keyed hash of the secret. How a proof is kept is here too; the
-- answer that brings it comes with its files (…_answer_proof_requests).

create function public.open_objection(token_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('reference', reference, 'state', told_state, 'organisation_name', organisation_name,
		'against', against, 'lodged_at', lodged_at, 'sent_at', coalesce(sent_at, lodged_at),
		'acknowledged_at', acknowledged_at, 'processed_at', processed_at,
		-- Once it is processed, or taken back, there is no need to know any more.
		'shared_encrypted', case when told_state not in ('processed', 'closed') then encode(shared_encrypted, 'hex') end,
		'key_id', key_id)
	from hub.objections left join hub.objection_people using (objection_id)
	where answer_token_hash = decode(token_hash, 'hex')
);
comment on function public.open_objection is
	'Definer: the server alone, with the keyed hash of a link''s secret. The objection as the organisation may see it; null when there is none.';

create function hub.mail_who_objected(objection hub.objections, template text, event_key text) returns void
language sql volatile set search_path = ''
begin atomic
	select hub.post_mail(mail_who_objected.event_key, template, (objection).locale, jsonb_build_object(
		'reference', (objection).reference, 'organisation', (objection).organisation_name,
		'sent_at', (objection).sent_at, 'due_at', hub.due_at('objection_processed', (objection).sent_at)),
		sealed => encode(mail_encrypted, 'hex'), key_id => key_id)
	from hub.objection_people
	where objection_people.objection_id = (objection).objection_id and mail_encrypted is not null;
end;
comment on function hub.mail_who_objected is 'A mail to who objected, when there is an address.';

create function hub.take_up_objection(objection hub.objections, is_processed boolean) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if objection.objection_id is null then
		raise exception using errcode = 'GH404', message = 'objection_not_found';
	end if;
	if objection.state = 'lodged' then
		-- They read it before the mail server had told us.
		perform hub.send_objection(objection, now(), 'mail', 'system');
		select * into objection from hub.objections where objection_id = objection.objection_id;
	end if;
	if objection.state = 'processed' or (objection.acknowledged_at is not null and not is_processed) then
		return;
	end if;
	if objection.state = 'closed' then
		raise exception using errcode = 'GH002', message = 'objection_cannot_move', detail = objection.state;
	end if;
	update hub.objections set acknowledged_at = coalesce(acknowledged_at, now()),
		processed_at = case when is_processed then now() end
	where objection_id = objection.objection_id;
	if is_processed then
		update hub.deadlines set settled_at = now(), settled_as = 'kept'
		where deadlines.objection_id = objection.objection_id and clock = 'objection_norm' and settled_at is null;
		perform hub.move_objection(objection, 'processed', 'processed', 'organisation_member');
		perform hub.mail_who_objected(objection, 'objection_processed', 'objection_processed:' || objection.objection_id);
	else
		perform hub.move_objection(objection, case objection.state when 'sent' then 'acknowledged' else objection.state end,
			'acknowledged', 'organisation_member');
		perform hub.mail_who_objected(objection, 'objection_acknowledged', 'objection_acknowledged:' || objection.objection_id);
	end if;
end $$;
comment on function hub.take_up_objection is
	'The organisation has it, or has processed it; each counts once. Who may say so is checked by who calls it.';

create function public.acknowledge_objection(token_hash text, is_processed boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	objection hub.objections;
begin
	select * into objection from hub.objections where answer_token_hash = decode(token_hash, 'hex') for update;
	perform hub.take_up_objection(objection, is_processed);
end $$;
comment on function public.acknowledge_objection is
	'Definer: the server alone, with the keyed hash of a link''s secret. The organisation has it, or has processed it; each counts once.';

create function public.open_proof_request(token_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('reference', reference, 'state', state, 'organisation_name', organisation_name,
		'requested_at', requested_at, 'due_at', due_at, 'answered_at', answered_at, 'locale', locale,
		'shared_encrypted', case when answered_at is null then encode(shared_encrypted, 'hex') end,
		'mail_encrypted', encode(mail_encrypted, 'hex'), 'key_id', key_id)
	from hub.proof_requests left join hub.proof_request_people using (proof_request_id)
	where answer_token_hash = decode(token_hash, 'hex')
);
comment on function public.open_proof_request is
	'Definer: the server alone, with the keyed hash of a link''s secret. The request as the organisation may see it, and the sealed address for the answer; null when there is none.';

create function hub.tell_report_of_proof(report_id bigint, facts jsonb) returns void
language sql volatile set search_path = ''
begin atomic
	with told as (
		update hub.reports set facts = reports.facts || tell_report_of_proof.facts
		where reports.report_id = tell_report_of_proof.report_id
			and reports.state not in ('withdrawn', 'anonymised')
		returning reports.report_id, reports.state)
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	select told.report_id, 'facts_added', told.state, told.state, 'system', jsonb_build_object('facts',
		(select jsonb_agg(key order by key) from jsonb_object_keys(tell_report_of_proof.facts) as key))
	from told;
end;
comment on function hub.tell_report_of_proof is
	'What became of a request for proof joins the facts of the report it belongs to, for the rules.';

create function hub.record_proof(request hub.proof_requests, answer jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare
	given record;
begin
	select * into given from jsonb_to_record(answer) as fields (answered_at timestamptz, has_consent boolean,
		is_content_ok boolean, answer_encrypted text, key_id text, facts jsonb, mail text);
	if request.proof_request_id is null
		or not exists (select from hub.proof_request_people where proof_request_id = request.proof_request_id)
	then
		raise exception using errcode = 'GH404', message = 'proof_request_not_found';
	end if;
	if request.answered_at is not null then
		raise exception using errcode = 'GH002', message = 'proof_request_answered';
	end if;
	update hub.proof_requests set answered_at = given.answered_at,
		has_consent = given.has_consent, is_content_ok = given.is_content_ok,
		sent_at = coalesce(sent_at, given.answered_at)
	where proof_request_id = request.proof_request_id;
	insert into hub.proof_answers (proof_request_id, answer_encrypted, key_id)
	values (request.proof_request_id, decode(given.answer_encrypted, 'hex'), given.key_id);
	perform hub.move_proof_request(request, 'answered', 'answered', 'organisation_member', jsonb_build_object(
		'is_in_time', given.answered_at < request.due_at, 'has_consent', given.has_consent,
		'is_content_ok', given.is_content_ok), given.answered_at);
	update hub.deadlines set settled_at = now(), settled_as = 'kept'
	where deadlines.proof_request_id = request.proof_request_id and clock = 'consent_proof' and settled_at is null;
	perform hub.set_proof_request_deadline(request.proof_request_id, 'contact_data_erased',
		hub.due_at('contact_data_erased', now()));
	perform hub.tell_report_of_proof(request.report_id, given.facts
		|| jsonb_build_object('proof_requested_at', coalesce(request.sent_at, request.requested_at)));
	if given.mail is not null then
		perform hub.post_mail('proof_answered:' || request.proof_request_id, 'proof_answered', request.locale,
			jsonb_build_object('reference', request.reference, 'organisation', request.organisation_name),
			sealed => given.mail, key_id => given.key_id);
	end if;
end $$;
comment on function hub.record_proof is
	'Keeps the consent that an organisation shows, once; what follows from it joins the facts of the report. Who may answer is checked by who calls it.';

revoke execute on function public.open_objection, hub.mail_who_objected, hub.take_up_objection, public.acknowledge_objection,
	public.open_proof_request, hub.tell_report_of_proof, hub.record_proof from public;
grant execute on function public.open_objection, public.acknowledge_objection, public.open_proof_request to service_role;
