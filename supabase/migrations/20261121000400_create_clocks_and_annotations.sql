-- Every term the desk shows, mails about or acts upon, and the dates that explain a chart.

create table hub.clocks (
	code text primary key check (code ~ '^[a-z_]+$'),
	amount integer not null check (amount > 0 or code = 'told_to_organisation' and amount = 0),
	unit text not null
		check (unit in ('minutes', 'hours', 'calendar_days', 'working_days', 'weeks', 'months')),
	starts_at text not null
		check (starts_at in (
			'filing', 'delivery', 'answer', 'lodging', 'request', 'last_contact',
			'end_of_relation', 'taken_on', 'close', 'payment'
		)),
	label_nl text not null,
	label_en text not null,
	source text not null,
	least integer,
	most integer,
	edited_at timestamptz,
	constraint clocks_keep_within_bounds
		check ((least is null) = (most is null) and (least is null or amount between least and most))
);
comment on table hub.clocks is
	'The one place where the length of a term is written. Days are counted in Europe/Amsterdam; the day of the event itself is not counted.';
comment on column hub.clocks.unit is 'Working days skip weekends and Dutch public holidays. A year is written as twelve months.';
comment on column hub.clocks.starts_at is
	'The event that starts the clock, not an instant: filing and delivery of a report, the answer of the organisation, lodging of an objection, a request to the organisation or the applicant, the last contact with a number, the end of a relation with a customer, an application taken on, the close of a report, payment of a fee.';
comment on column hub.clocks.source is
	'Where the length comes from, for who maintains it: a law, a code, a norm of the regulator, or a choice of this desk ("desk") with the example it follows.';
comment on column hub.clocks.least is 'The shortest the desk may make it; null when a law, a code or another body decides.';
comment on column hub.clocks.most is 'The longest the desk may make it.';
comment on column hub.clocks.edited_at is 'When an administrator changed it last; then the reference data leaves it alone.';

alter table hub.clocks enable row level security;
create policy "everyone reads clocks" on hub.clocks
	for select to anon, authenticated using (true);
grant select on hub.clocks to anon, authenticated, service_role;

create function hub.told_at(happened_at timestamptz) returns timestamptz
language sql stable set search_path = ''
return (
	-- The server's clock may be ahead of the database's: at once is not later than now.
	select case amount when 0 then least(happened_at, now())
		else date_bin(amount * interval '1 minute', happened_at, 'epoch') + amount * interval '1 minute' end
	from (select coalesce(max(amount), 60) as amount from hub.clocks where code = 'told_to_organisation') as pause
);
comment on function hub.told_at is
	'When an organisation, its programs too, is told of what a reporter did: at the end of the hour, all of that hour together. In the minute itself its own calls and visits could tell who it was.';
revoke execute on function hub.told_at from public;
grant execute on function hub.told_at to authenticated, service_role;

create table hub.annotations (
	code text primary key check (code ~ '^[a-z0-9_]+$'),
	starts_on date not null,
	label_nl text not null,
	label_en text not null,
	source text not null,
	edited_at timestamptz,
	is_own boolean not null default false,
	is_break boolean not null default false
);
comment on table hub.annotations is
	'Dates on which a law, a code or its supervision changed, drawn in charts so that a bend can be explained. Only dates with a source; nothing that is still a bill.';
comment on column hub.annotations.starts_on is 'First day on which the change holds, in the Netherlands.';
comment on column hub.annotations.label_nl is 'Short: it stands in a chart.';
comment on column hub.annotations.source is 'Law, code or publication that gives the date; remarks in English.';
comment on column hub.annotations.edited_at is 'When an administrator changed it last; then the reference data leaves it alone.';
comment on column hub.annotations.is_own is 'Made at this desk, so that it can be removed here too.';
comment on column hub.annotations.is_break is 'Figures before and after cannot be compared: what sets off a signal does not look across it.';

alter table hub.annotations enable row level security;
create policy "everyone reads annotations" on hub.annotations
	for select to anon, authenticated using (true);
grant select on hub.annotations to anon, authenticated, service_role;
