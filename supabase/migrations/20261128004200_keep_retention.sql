-- Every report ends some day: also one that nobody answered, or whose organisation was never found,
-- does not keep its reporter's address for good. And what is due to be erased, counted and erased.

create function hub.run_erasure_clocks() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.state in ('expired', 'unattributed') then
		perform hub.set_report_deadline(new.report_id, clock,
			case new.state when 'unattributed' then new.filed_at else now() end)
		from (values ('contact_data_erased', new.reporter_key is not null), ('narrative_erased', new.narrative is not null))
			as erasure (clock, has_something)
		-- An import without words has nothing to erase.
		where has_something;
	elsif tg_op = 'UPDATE' and old.state in ('expired', 'unattributed') and new.state not in ('closed', 'withdrawn', 'anonymised') then
		perform hub.settle_report_deadlines(new.report_id, array['contact_data_erased', 'narrative_erased'], 'dropped');
	end if;
	return null;
end $$;
comment on function hub.run_erasure_clocks is
	'Definer: whoever moves a report, its clocks follow. For a report that waits without an organisation the clocks of erasure run from its filing; for one that was not answered, from then on.';
create trigger reports_run_their_erasure_clocks
	after insert or update of state on hub.reports
	for each row execute function hub.run_erasure_clocks();

create function public.retention_due(as_of timestamptz) returns jsonb
language sql stable security definer set search_path = ''
return (
	select coalesce(jsonb_object_agg(kind, amount), '{}')
	from (
		select clock || ' ' || case when report_id is not null then 'reports' when objection_id is not null then 'objections'
			when proof_request_id is not null then 'proof_requests' else 'applications' end as kind, count(*) as amount
		from hub.deadlines
		where settled_at is null and clock in ('contact_data_erased', 'narrative_erased')
			and coalesce(retry_at, due_at) <= as_of
		group by 1) as due
);
comment on function public.retention_due is
	'Definer: the desk itself. How much is due to be erased, by clock and by what it runs for.';

create function public.run_retention(as_of timestamptz, most integer default 200) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	deadline hub.deadlines;
	erased integer := 0;
	failed integer := 0;
begin
	for deadline in
		select * from hub.deadlines
		where settled_at is null and clock in ('contact_data_erased', 'narrative_erased')
			and coalesce(retry_at, due_at) <= as_of
		order by coalesce(retry_at, due_at), deadline_id limit most for update skip locked
	loop
		if hub.run_deadline(deadline, as_of) is null then
			erased := erased + 1;
		else
			failed := failed + 1;
		end if;
	end loop;
	return jsonb_build_object('erased', erased, 'failed', failed);
end $$;
comment on function public.run_retention is 'Definer: the desk itself. Erases what is due, the oldest first, and tells how many were and could not be.';

revoke execute on function hub.run_erasure_clocks, public.retention_due, public.run_retention from public;
grant execute on function public.retention_due, public.run_retention to service_role;
