-- A report about a call to a former customer is tested against the customer term that the CBT
-- advised for the organisation, on the days on which that advice holds.

create function hub.customer_terms_of(organisation_id uuid) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('term_months', term_months, 'valid_from', valid_from,
		'valid_until', least(valid_until, ended_on - 1)) order by valid_from), '[]')
	from hub.cbt_advices join hub.cbt_advice_organisations using (application_id)
	where cbt_advice_organisations.organisation_id = customer_terms_of.organisation_id and outcome = 'granted'
);
comment on function hub.customer_terms_of is
	'The longer customer terms that were advised for an organisation, each with the first and the last day on which it holds.';

create function hub.assess_reports_of_advised() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform hub.ask_for_assessment(reports.report_id)
	from hub.reports
	where reports.organisation_id in (
			select organisation_id from hub.cbt_advice_organisations where application_id = new.application_id)
		and kind = 'complaint' and state not in ('withdrawn', 'anonymised') and facts ? 'relationship_end_date';
	return null;
end $$;
comment on function hub.assess_reports_of_advised is
	'Definer: whoever may advise, nobody writes what waits. An advice began or ended: complaints of former customers about its organisations are assessed anew.';
create trigger advice_for_an_organisation_renews_findings
	after insert on hub.cbt_advice_organisations
	for each row execute function hub.assess_reports_of_advised();
create trigger the_end_of_an_advice_renews_findings
	after update of ended_on on hub.cbt_advices
	for each row execute function hub.assess_reports_of_advised();

create function hub.ask_for_assessment_of_moved() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform hub.ask_for_assessment(new.report_id);
	return null;
end $$;
comment on function hub.ask_for_assessment_of_moved is
	'Definer: whoever may tie a report to another organisation, nobody writes what waits. The customer term may be another one.';
create trigger moved_reports_are_assessed_by_another_term
	after update of organisation_id on hub.reports
	for each row
	when (new.kind = 'complaint' and new.state not in ('withdrawn', 'anonymised')
		and new.facts ? 'relationship_end_date' and new.organisation_id is distinct from old.organisation_id)
	execute function hub.ask_for_assessment_of_moved();

revoke execute on function hub.customer_terms_of, hub.assess_reports_of_advised,
	hub.ask_for_assessment_of_moved from public;
