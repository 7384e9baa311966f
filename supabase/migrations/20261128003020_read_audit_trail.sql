-- Reading the audit trail, and keeping its head elsewhere.

create function public.list_audit_events(
	of_act text default null, about text default null, actor text default null,
	before bigint default null, most integer default 50)
returns table (audit_id bigint, sequence bigint, hash text, actor_email text, actor_role text, act text,
	subject text, subject_id text, reference text, purpose text, case_reference text, occurred_at timestamptz)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
begin
	if not hub.has_role('administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	return query
	select events.audit_id, links.sequence, encode(links.hash, 'hex'), people.email::text, events.actor_role, events.act,
		events.subject, events.subject_id, case when events.subject = 'report' then events.subject_id else reports.reference::text end,
		events.purpose, events.case_reference, events.occurred_at
	from hub.audit_events as events
	left join hub.audit_links as links using (audit_id)
	left join auth.users as people on people.id = events.actor_id
	left join hub.evidence on evidence.evidence_id = case when events.subject = 'evidence' then events.subject_id::uuid end
	left join hub.reports on reports.report_id = evidence.report_id
	where (list_audit_events.of_act is null or events.act = list_audit_events.of_act)
		and (list_audit_events.about is null or events.subject_id = list_audit_events.about
			or events.case_reference = list_audit_events.about)
		and (list_audit_events.actor is null or people.email = lower(list_audit_events.actor))
		and (list_audit_events.before is null or events.audit_id < list_audit_events.before)
	order by events.audit_id desc
	limit least(greatest(list_audit_events.most, 1), 200);
end $$;
comment on function public.list_audit_events is
	'Definer: the trail names people by id, their addresses are told here to administrators alone. Looks of staff, newest first; the next page is before the last audit_id. Refuses with GH403 not_allowed.';

create function public.audit_head() returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object('sequence', sequence, 'hash', encode(hash, 'hex'))
	from hub.audit_links order by sequence desc limit 1
);
comment on function public.audit_head is
	'The last link of the chain, to keep elsewhere: a trail that was cut short no longer has it. Null before the first look.';

revoke execute on function public.list_audit_events, public.audit_head from public;
grant execute on function public.list_audit_events to authenticated;
grant execute on function public.audit_head to authenticated, service_role;
