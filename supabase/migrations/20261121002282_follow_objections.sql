-- What somebody who objected sees and does, with the follow code or a link from the mail. The
-- server alone calls these, with the keyed hash of either.

create function public.follow_objection(code_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select case when count(*) > 0 then jsonb_object_agg(part, told) end
	from (
		select 'objection' as part, jsonb_build_object('reference', objections.reference, 'state', state,
			'organisation_id', objections.organisation_id, 'organisation_name', objections.organisation_name,
			'objection_url', objection_url, 'against', against, 'is_sent_by_desk', is_sent_by_desk,
			'sent_route', sent_route, 'has_stopped', has_stopped,
			'may_test_later_reports', may_test_later_reports, 'locale', locale,
			'lodged_at', lodged_at, 'sent_at', sent_at, 'acknowledged_at', acknowledged_at,
			'processed_at', processed_at, 'shared_encrypted', encode(shared_encrypted, 'hex'), 'key_id', key_id,
			'report_reference', (select reports.reference from hub.reports where reports.report_id = objections.report_id),
			'events', (select jsonb_agg(jsonb_build_object('event', event, 'occurred_at', occurred_at) order by event_id)
				from hub.objection_events where objection_events.objection_id = objections.objection_id)) as told
		from hub.objections
		left join hub.objection_people using (objection_id)
		left join hub.organisations on organisations.organisation_id = objections.organisation_id
		where follow_code_hash = decode(code_hash, 'hex')
		union all
		select 'proof_request', jsonb_build_object('reference', proof_requests.reference, 'state', state,
			'organisation_id', proof_requests.organisation_id, 'organisation_name', proof_requests.organisation_name,
			'objection_url', objection_url, 'is_sent_by_desk', is_sent_by_desk, 'locale', locale,
			'requested_at', requested_at, 'sent_at', sent_at, 'due_at', due_at, 'answered_at', answered_at,
			'has_consent', has_consent, 'is_content_ok', is_content_ok,
			'shared_encrypted', encode(shared_encrypted, 'hex'), 'key_id', proof_request_people.key_id,
			'answer_encrypted', encode(answer_encrypted, 'hex'), 'answer_key_id', proof_answers.key_id,
			'report_reference', (select reports.reference from hub.reports where reports.report_id = proof_requests.report_id),
			'events', (select jsonb_agg(jsonb_build_object('event', event, 'occurred_at', occurred_at) order by event_id)
				from hub.proof_request_events
				where proof_request_events.proof_request_id = proof_requests.proof_request_id))
		from hub.proof_requests
		left join hub.proof_request_people using (proof_request_id)
		left join hub.proof_answers using (proof_request_id)
		left join hub.organisations on organisations.organisation_id = proof_requests.organisation_id
		where follow_code_hash = decode(code_hash, 'hex')) as parts
);
comment on function public.follow_objection is
	'Definer: the server alone, with the keyed hash of a follow code. {objection, proof_request}, either may be missing; null when there is neither.';

create function public.mark_letter_sent(code_hash text, sent_at timestamptz, route text, proof_due_at timestamptz)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	objection hub.objections;
	request hub.proof_requests;
begin
	select * into objection from hub.objections where follow_code_hash = decode(code_hash, 'hex') for update;
	select * into request from hub.proof_requests where follow_code_hash = decode(code_hash, 'hex') for update;
	if coalesce(objection.objection_id, request.proof_request_id) is null then
		raise exception using errcode = 'GH404', message = 'objection_not_found';
	end if;
	if mark_letter_sent.sent_at > now() + interval '5 minutes' then
		raise exception using errcode = 'GH005', message = 'contact_in_the_future';
	end if;
	if objection.state = 'lodged' and not objection.is_sent_by_desk then
		perform hub.send_objection(objection, mark_letter_sent.sent_at, route, 'reporter');
	end if;
	if request.state = 'requested' and not request.is_sent_by_desk then
		perform hub.send_proof_request(request, mark_letter_sent.sent_at, proof_due_at, 'reporter');
	end if;
end $$;
comment on function public.mark_letter_sent is
	'Definer: the server alone, with the keyed hash of a follow code. The consumer sent the letter; said again it changes nothing.';

create function public.peek_objection(consumer_token_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('reference', reference, 'organisation_name', organisation_name, 'state', state,
		'sent_at', sent_at, 'has_stopped', has_stopped)
	from hub.objections
	where objections.consumer_token_hash = decode(peek_objection.consumer_token_hash, 'hex')
);
comment on function public.peek_objection is
	'Definer: the server alone, with the keyed hash of the secret in a mailed link. No more than the question on that page needs.';

create function public.say_whether_stopped(secret_hash text, has_stopped boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	objection hub.objections;
begin
	select * into objection from hub.objections
	where decode(secret_hash, 'hex') in (follow_code_hash, consumer_token_hash) for update;
	if objection.objection_id is null then
		raise exception using errcode = 'GH404', message = 'objection_not_found';
	end if;
	if not exists (select from hub.objection_events
		where objection_events.objection_id = objection.objection_id and event in ('asked_whether_stopped', 'contacted_again'))
	then
		raise exception using errcode = 'GH002', message = 'objection_term_still_runs';
	end if;
	if objection.has_stopped is not distinct from say_whether_stopped.has_stopped then
		return;
	end if;
	update hub.objections set has_stopped = say_whether_stopped.has_stopped where objection_id = objection.objection_id;
	perform hub.move_objection(objection, case when say_whether_stopped.has_stopped then 'closed' else 'ignored' end,
		case when say_whether_stopped.has_stopped then 'said_stopped' else 'said_not_stopped' end, 'reporter');
end $$;
comment on function public.say_whether_stopped is
	'Definer: the server alone, with the keyed hash of a follow code or of the secret in a mailed link. The answer may change; the last one counts.';

create function public.withdraw_objection(code_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	objection hub.objections;
	request hub.proof_requests;
begin
	select * into objection from hub.objections where follow_code_hash = decode(code_hash, 'hex') for update;
	select * into request from hub.proof_requests where follow_code_hash = decode(code_hash, 'hex') for update;
	if coalesce(objection.objection_id, request.proof_request_id) is null then
		raise exception using errcode = 'GH404', message = 'objection_not_found';
	end if;
	delete from hub.objection_people where objection_people.objection_id = objection.objection_id;
	delete from hub.objection_keys where objection_keys.objection_id = objection.objection_id;
	delete from hub.proof_request_people where proof_request_people.proof_request_id = request.proof_request_id;
	update hub.deadlines set settled_at = now(), settled_as = 'dropped'
	where settled_at is null and (deadlines.objection_id = objection.objection_id
		or deadlines.proof_request_id = request.proof_request_id);
	delete from hub.outbox where sent_at is null and event_key in (
		'pass_on:objection:' || objection.objection_id, 'pass_on:proof:' || request.proof_request_id);
	if objection.objection_id is not null and objection.state <> 'closed' then
		perform hub.move_objection(objection, 'closed', 'withdrawn', 'reporter');
	end if;
	if request.proof_request_id is not null then
		perform hub.move_proof_request(request, request.state, 'withdrawn', 'reporter');
	end if;
end $$;
comment on function public.withdraw_objection is
	'Definer: the server alone, with the keyed hash of a follow code. Erases who it was and stops the clocks and the testing; that there was an objection stays.';

revoke execute on function public.follow_objection, public.mark_letter_sent, public.peek_objection,
	public.say_whether_stopped, public.withdraw_objection from public;
grant execute on function public.follow_objection, public.mark_letter_sent, public.peek_objection,
	public.say_whether_stopped, public.withdraw_objection to service_role;
