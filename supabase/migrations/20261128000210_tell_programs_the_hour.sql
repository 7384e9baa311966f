-- A program hears in which hour somebody reported, wrote or judged, not in which minute: held against
-- its own calls and visits, the minute could tell who it was.

drop function public.news_by_key(text, timestamptz, integer);

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

create or replace function public.list_reports_by_key(key_hash text, state hub.report_state default null,
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

revoke execute on function public.news_by_key from public;
grant execute on function public.news_by_key to service_role;
