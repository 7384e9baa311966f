-- What a key does: answer, write, and hear what reporters wrote and judged.

create function hub.lock_report_of_key(key hub.api_keys, reference text) returns hub.reports
language plpgsql volatile set search_path = '' as $$
declare
	report hub.reports;
begin
	select * into report from hub.reports
	where reports.reference = lock_report_of_key.reference and organisation_id = (key).organisation_id
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now()
	for update;
	if report.report_id is null then
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	return report;
end $$;
comment on function hub.lock_report_of_key is 'As lock_own_report, for the organisation of a key.';

create function public.answer_report_by_key(key_hash text, reference text, answer_type hub.answer_type, reason text,
	answer text, has_promise boolean default false, promise_due_on date default null)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	key hub.api_keys := hub.use_api_key(key_hash, 'reports:answer');
	report hub.reports := hub.lock_report_of_key(key, reference);
	given hub.report_answers;
begin
	given.answer_type := answer_type;
	given.reason := reason;
	given.text := answer;
	given.has_promise := has_promise;
	given.promise_due_on := promise_due_on;
	perform hub.give_answer(report, given);
	perform hub.add_connection_event(key.organisation_id, 'answered_with_key', key.api_key_id,
		jsonb_build_object('name', key.name, 'reference', report.reference));
end $$;
comment on function public.answer_report_by_key is
	'Definer: the server alone, with the keyed hash of a key. Answers a report of the key''s organisation by the rules of answer_report. The server masks personal data before.';

create function public.send_message_by_key(key_hash text, reference text, message text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	key hub.api_keys := hub.use_api_key(key_hash, 'messages:send');
	report hub.reports := hub.lock_report_of_key(key, reference);
	sent hub.report_messages;
begin
	if coalesce(btrim(message), '') = '' then
		raise exception using errcode = 'GH009', message = 'message_needed';
	end if;
	sent.sender := 'organisation_member';
	sent.organisation_id := key.organisation_id;
	sent.text := btrim(message);
	perform hub.add_message(report, sent);
	perform hub.add_connection_event(key.organisation_id, 'wrote_with_key', key.api_key_id,
		jsonb_build_object('name', key.name, 'reference', report.reference));
end $$;
comment on function public.send_message_by_key is
	'Definer: the server alone, with the keyed hash of a key. Writes to the reporter of a report of the key''s organisation. The server masks personal data before.';

-- A program hears in which hour somebody reported, wrote or judged, not in which minute: held against
-- its own calls and visits, the minute could tell who it was.
create function public.news_by_key(key_hash text, since timestamptz, most integer default 100,
	as_of timestamptz default now())
returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	owner_id constant uuid := (hub.use_api_key(key_hash, 'reports:read')).organisation_id;
	-- What was told is not told again: from the first hour after it, until the hour that runs.
	first_at constant timestamptz := date_trunc('hour', since) + interval '1 hour';
	before constant timestamptz := date_trunc('hour', as_of);
	page constant integer := least(greatest(most, 1), 500);
begin
	return (
		with messages as (
			select 'message' as event, report_id, message_id as place, date_trunc('hour', sent_at) as occurred_at, text,
				null::text as verdict, false as is_reopened
			from hub.report_messages
			where organisation_id = owner_id and sender = 'reporter' and sent_at >= first_at and sent_at < before
			order by date_trunc('hour', sent_at) fetch first (page) rows with ties),
		verdicts as (
			select 'verdict', report_id, answer_id, date_trunc('hour', verdict_at), verdict_text, verdict, reopened_at is not null
			from hub.report_answers
			where organisation_id = owner_id and verdict is not null and verdict_at >= first_at and verdict_at < before
			order by date_trunc('hour', verdict_at) fetch first (page) rows with ties),
		news as (
			select * from messages union all select * from verdicts
			order by 4 fetch first (page) rows with ties)
		select coalesce(jsonb_agg(jsonb_build_object('event', event, 'reference', reports.reference,
			'occurred_at', occurred_at, 'text', text, 'verdict', verdict, 'is_reopened', is_reopened)
			order by occurred_at, event, place), '[]')
		from news join hub.reports using (report_id)
		where reports.organisation_id = owner_id and reports.state not in ('received', 'held', 'withdrawn', 'anonymised')
				and reports.shown_from <= now());
end $$;
comment on function public.news_by_key is
	'Definer: the server alone, with the keyed hash of a key. Messages and verdicts of reporters in the hours after the one asked from that are over, oldest first; what happened in one hour stays together.';

revoke execute on function hub.lock_report_of_key, public.answer_report_by_key, public.send_message_by_key,
	public.news_by_key from public;
grant execute on function public.answer_report_by_key, public.send_message_by_key, public.news_by_key to service_role;
