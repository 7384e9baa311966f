-- A later report by the same person about the same organisation is held against the objection.

create function hub.objection_of(organisation_id uuid, organisation_name text, reporter_keys bytea[], channel text)
returns hub.objections
language sql stable set search_path = ''
return (
	select objections
	from hub.objections
	where exists (
			select from hub.objection_keys
			where objection_keys.objection_id = objections.objection_id and reporter_key = any (reporter_keys))
		and may_test_later_reports and sent_at is not null
		and (objections.organisation_id = objection_of.organisation_id
			or objections.organisation_id is null
				and hub.normalise_name(objections.organisation_name) = hub.normalise_name(objection_of.organisation_name))
		and against && case objection_of.channel
			when 'phone' then array['phone'] when 'message' then array['message', 'email'] when 'door' then array['door']
			else '{}' end
	-- The one that has had the longest time to be honoured.
	order by sent_at limit 1
);
comment on function hub.objection_of is
	'The first objection of this person to this organisation and this way of contact, if they allowed later reports to be tested; null when there is none.';

create function public.objection_of_reporter(caller_number text, organisation_id uuid, organisation_name text,
	on_day date, channel text, reporter_keys text[]) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object('reference', (objection).reference, 'objection_at', (objection).sent_at,
		'objection_route', (objection).sent_route)
	from (
		select hub.objection_of(found.organisation_id, objection_of_reporter.organisation_name,
			array(select decode(key, 'hex') from unnest(reporter_keys) as key), channel) as objection
		from (select) as one
		left join hub.find_organisation(caller_number, objection_of_reporter.organisation_id,
			objection_of_reporter.organisation_name, on_day) as found on true) as tested
	where (objection).objection_id is not null
);
comment on function public.objection_of_reporter is
	'Definer: the server alone. The objection that a report about this party must be tested against, as the facts of the rules name it; null when there is none.';

create function hub.note_contact_after_objection(report_id bigint, objection_reference text) returns void
language plpgsql volatile set search_path = '' as $$
declare
	objection hub.objections;
	report hub.reports;
	last_contact_at timestamptz;
begin
	select * into objection from hub.objections where reference = objection_reference for update;
	select * into report from hub.reports where reports.report_id = note_contact_after_objection.report_id;
	select coalesce(max(contact_at), report.filed_at) into last_contact_at
	from hub.report_contacts where report_contacts.report_id = report.report_id;
	if objection.objection_id is null or last_contact_at <= objection.sent_at then
		return;
	end if;
	perform hub.move_objection(objection,
		case when last_contact_at >= hub.due_at('objection_processed', objection.sent_at) then 'ignored'
			else objection.state end,
		'contacted_again', 'reporter', jsonb_build_object('report', report.reference, 'contact_at', last_contact_at));
end $$;
comment on function hub.note_contact_after_objection is
	'A report tells of a contact after an objection; after the term the objection was ignored.';

revoke execute on function hub.objection_of, public.objection_of_reporter, hub.note_contact_after_objection from public;
grant execute on function public.objection_of_reporter to service_role;
