-- Who reads reports. Nobody writes them but through the functions of public.

alter table hub.reports enable row level security;
alter table hub.report_moves enable row level security;
alter table hub.report_contacts enable row level security;
alter table hub.report_categories enable row level security;
alter table hub.report_reporters enable row level security;
alter table hub.report_originals enable row level security;
alter table hub.report_events enable row level security;

create function hub.is_staff() returns boolean
language sql stable set search_path = ''
return (select hub.has_role('moderator', 'committee', 'regulator', 'administrator'));
comment on function hub.is_staff is 'Whether the caller works for the committee, the regulator or the desk.';
revoke execute on function hub.is_staff from public;
grant execute on function hub.is_staff to authenticated, service_role;

create policy "staff read reports" on hub.reports
	for select to authenticated using ((select hub.is_staff()));
create policy "members read reports about their organisation" on hub.reports
	for select to authenticated using (
		organisation_id in (select hub.my_organisations())
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now());
create policy "links read reports of contacts they made" on hub.reports
	for select to authenticated using (
		made_by_organisation_id in (select hub.my_organisations())
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now());
-- A question goes with the one who asked: a report that went to another organisation is closed again.
create policy "links read reports they are asked about" on hub.reports
	for select to authenticated using (
		(report_id, organisation_id) in (
			select messages.report_id, messages.client_id from hub.chain_messages as messages
			where messages.worker_id in (select hub.my_organisations()))
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now());

create policy "who reads a report reads its contacts" on hub.report_contacts
	for select to authenticated using (
		(shown_from <= now() or (select hub.is_staff()))
		and exists (select from hub.reports where reports.report_id = report_contacts.report_id));
create policy "who reads a report reads its categories" on hub.report_categories
	for select to authenticated using (
		exists (select from hub.reports where reports.report_id = report_categories.report_id));
create policy "staff read events" on hub.report_events
	for select to authenticated using ((select hub.is_staff()));

create function hub.contacts_for_members(report bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('from', date_trunc('hour', contact_at), 'is_time_known', is_time_known)
		order by position), '[]')
	from hub.report_contacts where report_id = report and shown_from <= now()
);
comment on function hub.contacts_for_members is
	'The contacts of a report to the hour, one that was added once that hour is over: within an hour nobody is found in a list of calls by the second.';
revoke execute on function hub.contacts_for_members from public;

-- What could tell a member who the reporter is (keys, place, codes) is not granted to anybody signed in.
grant select (report_id, reference, kind, channel, state, outcome, sector, organisation_id,
	organisation_match, made_by_organisation_id, organisation_name, caller_number, narrative, facts, province, locale,
	share_identity, publish_narrative, counted_on, is_counted, origin, filed_at, delivered_at,
	answer_due_at)
	on hub.reports to authenticated;
grant select on hub.report_contacts, hub.report_categories, hub.report_events to authenticated;
grant select on hub.reports, hub.report_contacts, hub.report_categories, hub.report_events,
	hub.report_moves, hub.report_reporters, hub.report_originals to service_role;
