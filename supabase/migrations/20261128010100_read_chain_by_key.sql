-- What a key reads of the chain of its organisation: who works for whom, and the reports of others that
-- are visible to it as a link. Never more than a reader of it sees in the portal.

create function public.list_chain_by_key(key_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	owner_id constant uuid := (hub.use_api_key(key_hash, 'chain:read')).organisation_id;
begin
	return public.list_chain(owner_id);
end $$;
comment on function public.list_chain_by_key is
	'Definer: the server alone, with the keyed hash of a key. The links of the organisation of the key, from its side.';

create function hub.is_shown_to_link(report hub.reports, link_id uuid) returns boolean
language sql stable set search_path = ''
return (report).state not in ('received', 'held', 'withdrawn', 'anonymised') and (report).shown_from <= now()
	and (coalesce((report).made_by_organisation_id = link_id, false) or exists (
		select from hub.chain_messages as asked
		where asked.report_id = (report).report_id and asked.client_id = (report).organisation_id and asked.worker_id = link_id));
comment on function hub.is_shown_to_link is
	'As the policies of hub.reports have it: a link reads reports of contacts it made, and those that their organisation asked it about.';

create function public.list_chain_reports_by_key(key_hash text, after_reference text default null, most integer default 50)
returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	owner_id constant uuid := (hub.use_api_key(key_hash, 'chain:read')).organisation_id;
	page constant integer := least(greatest(most, 1), 200);
	after_id bigint;
begin
	if after_reference is not null then
		select report_id into after_id from hub.reports
		where reports.reference = after_reference and hub.is_shown_to_link(reports, owner_id);
		if after_id is null then
			raise exception using errcode = 'GH009', message = 'cursor_unknown';
		end if;
	end if;
	return (
		with made as (
			select report_id from hub.reports
			where made_by_organisation_id = owner_id and organisation_id <> owner_id
				and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now() and (after_id is null or report_id < after_id)
			order by report_id desc limit page),
		asked as (
			select report_id from hub.chain_messages join hub.reports using (report_id)
			where worker_id = owner_id and hub.is_shown_to_link(reports, owner_id) and (after_id is null or report_id < after_id)),
		shown as (
			select report_id from made union select report_id from asked order by report_id desc limit page)
		select coalesce(jsonb_agg(jsonb_build_object('reference', reports.reference, 'kind', reports.kind,
			'channel', reports.channel, 'state', reports.state, 'caller_number', reports.caller_number,
			'counted_on', reports.counted_on,
			'organisation', jsonb_build_object('id', organisations.organisation_id, 'name', organisations.name),
			'is_made_by_us', coalesce(reports.made_by_organisation_id = owner_id, false),
			'is_asked', exists (select from asked where asked.report_id = reports.report_id)) order by reports.report_id desc), '[]')
		from shown join hub.reports using (report_id) join hub.organisations using (organisation_id));
end $$;
comment on function public.list_chain_reports_by_key is
	'Definer: the server alone, with the keyed hash of a key. Reports of other organisations whose contact the organisation of the key made, or that it was asked about, newest first, after the one with that reference.';

create function public.read_chain_report_by_key(key_hash text, reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	owner_id constant uuid := (hub.use_api_key(key_hash, 'chain:read')).organisation_id;
begin
	return (
		select public.read_chain_report(reports.reference, owner_id) from hub.reports
		where reports.reference = read_chain_report_by_key.reference
			and (hub.is_shown_to_link(reports, owner_id) or reports.organisation_id = owner_id
				and reports.state not in ('received', 'held', 'withdrawn', 'anonymised') and reports.shown_from <= now()));
end $$;
comment on function public.read_chain_report_by_key is
	'Definer: the server alone, with the keyed hash of a key. One report as the chain sees it, own or of a client, with what the two wrote to one another; null for any other as for none.';

revoke execute on function hub.is_shown_to_link, public.list_chain_by_key, public.list_chain_reports_by_key,
	public.read_chain_report_by_key from public;
grant execute on function public.list_chain_by_key, public.list_chain_reports_by_key, public.read_chain_report_by_key
	to service_role;
