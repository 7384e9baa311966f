-- Hearing an organisation through the portal, and deciding.

create function public.ask_hearing(reference text, organisation_id text, subject text, question text, due_on date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
	asked hub.case_hearings;
begin
	-- The regulator has its own ways of asking, and its own powers; it writes to nobody here.
	if owned.owner <> 'committee' then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif owned.state not in ('open', 'hearing') then
		raise exception using errcode = 'GH002', message = 'case_cannot_move', detail = owned.state::text;
	elsif due_on is null or due_on <= (now() at time zone 'Europe/Amsterdam')::date then
		raise exception using errcode = 'GH009', message = 'day_not_possible';
	elsif not exists (
		select from hub.case_organisations as parties
		where parties.case_id = owned.case_id and parties.organisation_id = ask_hearing.organisation_id::uuid) then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	end if;
	insert into hub.case_hearings (case_id, organisation_id, reference, subject, question, due_on, asked_by)
	values (owned.case_id, ask_hearing.organisation_id::uuid,
		owned.reference || '-' || (select count(*) + 1 from hub.case_hearings where case_id = owned.case_id),
		btrim(ask_hearing.subject), btrim(ask_hearing.question), ask_hearing.due_on, auth.uid())
	returning * into asked;
	update hub.cases set state = 'hearing' where case_id = owned.case_id;
	perform hub.add_case_event(owned.case_id, 'hearing_asked', owned.owner,
		jsonb_build_object('organisation_id', asked.organisation_id, 'hearing', asked.reference));
	perform hub.mail_members_of(asked.organisation_id, 'hearing_asked', 'hearing_asked:' || asked.hearing_id,
		jsonb_build_object('reference', asked.reference, 'due_on', asked.due_on), 'handler');
end $$;
comment on function public.ask_hearing is
	'Definer: checks by itself that the case is the committee''s and the caller''s. Puts a question to an organisation of the case; its owners and handlers are mailed that there is one.';

create function public.answer_hearing(organisation_id text, reference text, answer text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked hub.case_hearings;
begin
	select * into asked from hub.case_hearings
	where case_hearings.reference = answer_hearing.reference
		and case_hearings.organisation_id = answer_hearing.organisation_id::uuid
		and case_hearings.organisation_id in (select hub.my_organisations())
	for update;
	if asked.hearing_id is null then
		raise exception using errcode = 'GH404', message = 'hearing_not_found';
	elsif asked.organisation_id not in (select hub.my_organisations('handler')) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif asked.answered_at is not null then
		raise exception using errcode = 'GH002', message = 'hearing_answered';
	elsif coalesce(btrim(answer), '') = '' then
		raise exception using errcode = 'GH009', message = 'answer_needed';
	end if;
	update hub.case_hearings set answer = btrim(answer_hearing.answer), answered_at = now(), answered_by = auth.uid()
	where hearing_id = asked.hearing_id;
	perform hub.add_case_event(asked.case_id, 'hearing_answered', 'organisation',
		jsonb_build_object('organisation_id', asked.organisation_id, 'hearing', asked.reference));
end $$;
comment on function public.answer_hearing is
	'Definer: checks by itself that the caller may answer for the organisation that was asked. Once; the server masks personal data before.';

create function public.decide_case(
	reference text, decision text, reasons text, statement text default null, is_published boolean default false)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	if owned.state = 'closed' then
		raise exception using errcode = 'GH002', message = 'case_cannot_move', detail = owned.state::text;
	elsif coalesce(btrim(reasons), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	elsif owned.owner = 'committee' and decision = 'own_action'
		or owned.owner = 'regulator' and decision not in ('none', 'own_action') then
		raise exception using errcode = 'GH009', message = 'decision_of_another_side';
	elsif owned.owner = 'regulator' and (statement is not null or is_published) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif is_published and coalesce(btrim(statement), '') = '' then
		raise exception using errcode = 'GH009', message = 'statement_needed';
	-- Nobody is named in public, or warned, without having been asked.
	elsif decision in ('warning', 'advice') or is_published then
		if exists (
			select from hub.case_organisations as parties
			where parties.case_id = owned.case_id and not exists (
				select from hub.case_hearings as heard
				where heard.case_id = owned.case_id and heard.organisation_id = parties.organisation_id
					and (heard.answered_at is not null
						or heard.due_on < (now() at time zone 'Europe/Amsterdam')::date)))
		then
			raise exception using errcode = 'GH009', message = 'not_yet_heard';
		end if;
	end if;
	insert into hub.case_decisions (case_id, decision, reasons, statement, is_published, decided_by)
	values (owned.case_id, decide_case.decision, btrim(decide_case.reasons),
		nullif(btrim(decide_case.statement), ''), coalesce(decide_case.is_published, false), auth.uid());
	update hub.cases set state = 'decided' where case_id = owned.case_id;
	perform hub.add_case_event(owned.case_id, 'decided', owned.owner, jsonb_build_object('decision', decide_case.decision));
	if owned.owner = 'committee' and nullif(btrim(decide_case.statement), '') is not null then
		perform hub.mail_members_of(parties.organisation_id, 'case_decided',
				'case_decided:' || owned.case_id || ':' || currval('hub.case_decisions_decision_id_seq'),
				jsonb_build_object('reference', owned.reference), 'handler')
		from hub.case_organisations as parties where parties.case_id = owned.case_id;
	end if;
end $$;
comment on function public.decide_case is
	'Definer: checks by itself that the case is the caller''s side''s. Advice, warning and publication only once every organisation of the case answered, or had its time to.';

revoke execute on function public.ask_hearing, public.answer_hearing, public.decide_case from public;
grant execute on function public.ask_hearing, public.answer_hearing, public.decide_case to authenticated;
