-- Reading and answering one report with the secret of a mailed link. The server alone calls these.

create function hub.stand_of_link(link hub.answer_links, report hub.reports) returns text
language sql stable set search_path = ''
return case
	when (link).used_at is not null then 'answered'
	when (report).organisation_id is distinct from (link).organisation_id
		or (report).state in ('received', 'held', 'unattributed', 'withdrawn', 'anonymised', 'redirected') then 'gone'
	when (report).state not in ('open', 'seen', 'reopened', 'expired') then 'answered'
	when (link).expires_at <= now() then 'ended'
	else 'open' end;
comment on function hub.stand_of_link is
	'Whether a link still works: open, answered, ended (its time is over) or gone (the report is no longer theirs to read).';

create function public.open_answer_link(token_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	link hub.answer_links;
	report hub.reports;
	stand text;
	organisation text;
begin
	select * into link from hub.answer_links as known
	where known.token_hash = decode(open_answer_link.token_hash, 'hex') for update;
	if link.link_id is null then
		return null;
	end if;
	select * into report from hub.reports where reports.report_id = link.report_id;
	select name into organisation from hub.organisations where organisations.organisation_id = link.organisation_id;
	stand := hub.stand_of_link(link, report);
	if stand <> 'open' then
		return jsonb_build_object('stand', stand, 'organisation', organisation,
			'answered_at', case when stand = 'answered' then coalesce(link.used_at, (
				select max(answered_at) from hub.report_answers where report_answers.report_id = report.report_id)) end);
	end if;
	if link.opened_at is null then
		update hub.answer_links set opened_at = now() where link_id = link.link_id;
		-- The report does not become seen by it: mail programs open links before people do.
		perform hub.add_system_event(report.report_id, 'answer_link_opened');
	end if;
	return jsonb_build_object('stand', stand, 'organisation', organisation, 'reference', report.reference,
		'kind', report.kind, 'channel', report.channel, 'sector', report.sector,
		'caller_number', report.caller_number, 'narrative', report.narrative,
		'works_until', link.expires_at, 'answer_by', report.answer_due_at,
		'findings', hub.findings_for_members(report.report_id),
		'contacts', hub.contacts_for_members(report.report_id),
		'categories', (select coalesce(jsonb_agg(category order by is_primary desc, category), '[]')
			from hub.report_categories where report_categories.report_id = report.report_id));
end $$;
comment on function public.open_answer_link is
	'Definer: the server alone, with the keyed hash of a link''s secret. The one report as a member may read it, without who filed it; null when there is no such link. The first time leaves an event.';

create function public.answer_by_link(token_hash text, answer_type hub.answer_type, reason text, answer text,
	has_promise boolean default false, promise_due_on date default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	link hub.answer_links;
	report hub.reports;
	given hub.report_answers;
	stand text;
begin
	select * into link from hub.answer_links as known
	where known.token_hash = decode(answer_by_link.token_hash, 'hex') for update;
	if link.link_id is null then
		raise exception using errcode = 'GH404', message = 'answer_link_unknown';
	end if;
	select * into report from hub.reports where reports.report_id = link.report_id for update;
	stand := hub.stand_of_link(link, report);
	if stand <> 'open' then
		raise exception using errcode = 'GH018', message = 'answer_link_' || stand;
	end if;
	given.answer_type := answer_type;
	given.reason := reason;
	given.text := answer;
	given.has_promise := has_promise;
	given.promise_due_on := promise_due_on;
	perform hub.give_answer(report, given);
	update hub.answer_links set used_at = now() where link_id = link.link_id;
end $$;
comment on function public.answer_by_link is
	'Definer: the server alone, with the keyed hash of a link''s secret. Answers the one report, once, with a reason of the closed list; the server masks personal data in the answer before.';

revoke execute on function hub.stand_of_link, public.open_answer_link, public.answer_by_link from public;
grant execute on function public.open_answer_link, public.answer_by_link to service_role;
