-- What the reporter thinks of an answer, and whether a promise was kept.

create function hub.add_reporter_event(report hub.reports, event text, details jsonb default '{}') returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	select reports.report_id, add_reporter_event.event, (report).state, reports.state, 'reporter',
		add_reporter_event.details
	from hub.reports where reports.report_id = (report).report_id;
end;
comment on function hub.add_reporter_event is
	'What the reporter did, from the state the report had to the one it has; never with a text of theirs, for events stay.';

create function public.give_verdict(code_hash text, verdict text, verdict_text text, wants_reopening boolean)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	answer hub.report_answers := hub.last_answer(report.report_id);
	is_reopening constant boolean := give_verdict.verdict = 'not_solved' and wants_reopening;
begin
	-- One who closed it as not solved may still think again.
	if answer.answer_id is null
		or not (report.state = 'answered' or (report.state = 'closed' and is_reopening and answer.verdict is not null)) then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	if hub.due_at('verdict_window', answer.answered_at) <= now() then
		raise exception using errcode = 'GH011', message = 'verdict_too_late';
	end if;
	update hub.report_answers set verdict = give_verdict.verdict, verdict_at = now(),
		verdict_text = coalesce(nullif(btrim(give_verdict.verdict_text), ''), report_answers.verdict_text),
		reopened_at = case when is_reopening then now() end
	where answer_id = answer.answer_id;
	if is_reopening then
		update hub.reports set state = 'reopened', outcome = null where report_id = report.report_id;
		perform hub.post_mail_to_members(report, 'report_reopened', 'reopened:' || answer.answer_id,
			jsonb_build_object('reference', report.reference,
				'answer_by', hub.due_at('organisation_answer', now())));
	else
		update hub.reports set state = 'closed', outcome = give_verdict.verdict::hub.report_outcome
		where report_id = report.report_id;
	end if;
	perform hub.add_reporter_event(report, case when is_reopening then 'reopened' else 'verdict_given' end,
		jsonb_build_object('verdict', give_verdict.verdict));
end $$;
comment on function public.give_verdict is
	'Definer: the server alone, with the keyed hash of a follow code. Solved or not solved closes the report with that outcome; not solved may reopen it instead, once for each answer and within the window.';

create function public.tell_promise_kept(code_hash text, is_kept boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
begin
	update hub.report_answers set is_promise_kept = is_kept, promise_checked_at = now()
	where answer_id = (hub.last_answer(report.report_id)).answer_id
		and promise_asked_at is not null and is_promise_kept is null;
	if not found then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = 'no promise was asked about';
	end if;
	perform hub.add_reporter_event(report, case when is_kept then 'promise_kept' else 'promise_broken' end);
end $$;
comment on function public.tell_promise_kept is
	'Definer: the server alone, with the keyed hash of a follow code. Whether the promise was kept, once, after the desk has asked.';

revoke execute on function hub.add_reporter_event, public.give_verdict, public.tell_promise_kept from public;
grant execute on function public.give_verdict, public.tell_promise_kept to service_role;
