-- What the server needs to assess a report by the rules, and the findings it gives back.

create function public.party_for_rules(
	caller_number text, organisation_id uuid, organisation_name text, on_day date) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('sector', organisations.sector,
		'customer_terms', hub.customer_terms_of(organisations.organisation_id))
	from hub.find_organisation(caller_number, party_for_rules.organisation_id, organisation_name, on_day) as found
	join hub.organisations on organisations.organisation_id = found.organisation_id
);
comment on function public.party_for_rules is
	'Definer: the server alone. What the rules need of the organisation that a report with this number or name would be tied to: its sector and its longer customer terms; null when there is none.';

create function public.reports_to_assess(most integer default 100, only_reference text default null) returns jsonb
language sql stable security definer set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object(
		'report_id', reports.report_id, 'ticket', due.ticket, 'channel', channel, 'sector', sector,
		'caller_number', caller_number, 'facts', facts,
		'customer_terms', hub.customer_terms_of(reports.organisation_id),
		'contacts', coalesce((
			select jsonb_agg(jsonb_build_object('contact_at', contact_at, 'is_time_known', is_time_known) order by position)
			from hub.report_contacts where report_contacts.report_id = reports.report_id), '[]'))), '[]')
	from (
		select report_id, ticket from hub.assessments_due
		where only_reference is null
			or report_id = (select chosen.report_id from hub.reports as chosen where chosen.reference = only_reference)
		order by ticket limit most) as due
	join hub.reports using (report_id)
);
comment on function public.reports_to_assess is
	'Definer: the desk itself. What the rules need of the reports that have waited longest for a new assessment, or of one report if it waits.';

create function public.renew_findings(assessments jsonb, assessed_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	assessment record;
	renewed integer := 0;
begin
	for assessment in
		select sent.report_id, sent.ticket, sent.findings
		from jsonb_to_recordset(assessments) as sent (report_id bigint, ticket bigint, findings jsonb)
		-- In one order, so that two processes do not wait for each other.
		order by sent.report_id
	loop
		delete from hub.assessments_due as due
		where due.report_id = assessment.report_id and due.ticket = assessment.ticket;
		-- Another process was first, or more became known since.
		continue when not found;
		perform hub.write_findings(reports.report_id, assessment.findings, renew_findings.assessed_at)
		from hub.reports
		where reports.report_id = assessment.report_id and state not in ('withdrawn', 'anonymised');
		renewed := renewed + 1;
	end loop;
	return renewed;
end $$;
comment on function public.renew_findings is
	'Definer: the desk itself. Puts new findings [{report_id, ticket, findings}] in the place of the earlier ones, and tells how many still waited for this very assessment.';

revoke execute on function public.party_for_rules, public.reports_to_assess, public.renew_findings from public;
grant execute on function public.party_for_rules, public.reports_to_assess, public.renew_findings to service_role;
