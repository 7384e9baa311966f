-- Everything that ever happens to a report, in order, for good.

create table hub.report_events (
	event_id bigint generated always as identity primary key,
	report_id bigint not null references hub.reports,
	event text not null check (event ~ '^[a-z_]+$'),
	from_state hub.report_state,
	to_state hub.report_state not null,
	actor_role text not null check (actor_role in ('reporter', 'system', 'organisation_member',
		'moderator', 'committee', 'regulator', 'administrator')),
	actor_id uuid,
	reason text check (length(reason) <= 2000),
	details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
	occurred_at timestamptz not null default now()
);
create index report_events_report_id_idx on hub.report_events (report_id, event_id);
comment on table hub.report_events is
	'Append-only. The state of a report is the to_state of its last event and can be rebuilt from here.';
comment on column hub.report_events.actor_id is 'The person who signed in; null for a reporter and the system.';

-- Deleting has a guard of its own, as events go with an import that is undone (…_undo_imports).
create trigger report_events_are_append_only
	before update or truncate on hub.report_events
	for each statement execute function hub.refuse_change();

create function hub.can_move(from_state hub.report_state, to_state hub.report_state) returns boolean
language sql stable security definer set search_path = ''
return exists (
	select from hub.report_moves as moves
	where moves.from_state = can_move.from_state and moves.to_state = can_move.to_state
);
comment on function hub.can_move is 'Definer: the moves are no secret, the table is simply not opened. Whether a report may go from one state to another.';

create function hub.guard_report_state() returns trigger
language plpgsql set search_path = '' as $$
begin
	if new.state is distinct from old.state and not hub.can_move(old.state, new.state) then
		raise exception using errcode = 'GH002', message = 'report_cannot_move',
			detail = format('%s to %s', old.state, new.state);
	end if;
	return new;
end $$;
comment on function hub.guard_report_state is 'No report leaves the paths in report_moves, whoever writes.';
create trigger reports_keep_to_the_moves
	before update of state on hub.reports
	for each row execute function hub.guard_report_state();

revoke execute on function hub.can_move, hub.guard_report_state from public;

insert into hub.report_moves (from_state, to_state)
select moves.from_state::hub.report_state, unnest(moves.to_states)::hub.report_state
from (values
	('received', array['held', 'open', 'unattributed', 'withdrawn']),
	('held', array['open', 'unattributed', 'withdrawn']),
	('open', array['held', 'seen', 'answered', 'contested', 'redirected', 'unattributed', 'withdrawn', 'expired']),
	('unattributed', array['held', 'open', 'withdrawn', 'closed']),
	('seen', array['held', 'open', 'answered', 'contested', 'redirected', 'unattributed', 'withdrawn', 'expired']),
	('answered', array['closed', 'reopened', 'withdrawn']),
	('contested', array['open', 'redirected', 'unattributed', 'closed', 'withdrawn']),
	('redirected', array['open', 'unattributed', 'withdrawn']),
	('reopened', array['answered', 'contested', 'closed', 'withdrawn', 'expired']),
	('expired', array['answered', 'contested', 'redirected', 'closed', 'withdrawn']),
	('closed', array['reopened', 'anonymised']),
	('withdrawn', array['anonymised'])
) as moves (from_state, to_states);
