-- What a reporter sees and does with the follow code. The server alone calls these, with the keyed
-- hash of the code.

create function public.follow_report(code_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select jsonb_build_object(
		'reference', reports.reference, 'kind', kind, 'channel', channel, 'state', state,
		'outcome', outcome, 'sector', reports.sector, 'filed_at', filed_at, 'caller_number', caller_number,
		'organisation_name', coalesce(organisations.name, reports.organisation_name),
		'is_attributed', reports.organisation_id is not null,
		'narrative', narrative, 'delivered_at', delivered_at, 'facts', facts,
		'findings', hub.findings_of(reports.report_id),
		'follow_up', hub.follow_up_of(reports.report_id),
		'others_alike', hub.others_alike(reports),
		'is_masked', exists (
			select from hub.report_originals where report_originals.report_id = reports.report_id),
		'evidence', hub.evidence_of(reports.report_id),
		'contacts', (select coalesce(jsonb_agg(jsonb_build_object(
				'contact_at', contact_at, 'is_time_known', is_time_known) order by position), '[]')
			from hub.report_contacts where report_contacts.report_id = reports.report_id),
		'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = reports.report_id),
		'events', (select coalesce(jsonb_agg(jsonb_build_object(
				'event', event, 'to_state', to_state, 'occurred_at', occurred_at) order by event_id), '[]')
			from hub.report_events where report_events.report_id = reports.report_id))
	from hub.reports left join hub.organisations using (organisation_id)
	where follow_code_hash = decode(code_hash, 'hex')
);
comment on function public.follow_report is
	'Definer: the server alone, with the keyed hash of a follow code. The report it belongs to, without what staff wrote about it; null when there is none.';

create function hub.lock_followed_report(code_hash text) returns hub.reports
language plpgsql volatile set search_path = '' as $$
declare
	report hub.reports;
begin
	select * into report from hub.reports where follow_code_hash = decode(code_hash, 'hex') for update;
	if report.report_id is null then
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	return report;
end $$;
comment on function hub.lock_followed_report is 'The report of a follow code, kept from others until the act is done.';

create function public.withdraw_report(code_hash text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
begin
	if not hub.can_move(report.state, 'withdrawn') then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	perform hub.count_report(report.report_id, -1::smallint);
	update hub.reports set state = 'withdrawn', is_counted = false where report_id = report.report_id;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, reason)
	values (report.report_id, 'withdrawn', report.state, 'withdrawn', 'reporter', nullif(btrim(reason), ''));
end $$;
comment on function public.withdraw_report is
	'Definer: the server alone, with the keyed hash of a follow code. The reporter takes the report back: nothing counts it any more, and its reference stays.';

create function public.add_contact_to_report(code_hash text, contact_at timestamptz, is_time_known boolean)
returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	happened_at constant timestamptz := add_contact_to_report.contact_at;
	day constant date := (happened_at at time zone 'Europe/Amsterdam')::date;
	former hub.report_contacts[];
	most constant integer := 50;
begin
	if report.state in ('closed', 'withdrawn', 'anonymised') then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	if happened_at > now() + interval '5 minutes' then
		raise exception using errcode = 'GH005', message = 'contact_in_the_future';
	end if;
	select array_agg(contacts) into former
	from hub.report_contacts as contacts where report_id = report.report_id;
	if add_contact_to_report.is_time_known and exists (
		select from unnest(former) as known where known.contact_at = happened_at and known.is_time_known)
	then
		-- Sent twice: that moment is there.
		return;
	end if;
	if cardinality(former) >= most then
		raise exception using errcode = 'GH008', message = 'contacts_too_many';
	end if;

	delete from hub.report_contacts where report_id = report.report_id;
	insert into hub.report_contacts (report_id, position, contact_at, is_time_known, shown_from)
	select report.report_id, row_number() over (order by contact_at), contact_at, is_time_known, shown_from
	from (
		select contact_at, is_time_known, shown_from from unnest(former)
		union all
		select happened_at, add_contact_to_report.is_time_known, hub.told_at(now())) as moments;
	if day < report.counted_on then
		-- The trends count a report on the day of its first contact.
		update hub.reports set counted_from = greatest(counted_from, hub.told_at(now())) where report_id = report.report_id;
		perform hub.count_report(report.report_id, -1::smallint);
		update hub.reports set counted_on = day where report_id = report.report_id;
		perform hub.count_report(report.report_id, 1::smallint);
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	values (report.report_id, 'contact_added', report.state, report.state, 'reporter',
		jsonb_build_object('contact_at', happened_at, 'is_time_known', add_contact_to_report.is_time_known));
end $$;
comment on function public.add_contact_to_report is
	'Definer: the server alone, with the keyed hash of a follow code. It happened again: one more contact, at most 50, in its place by time; a known moment that is there already changes nothing.';

revoke execute on function public.follow_report, hub.lock_followed_report, public.withdraw_report,
	public.add_contact_to_report from public;
grant execute on function public.follow_report, public.withdraw_report, public.add_contact_to_report
	to service_role;
