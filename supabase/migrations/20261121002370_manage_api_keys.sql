-- Making and revoking keys, and what stands on the page of connections.

create function public.create_api_key(organisation_id uuid, name text, scopes text[], key_hash text, hint text)
returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	most_keys constant integer := 20;
	id uuid;
begin
	perform hub.require_level(organisation_id, 'owner');
	perform from hub.organisations where organisations.organisation_id = create_api_key.organisation_id for update;
	if (select count(*) from hub.api_keys
		where api_keys.organisation_id = create_api_key.organisation_id and revoked_at is null) >= most_keys
	then
		raise exception using errcode = 'GH010', message = 'api_keys_too_many';
	end if;
	insert into hub.api_keys (organisation_id, name, scopes, key_hash, hint, created_by)
	values (create_api_key.organisation_id, btrim(create_api_key.name), create_api_key.scopes,
		decode(create_api_key.key_hash, 'hex'), create_api_key.hint, auth.uid())
	returning api_key_id into id;
	perform hub.add_connection_event(create_api_key.organisation_id, 'key_created', id,
		jsonb_build_object('name', btrim(create_api_key.name)));
	return id;
end $$;
comment on function public.create_api_key is
	'Definer: checks by itself that the caller is an owner of the organisation. Keeps the keyed hash of a key that the server made; twenty keys at most.';

create function public.revoke_api_key(api_key_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	revoked hub.api_keys;
begin
	update hub.api_keys set revoked_at = now(), revoked_by = auth.uid()
	where api_keys.api_key_id = revoke_api_key.api_key_id and revoked_at is null
		and organisation_id in (select hub.my_organisations('owner'))
	returning * into revoked;
	if revoked.api_key_id is null then
		-- The same for a key of another as for none.
		raise exception using errcode = 'GH404', message = 'api_key_not_found';
	end if;
	perform hub.add_connection_event(revoked.organisation_id, 'key_revoked', revoked.api_key_id,
		jsonb_build_object('name', revoked.name));
end $$;
comment on function public.revoke_api_key is
	'Definer: touches only keys of organisations the caller is an owner of. From now on nothing can be done with it.';

create function public.connections(organisation_id uuid) returns jsonb
language sql stable set search_path = ''
return jsonb_build_object(
	'api_keys', (
		select coalesce(jsonb_agg(jsonb_build_object('api_key_id', api_key_id, 'name', name, 'scopes', scopes,
			'hint', hint, 'created_at', created_at, 'last_used_at', last_used_at, 'revoked_at', revoked_at)
			order by revoked_at is not null, created_at desc), '[]')
		from hub.api_keys where api_keys.organisation_id = connections.organisation_id),
	'webhooks', (
		select coalesce(jsonb_agg(jsonb_build_object('webhook_id', webhook_id, 'url', url, 'events', events,
			'created_at', created_at, 'failing_since', failing_since, 'disabled_at', disabled_at,
			'disabled_because', disabled_because, 'deliveries', (
				select coalesce(jsonb_agg(jsonb_build_object('delivery_id', delivery_id, 'event', event,
					'reference', reports.reference, 'occurred_at', occurred_at, 'attempts', attempts,
					'send_after', send_after, 'last_answer', last_answer, 'sent_at', sent_at,
					'given_up_at', given_up_at) order by occurred_at desc), '[]')
				from (
					select * from hub.webhook_deliveries
					where webhook_deliveries.webhook_id = webhooks.webhook_id and occurred_at <= now()
					order by occurred_at desc limit 20) as newest
				left join hub.reports on reports.report_id = newest.report_id))
			order by created_at), '[]')
		from hub.webhooks where webhooks.organisation_id = connections.organisation_id),
	'events', (
		select coalesce(jsonb_agg(jsonb_build_object('event', event, 'details', details, 'occurred_at', occurred_at)
			order by connection_event_id desc), '[]')
		from (
			select * from hub.connection_events
			where connection_events.organisation_id = connections.organisation_id
			order by connection_event_id desc limit 30) as newest)
);
comment on function public.connections is
	'The keys and webhooks of an organisation with what happened to them, as far as the caller may read: owners.';

revoke execute on function public.create_api_key, public.revoke_api_key, public.connections from public;
grant execute on function public.create_api_key, public.revoke_api_key, public.connections to authenticated;
