-- What administrators see of mail, jobs and clocks: what waits, what failed, what was given up.

create function hub.job_runs() returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	runs jsonb;
begin
	-- pg-boss makes its tables itself, when a server first starts.
	if to_regclass('jobs.job') is null then
		return '[]'::jsonb;
	end if;
	execute format($jobs$
		select coalesce(jsonb_agg(jsonb_build_object('name', name, 'waiting', waiting, 'last_done_at', last_done_at,
			'last_failed_at', last_failed_at) order by name), '[]')
		from (
			select name, count(*) filter (where state in ('created', 'retry', 'active')) as waiting,
				max(completed_on) filter (where state = 'completed') as last_done_at,
				max(completed_on) filter (where state = 'failed') as last_failed_at
			from %I.job where name not like '\_\_%%' group by name) as runs
	$jobs$, 'jobs') into runs;
	return runs;
end $$;
comment on function hub.job_runs is 'When each job of the desk last ran, as far as that is still kept.';

create function public.watch_works() returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object(
		'mail', (
			select jsonb_build_object(
				'waiting', count(*) filter (where attempts = 0 and given_up_at is null),
				'failing', count(*) filter (where attempts > 0 and given_up_at is null),
				'given_up', count(*) filter (where given_up_at is not null),
				'oldest_at', min(created_at) filter (where given_up_at is null))
			from hub.outbox where sent_at is null),
		'failing_mail', (
			select coalesce(jsonb_agg(jsonb_build_object('mail_id', mail_id, 'event_key', event_key, 'template', template,
				'attempts', attempts, 'failure', failure, 'send_after', send_after) order by send_after), '[]')
			from (
				select * from hub.outbox where sent_at is null and given_up_at is null and attempts > 0
				order by send_after limit 50) as failing),
		'deadlines', (
			select coalesce(jsonb_agg(jsonb_build_object('deadline_id', deadline_id, 'clock', clock, 'due_at', due_at,
				'failures', failures, 'retry_at', retry_at) order by due_at), '[]')
			from (
				select * from hub.deadlines where settled_at is null and failures > 0 order by due_at limit 50) as failing),
		'assessments', (select count(*) from hub.assessments_due),
		'jobs', hub.job_runs())
	where hub.has_role('administrator')
);
comment on function public.watch_works is
	'Definer: the outbox and the jobs are opened to nobody; nothing for who is no administrator. What waits and what failed, without a single address.';

create function public.retry_deadline(deadline_id bigint, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('deadline_retried', deadline_id::text, reason);
	update hub.deadlines set retry_at = now()
	where deadlines.deadline_id = retry_deadline.deadline_id and settled_at is null and failures > 0;
	if not found then
		raise exception using errcode = 'GH404', message = 'deadline_not_found';
	end if;
end $$;
comment on function public.retry_deadline is 'Definer: an administrator alone. Has the desk try again at once what it could not do when a clock ran out.';

create function public.count_upkeep() returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object(
		'held', (select count(*) from hub.reports where state = 'held'),
		'held_copies', (
			select count(*) from hub.reports where state = 'held' and (
				select reason = 'copied_text' from hub.report_events
				where report_events.report_id = reports.report_id and reason is not null
				order by event_id desc limit 1)),
		'claims', (select count(*) from hub.organisation_claims where state = 'waiting'),
		'numbers', (select count(*) from hub.number_registrations where state = 'claimed'),
		'contests', (select count(*) from hub.number_contests where state = 'open'),
		'applications', (select count(*) from hub.cbt_applications where state in ('submitted', 'paid', 'taken_on')),
		'given_up', (select count(*) from hub.outbox where given_up_at is not null and sent_at is null),
		'failing', (select count(*) from hub.deadlines where settled_at is null and failures > 0),
		'imports', (select count(*) from hub.imports where state in ('running', 'undoing')))
	where hub.has_role('administrator')
);
comment on function public.count_upkeep is
	'Definer: counts of what waits for somebody, over tables of which not every row is opened; nothing for who is no administrator.';

revoke execute on function hub.job_runs, public.watch_works, public.retry_deadline, public.count_upkeep from public;
grant execute on function public.watch_works, public.retry_deadline, public.count_upkeep to authenticated;
