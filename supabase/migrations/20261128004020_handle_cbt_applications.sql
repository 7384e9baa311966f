-- What the secretariat of the CBT does with an application, and the public list of advice.

create function hub.application_to_handle(reference text) returns hub.cbt_applications
language plpgsql volatile set search_path = '' as $$
declare
	application hub.cbt_applications;
begin
	if not hub.has_role('committee', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	select * into application from hub.cbt_applications
	where cbt_applications.reference = application_to_handle.reference for update;
	if not found then
		raise exception using errcode = 'GH404', message = 'application_not_found';
	end if;
	return application;
end $$;
comment on function hub.application_to_handle is 'The application of this reference, locked, for the secretariat alone.';

create function public.handle_application(reference text, act text, details jsonb default '{}') returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	application hub.cbt_applications := hub.application_to_handle(reference);
	me constant text := hub.acting_role();
	reason constant text := nullif(btrim(coalesce(details ->> 'reason', '')), '');
	paid constant date := (details ->> 'paid_on')::date;
	paid_at constant timestamptz := paid::timestamp at time zone 'Europe/Amsterdam';
begin
	if act in ('ask', 'decline') and reason is null then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	case act
		when 'invoice' then
			perform hub.move_application(application, 'awaiting_payment', 'invoiced', me);
			update hub.cbt_applications set invoice_number = btrim(details ->> 'invoice_number')
			where application_id = application.application_id;
			perform hub.mail_applicant(application, 'invoiced',
				jsonb_build_object('invoice_number', btrim(details ->> 'invoice_number'), 'euros', application.euros));
		when 'ask' then
			perform hub.move_application(application, 'incomplete', 'additions_asked', me,
				jsonb_build_object('reason', reason));
			update hub.cbt_applications set additions_asked = reason where application_id = application.application_id;
			perform hub.set_application_deadline(application.application_id, 'cbt_additions', now());
			perform hub.mail_applicant(application, 'additions_asked',
				jsonb_build_object('due_at', hub.due_at('cbt_additions', now())));
		when 'payment' then
			if paid > (now() at time zone 'Europe/Amsterdam')::date or application.invoice_number is null
				or application.paid_on is not null then
				raise exception using errcode = 'GH024', message = 'application_cannot_move', detail = application.state;
			end if;
			-- While additions are awaited it stays incomplete; the payment counts all the same.
			perform hub.move_application(application,
				case application.state when 'incomplete' then 'incomplete' else 'paid' end, 'paid', me);
			update hub.cbt_applications set paid_on = paid where application_id = application.application_id;
			perform hub.set_application_deadline(application.application_id, clock, paid_at)
			from unnest(array['cbt_changes', 'cbt_advice_target']) as clock;
			perform hub.mail_applicant(application, 'paid',
				jsonb_build_object('due_at', hub.due_at('cbt_changes', paid_at)));
		when 'take_on' then
			if hub.cbt_missing(application) <> '{}' then
				raise exception using errcode = 'GH025', message = 'application_incomplete';
			end if;
			if application.state <> 'paid' then
				raise exception using errcode = 'GH024', message = 'application_cannot_move', detail = application.state;
			end if;
			perform hub.move_application(application, 'taken_on', 'taken_on', me);
			update hub.cbt_applications set taken_on_at = now() where application_id = application.application_id;
			perform hub.set_application_deadline(application.application_id, 'cbt_advice', now());
			perform hub.mail_applicant(application, 'taken_on', jsonb_build_object('due_at', hub.due_at('cbt_advice', now())));
		when 'decline' then
			perform hub.move_application(application, 'declined', 'declined', me, jsonb_build_object('reason', reason));
			perform hub.mail_applicant(application, 'declined');
		else raise exception using errcode = 'GH024', message = 'application_cannot_move', detail = act;
	end case;
end $$;
comment on function public.handle_application is
	'Definer: checks the role itself. The secretariat sends the invoice, asks for additions, records the payment, takes an application on, or declines to.';

create function public.advise_on_application(reference text, advice jsonb, organisation_ids uuid[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	application hub.cbt_applications := hub.application_to_handle(reference);
	is_granted constant boolean := advice ->> 'outcome' = 'granted';
begin
	if is_granted and cardinality(organisation_ids) = 0 then
		raise exception using errcode = 'GH025', message = 'advice_without_organisation';
	end if;
	perform hub.move_application(application, 'advised', 'advised', hub.acting_role(),
		jsonb_build_object('outcome', advice ->> 'outcome'));
	insert into hub.cbt_advices (application_id, outcome, term_months, valid_from, valid_until, grounds, summary,
		is_published, advised_by)
	values (application.application_id, advice ->> 'outcome',
		case when is_granted then (advice ->> 'term_months')::smallint end,
		case when is_granted then (advice ->> 'valid_from')::date end,
		case when is_granted then (advice ->> 'valid_until')::date end,
		advice ->> 'grounds', advice ->> 'summary', (advice ->> 'is_published')::boolean, auth.uid());
	insert into hub.cbt_advice_organisations (application_id, organisation_id)
	select application.application_id, chosen.organisation_id
	from hub.organisations as chosen where is_granted and chosen.organisation_id = any (organisation_ids);
	perform hub.mail_applicant(application, 'advised');
end $$;
comment on function public.advise_on_application is
	'Definer: checks the role itself. The advice on an application that was taken on; granted, it holds for these organisations of the register.';

create function public.end_advice(reference text, ended_on date, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	application hub.cbt_applications := hub.application_to_handle(reference);
begin
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	update hub.cbt_advices set ended_on = end_advice.ended_on, end_reason = btrim(reason)
	where application_id = application.application_id and outcome = 'granted' and cbt_advices.ended_on is null;
	if not found then
		raise exception using errcode = 'GH024', message = 'application_cannot_move', detail = application.state;
	end if;
	perform hub.move_application(application, application.state, 'advice_ended', hub.acting_role(),
		jsonb_build_object('reason', btrim(reason)));
	perform hub.mail_applicant(application, 'advice_ended', jsonb_build_object('ended_on', end_advice.ended_on));
end $$;
comment on function public.end_advice is
	'Definer: checks the role itself. From this day the advice no longer holds, because a fact it rests on changed.';

create function public.list_applications() returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(hub.tell_application(cbt_applications) - 'answers' order by application_id desc), '[]')
	from hub.cbt_applications
);
comment on function public.list_applications is 'Applications, newest first, as far as the caller may read.';

create function public.open_application(reference text) returns jsonb
language sql stable set search_path = ''
return (
	select hub.tell_application(cbt_applications) || jsonb_build_object(
		'contact_encrypted', encode(contact_encrypted, 'hex'), 'key_id', cbt_applicants.key_id,
		'organisations', (
			select coalesce(jsonb_agg(organisations.name order by organisations.name), '[]')
			from hub.cbt_advice_organisations join hub.organisations using (organisation_id)
			where cbt_advice_organisations.application_id = cbt_applications.application_id))
	from hub.cbt_applications left join hub.cbt_applicants using (application_id)
	where cbt_applications.reference = open_application.reference
);
comment on function public.open_application is 'One application with who filed it, as far as the caller may read; null when there is none.';

create function public.advice_register() returns jsonb
language sql stable security definer set search_path = ''
return jsonb_build_object(
	'fees', (select jsonb_object_agg(kind, euros) from hub.cbt_fees),
	'advices', (
		select coalesce(jsonb_agg(jsonb_build_object('organisation_name', organisation_name, 'relation', relation,
			'outcome', outcome, 'term_months', term_months, 'valid_from', valid_from, 'valid_until', valid_until,
			'ended_on', ended_on, 'summary', summary, 'advised_on', (advised_at at time zone 'Europe/Amsterdam')::date)
			order by advised_at desc), '[]')
		from hub.cbt_advices join hub.cbt_applications using (application_id) where is_published));
comment on function public.advice_register is
	'Definer: advice that was published is for everybody, the tables are not. What an application costs, and the published advice.';

revoke execute on function hub.application_to_handle, public.handle_application, public.advise_on_application,
	public.end_advice, public.list_applications, public.open_application, public.advice_register from public;
grant execute on function public.handle_application, public.advise_on_application, public.end_advice,
	public.list_applications, public.open_application to authenticated;
grant execute on function public.advice_register to anon, authenticated, service_role;
