-- What the desk does when a clock has run out, whatever it runs for. One transaction acts, writes the
-- event and posts the mail, so a step is never lost and never taken twice, however many processes run.

create function hub.act_on_deadline(deadline hub.deadlines) returns void
language plpgsql volatile set search_path = '' as $$
begin
	case
		when deadline.objection_id is not null then perform hub.act_on_objection_deadline(deadline);
		when deadline.proof_request_id is not null then perform hub.act_on_proof_deadline(deadline);
		when deadline.application_id is not null then perform hub.act_on_application_deadline(deadline);
		else perform hub.act_on_report_deadline(deadline);
	end case;
end $$;
comment on function hub.act_on_deadline is 'What happens when a clock has run out, by what it runs for.';

create function hub.run_deadline(deadline hub.deadlines, as_of timestamptz) returns text
language plpgsql volatile set search_path = '' as $$
begin
	update hub.deadlines set settled_at = now(), settled_as = 'run_out' where deadline_id = deadline.deadline_id;
	perform hub.act_on_deadline(deadline);
	return null;
exception when others then
	update hub.deadlines set failures = least(failures + 1, 100),
		retry_at = as_of + least(interval '1 minute' * 2 ^ least(failures, 11), interval '1 day')
	where deadline_id = deadline.deadline_id;
	return sqlstate;
end $$;
comment on function hub.run_deadline is
	'Acts on one clock that has run out. One that fails is undone alone and tried again later: then it tells the code of the error, else null.';

create function public.run_due_deadlines(as_of timestamptz default now(), most integer default 200) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	deadline hub.deadlines;
	code text;
	acted integer := 0;
	failed jsonb := '[]'::jsonb;
begin
	for deadline in
		select * from hub.deadlines where settled_at is null and coalesce(retry_at, due_at) <= as_of
		order by coalesce(retry_at, due_at), deadline_id limit most for update skip locked
	loop
		code := hub.run_deadline(deadline, as_of);
		if code is null then
			acted := acted + 1;
		else
			failed := failed || jsonb_build_object(
				'deadline_id', deadline.deadline_id, 'clock', deadline.clock, 'code', code);
		end if;
	end loop;
	return jsonb_build_object('acted', acted, 'failed', failed);
end $$;
comment on function public.run_due_deadlines is
	'Definer: the desk itself. Acts on clocks that have run out, the oldest first, and tells how many (acted) and which could not (failed: deadline_id, clock, code), to be tried again later. Another process at the same time takes others.';

revoke execute on function hub.act_on_deadline, hub.run_deadline, public.run_due_deadlines from public;
grant execute on function public.run_due_deadlines to service_role;
