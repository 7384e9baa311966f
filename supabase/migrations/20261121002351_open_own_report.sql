-- One report as a member of its organisation sees it. What is not named here, no member reads.

create function hub.facts_for_members(facts jsonb) returns jsonb
language sql immutable
return (
	-- What the desk added of an objection or a request for proof would tie a report to a name; any other
	-- moment is told to the month.
	select coalesce(jsonb_object_agg(name, case
		when value #>> '{}' ~ '^\d{4}-\d{2}-\d{2}' then to_jsonb(left(value #>> '{}', 7)) else value end), '{}')
	from jsonb_each(facts) as fact (name, value)
	where name not in ('objection_at', 'objection_route', 'proof_requested_at', 'proof_received_at',
		'proof_content_ok', 'consent_at', 'source_requested_at', 'source_answered_at')
);
comment on function hub.facts_for_members is 'The answers of a reporter as far as nobody can be found by them.';

create function hub.events_for_members(report hub.reports) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('event', event, 'actor_role', actor_role, 'by', users.email,
		'occurred_on', (occurred_at at time zone 'Europe/Amsterdam')::date) order by event_id), '[]')
	from hub.report_events
	left join auth.users on users.id = actor_id and actor_role = 'organisation_member'
	where report_events.report_id = (report).report_id
		-- What came before it was theirs is between others.
		and event_id >= (select max(event_id) from hub.report_events as delivery
			where delivery.report_id = (report).report_id
				and (delivery.event = 'delivered' or delivery.event in ('attributed', 'released') and to_state = 'open'))
		and (actor_role <> 'reporter' or hub.told_at(occurred_at) <= now())
		and (event in ('delivered', 'attributed', 'released', 'seen', 'organisation_reminded', 'answered', 'contested',
				'contest_upheld', 'contest_rejected', 'expired', 'verdict_given', 'reopened', 'closed', 'promise_asked', 'promise_kept', 'promise_broken',
				'contact_added')
			or event = 'message_sent' and details ->> 'with' = 'organisation'
			or event = 'evidence_added' and details ->> 'is_shared' = 'true')
);
comment on function hub.events_for_members is
	'What happened to a report since it came to its organisation, to the day, as far as that concerns it.';

create function hub.evidence_for_members(report bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('evidence_id', evidence_id, 'position', position,
		'media_type', media_type, 'byte_size', byte_size) order by position), '[]')
	from hub.evidence
	where report_id = report and added_by = 'reporter' and is_shared_with_organisation and shown_from <= now()
);
comment on function hub.evidence_for_members is
	'The files that the reporter shares with the organisation, without the names they had and when they were sent; one that was added once that hour is over.';

create function hub.letters_for_members(report hub.reports) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('is_from_reporter', sender = 'reporter', 'text', text, 'by', users.email,
		'sent_on', (sent_at at time zone 'Europe/Amsterdam')::date, 'is_read', read_at is not null) order by message_id), '[]')
	from hub.report_messages left join auth.users on users.id = author_id
	where report_messages.report_id = (report).report_id
		and report_messages.organisation_id = (report).organisation_id
		and (sender <> 'reporter' or hub.told_at(sent_at) <= now())
);
comment on function hub.letters_for_members is
	'The messages between reporter and organisation, to the day; those of the reporter once their hour is over.';

create function hub.own_answers_of(report hub.reports) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('answer_type', answer_type, 'reason', reason, 'text', text,
		'has_promise', has_promise, 'promise_due_on', promise_due_on, 'answered_at', answered_at, 'by', users.email,
		'verdict', verdict, 'verdict_text', verdict_text, 'is_reopened', reopened_at is not null,
		'is_promise_kept', is_promise_kept, 'files', hub.files_of_answer(answer_id)) order by answer_id), '[]')
	from hub.report_answers left join auth.users on users.id = answered_by
	where report_answers.report_id = (report).report_id and report_answers.organisation_id = (report).organisation_id
);
comment on function hub.own_answers_of is 'The answers of the organisation a report is about, with what the reporter said of them.';

create function public.open_own_report(organisation uuid, reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports;
begin
	select * into report from hub.reports
	where reports.reference = open_own_report.reference and organisation_id = organisation
		and organisation_id in (select hub.my_organisations())
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now();
	if report.report_id is null then
		return null;
	end if;
	update hub.reports set state = 'seen' where report_id = report.report_id and state = 'open';
	if found then
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id)
		values (report.report_id, 'seen', 'open', 'seen', 'organisation_member', auth.uid());
		report.state := 'seen';
	end if;
	return jsonb_build_object('reference', report.reference, 'kind', report.kind, 'channel', report.channel,
		'state', report.state, 'outcome', report.outcome, 'sector', report.sector, 'match', report.organisation_match,
		'stated_name', report.organisation_name, 'caller_number', report.caller_number, 'narrative', report.narrative,
		'facts', hub.facts_for_members(report.facts), 'findings', hub.findings_for_members(report.report_id),
		'delivered_on', (report.delivered_at at time zone 'Europe/Amsterdam')::date, 'due_at', report.answer_due_at,
		'contacts', hub.contacts_for_members(report.report_id),
		'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = report.report_id),
		'evidence', hub.evidence_for_members(report.report_id), 'messages', hub.letters_for_members(report),
		'answers', hub.own_answers_of(report), 'events', hub.events_for_members(report),
		'shared_email', (select jsonb_build_object('ciphertext', encode(email_encrypted, 'hex'), 'key_id', key_id)
			from hub.report_reporters where report_reporters.report_id = report.report_id
				and report.share_identity and email_proven_at is not null),
		'notes', (select coalesce(jsonb_agg(jsonb_build_object('audience', audience, 'text', text, 'by', users.email,
				'written_at', written_at) order by note_id), '[]')
			from hub.report_notes left join auth.users on users.id = author_id
			where report_notes.report_id = report.report_id and report_notes.organisation_id = organisation),
		'handling', (select jsonb_build_object('assigned_to', assigned_to, 'own_reference', own_reference)
			from hub.report_handlings
			where report_handlings.report_id = report.report_id and report_handlings.organisation_id = organisation),
		'members', hub.colleagues(organisation));
end $$;
comment on function public.open_own_report is
	'Definer: names what a member may read of a report about the own organisation, and no more; checks the membership itself. Opening a new one marks it seen. Null when there is none. shared_email is there only when the reporter shares it; the server alone has its key.';

revoke execute on function hub.facts_for_members, hub.events_for_members, hub.evidence_for_members,
	hub.letters_for_members, hub.own_answers_of, public.open_own_report from public;
grant execute on function public.open_own_report to authenticated;
