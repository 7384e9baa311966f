-- By when an organisation is to answer stands with the report, so that its inbox can be read in that order.

create function hub.keep_answer_term() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.delivered_at is null then
		new.answer_due_at := null;
	elsif tg_op = 'INSERT' or new.delivered_at is distinct from old.delivered_at then
		new.answer_due_at := hub.due_at('organisation_answer', new.delivered_at);
	elsif new.state = 'reopened' and old.state <> 'reopened' then
		new.answer_due_at := hub.due_at('organisation_answer', now());
	end if;
	return new;
end $$;
comment on function hub.keep_answer_term is
	'Definer: whoever moves a report, its term follows, the same as the clock in hub.deadlines.';
create trigger reports_keep_their_term
	before insert or update of state, delivered_at on hub.reports
	for each row execute function hub.keep_answer_term();
revoke execute on function hub.keep_answer_term from public;
