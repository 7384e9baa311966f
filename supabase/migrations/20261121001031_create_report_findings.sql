-- Which rules a report possibly shows to be broken. The domain assesses; here it is kept and shut.

create table hub.report_findings (
	report_id bigint not null references hub.reports on delete cascade,
	rule_id text not null check (rule_id ~ '^[a-z0-9.-]{1,60}$'),
	outcome text not null check (outcome in ('likely', 'possible')),
	severity text not null check (severity in ('info', 'low', 'medium', 'high')),
	category text not null references hub.categories,
	assessed_at timestamptz not null,
	primary key (report_id, rule_id)
);
create index report_findings_rule_id_idx on hub.report_findings (rule_id, report_id);
create index report_findings_category_idx on hub.report_findings (category);
comment on table hub.report_findings is
	'Outcome of one rule for one report: an allegation somebody may have, never a verdict. Texts, sources and actions stand in the catalogue of the domain under rule_id.';
comment on column hub.report_findings.outcome is 'Likely: every clause is known to hold. Possible: something is not known, or the sources leave room.';
comment on column hub.report_findings.assessed_at is 'The moment up to which terms had run.';

alter table hub.report_findings enable row level security;
create table hub.former_findings (
	report_id bigint primary key references hub.reports on delete cascade,
	findings jsonb not null,
	shown_until timestamptz not null
);
comment on table hub.former_findings is
	'The findings of a report before its reporter told more: what its organisation reads until that hour is over, for from the new ones the minute of another contact would follow.';
alter table hub.former_findings enable row level security;
create policy "who reads a report reads its former findings" on hub.former_findings
	for select to authenticated using (
		exists (select from hub.reports where reports.report_id = former_findings.report_id));
grant select on hub.former_findings to authenticated, service_role;

create policy "who reads a report reads its findings" on hub.report_findings
	for select to authenticated using (
		exists (select from hub.reports where reports.report_id = report_findings.report_id)
		and ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')) or not exists (
			select from hub.former_findings as former
			where former.report_id = report_findings.report_id and former.shown_until > now())));
grant select on hub.report_findings to authenticated;

create function hub.write_findings(id bigint, findings jsonb, assessed_at timestamptz) returns void
language sql volatile set search_path = ''
begin atomic
	delete from hub.report_findings where report_id = id;
	insert into hub.report_findings (report_id, rule_id, outcome, severity, category, assessed_at)
	select id, finding.rule_id, finding.outcome, finding.severity, finding.category, write_findings.assessed_at
	from jsonb_to_recordset(coalesce(findings, '[]')) as finding (rule_id text, outcome text, severity text, category text);
end;
comment on function hub.write_findings is 'Puts the findings of a new assessment in the place of the earlier ones.';

create function hub.findings_of(id bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('rule_id', rule_id, 'outcome', outcome,
			'severity', severity, 'category', category)
		order by outcome, array_position(array['high', 'medium', 'low', 'info'], severity), rule_id), '[]')
	from hub.report_findings where report_id = id
);
comment on function hub.findings_of is 'The findings of a report that the caller may read: likely first, then the heaviest.';

create function hub.findings_for_members(id bigint) returns jsonb
language sql stable set search_path = ''
return coalesce(
	(select findings from hub.former_findings where report_id = id and shown_until > now()), hub.findings_of(id));
comment on function hub.findings_for_members is 'The findings of a report as its organisation may read them: in the hour in which its reporter told more those from before.';

create function hub.keep_former_findings(id bigint) returns void
language sql volatile set search_path = ''
begin atomic
	insert into hub.former_findings as former (report_id, findings, shown_until)
	select id, hub.findings_of(id), told_at from hub.told_at(now()) as told_at where told_at > now()
	on conflict (report_id) do update set
		findings = case when former.shown_until > now() then former.findings else excluded.findings end,
		shown_until = greatest(former.shown_until, excluded.shown_until);
end;
comment on function hub.keep_former_findings is 'Before an act of the reporter changes the findings: its organisation reads these until the hour is over.';

revoke execute on function hub.write_findings, hub.findings_of, hub.findings_for_members, hub.keep_former_findings from public;
grant execute on function hub.findings_of to authenticated, service_role;
