-- Mail that is to go out, written in the transaction of the act it tells about: no act without its
-- mail, no mail without its act.

create table hub.outbox (
	mail_id bigint generated always as identity primary key,
	event_key text not null unique check (length(event_key) between 3 and 200),
	template text not null check (template ~ '^[a-z][a-z_]*$'),
	parameters jsonb not null default '{}' check (jsonb_typeof(parameters) = 'object'),
	locale text not null check (locale in ('nl', 'en')),
	report_id bigint references hub.reports on delete cascade,
	user_id uuid references auth.users on delete cascade,
	organisation_id uuid references hub.organisations on delete cascade,
	sealed bytea,
	key_id text,
	created_at timestamptz not null default now(),
	send_after timestamptz not null default now(),
	attempts smallint not null default 0,
	claimed_until timestamptz,
	sent_at timestamptz,
	given_up_at timestamptz,
	failure text check (length(failure) <= 300),
	check ((sealed is null) = (key_id is null)),
	check (sent_at is not null or given_up_at is not null
		or report_id is not null or user_id is not null or organisation_id is not null or sealed is not null)
);
create index outbox_waiting_idx on hub.outbox (send_after) where sent_at is null and given_up_at is null;
create index outbox_given_up_idx on hub.outbox (mail_id) where given_up_at is not null;
create index outbox_report_id_idx on hub.outbox (report_id);
create index outbox_user_id_idx on hub.outbox (user_id);
create index outbox_organisation_id_idx on hub.outbox (organisation_id);
comment on table hub.outbox is
	'Mail to send, once for each event. Goes to the address that is sealed in it, else to the person who signed in, else to the organisation, else to the reporter.';
comment on column hub.outbox.event_key is 'What happened, so that no event is mailed twice: expired:1234.';
comment on column hub.outbox.parameters is 'What the template tells; nothing secret and nobody''s name or address. Emptied when sent.';
comment on column hub.outbox.sealed is
	'Encrypted JSON (AES-256-GCM: nonce, tag, text): the address (to) and what only its reader may know, such as a code. Removed when sent.';
comment on column hub.outbox.claimed_until is 'A process is sending it and has until then.';
comment on column hub.outbox.given_up_at is 'It failed too often, or there is nobody left to send it to: administrators see it.';
comment on column hub.outbox.failure is 'The last answer of the mail server, without addresses.';

alter table hub.outbox enable row level security;
create policy "administrators read what was given up" on hub.outbox
	for select to authenticated using (given_up_at is not null and (select hub.has_role('administrator')));
grant select (mail_id, event_key, template, locale, created_at, attempts, given_up_at, failure)
	on hub.outbox to authenticated;
grant select on hub.outbox to service_role;

create view public.undelivered_mail with (security_invoker = true) as
	select mail_id, event_key, template, locale, created_at, attempts, given_up_at, failure
	from hub.outbox where given_up_at is not null;
comment on view public.undelivered_mail is 'Mail that was given up, for administrators.';
grant select on public.undelivered_mail to authenticated;

create function hub.post_mail(event_key text, template text, locale text, parameters jsonb default '{}',
	report_id bigint default null, user_id uuid default null, sealed text default null, key_id text default null,
	send_after timestamptz default null, organisation_id uuid default null) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.outbox (event_key, template, locale, parameters, report_id, user_id, organisation_id,
		sealed, key_id, send_after)
	values (post_mail.event_key, post_mail.template, post_mail.locale, post_mail.parameters,
		post_mail.report_id, post_mail.user_id, post_mail.organisation_id,
		decode(post_mail.sealed, 'hex'), post_mail.key_id, coalesce(post_mail.send_after, now()))
	on conflict on constraint outbox_event_key_key do nothing;
end;
comment on function hub.post_mail is
	'Puts a mail in the outbox, for the functions that do the act. An event that is there already is left alone.';

create function public.post_mail(event_key text, template text, locale text, sealed text, key_id text,
	parameters jsonb default '{}') returns void
language sql volatile security definer set search_path = ''
begin atomic
	select hub.post_mail(post_mail.event_key, post_mail.template, post_mail.locale, post_mail.parameters,
		sealed => post_mail.sealed, key_id => post_mail.key_id);
end;
comment on function public.post_mail is
	'Definer: the desk itself, for mail that belongs to no act in this database, such as a code to sign in.';

create function public.claim_mail(most integer, seconds integer)
returns table (mail_id bigint, event_key text, template text, locale text, parameters jsonb,
	sealed text, key_id text, recipient text, reporter_encrypted text, reporter_key_id text)
language sql volatile security definer set search_path = ''
begin atomic
	-- Materialized: chosen once. A subquery may run again for each row, and then take as many others.
	with due as materialized (
		select waiting.mail_id from hub.outbox as waiting
		where waiting.sent_at is null and waiting.given_up_at is null and waiting.send_after <= now()
			and (waiting.claimed_until is null or waiting.claimed_until <= now())
		order by waiting.send_after, waiting.mail_id limit claim_mail.most for update skip locked),
	claimed as (
		update hub.outbox
		set claimed_until = now() + claim_mail.seconds * interval '1 second', attempts = outbox.attempts + 1
		from due where outbox.mail_id = due.mail_id
		returning outbox.*)
	select claimed.mail_id, claimed.event_key, claimed.template, claimed.locale, claimed.parameters,
		encode(claimed.sealed, 'hex'), claimed.key_id,
		coalesce(users.email, organisations.contact_email, organisations.objection_email),
		encode(reporters.email_encrypted, 'hex'), reporters.key_id
	from claimed
	left join auth.users as users on users.id = claimed.user_id
	left join hub.organisations as organisations on organisations.organisation_id = claimed.organisation_id
	left join hub.report_reporters as reporters on reporters.report_id = claimed.report_id
	order by claimed.mail_id;
end;
comment on function public.claim_mail is
	'Definer: the desk itself. Mail whose time has come, for this process alone during so many seconds; a process that dies leaves it to the next.';

create function public.settle_mail(mail_id bigint, failure text default null, is_final boolean default false)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	most_attempts constant integer := 8;
begin
	if failure is null then
		update hub.outbox set sent_at = now(), claimed_until = null, failure = null, sealed = null,
			key_id = null, parameters = '{}'
		where outbox.mail_id = settle_mail.mail_id;
	else
		update hub.outbox set claimed_until = null, failure = left(settle_mail.failure, 300),
			-- 1 minute, 4, 16, … up to a day and a half in all.
			send_after = now() + least(interval '1 minute' * 4 ^ (attempts - 1), interval '12 hours'),
			given_up_at = case when is_final or attempts >= most_attempts then now() end
		where outbox.mail_id = settle_mail.mail_id and sent_at is null;
	end if;
end $$;
comment on function public.settle_mail is
	'Definer: the desk itself. Sent, or failed: then later again, 8 times in all, unless it is final.';

create function public.retry_mail(mail_id bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not hub.has_role('administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	update hub.outbox set given_up_at = null, attempts = 0, send_after = now()
	where outbox.mail_id = retry_mail.mail_id and given_up_at is not null;
	if not found then
		raise exception using errcode = 'GH404', message = 'mail_not_found';
	end if;
end $$;
comment on function public.retry_mail is 'Definer: checks the role itself. An administrator has a mail that was given up sent after all.';

revoke execute on function hub.post_mail, public.post_mail, public.claim_mail, public.settle_mail,
	public.retry_mail from public;
grant execute on function public.post_mail, public.claim_mail, public.settle_mail to service_role;
grant execute on function public.retry_mail to authenticated;
