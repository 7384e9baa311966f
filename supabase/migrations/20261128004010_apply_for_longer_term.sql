-- Applying for a longer customer term, and following the application by its link.

create function hub.cbt_questions() returns text[]
language sql immutable
return array['activity', 'necessity', 'interests', 'impact', 'safeguards', 'factors'];
comment on function hub.cbt_questions is
	'What a balance test has to tell: the calls it is about, why the term of the code is too short, whose interests weigh what, what it does to people, how they are protected, which facts the term rests on.';

create function hub.cbt_missing(application hub.cbt_applications) returns text[]
language sql immutable
return array(
	select question from unnest(hub.cbt_questions()) as question
	where length(btrim(coalesce((application).answers ->> question, ''))) < 40)
	|| case when (application).kvk_number is null then array['kvk_number'] else '{}' end;
comment on function hub.cbt_missing is
	'What an application lacks to be taken on, which must be reasoned and specific: an answer of a few words does not count.';

create function public.apply_for_longer_term(application jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	sent record;
	made hub.cbt_applications;
begin
	select * into sent from jsonb_to_record(application) as fields (
		client_key text, token_hash text, kind text, organisation_name text, on_behalf_of text, kvk_number text,
		relation text, asked_months smallint, answers jsonb, locale text, contact_encrypted text,
		mail_encrypted text, key_id text);
	perform pg_advisory_xact_lock(hashtextextended(sent.client_key, 0));
	select cbt_applications.* into made from hub.cbt_applications join hub.cbt_links using (application_id)
	where cbt_links.client_key = decode(sent.client_key, 'hex');
	if found then
		return jsonb_build_object('reference', made.reference, 'is_repeated', true);
	end if;
	insert into hub.cbt_applications (reference, kind, euros, organisation_name, on_behalf_of, kvk_number, relation,
		asked_months, answers, locale)
	select 'K-' || hub.new_reference((now() at time zone 'Europe/Amsterdam')::date), sent.kind, euros,
		sent.organisation_name, sent.on_behalf_of, sent.kvk_number, sent.relation, sent.asked_months,
		coalesce(sent.answers, '{}'), sent.locale
	from hub.cbt_fees where cbt_fees.kind = sent.kind
	returning * into made;
	insert into hub.cbt_links (application_id, client_key, token_hash)
	values (made.application_id, decode(sent.client_key, 'hex'), decode(sent.token_hash, 'hex'));
	insert into hub.cbt_applicants (application_id, contact_encrypted, mail_encrypted, key_id)
	values (made.application_id, decode(sent.contact_encrypted, 'hex'), decode(sent.mail_encrypted, 'hex'), sent.key_id);
	perform hub.move_application(made, 'submitted', 'submitted', 'applicant');
	perform hub.mail_applicant(made, 'submitted');
	return jsonb_build_object('reference', made.reference, 'is_repeated', false);
end $$;
comment on function public.apply_for_longer_term is
	'Definer: nobody else may write applications; granted to service_role alone. Takes an application, or gives the same receipt again for the same client_key. Keys, hashes and ciphertext in hexadecimal.';

create function hub.application_by_token(token_hash text) returns hub.cbt_applications
language plpgsql volatile set search_path = '' as $$
declare
	application hub.cbt_applications;
begin
	select cbt_applications.* into application from hub.cbt_applications join hub.cbt_links using (application_id)
	where cbt_links.token_hash = decode(application_by_token.token_hash, 'hex') for update of cbt_applications;
	if not found then
		raise exception using errcode = 'GH404', message = 'application_not_found';
	end if;
	return application;
end $$;
comment on function hub.application_by_token is 'The application behind a link, locked.';

create function hub.may_change_application(application hub.cbt_applications) returns boolean
language sql stable set search_path = ''
return (application).state in ('submitted', 'incomplete', 'awaiting_payment')
	or (application).state in ('paid', 'taken_on') and exists (
		select from hub.deadlines
		where deadlines.application_id = (application).application_id and clock = 'cbt_changes'
			and settled_at is null and due_at > now());
comment on function hub.may_change_application is 'Whether who applied may change it: until the term after payment has passed, and while additions are asked for.';

create function hub.tell_application(application hub.cbt_applications) returns jsonb
language sql stable set search_path = ''
return jsonb_build_object('reference', (application).reference, 'state', (application).state,
	'kind', (application).kind, 'euros', (application).euros, 'organisation_name', (application).organisation_name,
	'on_behalf_of', (application).on_behalf_of, 'kvk_number', (application).kvk_number,
	'relation', (application).relation, 'asked_months', (application).asked_months, 'answers', (application).answers,
	'additions_asked', (application).additions_asked, 'submitted_at', (application).submitted_at,
	'invoice_number', (application).invoice_number, 'paid_on', (application).paid_on,
	'taken_on_at', (application).taken_on_at, 'missing', to_jsonb(hub.cbt_missing(application)),
	'may_change', hub.may_change_application(application),
	'deadlines', (select coalesce(jsonb_agg(jsonb_build_object('clock', clock, 'due_at', due_at) order by due_at), '[]')
		from hub.deadlines where deadlines.application_id = (application).application_id and settled_at is null),
	'events', (select coalesce(jsonb_agg(jsonb_build_object('event', event, 'occurred_at', occurred_at,
			'actor_role', actor_role, 'reason', details ->> 'reason') order by event_id), '[]')
		from hub.cbt_events where cbt_events.application_id = (application).application_id),
	'advice', (select jsonb_build_object('outcome', outcome, 'term_months', term_months, 'valid_from', valid_from,
			'valid_until', valid_until, 'grounds', grounds, 'summary', summary, 'is_published', is_published,
			'advised_at', advised_at, 'ended_on', ended_on, 'end_reason', end_reason)
		from hub.cbt_advices where cbt_advices.application_id = (application).application_id));
comment on function hub.tell_application is 'All there is to know of an application but who filed it, as far as the caller may read.';

create function public.follow_application(token_hash text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select hub.tell_application(cbt_applications) from hub.cbt_applications join hub.cbt_links using (application_id)
	where cbt_links.token_hash = decode(follow_application.token_hash, 'hex')
);
comment on function public.follow_application is
	'Definer: the server alone, with the keyed hash of the secret in a link. The application behind it; null when there is none.';

create function public.change_application(token_hash text, changed jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	application hub.cbt_applications := hub.application_by_token(token_hash);
begin
	if not hub.may_change_application(application) then
		raise exception using errcode = 'GH024', message = 'application_cannot_change';
	end if;
	update hub.cbt_applications set
		on_behalf_of = changed ->> 'on_behalf_of', kvk_number = changed ->> 'kvk_number',
		relation = changed ->> 'relation', asked_months = (changed ->> 'asked_months')::smallint,
		answers = coalesce(changed -> 'answers', '{}')
	where application_id = application.application_id;
	perform hub.move_application(application,
		case when application.state <> 'incomplete' then application.state
			when application.taken_on_at is not null then 'taken_on'
			when application.paid_on is not null then 'paid'
			when application.invoice_number is not null then 'awaiting_payment' else 'submitted' end,
		case application.state when 'incomplete' then 'added' else 'changed' end, 'applicant');
end $$;
comment on function public.change_application is
	'Definer: the server alone, with the hash of a link. Changes an application or adds what was asked for; then it goes on where it was.';

create function public.withdraw_application(token_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	application hub.cbt_applications := hub.application_by_token(token_hash);
begin
	perform hub.move_application(application, 'withdrawn', 'withdrawn', 'applicant');
	perform hub.mail_applicant(application, 'withdrawn');
end $$;
comment on function public.withdraw_application is 'Definer: the server alone, with the hash of a link. Who applied takes the application back.';

revoke execute on function hub.cbt_questions, hub.cbt_missing, public.apply_for_longer_term,
	hub.application_by_token, hub.may_change_application, hub.tell_application, public.follow_application,
	public.change_application, public.withdraw_application from public;
grant execute on function hub.cbt_questions, hub.cbt_missing, hub.may_change_application, hub.tell_application
	to authenticated;
grant execute on function public.apply_for_longer_term, public.follow_application, public.change_application,
	public.withdraw_application to service_role;
