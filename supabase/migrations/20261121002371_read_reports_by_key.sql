-- What a key reads: of its own organisation, and never more than a handler would.

create function hub.use_api_key(key_hash text, scope text) returns hub.api_keys
language plpgsql volatile set search_path = '' as $$
declare
	used hub.api_keys;
begin
	select * into used from hub.api_keys
	where api_keys.key_hash = decode(use_api_key.key_hash, 'hex') and revoked_at is null;
	if used.api_key_id is null then
		raise exception using errcode = 'GH401', message = 'api_key_unknown';
	end if;
	if scope <> all (used.scopes) then
		raise exception using errcode = 'GH403', message = 'api_key_scope_needed', detail = scope;
	end if;
	if used.last_used_at is null or used.last_used_at < now() - interval '1 minute' then
		update hub.api_keys set last_used_at = now() where api_key_id = used.api_key_id;
	end if;
	return used;
end $$;
comment on function hub.use_api_key is
	'The key with this hash, if it was not revoked and has the scope. The same refusal for a revoked key as for none.';

create function public.list_reports_by_key(key_hash text, state hub.report_state default null,
	since timestamptz default null, after_reference text default null, most integer default 50)
returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	owner_id constant uuid := (hub.use_api_key(key_hash, 'reports:read')).organisation_id;
	after_id bigint;
	-- From the day on: narrowing it minute by minute would tell when somebody reported.
	first_at constant timestamptz := date_trunc('day', since, 'Europe/Amsterdam');
begin
	if after_reference is not null then
		select report_id into after_id from hub.reports
		where reports.reference = after_reference and organisation_id = owner_id;
		if after_id is null then
			raise exception using errcode = 'GH009', message = 'cursor_unknown';
		end if;
	end if;
	return (
		select coalesce(jsonb_agg(jsonb_build_object('reference', listed.reference, 'kind', listed.kind,
			'channel', listed.channel, 'state', listed.state, 'outcome', listed.outcome,
			'caller_number', listed.caller_number,
			'delivered_on', (listed.delivered_at at time zone 'Europe/Amsterdam')::date, 'answer_by', hub.answer_by(listed.state, listed.answer_due_at),
			'categories', array(select category from hub.report_categories
				where report_categories.report_id = listed.report_id order by is_primary desc, category))
			order by listed.report_id desc), '[]')
		from (
			select report_id from hub.reports
			where organisation_id = owner_id and reports.state not in ('received', 'held', 'withdrawn', 'anonymised')
				and reports.shown_from <= now()
				and (list_reports_by_key.state is null or reports.state = list_reports_by_key.state)
				and (since is null or delivered_at >= first_at)
				and (after_id is null or report_id < after_id)
			order by report_id desc limit least(greatest(most, 1), 200)) as page
		join hub.reports as listed using (report_id));
end $$;
comment on function public.list_reports_by_key is
	'Definer: the server alone, with the keyed hash of a key. Reports about the organisation of the key, newest first, after the one with that reference.';

create function hub.answer_by(state hub.report_state, answer_due_at timestamptz) returns timestamptz
language sql immutable
return case when state in ('open', 'seen', 'reopened') then answer_due_at end;
comment on function hub.answer_by is 'When the term to answer ends, for a report that still waits for an answer; else null.';

create function hub.report_for_key(report hub.reports) returns jsonb
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

create function public.read_report_by_key(key_hash text, reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	owner_id constant uuid := (hub.use_api_key(key_hash, 'reports:read')).organisation_id;
	report hub.reports;
begin
	select * into report from hub.reports
	where reports.reference = read_report_by_key.reference and organisation_id = owner_id
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now();
	return case when report.report_id is not null then hub.report_for_key(report) end;
end $$;
comment on function public.read_report_by_key is
	'Definer: the server alone, with the keyed hash of a key. One report about the organisation of the key; null for another''s as for none.';

revoke execute on function hub.use_api_key, hub.answer_by, hub.report_for_key,
	public.list_reports_by_key, public.read_report_by_key from public;
grant execute on function public.list_reports_by_key, public.read_report_by_key to service_role;
