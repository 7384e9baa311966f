-- What became of a report, as its reporter may see it.

create function hub.files_of_answer(id bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('evidence_id', evidence_id, 'name', name,
		'media_type', media_type, 'byte_size', byte_size) order by position), '[]')
	from hub.evidence where evidence.answer_id = id
);
comment on function hub.files_of_answer is 'The files that go with an answer, as far as the caller may read them.';

create function hub.answers_of(id bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'organisation_name', organisations.name, 'answer_type', answer_type, 'reason', reason, 'text', text,
		'has_promise', has_promise, 'promise_due_on', promise_due_on, 'answered_at', answered_at,
		'verdict', verdict, 'verdict_text', verdict_text, 'verdict_at', verdict_at,
		'is_reopened', reopened_at is not null, 'is_promise_asked', promise_asked_at is not null,
		'is_promise_kept', is_promise_kept,
		'verdict_by', hub.due_at('verdict_window', answered_at),
		'files', hub.files_of_answer(answer_id)) order by answer_id), '[]')
	from hub.report_answers join hub.organisations using (organisation_id)
	where report_answers.report_id = id
);
comment on function hub.answers_of is 'The answers to a report, oldest first, without who wrote them.';

create function hub.messages_of(id bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'sender', sender, 'with', case when organisation_id is null then 'committee' else 'organisation' end,
		'organisation_name', organisations.name, 'text', text, 'sent_at', sent_at, 'read_at', read_at)
		order by message_id), '[]')
	from hub.report_messages left join hub.organisations using (organisation_id)
	where report_messages.report_id = id
);
comment on function hub.messages_of is 'The messages about a report, oldest first, without who wrote them.';

create function hub.follow_up_of(id bigint) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object(
		'share_identity', share_identity,
		'email', case when report_reporters.report_id is null then 'none'
			when email_proven_at is not null then 'proven'
			when exists (
				select from hub.email_proofs where email_proofs.report_id = reports.report_id
					and expires_at > now() and attempts < 5) then 'code_sent'
			else 'unproven' end,
		'follows', (select earlier.reference from hub.reports as earlier
			where earlier.report_id = reports.follows_report_id),
		'is_organisation_here', exists (
			select from hub.memberships where memberships.organisation_id = reports.organisation_id),
		'answer_by', case
			when state in ('open', 'seen') and delivered_at is not null then hub.due_at('organisation_answer', delivered_at)
			when state = 'reopened' then (
				select due_at from hub.deadlines where deadlines.report_id = reports.report_id
					and clock = 'organisation_answer' and settled_at is null) end,
		'answers', hub.answers_of(reports.report_id),
		'messages', hub.messages_of(reports.report_id))
	from hub.reports left join hub.report_reporters using (report_id)
	where reports.report_id = id
);
comment on function hub.follow_up_of is 'What follow_report tells beside the report itself: answers, messages, terms and how the reporter is known.';

revoke execute on function hub.files_of_answer, hub.answers_of, hub.messages_of, hub.follow_up_of from public;
grant execute on function hub.due_at, hub.files_of_answer, hub.answers_of, hub.messages_of to authenticated;
