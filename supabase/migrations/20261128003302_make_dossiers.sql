-- What the job that makes dossiers asks and tells. For the server alone.

create function public.claim_dossier(seconds integer)
returns table (dossier_id uuid, side text, locale text, selection jsonb, total integer, of_case jsonb)
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	claimed hub.dossiers;
begin
	update hub.dossiers set state = 'failed', claimed_until = null
	where dossiers.state = 'making' and dossiers.claimed_until < now() and dossiers.attempts >= 3;
	update hub.dossiers set state = 'making', claimed_until = now() + make_interval(secs => seconds),
		attempts = dossiers.attempts + 1, done = 0
	where dossiers.dossier_id = (
		select waiting.dossier_id from hub.dossiers as waiting
		where waiting.state = 'waiting' or waiting.state = 'making' and waiting.claimed_until < now()
		order by waiting.asked_at limit 1 for update skip locked)
	returning * into claimed;
	if claimed.dossier_id is null then
		return;
	end if;
	return query select claimed.dossier_id, claimed.side, claimed.locale, claimed.selection, claimed.total, (
		select jsonb_build_object('reference', cases.reference, 'owner', cases.owner, 'title', cases.title,
			'practice', cases.practice, 'state', cases.state, 'opened_at', cases.opened_at,
			'organisations', (select coalesce(jsonb_agg(known.name order by known.name), '[]')
				from hub.case_organisations as parties join hub.organisations as known on known.organisation_id = parties.organisation_id
				where parties.case_id = cases.case_id),
			'numbers', (select coalesce(jsonb_agg(jsonb_build_object('first_number', first_number, 'last_number', last_number)), '[]')
				from hub.case_numbers where case_numbers.case_id = cases.case_id),
			'hearings', (select coalesce(jsonb_agg(jsonb_build_object('reference', heard.reference, 'organisation', known.name,
					'subject', heard.subject, 'question', heard.question, 'due_on', heard.due_on, 'asked_at', heard.asked_at,
					'answer', heard.answer, 'answered_at', heard.answered_at) order by heard.hearing_id), '[]')
				from hub.case_hearings as heard join hub.organisations as known on known.organisation_id = heard.organisation_id
				where heard.case_id = cases.case_id),
			'decisions', (select coalesce(jsonb_agg(jsonb_build_object('decision', decision, 'reasons', reasons,
					'statement', statement, 'is_published', is_published, 'decided_at', decided_at) order by decision_id), '[]')
				from hub.case_decisions where case_decisions.case_id = cases.case_id))
		from hub.cases where cases.case_id = claimed.case_id);
end $$;
comment on function public.claim_dossier is
	'Definer: the server alone. Takes the oldest dossier that waits, or that another process left, for so many seconds; three times at most. Notes and tasks of a case are not part of it.';

