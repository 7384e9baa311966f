-- What the desk does when a clock of an objection or a request for proof has run out.

create function hub.act_on_objection_deadline(deadline hub.deadlines) returns void
language plpgsql volatile set search_path = '' as $$
declare
	objection hub.objections;
begin
	select * into objection from hub.objections where objection_id = deadline.objection_id for update;
	case deadline.clock
		when 'objection_norm' then
			perform hub.move_objection(objection, objection.state, 'norm_passed', 'system');
		when 'objection_processed' then
			perform hub.move_objection(objection, objection.state, 'asked_whether_stopped', 'system');
			perform hub.mail_who_objected(objection, 'ask_whether_stopped', 'ask_whether_stopped:' || objection.objection_id);
			perform hub.set_objection_deadline(objection.objection_id, 'contact_data_erased', now());
		when 'contact_data_erased' then
			delete from hub.objection_people where objection_people.objection_id = objection.objection_id;
			perform hub.move_objection(objection, objection.state, 'personal_data_erased', 'system');
	end case;
end $$;
comment on function hub.act_on_objection_deadline is
	'What happens when a clock of an objection has run out. The keyed hashes stay: they test later reports for as long as who objected allows it.';

create function hub.act_on_proof_deadline(deadline hub.deadlines) returns void
language plpgsql volatile set search_path = '' as $$
declare
	request hub.proof_requests;
begin
	select * into request from hub.proof_requests where proof_request_id = deadline.proof_request_id for update;
	case deadline.clock
		when 'consent_proof' then
			perform hub.move_proof_request(request, 'overdue', 'overdue', 'system');
			perform hub.tell_report_of_proof(request.report_id,
				jsonb_build_object('proof_requested_at', request.sent_at));
			perform hub.post_mail('proof_overdue:' || request.proof_request_id, 'proof_overdue', request.locale,
				jsonb_build_object('reference', request.reference, 'organisation', request.organisation_name),
				sealed => encode(mail_encrypted, 'hex'), key_id => key_id)
			from hub.proof_request_people
			where proof_request_people.proof_request_id = request.proof_request_id and mail_encrypted is not null;
			perform hub.set_proof_request_deadline(request.proof_request_id, 'contact_data_erased',
				hub.due_at('contact_data_erased', now()));
		when 'contact_data_erased' then
			delete from hub.proof_request_people where proof_request_people.proof_request_id = request.proof_request_id;
			perform hub.move_proof_request(request, request.state, 'personal_data_erased', 'system');
	end case;
end $$;
comment on function hub.act_on_proof_deadline is 'What happens when a clock of a request for proof has run out.';

revoke execute on function hub.act_on_objection_deadline, hub.act_on_proof_deadline from public;
