-- A key reads the files that a reporter shares with its organisation, as a handler does.

create function public.read_evidence_by_key(key_hash text, reference text, evidence_id uuid)
returns table (stored_key text, key_id text, name text, media_type text)
language plpgsql volatile security definer set search_path = '' as $$
declare
	key constant hub.api_keys := hub.use_api_key(key_hash, 'reports:read');
	report hub.reports;
	file hub.evidence;
begin
	select * into report from hub.reports
	where reports.reference = read_evidence_by_key.reference and organisation_id = (key).organisation_id
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now();
	select * into file from hub.evidence
	where evidence.report_id = report.report_id and evidence.evidence_id = read_evidence_by_key.evidence_id
		and added_by = 'reporter' and is_shared_with_organisation and shown_from <= now();
	if file.evidence_id is null then
		raise exception using errcode = 'GH404', message = 'evidence_not_found';
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	values (report.report_id, 'evidence_read', report.state, report.state, 'organisation_member',
		jsonb_build_object('evidence_id', file.evidence_id, 'key', (key).name));
	return query select file.stored_key, file.key_id, file.name, file.media_type;
end $$;
comment on function public.read_evidence_by_key is
	'Definer: the server alone, with the keyed hash of a key. Where the contents are of a file that the reporter shares; that it was read is written down. The same refusal for a file that is not shared as for none.';

revoke execute on function public.read_evidence_by_key from public;
grant execute on function public.read_evidence_by_key to service_role;
