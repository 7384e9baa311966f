-- Adding files to a report that was filed, taking them away, and reading one's own: a reporter does so
-- through the server, with the keyed hash of the follow code.

create function public.add_evidence(code_hash text, token_hashes text[], is_shared boolean) returns setof uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	added uuid;
begin
	if report.state in ('closed', 'withdrawn', 'anonymised') then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	for added in select hub.attach_evidence(report.report_id, token_hashes, is_shared) loop
		update hub.evidence set shown_from = hub.told_at(now()) where evidence_id = added;
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
		values (report.report_id, 'evidence_added', report.state, report.state, 'reporter',
			jsonb_build_object('evidence_id', added, 'is_shared', coalesce(is_shared, false)));
		return next added;
	end loop;
end $$;
comment on function public.add_evidence is
	'Definer: the server alone, with the keyed hash of a follow code. Gives staged files to the report. Refuses with GH002 report_cannot_move, GH020 evidence_gone, GH021 evidence_too_many.';

create function public.remove_evidence(code_hash text, evidence_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
begin
	update hub.evidence set report_id = null, position = null, staged_until = now()
	where evidence.report_id = report.report_id and evidence.evidence_id = remove_evidence.evidence_id
		and added_by = 'reporter';
	if not found then
		raise exception using errcode = 'GH404', message = 'evidence_not_found';
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
	values (report.report_id, 'evidence_removed', report.state, report.state, 'reporter',
		jsonb_build_object('evidence_id', remove_evidence.evidence_id));
end $$;
comment on function public.remove_evidence is
	'Definer: the server alone, with the keyed hash of a follow code. The reporter takes a file away, in whatever state the report is: nobody reads it any more, and its contents go with the next removal.';

create function public.read_followed_evidence(code_hash text, evidence_id uuid)
returns table (stored_key text, key_id text, name text, media_type text)
language sql stable security definer set search_path = ''
begin atomic
	select evidence.stored_key, evidence.key_id, evidence.name, evidence.media_type
	from hub.evidence join hub.reports using (report_id)
	where reports.follow_code_hash = decode(code_hash, 'hex')
		and evidence.evidence_id = read_followed_evidence.evidence_id;
end;
comment on function public.read_followed_evidence is
	'Definer: the server alone, with the keyed hash of a follow code. Where the contents of a file of this report are; no row when it has no such file.';

revoke execute on function public.add_evidence, public.remove_evidence, public.read_followed_evidence from public;
grant execute on function public.add_evidence, public.remove_evidence, public.read_followed_evidence to service_role;
