-- Everything by which staff see what may tell who somebody is, written down in the audit trail.

create function public.read_report(reference text, purpose text default 'handling', case_reference text default null)
returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
	report constant jsonb := hub.report_for_staff(reference);
begin
	if report is not null then
		perform hub.record_look('report_opened', 'report', reference, purpose, case_reference);
	end if;
	return report;
end $$;
comment on function public.read_report is
	'For staff. One report with everything the caller may read of it, written down in the audit trail; null when that is nothing. Members have open_own_report, which names less.';

create function public.has_original(reference text) returns boolean
language sql stable security definer set search_path = ''
return (select hub.is_staff()) and exists (
	select from hub.report_originals join hub.reports using (report_id)
	where reports.reference = has_original.reference
);
comment on function public.has_original is
	'Definer: originals are closed to everybody; checks the role itself. Whether something in a narrative was masked.';

create function public.read_original(reference text, purpose text, case_reference text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	reader constant text := (
		select mine.role::text from hub.my_roles() as mine (role)
		where mine.role in ('committee', 'regulator') order by mine.role limit 1);
	kept record;
begin
	if reader is null then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	select reports.report_id, reports.state, encode(narrative_encrypted, 'hex') as ciphertext, key_id into kept
	from hub.reports join hub.report_originals using (report_id)
	where reports.reference = read_original.reference;
	if kept.report_id is null then
		raise exception using errcode = 'GH404', message = 'report_not_found';
	end if;
	perform hub.record_look('original_read', 'report', reference, purpose, case_reference);
	-- The reporter is told too.
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id)
	values (kept.report_id, 'original_read', kept.state, kept.state, reader, auth.uid());
	return jsonb_build_object('ciphertext', kept.ciphertext, 'key_id', kept.key_id);
end $$;
comment on function public.read_original is
	'Definer: originals are closed to everybody; checks the role itself (committee or regulator), writes the look into the audit trail and the event original_read for the reporter. Refuses with GH403 not_allowed, GH404 report_not_found, GH006 purpose_needed. Ciphertext in hexadecimal: only the server has the key.';

create function hub.reading_role(is_shared boolean, organisation uuid, state hub.report_state) returns text
language sql stable set search_path = ''
return coalesce(
	(select mine.role::text from hub.my_roles() as mine (role)
		where mine.role in ('moderator', 'committee', 'regulator', 'administrator')
		-- In the order of the enum: an unqualified role would be the text.
		order by mine.role desc limit 1),
	case when is_shared and organisation in (select hub.my_organisations())
		and state not in ('received', 'held', 'withdrawn', 'anonymised') then 'organisation_member' end);
comment on function hub.reading_role is 'As whom the caller may read a file, the highest role; null for who may not.';

create function public.read_evidence(evidence_id uuid, purpose text default 'handling', case_reference text default null)
returns table (stored_key text, key_id text, name text, media_type text)
language plpgsql volatile security definer set search_path = '' as $$
declare
	wanted record;
	reader text;
begin
	select evidence.*, reports.state, reports.organisation_id, greatest(evidence.shown_from, reports.shown_from) as told_from into wanted
	from hub.evidence join hub.reports using (report_id)
	where evidence.evidence_id = read_evidence.evidence_id;
	reader := hub.reading_role(wanted.is_shared_with_organisation and wanted.told_from <= now(),
		wanted.organisation_id, wanted.state);
	-- Who may not read it is not told that it is there.
	if wanted.evidence_id is null or reader is null then
		raise exception using errcode = 'GH404', message = 'evidence_not_found';
	end if;
	perform hub.record_look('evidence_read', 'evidence', wanted.evidence_id::text, purpose, case_reference);
	-- The reporter is told too, whoever reads.
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details)
	values (wanted.report_id, 'evidence_read', wanted.state, wanted.state, reader, auth.uid(),
		jsonb_build_object('evidence_id', wanted.evidence_id));
	return query select wanted.stored_key, wanted.key_id, wanted.name, wanted.media_type;
end $$;
comment on function public.read_evidence is
	'Definer: checks the role itself, and writes down who reads: of staff in the audit trail, of all as an event for the reporter. Where the contents of a file are. Staff read every file of a report, a member only what the reporter shares with the organisation.';

create function public.read_number_document(document_id uuid, purpose text default 'handling')
returns table (stored_key text, key_id text, name text, media_type text)
language plpgsql volatile set search_path = '' as $$
begin
	return query select * from hub.place_of_number_document(read_number_document.document_id);
	if found then
		perform hub.record_look('number_document_read', 'number_document', document_id::text, purpose);
	end if;
end $$;
comment on function public.read_number_document is
	'Where the contents of a document on a number are, for staff and for members of the organisation that claims it; a look of staff is in the audit trail.';

create function public.list_claims() returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
	claims constant jsonb := hub.claims_to_judge();
begin
	if jsonb_array_length(claims) > 0 then
		perform hub.record_look('claims_listed', 'organisation_claims', 'all', 'handling');
	end if;
	return claims;
end $$;
comment on function public.list_claims is
	'Claims for an administrator, with the addresses of who made them: that they were looked at is in the audit trail. As hub.claims_to_judge.';

revoke execute on function public.read_report, public.has_original, public.read_original, hub.reading_role,
	public.read_evidence, public.read_number_document, public.list_claims from public;
grant execute on function public.read_report, public.has_original, public.read_original, public.read_evidence,
	public.read_number_document, public.list_claims to authenticated;
