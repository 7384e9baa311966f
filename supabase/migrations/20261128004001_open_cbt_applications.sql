-- Who reads applications for a longer customer term, and the clocks that run for them.

alter table hub.cbt_fees enable row level security;
alter table hub.cbt_moves enable row level security;
alter table hub.cbt_applications enable row level security;
alter table hub.cbt_links enable row level security;
alter table hub.cbt_applicants enable row level security;
alter table hub.cbt_advices enable row level security;
alter table hub.cbt_advice_organisations enable row level security;
alter table hub.cbt_events enable row level security;

create policy "everyone reads what an application costs" on hub.cbt_fees
	for select to anon, authenticated using (true);
create policy "the secretariat reads applications" on hub.cbt_applications
	for select to authenticated using ((select hub.has_role('committee', 'administrator')));
create policy "the regulator reads applications that were advised on" on hub.cbt_applications
	for select to authenticated using (state = 'advised' and (select hub.has_role('regulator')));
create policy "the secretariat reads who applies" on hub.cbt_applicants
	for select to authenticated using ((select hub.has_role('committee', 'administrator')));
create policy "the secretariat and the regulator read advice" on hub.cbt_advices
	for select to authenticated using ((select hub.has_role('committee', 'administrator', 'regulator')));
create policy "the secretariat and the regulator read for whom advice is" on hub.cbt_advice_organisations
	for select to authenticated using ((select hub.has_role('committee', 'administrator', 'regulator')));
create policy "the secretariat reads what happened to an application" on hub.cbt_events
	for select to authenticated using ((select hub.has_role('committee', 'administrator')));
grant select on hub.cbt_fees to anon, authenticated, service_role;
grant select (application_id, contact_encrypted, key_id) on hub.cbt_applicants to authenticated;
grant select on hub.cbt_applications, hub.cbt_advices, hub.cbt_advice_organisations, hub.cbt_events to authenticated;
grant select on hub.cbt_moves, hub.cbt_applications, hub.cbt_links, hub.cbt_applicants, hub.cbt_advices,
	hub.cbt_advice_organisations, hub.cbt_events to service_role;

alter table hub.deadlines add foreign key (application_id) references hub.cbt_applications on delete cascade;
create policy "who reads an application reads its deadlines" on hub.deadlines for select to authenticated
	using (exists (select from hub.cbt_applications where cbt_applications.application_id = deadlines.application_id));

create function hub.set_application_deadline(application_id bigint, clock text, starts_at timestamptz) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.deadlines (clock, application_id, due_at)
	values (set_application_deadline.clock, set_application_deadline.application_id,
		hub.due_at(set_application_deadline.clock, set_application_deadline.starts_at))
	on conflict (application_id, clock) where settled_at is null
		do update set due_at = excluded.due_at, set_at = now(), retry_at = null, failures = 0;
end;
comment on function hub.set_application_deadline is 'Starts a clock for an application, or starts it anew.';

create function hub.settle_application_deadlines(application_id bigint, clocks text[], settled_as text) returns void
language sql volatile set search_path = ''
begin atomic
	update hub.deadlines set settled_at = now(), settled_as = settle_application_deadlines.settled_as
	where deadlines.application_id = settle_application_deadlines.application_id and deadlines.settled_at is null
		and deadlines.clock = any (settle_application_deadlines.clocks);
end;
comment on function hub.settle_application_deadlines is 'Stops clocks of an application that still run.';

create function hub.mail_applicant(application hub.cbt_applications, step text, parameters jsonb default '{}') returns void
language sql volatile set search_path = ''
begin atomic
	select hub.post_mail('cbt:' || application.application_id || ':' || step || ':' || (
			select count(*) from hub.cbt_events where cbt_events.application_id = application.application_id),
		'cbt_step', application.locale,
		mail_applicant.parameters || jsonb_build_object('step', mail_applicant.step,
			'reference', application.reference, 'organisation', application.organisation_name),
		sealed => encode(mail_encrypted, 'hex'), key_id => cbt_applicants.key_id)
	from hub.cbt_applicants where cbt_applicants.application_id = application.application_id;
end;
comment on function hub.mail_applicant is 'Mails who applied what happened, once for each event; nobody once the address was erased.';

create function hub.move_application(application hub.cbt_applications, to_state text, event text, actor_role text,
	details jsonb default '{}') returns void
language plpgsql volatile set search_path = '' as $$
begin
	if to_state <> application.state and not exists (
		select from hub.cbt_moves
		where cbt_moves.from_state = application.state and cbt_moves.to_state = move_application.to_state)
	then
		raise exception using errcode = 'GH024', message = 'application_cannot_move', detail = application.state;
	end if;
	update hub.cbt_applications set state = move_application.to_state,
		additions_asked = case when move_application.to_state = 'incomplete' then additions_asked end,
		closed_at = case when move_application.to_state in ('advised', 'declined', 'withdrawn')
			then coalesce(closed_at, now()) end
	where application_id = application.application_id;
	insert into hub.cbt_events (application_id, event, from_state, to_state, actor_role, details)
	values (application.application_id, move_application.event, application.state, move_application.to_state,
		move_application.actor_role, move_application.details);
	if to_state <> 'incomplete' then
		perform hub.settle_application_deadlines(application.application_id, array['cbt_additions'], 'kept');
	end if;
	if to_state in ('advised', 'declined', 'withdrawn') and to_state <> application.state then
		perform hub.settle_application_deadlines(application.application_id,
			array['cbt_changes', 'cbt_advice', 'cbt_advice_target'],
			case to_state when 'advised' then 'kept' else 'dropped' end);
		perform hub.set_application_deadline(application.application_id, 'contact_data_erased', now());
	end if;
end $$;
comment on function hub.move_application is 'Moves an application and writes the event in the same go; its clocks follow.';

revoke execute on function hub.set_application_deadline, hub.settle_application_deadlines, hub.mail_applicant,
	hub.move_application from public;
