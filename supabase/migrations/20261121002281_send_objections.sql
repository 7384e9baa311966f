-- Once the mail server has taken the mail to the organisation, or the consumer has sent the letter,
-- the clocks run.

create function hub.move_objection(objection hub.objections, to_state text, event text, actor_role text,
	details jsonb default '{}', occurred_at timestamptz default now()) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if objection.state <> to_state and not exists (
		select from hub.objection_moves as moves
		where moves.from_state = objection.state and moves.to_state = move_objection.to_state)
	then
		raise exception using errcode = 'GH002', message = 'objection_cannot_move',
			detail = format('%s to %s', objection.state, to_state);
	end if;
	update hub.objections set state = to_state, told_state = case
		when event = 'contacted_again' then told_state
		when event = 'acknowledged' then case told_state when 'sent' then 'acknowledged' else told_state end
		when to_state = objection.state and actor_role <> 'reporter' then told_state
		else to_state end
	where objection_id = objection.objection_id;
	insert into hub.objection_events (objection_id, event, from_state, to_state, actor_role, details, occurred_at)
	values (objection.objection_id, event, objection.state, to_state, actor_role, details, move_objection.occurred_at);
end $$;
comment on function hub.move_objection is 'Moves an objection by the moves there are, or leaves it where it is, and writes the event.';

create function hub.move_proof_request(request hub.proof_requests, to_state text, event text, actor_role text,
	details jsonb default '{}', occurred_at timestamptz default now()) returns void
language sql volatile set search_path = ''
begin atomic
	update hub.proof_requests set state = move_proof_request.to_state
	where proof_request_id = (request).proof_request_id;
	insert into hub.proof_request_events (proof_request_id, event, from_state, to_state, actor_role, details, occurred_at)
	values ((request).proof_request_id, move_proof_request.event, (request).state, move_proof_request.to_state,
		move_proof_request.actor_role, move_proof_request.details, move_proof_request.occurred_at);
end;
comment on function hub.move_proof_request is 'The state of a request for proof and the event that made it so.';

create function hub.set_objection_deadline(objection_id bigint, clock text, starts_at timestamptz) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.deadlines (clock, objection_id, due_at)
	values (set_objection_deadline.clock, set_objection_deadline.objection_id,
		hub.due_at(set_objection_deadline.clock, set_objection_deadline.starts_at))
	on conflict (objection_id, clock) where settled_at is null do update set due_at = excluded.due_at, set_at = now(), retry_at = null, failures = 0;
end;
comment on function hub.set_objection_deadline is 'Starts a clock for an objection, or starts it anew.';

create function hub.set_proof_request_deadline(proof_request_id bigint, clock text, due_at timestamptz) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.deadlines (clock, proof_request_id, due_at)
	values (set_proof_request_deadline.clock, set_proof_request_deadline.proof_request_id, set_proof_request_deadline.due_at)
	on conflict (proof_request_id, clock) where settled_at is null
		do update set due_at = excluded.due_at, set_at = now(), retry_at = null, failures = 0;
end;
comment on function hub.set_proof_request_deadline is 'Starts a clock for a request for proof, or starts it anew.';

create function hub.send_objection(objection hub.objections, sent_at timestamptz, route text, actor_role text)
returns void
language plpgsql volatile set search_path = '' as $$
begin
	update hub.objections set sent_at = send_objection.sent_at, sent_route = route
	where objection_id = objection.objection_id;
	perform hub.move_objection(objection, 'sent', 'sent', actor_role, jsonb_build_object('route', route));
	perform hub.set_objection_deadline(objection.objection_id, clock, send_objection.sent_at)
	from unnest(array['objection_norm', 'objection_processed']) as clock;
end $$;
comment on function hub.send_objection is 'The objection is on its way; its clocks run from then.';

create function hub.send_proof_request(request hub.proof_requests, sent_at timestamptz, due_at timestamptz, actor_role text)
returns void
language plpgsql volatile set search_path = '' as $$
begin
	update hub.proof_requests set sent_at = send_proof_request.sent_at, due_at = send_proof_request.due_at
	where proof_request_id = request.proof_request_id;
	perform hub.move_proof_request(request, 'sent', 'sent', actor_role);
	perform hub.set_proof_request_deadline(request.proof_request_id, 'consent_proof', send_proof_request.due_at);
end $$;
comment on function hub.send_proof_request is 'The request is on its way; its clock runs to the moment the server computed.';

create function hub.follow_passed_on_mail() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	objection hub.objections;
	request hub.proof_requests;
	id constant bigint := split_part(new.event_key, ':', 3);
	sealed record;
begin
	if new.event_key like 'pass_on:objection:%' then
		select * into objection from hub.objections where objection_id = id for update;
		select mail_encrypted, key_id into sealed from hub.objection_people where objection_id = id;
	else
		select * into request from hub.proof_requests where proof_request_id = id for update;
		select mail_encrypted, key_id into sealed from hub.proof_request_people where proof_request_id = id;
	end if;
	if new.sent_at is not null then
		if objection.state = 'lodged' then
			perform hub.send_objection(objection, new.sent_at, 'mail', 'system');
		elsif request.state = 'requested' then
			perform hub.send_proof_request(request, new.sent_at, request.due_at, 'system');
		end if;
	elsif coalesce(objection.state, request.state) in ('lodged', 'requested') then
		-- The address is no good: the consumer gets the letter after all.
		if objection.objection_id is not null then
			update hub.objections set is_sent_by_desk = false where objection_id = id;
			perform hub.move_objection(objection, objection.state, 'not_delivered', 'system');
		else
			update hub.proof_requests set is_sent_by_desk = false where proof_request_id = id;
			perform hub.move_proof_request(request, request.state, 'not_delivered', 'system');
		end if;
		if sealed.mail_encrypted is not null then
			perform hub.post_mail('not_delivered:' || new.mail_id, 'objection_not_delivered',
				coalesce(objection.locale, request.locale), jsonb_build_object(
				'reference', coalesce(objection.reference, request.reference),
				'organisation', coalesce(objection.organisation_name, request.organisation_name)),
				sealed => encode(sealed.mail_encrypted, 'hex'), key_id => sealed.key_id);
		end if;
	end if;
	return null;
end $$;
comment on function hub.follow_passed_on_mail is
	'Definer: who settles mail knows nothing of objections. Sent is what the mail server took; what it never takes becomes a letter for the consumer.';
create trigger outbox_tells_what_was_passed_on
	after update of sent_at, given_up_at on hub.outbox
	for each row when (new.event_key like 'pass\_on:%'
		and (new.sent_at, new.given_up_at) is distinct from (old.sent_at, old.given_up_at)
		and (new.sent_at is not null or new.given_up_at is not null))
	execute function hub.follow_passed_on_mail();

revoke execute on function hub.move_objection, hub.move_proof_request, hub.set_objection_deadline,
	hub.set_proof_request_deadline,
	hub.send_objection, hub.send_proof_request, hub.follow_passed_on_mail from public;
