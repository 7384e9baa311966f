-- An organisation takes its own cases along.

create function public.export_own_reports(organisation uuid, asked jsonb, most integer default 500) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'reader');
	return (
		select coalesce(jsonb_agg(jsonb_build_object('reference', reports.reference, 'own_reference', own_reference,
			'kind', kind, 'channel', channel, 'state', state, 'outcome', outcome,
			'delivered_on', (delivered_at at time zone 'Europe/Amsterdam')::date, 'due_at', answer_due_at,
			'caller_number', caller_number, 'narrative', narrative,
			'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
				from hub.report_categories where report_categories.report_id = reports.report_id),
			'answer', (select jsonb_build_object('answer_type', answer_type, 'reason', reason, 'text', text,
					'answered_at', answered_at, 'promise_due_on', promise_due_on, 'verdict', verdict,
					'verdict_text', verdict_text)
				from hub.report_answers
				where report_answers.report_id = reports.report_id
					and report_answers.organisation_id = export_own_reports.organisation
				order by answer_id desc limit 1)) order by listed.place), '[]')
		from hub.own_reports(organisation, asked, most) with ordinality as listed (report_id, place)
		join hub.reports on reports.report_id = listed.report_id
		left join hub.report_handlings as handling
			on handling.report_id = reports.report_id and handling.organisation_id = export_own_reports.organisation);
end $$;
comment on function public.export_own_reports is
	'Reports of the caller''s organisation with the last answer, in the order of list_own_reports and by the same filters, 1000 at most; the next ones are after_due and after_reference.';

revoke execute on function public.export_own_reports from public;
grant execute on function public.export_own_reports to authenticated;
