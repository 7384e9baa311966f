-- A key reads the files that a reporter shares with its organisation, as a handler does.

create or replace function hub.report_for_key(report hub.reports) returns jsonb
language sql stable set search_path = ''
return jsonb_build_object(
	'reference', (report).reference, 'kind', (report).kind, 'channel', (report).channel,
	'state', (report).state, 'outcome', (report).outcome, 'sector', (report).sector,
	'organisation_name', (report).organisation_name, 'caller_number', (report).caller_number,
	'narrative', (report).narrative, 'facts', hub.facts_for_members((report).facts),
	'delivered_on', ((report).delivered_at at time zone 'Europe/Amsterdam')::date, 'answer_by', hub.answer_by((report).state, (report).answer_due_at),
	'contacts', hub.contacts_for_members((report).report_id),
	'evidence', hub.evidence_for_members((report).report_id),
	'categories', array(select category from hub.report_categories
		where report_categories.report_id = (report).report_id order by is_primary desc, category),
	'answers', (select coalesce(jsonb_agg(jsonb_build_object('answer_type', answer_type, 'reason', reason, 'text', text,
			'has_promise', has_promise, 'promise_due_on', promise_due_on, 'answered_at', answered_at,
			'verdict', verdict, 'verdict_text', verdict_text,
			'verdict_on', (verdict_at at time zone 'Europe/Amsterdam')::date,
			'is_reopened', reopened_at is not null) order by answer_id), '[]')
		from hub.report_answers
		where report_answers.report_id = (report).report_id and organisation_id = (report).organisation_id),
	'messages', (select coalesce(jsonb_agg(jsonb_build_object('sender', sender, 'text', text,
				'sent_on', (sent_at at time zone 'Europe/Amsterdam')::date)
			order by message_id), '[]')
		from hub.report_messages
		where report_messages.report_id = (report).report_id and organisation_id = (report).organisation_id
			and (sender <> 'reporter' or hub.told_at(sent_at) <= now()))
);
comment on function hub.report_for_key is
	'A report as a program of its organisation reads it: shared files without their names, answers and messages of that organisation alone, no events. What a reporter did is told to the day.';

create function public.read_evidence_by_key(key_hash text, reference text, evidence_id uuid)
returns table (stored_key text, key_id text, name text, media_type text)
language plpgsql volatile security definer set search_path = '' as $$
declare
	key constant hub.api_keys := hub.use_api_key(key_hash, 'reports:read');
	report hub.reports;
	file hub.evidence;
begin
	select * into report from hub.reports
	where reports.reference = read_evidence_by_key.reference and organisation_id = (key).organisation_id
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now();
	select * into file from hub.evidence
	where evidence.report_id = report.report_id and evidence.evidence_id = read_evidence_by_key.evidence_id
		and added_by = 'reporter' and is_shared_with_organisation;
	if file.evidence_id is null then
		raise exception using errcode = 'GH404', message = 'evidence_not_found';
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	values (report.report_id, 'evidence_read', report.state, report.state, 'organisation_member',
		jsonb_build_object('evidence_id', file.evidence_id, 'key', (key).name));
	return query select file.stored_key, file.key_id, file.name, file.media_type;
end $$;
comment on function public.read_evidence_by_key is
	'Definer: the server alone, with the keyed hash of a key. Where the contents are of a file that the reporter shares; that it was read is written down. The same refusal for a file that is not shared as for none.';

revoke execute on function public.read_evidence_by_key from public;
grant execute on function public.read_evidence_by_key to service_role;
