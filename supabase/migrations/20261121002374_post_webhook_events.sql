-- Whatever act happens to a report, its organisation's webhooks are told in the same transaction.

create function hub.post_webhook_event(report hub.reports, event text, event_key text, occurred_at timestamptz)
returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.webhook_deliveries (webhook_id, event_key, event, report_id, occurred_at, send_after)
	select webhook_id, post_webhook_event.event_key, post_webhook_event.event, (report).report_id, told_at, told_at
	from greatest(hub.told_at(post_webhook_event.occurred_at), (report).shown_from) as told_at, hub.webhooks
	where webhooks.organisation_id = (report).organisation_id and disabled_at is null
		and webhooks.events @> array[post_webhook_event.event]
	on conflict (webhook_id, event_key) do nothing;
end;
comment on function hub.post_webhook_event is 'A message for every webhook of the organisation of a report that wants to know of this, at the end of the hour in which it happened.';

create function hub.tell_webhooks_of_delivery() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	-- What left before its hour was over was never there.
	if tg_op = 'UPDATE' and old.shown_from > now()
		and (old.organisation_id is distinct from new.organisation_id or new.state in ('withdrawn', 'anonymised'))
	then
		delete from hub.webhook_deliveries where webhook_deliveries.report_id = new.report_id and sent_at is null;
	end if;
	-- An import is history, as for the clocks.
	if new.state = 'open' and new.delivered_at is not null and new.origin <> 'import'
		and (tg_op = 'INSERT' or old.organisation_id is distinct from new.organisation_id
			or old.state in ('held', 'unattributed', 'contested', 'redirected'))
	then
		perform hub.post_webhook_event(new, 'report.new',
			format('new:%s:%s', new.report_id, extract(epoch from new.delivered_at)), new.delivered_at);
	end if;
	return null;
end $$;
comment on function hub.tell_webhooks_of_delivery is
	'Definer: whoever brings a report to an organisation, its webhooks hear of it, unless it is taken away before it is shown.';
create trigger reports_tell_webhooks
	after insert or update of state, delivered_at, organisation_id on hub.reports
	for each row execute function hub.tell_webhooks_of_delivery();

create function hub.tell_webhooks_of_event() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	report hub.reports;
begin
	select * into report from hub.reports where report_id = new.report_id;
	if report.organisation_id is null or report.state in ('received', 'held')
		or (new.event = 'message_sent' and (new.actor_role <> 'reporter' or new.details ->> 'with' <> 'organisation'))
	then
		return null;
	end if;
	perform hub.post_webhook_event(report,
		case new.event
			when 'message_sent' then 'report.message'
			when 'organisation_reminded' then 'report.deadline_near'
			when 'expired' then 'report.deadline_passed'
			else 'report.verdict' end,
		'event:' || new.event_id, new.occurred_at);
	return null;
end $$;
comment on function hub.tell_webhooks_of_event is
	'Definer: whoever acts on a report, the webhooks of its organisation hear of a message, a verdict and a deadline.';
create trigger report_events_tell_webhooks
	after insert on hub.report_events
	for each row when (new.event in ('message_sent', 'verdict_given', 'reopened', 'contest_upheld', 'contest_rejected',
		'organisation_reminded', 'expired'))
	execute function hub.tell_webhooks_of_event();

revoke execute on function hub.post_webhook_event, hub.tell_webhooks_of_delivery, hub.tell_webhooks_of_event from public;
