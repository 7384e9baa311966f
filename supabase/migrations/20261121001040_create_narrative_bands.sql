-- Near-copies: the same story again, from one hand or from many.

create function hub.bands_in_weeks(bands integer[], since timestamptz, until timestamptz) returns integer[]
language sql immutable strict parallel safe
return (
	select array_agg(hashint8(band::bigint * 4096 + week))
	from unnest(bands) as band, generate_series(
		floor(extract(epoch from since) / 604800)::integer, floor(extract(epoch from until) / 604800)::integer) as week
);
comment on function hub.bands_in_weeks is
	'Each band mixed with each week: what is looked up by it is of those weeks, however many reports of other years tell the same.';

create table hub.narrative_bands (
	report_id bigint primary key references hub.reports on delete cascade,
	bands integer[] not null check (cardinality(bands) between 1 and 64),
	filed_at timestamptz not null,
	bands_in_week integer[] not null generated always as (hub.bands_in_weeks(bands, filed_at, filed_at)) stored
);
create index narrative_bands_bands_in_week_idx on hub.narrative_bands using gin (bands_in_week);
comment on table hub.narrative_bands is
	'By which numbers the near-copies of a narrative are found (MinHash, Broder 1997); only of narratives long enough to tell.';

create table hub.copied_text_limit (
	is_the_one boolean primary key default true check (is_the_one),
	least_bands integer not null check (least_bands > 0),
	most_copies integer not null check (most_copies > 0),
	within interval not null check (within > '0')
);
comment on table hub.copied_text_limit is 'One row: when a text is taken for a copy and when copies are a flood.';
comment on column hub.copied_text_limit.least_bands is 'Sharing so many bands makes two texts nearly the same; the domain has the same number.';
comment on column hub.copied_text_limit.most_copies is 'So many reports with nearly the same text within the time may stand; the next one is held.';
insert into hub.copied_text_limit (least_bands, most_copies, within) values (4, 9, '7 days');

alter table hub.narrative_bands enable row level security;
alter table hub.copied_text_limit enable row level security;
create policy "staff read narrative bands" on hub.narrative_bands
	for select to authenticated using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "staff read the limit of copied texts" on hub.copied_text_limit
	for select to authenticated using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
grant select on hub.narrative_bands, hub.copied_text_limit to authenticated, service_role;

create function hub.near_copies(bands integer[], since timestamptz, until timestamptz)
returns table (report_id bigint, filed_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select kept.report_id, kept.filed_at
	from hub.narrative_bands as kept, hub.copied_text_limit as the
	where kept.bands_in_week && hub.bands_in_weeks(near_copies.bands, since, until)
		and kept.filed_at between since and until
		and (select count(*) from unnest(kept.bands) as band where band = any (near_copies.bands)) >= the.least_bands;
end;
comment on function hub.near_copies is 'Reports of a period with nearly the same text as the one with these bands.';

create function hub.is_copied_text(bands integer[], filed_at timestamptz) returns boolean
language sql stable set search_path = ''
return (
	select count(*) >= max(most_copies)
	from hub.copied_text_limit as the,
		hub.near_copies(is_copied_text.bands, is_copied_text.filed_at - the.within, is_copied_text.filed_at)
) is true;
comment on function hub.is_copied_text is 'Whether a text comes in after a flood of near-copies of it: such a report is set apart until somebody has judged.';

create function hub.others_alike(report hub.reports) returns jsonb
language sql stable set search_path = ''
return (
	with recent as (
		-- The newest are enough for "at least".
		select others.report_id, coalesce(others.reporter_key, others.client_key) as reporter
		from hub.reports as others
		where case when (report).caller_number is not null then others.caller_number = (report).caller_number
				else others.organisation_id = (report).organisation_id
					-- Nobody is told what an organisation has not had its time to answer.
					and (others.kind = 'compliment' or others.state in ('answered', 'closed', 'reopened', 'expired')) end
			and others.kind = (report).kind and others.is_counted and others.filed_at > now() - interval '30 days'
			and (others.shown_from <= now() or hub.told_at(others.filed_at) <= now())
			and (others.outcome is null or others.outcome not in ('spoofed', 'unfounded', 'wrong_organisation'))
			and coalesce(others.reporter_key, others.client_key) <> coalesce((report).reporter_key, (report).client_key)
		order by others.report_id desc limit 300)
	select case when count(distinct reporter) >= 5 then jsonb_build_object(
		'about', case when (report).caller_number is not null then 'number' else 'organisation' end,
		'at_least', count(distinct reporter)) end
	from recent
	where exists (
			select from hub.report_categories as theirs join hub.report_categories as ours using (category)
			where theirs.report_id = recent.report_id and ours.report_id = (report).report_id)
		or recent.report_id in (
			select copies.report_id
			from hub.narrative_bands as own, hub.near_copies(own.bands, now() - interval '30 days', now()) as copies
			where own.report_id = (report).report_id)
);
comment on function hub.others_alike is
	'How many other people told nearly the same (one of its categories, or nearly its text) about the same number, or else the same organisation, in the last 30 days; null below 5, so that nobody is found by it.';

revoke execute on function hub.bands_in_weeks, hub.near_copies, hub.is_copied_text, hub.others_alike from public;
grant execute on function hub.bands_in_weeks, hub.near_copies to authenticated, service_role;
