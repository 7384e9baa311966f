-- More that reports are counted by: the hour, what exactly happened, how far the reporter is known,
-- and how they were answered. What was counted of a report is kept, so that any change of it, by
-- whatever function, is the difference between what was counted and what is.

create view hub.report_facets with (security_invoker = true) as
	select reports.report_id, reports.counted_on, reports.kind, reports.channel, reports.sector,
		case when reports.organisation_id is null or reports.outcome = 'spoofed'
			then '00000000-0000-0000-0000-000000000000' else reports.organisation_id end as organisation_id,
		case when first_contact.is_time_known
			then extract(hour from first_contact.contact_at at time zone 'Europe/Amsterdam')::smallint end as hour,
		reports.verification,
		array(select sub_category from hub.report_categories
			where report_categories.report_id = reports.report_id and sub_category is not null
			order by sub_category) as sub_categories,
		asked.delivered_on,
		case when asked.delivered_on is not null
			then (first_answer.answered_at at time zone 'Europe/Amsterdam')::date - asked.delivered_on end as answer_days,
		case when asked.delivered_on is not null and last_answer.answer_id is not null
			then coalesce(last_answer.verdict, 'no_verdict') end as verdict,
		reports.organisation_id as about_id, reports.caller_number::text as caller_number,
		reports.made_by_organisation_id as made_by_id, put.put_on,
		case when put.put_on is not null
			then floor(extract(epoch from first_answer.answered_at - reports.delivered_at) / 3600)::integer end as answer_hours,
		case
			when put.put_on is null then null
			when hub.is_proven_otherwise(reports) then
				case reports.outcome when 'unfounded' then 'unfounded_by_committee' else 'not_theirs_by_committee' end
			else case last_answer.answer_type
				when 'accepted' then 'founded_by_organisation'
				when 'not_ours' then 'not_theirs_by_organisation'
				when 'explained' then 'unfounded_by_organisation'
				when 'rejected' then 'unfounded_by_organisation'
				else 'unknown' end
		end as finding,
		greatest(reports.shown_from, reports.counted_from) as shown_from
	from hub.reports
	left join hub.report_contacts as first_contact
		on first_contact.report_id = reports.report_id and first_contact.position = 1
	-- Complaints put to the organisation, imports not: those are history and were put to nobody.
	left join lateral (
		select (reports.delivered_at at time zone 'Europe/Amsterdam')::date as put_on
		where reports.kind = 'complaint' and reports.origin <> 'import' and reports.organisation_id is not null
			and reports.delivered_at is not null) as put on true
	-- Of what was shown to be of another no answer was due.
	left join lateral (
		select put.put_on as delivered_on
		where not (reports.state in ('closed', 'anonymised')
			and coalesce(reports.outcome in ('spoofed', 'wrong_organisation'), false))) as asked on true
	left join lateral (
		select answered_at from hub.report_answers as answers
		where answers.report_id = reports.report_id and answers.organisation_id = reports.organisation_id
			and answers.answered_at >= reports.delivered_at
		order by answer_id limit 1) as first_answer on true
	left join lateral (
		select answer_id, answer_type, verdict from hub.report_answers as answers
		where answers.report_id = reports.report_id and answers.organisation_id = reports.organisation_id
			and answers.answered_at >= reports.delivered_at
		order by answer_id desc limit 1) as last_answer on true
	where reports.is_counted;
comment on view hub.report_facets is 'What the counts of facets must add up to: each counted report with its facets.';

create table hub.counted_facets (
	report_id bigint primary key,
	counted_on date not null,
	kind text not null,
	channel text not null,
	sector text not null,
	organisation_id uuid not null,
	hour smallint,
	verification text not null,
	sub_categories text[] not null,
	delivered_on date,
	answer_days integer,
	verdict text,
	about_id uuid,
	caller_number text,
	made_by_id uuid,
	put_on date,
	answer_hours integer,
	finding text,
	shown_from timestamptz not null
);
create index counted_facets_delivered_on_idx on hub.counted_facets (delivered_on, report_id)
	where delivered_on is not null;
comment on table hub.counted_facets is
	'Each report as it was last counted. It refers to no report: of one that is gone this tells what to take out.';
