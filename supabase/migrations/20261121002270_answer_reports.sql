-- The answer of an organisation to a report about it.

create function hub.record_answer(report hub.reports, answer hub.report_answers) returns void
language plpgsql volatile set search_path = '' as $$
declare
	is_ours constant boolean := answer.answer_type <> 'not_ours';
	to_state constant hub.report_state := case when is_ours then 'answered' else 'contested' end::hub.report_state;
	-- Only of a number that is its own can an organisation say that somebody else used it.
	is_spoofed constant boolean := answer.answer_type = 'not_ours' and answer.reason = 'number_misused'
		and coalesce(hub.registered_to(report.caller_number, report.counted_on) = report.organisation_id, false);
begin
	if not hub.can_move(report.state, to_state) then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	if not exists (
		select from hub.answer_reasons as known
		where known.answer_type = answer.answer_type and known.code = answer.reason)
	then
		raise exception using errcode = 'GH009', message = 'reason_unknown', detail = answer.reason;
	end if;
	insert into hub.report_answers (report_id, organisation_id, answer_type, reason, text, has_promise,
		promise_due_on, answered_at, answered_by)
	values (report.report_id, report.organisation_id, answer.answer_type, answer.reason, answer.text,
		answer.has_promise, answer.promise_due_on, answer.answered_at, answer.answered_by);
	if is_spoofed then
		perform hub.count_report(report.report_id, -1::smallint);
	end if;
	-- A late answer takes away that there was none.
	update hub.reports set state = to_state,
		outcome = case when is_spoofed then 'spoofed' end::hub.report_outcome
	where report_id = report.report_id;
	if is_spoofed then
		perform hub.count_report(report.report_id, 1::smallint);
	end if;
	if answer.has_promise then
		perform hub.set_report_deadline(report.report_id, 'promise_check', answer.answered_at);
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details, occurred_at)
	values (report.report_id, case when is_ours then 'answered' else 'contested' end, report.state, to_state,
		'organisation_member', answer.answered_by,
		jsonb_build_object('answer_type', answer.answer_type, 'reason', answer.reason), answer.answered_at);
end $$;
comment on function hub.record_answer is
	'Keeps an answer, moves the report and starts the clock of a promise. A registered number that was misused leaves the figures of the organisation: the outcome is spoofed. Who may answer is checked by who calls it.';

create function hub.lock_own_report(reference text) returns hub.reports
language plpgsql volatile set search_path = '' as $$
declare
	report hub.reports;
begin
	if not exists (select from hub.my_organisations('handler')) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	select * into report from hub.reports
	where reports.reference = lock_own_report.reference
		and organisation_id in (select hub.my_organisations('handler'))
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now()
	for update;
	if report.report_id is null then
		-- The same for a report of another as for none.
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	return report;
end $$;
comment on function hub.lock_own_report is
	'A report about an organisation for which the caller may act, kept from others until the act is done.';

create function hub.give_answer(report hub.reports, given hub.report_answers) returns bigint
language plpgsql volatile set search_path = '' as $$
declare
	answer_id bigint;
begin
	given.text := btrim(given.text);
	given.answered_at := now();
	if coalesce(given.text, '') = '' then
		raise exception using errcode = 'GH009', message = 'answer_needed';
	end if;
	if (given.has_promise and given.answer_type <> 'accepted') or (given.promise_due_on is not null and not given.has_promise) then
		raise exception using errcode = 'GH009', message = 'promise_needs_acceptance';
	end if;
	perform hub.record_answer(report, given);
	answer_id := (hub.last_answer(report.report_id)).answer_id;
	perform hub.mail_reporter(report,
		case given.answer_type when 'not_ours' then 'report_contested' else 'report_answered' end, 'answered:' || answer_id);
	return answer_id;
end $$;
comment on function hub.give_answer is
	'Checks an answer, keeps it and tells the reporter; gives its id. Who may answer is checked by who calls it.';

create function public.answer_report(reference text, answer_type hub.answer_type, reason text, answer text,
	has_promise boolean default false, promise_due_on date default null, token_hashes text[] default '{}',
	supervision_note text default null, other_organisation text default null)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_own_report(reference);
	given hub.report_answers;
	answer_id bigint;
begin
	given.answer_type := answer_type;
	given.reason := reason;
	given.text := answer;
	given.has_promise := has_promise;
	given.promise_due_on := promise_due_on;
	given.answered_by := auth.uid();
	answer_id := hub.give_answer(report, given);
	-- Theirs as well as the reporter's: what the organisation sent it may see.
	perform hub.attach_evidence(report.report_id, token_hashes, true, answer_id);
	if coalesce(btrim(supervision_note), '') <> '' then
		perform public.add_note(reference, 'supervision', supervision_note);
	end if;
	if answer_type = 'not_ours' and coalesce(btrim(other_organisation), '') <> '' then
		perform hub.pass_on_report(report.report_id, btrim(other_organisation));
	end if;
end $$;
comment on function public.answer_report is
	'Definer: checks by itself that the caller is a member of the organisation the report is about. Answers it, with a reason of the closed list, and staged files; "not ours" contests it, and sends it on to the other organisation that is named when there is one. The server masks personal data in the answer before.';

revoke execute on function hub.record_answer, hub.give_answer, hub.lock_own_report, public.answer_report from public;
grant execute on function public.answer_report to authenticated;
