-- Objections and requests for proof as work of an organisation that signed in.

create function hub.own_requests(organisation uuid, is_open boolean, most integer) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(to_jsonb(work) - 'done_at' order by
		case when is_open then work.due_at end, work.done_at desc nulls last, work.reference), '[]')
	from (
		select * from (
			select reference, 'objection' as kind, told_state as state, coalesce(sent_at, lodged_at) as sent_at,
				hub.due_at('objection_norm', coalesce(sent_at, lodged_at)) as norm_at,
				hub.due_at('objection_processed', coalesce(sent_at, lodged_at)) as due_at,
				acknowledged_at, processed_at as done_at
			from hub.objections
			where organisation_id = organisation and (sent_at is not null or is_sent_by_desk)
				and (told_state in ('lodged', 'sent', 'acknowledged', 'ignored')) = is_open
			order by objection_id desc limit most) as objections
		union all
		select * from (
			select reference, 'proof', state, coalesce(sent_at, requested_at), null::timestamptz, due_at, null::timestamptz, answered_at
			from hub.proof_requests
			where organisation_id = organisation and (sent_at is not null or is_sent_by_desk)
				and (state <> 'answered') = is_open
			order by proof_request_id desc limit most) as requests) as work
);
comment on function hub.own_requests is
	'Objections and requests for proof to an organisation that the caller may read: open ones by their term, others newest first.';

create function public.list_own_requests(organisation uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'reader');
	return jsonb_build_object('open', hub.own_requests(organisation, true, 200),
		'done', hub.own_requests(organisation, false, 25));
end $$;
comment on function public.list_own_requests is
	'The objections and requests for proof to the caller''s organisation, with their clocks.';

create function public.open_own_request(organisation uuid, reference text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'reader');
	return coalesce((
		select jsonb_build_object('kind', 'objection', 'reference', objections.reference, 'state', told_state, 'against', against,
			'sent_at', coalesce(sent_at, lodged_at), 'norm_at', hub.due_at('objection_norm', coalesce(sent_at, lodged_at)),
			'due_at', hub.due_at('objection_processed', coalesce(sent_at, lodged_at)),
			'acknowledged_at', acknowledged_at, 'done_at', processed_at,
			-- As with the link of the mail: once it is processed there is no need to know any more.
			'shared_encrypted', case when told_state not in ('processed', 'closed') then encode(shared_encrypted, 'hex') end,
			'key_id', key_id)
		from hub.objections left join hub.objection_people using (objection_id)
		where objections.reference = open_own_request.reference and organisation_id = organisation
			and (sent_at is not null or is_sent_by_desk)), (
		select jsonb_build_object('kind', 'proof', 'reference', proof_requests.reference, 'state', state, 'against', '[]'::jsonb,
			'sent_at', coalesce(sent_at, requested_at), 'norm_at', null, 'due_at', due_at,
			'acknowledged_at', null, 'done_at', answered_at,
			'shared_encrypted', case when answered_at is null then encode(shared_encrypted, 'hex') end,
			'key_id', key_id)
		from hub.proof_requests left join hub.proof_request_people using (proof_request_id)
		where proof_requests.reference = open_own_request.reference and organisation_id = organisation
			and (sent_at is not null or is_sent_by_desk)));
end $$;
comment on function public.open_own_request is
	'One objection or request for proof to the caller''s organisation, with what is shared, encrypted: the server alone has the key. Null when there is none.';

create function public.portal_overview(organisation uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'reader');
	return jsonb_build_object(
		'reports', (select jsonb_object_agg(tab, hub.own_report_rows(organisation, jsonb_build_object('tab', tab), 10))
			from unnest(array['overdue', 'soon', 'reopened', 'new']) as tab),
		'counts', (select jsonb_object_agg(tab, hub.count_under_tab(organisation, tab))
			from unnest(array['overdue', 'soon', 'reopened', 'new', 'waiting']) as tab),
		'requests', hub.own_requests(organisation, true, 50));
end $$;
comment on function public.portal_overview is
	'What the caller''s organisation has to do now: the first reports under each head by their term, how many there are, and open objections and requests for proof.';

revoke execute on function hub.own_requests, public.list_own_requests, public.open_own_request, public.portal_overview
	from public;
grant execute on function hub.own_requests, public.list_own_requests, public.open_own_request, public.portal_overview
	to authenticated;
