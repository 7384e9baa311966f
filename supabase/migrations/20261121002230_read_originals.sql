-- What a reporter wrote before it was masked, for the committee and the regulator; every reading leaves its event.

create function public.has_original(reference text) returns boolean
language sql stable security definer set search_path = ''
return (select hub.is_staff()) and exists (
	select from hub.report_originals join hub.reports using (report_id)
	where reports.reference = has_original.reference
);
comment on function public.has_original is
	'Definer: originals are closed to everybody; checks the role itself. Whether something in a narrative was masked.';

create function public.read_original(reference text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	reader text := (
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
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id)
	values (kept.report_id, 'original_read', kept.state, kept.state, reader, auth.uid());
	return jsonb_build_object('ciphertext', kept.ciphertext, 'key_id', kept.key_id);
end $$;
comment on function public.read_original is
	'Definer: originals are closed to everybody; checks the role itself (committee or regulator) and writes the event original_read. Refuses with GH403 not_allowed, GH404 report_not_found. Ciphertext in hexadecimal: only the server has the key.';

revoke execute on function public.has_original, public.read_original from public;
grant execute on function public.has_original, public.read_original to authenticated;