create function public.dossier_reports(dossier_id uuid, after bigint, most integer) returns setof jsonb
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
begin atomic
	select jsonb_build_object('report_id', reports.report_id, 'reference', reports.reference, 'kind', reports.kind,
		'channel', reports.channel, 'state', reports.state, 'outcome', reports.outcome, 'sector', reports.sector,
		'province', reports.province, 'organisation', known.name, 'organisation_match', reports.organisation_match,
		'organisation_as_reported', reports.organisation_name, 'made_by', makers.name, 'caller_number', reports.caller_number,
		'narrative', reports.narrative, 'facts', reports.facts, 'counted_on', reports.counted_on, 'is_counted', reports.is_counted,
		'origin', reports.origin, 'filed_at', reports.filed_at, 'delivered_at', reports.delivered_at, 'answer_due_at', reports.answer_due_at,
		'categories', (select coalesce(jsonb_agg(jsonb_build_object('code', category, 'source', source, 'is_primary', is_primary)
				order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'contacts', (select coalesce(jsonb_agg(jsonb_build_object('contact_at', contact_at, 'is_time_known', is_time_known)
				order by position), '[]') from hub.report_contacts where report_contacts.report_id = reports.report_id),
		'findings', (select coalesce(jsonb_agg(jsonb_build_object('rule_id', rule_id, 'outcome', outcome, 'severity', severity,
				'category', category, 'assessed_at', assessed_at) order by rule_id), '[]')
			from hub.report_findings where report_findings.report_id = reports.report_id),
		'answers', (select coalesce(jsonb_agg(jsonb_build_object('organisation', answering.name, 'answer_type', answer_type,
				'reason', reason, 'text', text, 'answered_at', answered_at, 'verdict', verdict, 'verdict_text', verdict_text,
				'verdict_at', verdict_at, 'is_promise_kept', is_promise_kept) order by answer_id), '[]')
			from hub.report_answers join hub.organisations as answering on answering.organisation_id = report_answers.organisation_id
			where report_answers.report_id = reports.report_id),
		'timeline', (select coalesce(jsonb_agg(jsonb_build_object('event', event, 'from_state', from_state, 'to_state', to_state,
				'actor_role', actor_role, 'reason', reason, 'occurred_at', occurred_at) order by event_id), '[]')
			from hub.report_events where report_events.report_id = reports.report_id),
		'files', (select coalesce(jsonb_agg(jsonb_build_object('evidence_id', evidence_id, 'name', name, 'media_type', media_type,
				'byte_size', byte_size, 'sha256', encode(sha256, 'hex'), 'stored_key', stored_key, 'key_id', key_id,
				'added_by', added_by, 'uploaded_at', uploaded_at) order by uploaded_at, evidence_id), '[]')
			from hub.evidence where evidence.report_id = reports.report_id))
	from hub.dossier_reports as chosen join hub.reports using (report_id)
	left join hub.organisations as known on known.organisation_id = reports.organisation_id
	left join hub.organisations as makers on makers.organisation_id = reports.made_by_organisation_id
	where chosen.dossier_id = dossier_reports.dossier_id and chosen.report_id > dossier_reports.after
	order by chosen.report_id limit least(greatest(dossier_reports.most, 1), 500);
end;
comment on function public.dossier_reports is
	'Definer: the server alone. The reports of a dossier with all that belongs to them and where their files lie, from after a report on; nothing that tells who the reporter is.';

create function public.tell_dossier(dossier_id uuid, done integer, seconds integer) returns void
language sql volatile security definer set search_path = ''
begin atomic
	update hub.dossiers set done = tell_dossier.done, claimed_until = now() + make_interval(secs => seconds)
	where dossiers.dossier_id = tell_dossier.dossier_id and state = 'making';
end;
comment on function public.tell_dossier is 'Definer: the server alone. How far a dossier is; keeps it claimed for so many seconds more.';

create function public.finish_dossier(dossier_id uuid, stored_key text, key_id text, parts integer, byte_size bigint,
	sha256 text, manifest_sha256 text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update hub.dossiers set state = 'ready', ready_at = now(), claimed_until = null, done = total,
		stored_key = finish_dossier.stored_key, key_id = finish_dossier.key_id, parts = finish_dossier.parts,
		byte_size = finish_dossier.byte_size, sha256 = finish_dossier.sha256, manifest_sha256 = finish_dossier.manifest_sha256
	where dossiers.dossier_id = finish_dossier.dossier_id and state = 'making';
	if found then
		insert into hub.audit_events (actor_role, act, subject, subject_id, purpose, case_reference)
		select 'system', 'dossier_made', 'dossier', dossiers.dossier_id::text,
			case when cases.case_id is null then 'supervision' else 'case' end, cases.reference
		from hub.dossiers left join hub.cases using (case_id)
		where dossiers.dossier_id = finish_dossier.dossier_id;
	end if;
end $$;
comment on function public.finish_dossier is 'Definer: the server alone. The file is there; that it was made is in the audit trail.';

create function public.expired_dossiers(most integer) returns table (dossier_id uuid, stored_key text, parts integer)
language sql stable security definer set search_path = ''
begin atomic
	select dossiers.dossier_id, dossiers.stored_key, dossiers.parts from hub.dossiers
	where dossiers.expires_at <= now() order by dossiers.expires_at limit expired_dossiers.most;
end;
comment on function public.expired_dossiers is 'Definer: the server alone. Dossiers whose thirty days are over, with where their parts lie.';

create function public.remove_dossier(dossier_id uuid) returns void
language sql volatile security definer set search_path = ''
begin atomic
	delete from hub.dossiers where dossiers.dossier_id = remove_dossier.dossier_id and expires_at <= now();
end;
comment on function public.remove_dossier is 'Definer: the server alone. Removes a dossier of which the parts are gone.';

revoke execute on function public.claim_dossier, public.dossier_reports, public.tell_dossier, public.finish_dossier,
	public.expired_dossiers, public.remove_dossier from public;
grant execute on function public.claim_dossier, public.dossier_reports, public.tell_dossier, public.finish_dossier,
	public.expired_dossiers, public.remove_dossier to service_role;
