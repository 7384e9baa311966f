-- The report on a month, as the committee released it: figures as the public may see them, kept as
-- they were on that day.

create table hub.monthly_reports (
	month_on date primary key check (extract(day from month_on) = 1),
	left_out text[] not null default '{}',
	note text check (length(note) between 1 and 3000),
	released_at timestamptz not null default now(),
	released_by uuid references auth.users on delete set null,
	figures jsonb check (jsonb_typeof(figures) = 'object')
);
create index monthly_reports_released_by_idx on hub.monthly_reports (released_by);
comment on table hub.monthly_reports is 'Reports on a month that were released. Until then a report is made anew from the figures whenever it is read.';
comment on column hub.monthly_reports.left_out is 'Sentences that the committee left out, by their ids. It adds none: those follow from the figures.';
comment on column hub.monthly_reports.note is 'What the committee says itself, under its own name.';
comment on column hub.monthly_reports.figures is 'Written by the server right after the release, once; small counts are hidden in it. Null for a moment only.';

alter table hub.monthly_reports enable row level security;
create policy "everyone reads released reports" on hub.monthly_reports
	for select to anon, authenticated using (figures is not null);
grant select (month_on, left_out, note, released_at, figures) on hub.monthly_reports to anon, authenticated;
grant select on hub.monthly_reports to service_role;

create function public.release_monthly_report(month_on date, left_out text[] default '{}', note text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if 'committee' not in (select hub.my_sides()) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif month_on is null or extract(day from month_on) <> 1
		or month_on + interval '1 month' > (now() at time zone 'Europe/Amsterdam')::date then
		raise exception using errcode = 'GH009', message = 'month_not_over';
	end if;
	insert into hub.monthly_reports (month_on, left_out, note, released_by)
	values (release_monthly_report.month_on, release_monthly_report.left_out,
		nullif(btrim(release_monthly_report.note), ''), auth.uid())
	on conflict on constraint monthly_reports_pkey do update
		set left_out = excluded.left_out, note = excluded.note, released_by = excluded.released_by, released_at = now()
		where monthly_reports.figures is null;
	if not found then
		raise exception using errcode = 'GH002', message = 'month_released';
	end if;
end $$;
comment on function public.release_monthly_report is
	'Definer: checks by itself that the caller is of the committee. Releases the report on a month that is over, once; the server adds the figures.';

create function public.keep_month_figures(month_on date, figures jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update hub.monthly_reports set figures = keep_month_figures.figures
	where monthly_reports.month_on = keep_month_figures.month_on and monthly_reports.figures is null;
	if not found then
		raise exception using errcode = 'GH002', message = 'month_released';
	end if;
end $$;
comment on function public.keep_month_figures is
	'Definer: the server alone, right after the release: it has hidden what is small. Once.';

create function public.read_monthly_report(month_on date) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object('month_on', reports.month_on, 'left_out', left_out, 'note', note, 'released_at', released_at, 'figures', figures)
	from hub.monthly_reports as reports where reports.month_on = read_monthly_report.month_on
);
comment on function public.read_monthly_report is 'The report on a month, if it was released; null else.';

create function public.list_monthly_reports() returns setof date
language sql stable set search_path = ''
begin atomic
	select month_on from hub.monthly_reports order by month_on desc limit 120;
end;
comment on function public.list_monthly_reports is 'The months of which the report was released, newest first.';

create function public.count_answers_of_all(first_on date, last_on date, as_of timestamptz) returns jsonb
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
return (
	with due as (
		select reports.answer_due_at, (
			select min(report_answers.answered_at) from hub.report_answers
			where report_answers.report_id = reports.report_id
				and report_answers.answered_at >= reports.delivered_at) as answered_at
		from hub.reports
		where reports.kind = 'complaint' and reports.is_counted and reports.origin <> 'import'
			and reports.counted_on between first_on and last_on and reports.delivered_at is not null
			and reports.answer_due_at < as_of
			and reports.outcome is distinct from 'spoofed' and reports.outcome is distinct from 'wrong_organisation')
	select jsonb_build_object('due', count(*), 'answered', count(answered_at),
		'in_time', count(*) filter (where answered_at < answer_due_at))
	from due
);
comment on function public.count_answers_of_all is
	'Definer: the server alone, which hides what is small. Of the complaints of some days whose term to answer is over: how many there are, were answered, and in time.';

revoke execute on function public.release_monthly_report, public.keep_month_figures, public.read_monthly_report,
	public.list_monthly_reports, public.count_answers_of_all from public;
grant execute on function public.release_monthly_report to authenticated;
grant execute on function public.read_monthly_report, public.list_monthly_reports to anon, authenticated, service_role;
grant execute on function public.keep_month_figures, public.count_answers_of_all to service_role;