comment on column hub.counted_facets.hour is 'The Dutch hour of the first contact; null when only the day is known.';
comment on column hub.counted_facets.delivered_on is 'The day it was put to the organisation; null when no answer was asked.';
comment on column hub.counted_facets.answer_days is 'Days from delivery to the first answer; null while there is none.';
comment on column hub.counted_facets.verdict is 'What the reporter thinks of the last answer: solved, not_solved, no_verdict; null without an answer.';
comment on column hub.counted_facets.about_id is
	'The organisation the report is about, also when its number was spoofed; null when nobody knows.';
comment on column hub.counted_facets.caller_number is 'The number that called; null when none was given.';
comment on column hub.counted_facets.made_by_id is 'The link in the chain that made the contact; null when not known.';
comment on column hub.counted_facets.put_on is
	'The day a complaint was put to the organisation, also when it was shown to be of another; null when no answer was asked.';
comment on column hub.counted_facets.answer_hours is
	'Whole hours that had passed from delivery to the first answer; null while there is none.';
comment on column hub.counted_facets.finding is
	'Whether a complaint is founded, and who says so, as docs/statistics.md has it; null when no answer was asked.';

comment on column hub.counted_facets.shown_from is 'When others than staff may know that it is counted so.';

create table hub.facet_changes (
	change_id bigint generated always as identity primary key,
	weight smallint not null check (weight in (-1, 1)),
	facets hub.counted_facets not null,
	shown_from timestamptz not null default '-infinity'
);
comment on column hub.facet_changes.shown_from is 'As of hub.report_count_changes.';
comment on table hub.facet_changes is 'A report that came into the counts of facets (+1) or left them (-1), until it is folded in.';

create table hub.facet_counts (
	facet text not null check (facet in (
		'hour', 'verification', 'sub_category', 'answer', 'verdict',
		'own_number', 'own_maker', 'own_client', 'own_finding', 'own_days', 'own_hours', 'own_verdict')),
	grain text not null check (grain in ('day', 'month')),
	cuboid smallint not null,
	organisation_id uuid not null,
	page_on date not null,
	value text not null,
	sector text not null,
	channel text not null,
	kind text not null,
	counts integer[] not null,
	primary key (facet, cuboid, organisation_id, page_on, value, sector, channel, kind, grain)
) with (fillfactor = 70);
comment on table hub.facet_counts is
	'Reports per value of a facet and combination of dimensions, a page of consecutive days or months a row, as in hub.report_counts. Hours, levels and sub-categories on the day of contact; answers on the day of delivery, by the days they took; verdicts by month of delivery.';
comment on column hub.facet_counts.cuboid is 'As in hub.report_counts: kind 1, channel 2, sector 4, organisation 16.';
comment on column hub.facet_counts.organisation_id is
	'All zeros when not told apart. Of facets that begin with own_ whose figures they are: the organisation a report is about, even when its number was spoofed; of own_client the link that made the contact.';

alter table hub.counted_facets enable row level security;
alter table hub.facet_changes enable row level security;
alter table hub.facet_counts enable row level security;
create policy "staff read facets" on hub.counted_facets
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read changes of facets" on hub.facet_changes
	for select to authenticated using ((select hub.is_staff()));
create policy "staff read counts of facets" on hub.facet_counts
	for select to authenticated using ((select hub.is_staff()));
grant select on hub.counted_facets, hub.facet_changes, hub.facet_counts to authenticated, service_role;

create table hub.own_number_totals (
	organisation_id uuid not null,
	caller_number text not null,
	report_count integer not null,
	primary key (organisation_id, caller_number)
);
create index own_number_totals_report_count_idx on hub.own_number_totals (organisation_id, report_count desc, caller_number);
comment on table hub.own_number_totals is
	'All reports about an organisation per caller number, whenever: no period has more, so the most reported ones of a period are found from the top.';
alter table hub.own_number_totals enable row level security;
create policy "staff read totals of numbers" on hub.own_number_totals
	for select to authenticated using ((select hub.is_staff()));
grant select on hub.own_number_totals to authenticated, service_role;
