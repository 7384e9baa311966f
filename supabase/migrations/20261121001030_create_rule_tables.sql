-- What the rules may not make up themselves, kept by the committee.

create table hub.mourning_days (
	day date primary key,
	label_nl text not null,
	label_en text not null,
	source text not null
);
comment on table hub.mourning_days is
	'National days of mourning, as the government announced them. The rules never derive one.';
comment on column hub.mourning_days.source is 'Who announced it and where.';

create table hub.code_hours (
	code text primary key check (code in ('CTM20', 'CTM21', 'CTM24', 'CFM23')),
	is_verified boolean not null default false,
	remark text not null default ''
);
comment on table hub.code_hours is
	'Versions of the codes whose hours are assumed to be those of the version before.';
comment on column hub.code_hours.is_verified is
	'Has somebody compared the hours with the text of the code? Until then a finding about hours is possible at most.';

create table hub.disabled_rules (
	rule_id text primary key check (rule_id ~ '^[a-z0-9.-]+$'),
	reason text not null,
	disabled_at timestamptz not null default now()
);
comment on table hub.disabled_rules is 'Rules of the catalogue that are switched off, by their name there, and why.';

alter table hub.mourning_days enable row level security;
alter table hub.code_hours enable row level security;
alter table hub.disabled_rules enable row level security;
create policy "everyone reads days of mourning" on hub.mourning_days
	for select to anon, authenticated using (true);
create policy "everyone reads which hours are verified" on hub.code_hours
	for select to anon, authenticated using (true);
create policy "everyone reads which rules are off" on hub.disabled_rules
	for select to anon, authenticated using (true);
create policy "committee and administrators verify hours" on hub.code_hours
	for update to authenticated using ((select hub.has_role('committee', 'administrator')));
create policy "committee and administrators switch rules" on hub.disabled_rules
	for all to authenticated using ((select hub.has_role('committee', 'administrator')));
grant select on hub.mourning_days, hub.code_hours, hub.disabled_rules to anon, authenticated, service_role;
grant insert, update, delete on hub.disabled_rules to authenticated;
grant update (is_verified, remark) on hub.code_hours to authenticated;

create function public.rule_tables() returns jsonb
language sql stable set search_path = ''
return jsonb_build_object(
	'mourning_days', (select coalesce(jsonb_agg(day order by day), '[]') from hub.mourning_days),
	'hours_verified', (select coalesce(jsonb_object_agg(code, is_verified), '{}') from hub.code_hours),
	'disabled_rules', (select coalesce(jsonb_agg(rule_id order by rule_id), '[]') from hub.disabled_rules));
comment on function public.rule_tables is 'The tables that the rules are read with.';
revoke execute on function public.rule_tables from public;
grant execute on function public.rule_tables to anon, authenticated, service_role;
