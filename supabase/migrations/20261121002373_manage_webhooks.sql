-- What owners do with the webhooks of their organisation.

create function public.create_webhook(organisation_id uuid, url text, events text[], secret text, key_id text)
returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	most_webhooks constant integer := 10;
	id uuid;
begin
	perform hub.require_level(organisation_id, 'owner');
	perform from hub.organisations where organisations.organisation_id = create_webhook.organisation_id for update;
	if (select count(*) from hub.webhooks
		where webhooks.organisation_id = create_webhook.organisation_id) >= most_webhooks
	then
		raise exception using errcode = 'GH010', message = 'webhooks_too_many';
	end if;
	insert into hub.webhooks (organisation_id, url, events, secret_encrypted, key_id, created_by)
	values (create_webhook.organisation_id, create_webhook.url, create_webhook.events,
		decode(create_webhook.secret, 'hex'), create_webhook.key_id, auth.uid())
	returning webhook_id into id;
	perform hub.add_connection_event(create_webhook.organisation_id, 'webhook_created', id,
		jsonb_build_object('host', hub.host_of(create_webhook.url)));
	return id;
end $$;
comment on function public.create_webhook is
	'Definer: checks by itself that the caller is an owner of the organisation. The secret was made and encrypted by the server; ten webhooks at most.';

create function hub.host_of(url text) returns text
language sql immutable
return substring(url from '^https?://([^/?#]+)');
comment on function hub.host_of is 'What is told of an address: where it is, not what follows, which may be secret.';

create function hub.own_webhook(webhook_id uuid) returns hub.webhooks
language plpgsql volatile set search_path = '' as $$
declare
	webhook hub.webhooks;
begin
	select * into webhook from hub.webhooks
	where webhooks.webhook_id = own_webhook.webhook_id
		and organisation_id in (select hub.my_organisations('owner'))
	for update;
	if webhook.webhook_id is null then
		raise exception using errcode = 'GH404', message = 'webhook_not_found';
	end if;
	return webhook;
end $$;
comment on function hub.own_webhook is 'A webhook of an organisation the caller is an owner of; the same refusal for another''s as for none.';

create function public.remove_webhook(webhook_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	webhook hub.webhooks := hub.own_webhook(webhook_id);
begin
	delete from hub.webhooks where webhooks.webhook_id = webhook.webhook_id;
	perform hub.add_connection_event(webhook.organisation_id, 'webhook_removed', webhook.webhook_id,
		jsonb_build_object('host', hub.host_of(webhook.url)));
end $$;
comment on function public.remove_webhook is
	'Definer: touches only webhooks of organisations the caller is an owner of. What waited for it goes with it.';

create function public.switch_webhook(webhook_id uuid, is_on boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	webhook hub.webhooks := hub.own_webhook(webhook_id);
begin
	if is_on = (webhook.disabled_at is null) then
		return;
	end if;
	update hub.webhooks set failing_since = null, disabled_at = case when not is_on then now() end,
		disabled_because = case when not is_on then 'owner' end
	where webhooks.webhook_id = webhook.webhook_id;
	perform hub.add_connection_event(webhook.organisation_id,
		case when is_on then 'webhook_enabled' else 'webhook_disabled' end, webhook.webhook_id,
		jsonb_build_object('host', hub.host_of(webhook.url)));
end $$;
comment on function public.switch_webhook is
	'Definer: touches only webhooks of organisations the caller is an owner of. Off: nothing new is posted for it and nothing is sent.';

create function public.test_webhook(webhook_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	webhook hub.webhooks := hub.own_webhook(webhook_id);
	id constant uuid := gen_random_uuid();
begin
	if webhook.disabled_at is not null then
		raise exception using errcode = 'GH014', message = 'webhook_disabled';
	end if;
	if (select count(*) from hub.webhook_deliveries
		where webhook_deliveries.webhook_id = webhook.webhook_id and event = 'webhook.test'
			and occurred_at > now() - interval '10 minutes') >= 10
	then
		raise exception using errcode = 'GH010', message = 'webhook_tests_too_many';
	end if;
	insert into hub.webhook_deliveries (delivery_id, webhook_id, event_key, event)
	values (id, webhook.webhook_id, 'test:' || id, 'webhook.test');
	return id;
end $$;
comment on function public.test_webhook is
	'Definer: touches only webhooks of organisations the caller is an owner of. Posts a message about nothing; ten in ten minutes at most.';

create function public.retry_webhook_delivery(delivery_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update hub.webhook_deliveries set given_up_at = null, attempts = 0, send_after = now()
	from hub.webhooks
	where webhook_deliveries.delivery_id = retry_webhook_delivery.delivery_id and sent_at is null
		and webhooks.webhook_id = webhook_deliveries.webhook_id and disabled_at is null
		and organisation_id in (select hub.my_organisations('owner'));
	if not found then
		raise exception using errcode = 'GH404', message = 'webhook_delivery_not_found';
	end if;
end $$;
comment on function public.retry_webhook_delivery is
	'Definer: touches only messages to webhooks of organisations the caller is an owner of. Has one that failed sent now.';

revoke execute on function public.create_webhook, hub.host_of, hub.own_webhook, public.remove_webhook,
	public.switch_webhook, public.test_webhook, public.retry_webhook_delivery from public;
grant execute on function public.create_webhook, public.remove_webhook, public.switch_webhook,
	public.test_webhook, public.retry_webhook_delivery to authenticated;
