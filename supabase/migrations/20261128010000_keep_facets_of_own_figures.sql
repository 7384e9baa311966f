-- What the figures of one organisation are made of is kept with each report too: so they are counts
-- that are read, however many reports it has.

-- The row type is that of a column of hub.facet_changes: without a default, and nothing is rewritten.
alter table hub.counted_facets
	add column about_id uuid,
	add column caller_number text,
	add column made_by_id uuid,
	add column put_on date,
	add column answer_hours integer,
	add column finding text;
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

create or replace view hub.report_facets with (security_invoker = true) as
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
		end as finding
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

drop trigger recount_facets on hub.reports;
create constraint trigger recount_facets after insert or delete or update of
	kind, channel, sector, organisation_id, state, outcome, counted_on, is_counted, delivered_at, verification,
	origin, caller_number, made_by_organisation_id
	on hub.reports deferrable initially deferred for each row execute function hub.recount_changed_report();
drop trigger recount_facets on hub.report_answers;
create constraint trigger recount_facets after insert or delete or update of
	organisation_id, answered_at, answer_type, verdict
	on hub.report_answers deferrable initially deferred for each row execute function hub.recount_changed_report();
