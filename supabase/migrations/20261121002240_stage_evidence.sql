-- Files that were sent ahead of a report. The server alone calls these; whoever sent a file holds
-- its token, of which only the keyed hash comes here.

create function public.stage_evidence(stored_key text, token_hash text, name text, media_type text,
	byte_size integer, sha256 text, key_id text) returns void
language sql volatile security definer set search_path = ''
begin atomic
	insert into hub.evidence (stored_key, token_hash, name, media_type, byte_size, sha256, key_id, staged_until)
	values (stored_key, decode(token_hash, 'hex'), name, media_type, byte_size, decode(sha256, 'hex'), key_id,
		now() + interval '1 day');
end;
comment on function public.stage_evidence is
	'Definer: the server alone. Makes known a file that is about to be stored; it waits a day for its report.';

create function public.staged_evidence(token_hashes text[])
returns table (token_hash text, name text, media_type text, byte_size integer, sha256 text, is_attached boolean)
language sql stable security definer set search_path = ''
begin atomic
	select encode(evidence.token_hash, 'hex'), evidence.name, evidence.media_type, evidence.byte_size,
		encode(evidence.sha256, 'hex'), report_id is not null
	from unnest(token_hashes) with ordinality as sent (token, number)
	join hub.evidence on evidence.token_hash = decode(sent.token, 'hex')
	where report_id is not null or staged_until > now()
	order by number;
end;
comment on function public.staged_evidence is
	'Definer: the server alone. The files of these tokens that wait for a report, or went to one already: then a report is sent again. In the order asked.';

create function public.drop_staged_evidence(token_hash text) returns void
language sql volatile security definer set search_path = ''
begin atomic
	update hub.evidence set staged_until = now(), token_hash = null
	where evidence.token_hash = decode(drop_staged_evidence.token_hash, 'hex') and report_id is null;
end;
comment on function public.drop_staged_evidence is
	'Definer: the server alone. Whoever staged a file does not want it any more: it goes with the next removal.';

create function public.removable_evidence(most integer default 100) returns setof text
language sql stable security definer set search_path = ''
begin atomic
	select stored_key from hub.evidence
	where report_id is null and staged_until <= now()
	order by staged_until limit most;
end;
comment on function public.removable_evidence is
	'Definer: the server alone. Keys of contents that no report needs: the server removes these, then the rows.';

create function public.remove_staged_evidence(stored_keys text[]) returns integer
language sql volatile security definer set search_path = ''
begin atomic
	with removed as (
		delete from hub.evidence
		where stored_key = any (stored_keys) and report_id is null and staged_until <= now()
		returning 1)
	select count(*)::integer from removed;
end;
comment on function public.remove_staged_evidence is
	'Definer: the server alone, after the contents are gone. Removes the rows, but of no file that a report has; how many.';

revoke execute on function public.stage_evidence, public.staged_evidence, public.drop_staged_evidence,
	public.removable_evidence, public.remove_staged_evidence from public;
grant execute on function public.stage_evidence, public.staged_evidence, public.drop_staged_evidence,
	public.removable_evidence, public.remove_staged_evidence to service_role;
