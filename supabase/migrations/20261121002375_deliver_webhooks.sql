-- How what waits for webhooks goes out: claimed by one process, tried again later and later.

create function public.claim_webhook_deliveries(most integer, seconds integer, only_delivery uuid default null)
returns table (delivery_id uuid, url text, secret text, key_id text, event text, reference text,
	occurred_at timestamptz, attempts integer)
language sql volatile security definer set search_path = ''
begin atomic
	-- Materialized: chosen once. A subquery may run again for each row, and then take as many others.
	with due as materialized (
		select waiting.delivery_id
		from hub.webhook_deliveries as waiting join hub.webhooks using (webhook_id)
		where waiting.sent_at is null and waiting.given_up_at is null and waiting.send_after <= now()
			and (waiting.claimed_until is null or waiting.claimed_until <= now())
			and webhooks.disabled_at is null
			and (claim_webhook_deliveries.only_delivery is null
				or waiting.delivery_id = claim_webhook_deliveries.only_delivery)
		-- What came in one hour goes in no order, not in that of filing.
		order by waiting.send_after, waiting.delivery_id
		limit claim_webhook_deliveries.most for update of waiting skip locked),
	claimed as (
		update hub.webhook_deliveries
		set claimed_until = now() + claim_webhook_deliveries.seconds * interval '1 second',
			attempts = webhook_deliveries.attempts + 1, last_attempt_at = now()
		from due where webhook_deliveries.delivery_id = due.delivery_id
		returning webhook_deliveries.*)
	select claimed.delivery_id, webhooks.url, encode(webhooks.secret_encrypted, 'hex'), webhooks.key_id,
		claimed.event, reports.reference, claimed.occurred_at, claimed.attempts::integer
	from claimed join hub.webhooks using (webhook_id)
	left join hub.reports on reports.report_id = claimed.report_id
	order by claimed.occurred_at, claimed.delivery_id;
end;
comment on function public.claim_webhook_deliveries is
	'Definer: the desk itself. Messages whose time has come, for this process alone during so many seconds; a process that dies leaves them to the next.';

create function public.settle_webhook_delivery(delivery_id uuid, is_received boolean, answer text,
	is_gone boolean default false) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	-- Ten attempts in a little over three days.
	pauses constant interval[] := array['1 minute', '5 minutes', '30 minutes', '2 hours', '5 hours', '10 hours',
		'14 hours', '20 hours', '24 hours']::interval[];
	patience constant interval := interval '5 days';
	settled hub.webhook_deliveries;
	webhook hub.webhooks;
begin
	update hub.webhook_deliveries set claimed_until = null, last_answer = left(settle_webhook_delivery.answer, 100),
		sent_at = case when is_received then now() end,
		send_after = now() + coalesce(pauses[webhook_deliveries.attempts], '0'),
		given_up_at = case when not is_received and webhook_deliveries.attempts > cardinality(pauses) then now() end
	where webhook_deliveries.delivery_id = settle_webhook_delivery.delivery_id and sent_at is null
	returning * into settled;
	if settled.delivery_id is null then
		return;
	end if;
	if is_received then
		update hub.webhooks set failing_since = null
		where webhook_id = settled.webhook_id and failing_since is not null;
		return;
	end if;
	-- What else waits for an address that fails waits along, or it would hold up all others.
	update hub.webhook_deliveries set send_after = now() + pauses[1]
	where webhook_deliveries.webhook_id = settled.webhook_id and sent_at is null and given_up_at is null
		and claimed_until is null and send_after < now() + pauses[1];
	update hub.webhooks set failing_since = coalesce(failing_since, now())
	where webhook_id = settled.webhook_id and disabled_at is null
	returning * into webhook;
	if webhook.webhook_id is null or not (is_gone or webhook.failing_since <= now() - patience) then
		return;
	end if;
	update hub.webhooks set disabled_at = now(), disabled_because = case when is_gone then 'gone' else 'failing' end
	where webhook_id = webhook.webhook_id;
	perform hub.add_connection_event(webhook.organisation_id, 'webhook_disabled_by_desk', webhook.webhook_id,
		jsonb_build_object('host', hub.host_of(webhook.url)));
	perform hub.post_mail(format('webhook_disabled:%s:%s:%s', webhook.webhook_id, extract(epoch from now()), user_id),
		'webhook_disabled', 'nl', jsonb_build_object('host', hub.host_of(webhook.url), 'slug', organisations.slug,
			'answer', left(settle_webhook_delivery.answer, 100)), user_id => memberships.user_id)
	from hub.memberships join hub.organisations using (organisation_id)
	where memberships.organisation_id = webhook.organisation_id and memberships.level = 'owner';
end $$;
comment on function public.settle_webhook_delivery is
	'Definer: the desk itself. Received, or not: then later again, ten times in all. A webhook that has failed for five days, or is gone, is switched off and its owners are mailed.';

create function public.forget_webhook_deliveries() returns integer
language sql volatile security definer set search_path = ''
begin atomic
	with gone as (
		delete from hub.webhook_deliveries
		where occurred_at < now() - interval '30 days' and coalesce(sent_at, given_up_at, occurred_at) < now() - interval '30 days'
		returning 1)
	select count(*)::integer from gone;
end;
comment on function public.forget_webhook_deliveries is
	'Definer: the desk itself. Removes messages of more than thirty days ago, and tells how many.';

revoke execute on function public.claim_webhook_deliveries, public.settle_webhook_delivery,
	public.forget_webhook_deliveries from public;
grant execute on function public.claim_webhook_deliveries, public.settle_webhook_delivery,
	public.forget_webhook_deliveries to service_role;
