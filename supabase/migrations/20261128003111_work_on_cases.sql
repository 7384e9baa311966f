-- Working on a case: what it is about, notes, tasks, sharing and how far it is.

create function public.change_case(reference text, title text, practice text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	update hub.cases set title = btrim(change_case.title), practice = change_case.practice
	where case_id = owned.case_id;
	perform hub.add_case_event(owned.case_id, 'changed', owned.owner);
end $$;
comment on function public.change_case is
	'Definer: checks by itself that the case is the caller''s side''s. Another title, another practice.';

create function public.add_party_to_case(
	reference text, organisation_id text default null, first_number text default null, last_number text default null,
	signal_id bigint default null)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	if num_nonnulls(organisation_id, first_number, signal_id) <> 1 then
		raise exception using errcode = 'GH009', message = 'party_needed';
	end if;
	if organisation_id is not null then
		insert into hub.case_organisations (case_id, organisation_id)
		select owned.case_id, hub.surviving_organisation(known.organisation_id)
		from hub.organisations as known where known.organisation_id = add_party_to_case.organisation_id::uuid
		on conflict do nothing;
	elsif first_number is not null then
		if first_number > coalesce(last_number, first_number)
			or length(first_number) <> length(coalesce(last_number, first_number)) then
			raise exception using errcode = 'GH009', message = 'number_block_not_possible';
		end if;
		insert into hub.case_numbers (case_id, first_number, last_number)
		values (owned.case_id, add_party_to_case.first_number,
			coalesce(add_party_to_case.last_number, add_party_to_case.first_number))
		on conflict do nothing;
	else
		perform hub.put_signal_into_case(owned, add_party_to_case.signal_id);
	end if;
	perform hub.add_case_event(owned.case_id, case when signal_id is null then 'party_added' else 'signal_added' end, owned.owner);
end $$;
comment on function public.add_party_to_case is
	'Definer: checks by itself that the case is the caller''s side''s. One more organisation, block of numbers or signal.';

create function public.write_case_note(reference text, note text, is_shared boolean default false) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	noted hub.cases;
	writer text;
begin
	select * into noted from hub.cases where cases.reference = write_case_note.reference;
	-- In a case of one's own side, or in one the other side shared.
	select side into writer from hub.my_sides() as side
	where noted.case_id is not null and (side = noted.owner or noted.shared_at is not null)
	order by side = noted.owner desc limit 1;
	if writer is null then
		raise exception using errcode = 'GH404', message = 'case_not_found';
	elsif coalesce(btrim(note), '') = '' then
		raise exception using errcode = 'GH009', message = 'message_needed';
	end if;
	insert into hub.case_notes (case_id, side, is_shared, author_id, text)
	values (noted.case_id, writer, writer = 'committee' and coalesce(write_case_note.is_shared, false), auth.uid(), btrim(note));
end $$;
comment on function public.write_case_note is
	'Definer: checks by itself that the caller reads the case. A note of the caller''s side. Of the committee it may be for the regulator too; of the regulator it never leaves the regulator.';

create function public.add_case_task(reference text, title text, due_on date default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	insert into hub.case_tasks (case_id, side, title, due_on, made_by)
	values (owned.case_id, owned.owner, btrim(add_case_task.title), add_case_task.due_on, auth.uid());
end $$;
comment on function public.add_case_task is
	'Definer: checks by itself that the case is the caller''s side''s. Something that is still to be done.';

create function public.finish_case_task(reference text, task_id bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	update hub.case_tasks set done_at = now(), done_by = auth.uid()
	where case_tasks.task_id = finish_case_task.task_id and case_id = owned.case_id and done_at is null;
	if not found then
		raise exception using errcode = 'GH404', message = 'task_not_found';
	end if;
end $$;
comment on function public.finish_case_task is
	'Definer: checks by itself that the case is the caller''s side''s. A task was done.';

create function public.share_case(reference text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	if owned.shared_at is not null then
		return;
	end if;
	update hub.cases set shared_at = now(), shared_by = auth.uid() where case_id = owned.case_id;
	perform hub.add_case_event(owned.case_id, 'shared', owned.owner);
end $$;
comment on function public.share_case is
	'Definer: checks by itself that the case is the caller''s side''s. From now on the other side reads it; notes and tasks stay where they were written.';

create function public.move_case(reference text, state hub.case_state, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	owned hub.cases := hub.lock_case(reference);
begin
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	-- Hearing and decision have acts of their own.
	if not (state = 'follow_up' and owned.state = 'decided'
		or state = 'closed' and owned.state <> 'closed'
		or state = 'open' and owned.state in ('closed', 'decided', 'follow_up')) then
		raise exception using errcode = 'GH002', message = 'case_cannot_move', detail = format('%s to %s', owned.state, state);
	end if;
	update hub.cases set state = move_case.state where case_id = owned.case_id;
	perform hub.add_case_event(owned.case_id, 'moved', owned.owner,
		jsonb_build_object('from', owned.state, 'to', move_case.state), reason);
end $$;
comment on function public.move_case is
	'Definer: checks by itself that the case is the caller''s side''s. To follow-up after a decision, closed, or open again; with a reason.';

revoke execute on function public.change_case, public.add_party_to_case, public.write_case_note, public.add_case_task,
	public.finish_case_task, public.share_case, public.move_case from public;
grant execute on function public.change_case, public.add_party_to_case, public.write_case_note, public.add_case_task,
	public.finish_case_task, public.share_case, public.move_case to authenticated;
