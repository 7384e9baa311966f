-- An organisation says that a report is not about it, or did not happen: the committee decides.

create function public.judge_contest(reference text, judgement text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.begin_act(reference, reason,
		array(select state from unnest(enum_range(null::hub.report_state)) as state where state <> 'contested'));
	is_upheld constant boolean := judgement <> 'stands';
	decided_id bigint;
	told jsonb;
begin
	if coalesce(judgement, '') not in ('stands', 'unfounded', 'wrong_organisation', 'spoofed') then
		raise exception using errcode = 'GH009', message = 'judgement_unknown', detail = judgement;
	end if;
	if is_upheld then
		update hub.reports set state = 'closed', outcome = judgement::hub.report_outcome
		where report_id = report.report_id;
	else
		-- The organisation has to answer after all, and gets its term for that.
		update hub.reports set state = 'open', outcome = null, delivered_at = now()
		where report_id = report.report_id;
	end if;
	perform hub.end_act(report, case when is_upheld then 'contest_upheld' else 'contest_rejected' end, reason,
		jsonb_build_object('judgement', judgement));
	select max(event_id) into decided_id from hub.report_events where report_events.report_id = report.report_id;
	perform hub.mail_reporter(report, 'contest_judged', 'judged:' || decided_id);
	select jsonb_build_object('reference', now_known.reference, 'judgement', judge_contest.judgement,
		'answer_by', case when not is_upheld then answer_due_at end)
	into told from hub.reports as now_known where now_known.report_id = report.report_id;
	perform hub.post_mail_to_members(report, 'own_contest_judged', 'judged:' || decided_id, told);
	-- Where nobody works here yet: a report that stands comes with a new link, one that ends with this mail.
	perform hub.post_mail('own_contest_judged:judged:' || decided_id, 'own_contest_judged', 'nl', told,
		organisation_id => organisation_id, send_after => hub.told_at(now()))
	from hub.organisations
	where is_upheld and organisation_id = report.organisation_id and report.origin not in ('import', 'demo')
		and coalesce(contact_email, objection_email) is not null
		and not exists (select from hub.memberships where memberships.organisation_id = report.organisation_id);
end $$;
comment on function public.judge_contest is
	'Definer: checks the role itself. Decides about a report that its organisation contested: it stands, and the clock of the answer starts anew, or it ends as unfounded, of another organisation, or of somebody who misused the number, and leaves its rates. Reporter and organisation are mailed.';
revoke execute on function public.judge_contest from public;
grant execute on function public.judge_contest to authenticated;
