-- What a reporter adds to a report: images, documents and sound. The contents lie outside the
-- database, encrypted, under a random key; here stands whose they are and who may see them.

create table hub.evidence (
	evidence_id uuid primary key default gen_random_uuid(),
	report_id bigint references hub.reports,
	position smallint check (position between 1 and 5),
	stored_key text not null unique check (stored_key ~ '^[0-9a-f]{32}$'),
	token_hash bytea unique,
	name text not null check (length(name) between 1 and 100),
	media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp',
		'application/pdf', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav')),
	byte_size integer not null check (byte_size between 1 and 5 * 1024 * 1024),
	sha256 bytea not null check (length(sha256) = 32),
	key_id text not null,
	is_shared_with_organisation boolean not null default false,
	added_by text not null default 'reporter' check (added_by in ('reporter', 'organisation')),
	answer_id bigint,
	uploaded_at timestamptz not null default now(),
	staged_until timestamptz,
	shown_from timestamptz not null default '-infinity',
	check (added_by = 'organisation' or answer_id is null),
	check (report_id is not null or answer_id is null),
	check ((report_id is null) = (position is null)),
	check ((report_id is null) = (staged_until is not null))
);
-- A place from 1 to 5 that no other file has: five of the reporter and five with each answer at most.
create unique index evidence_places_idx on hub.evidence (report_id, coalesce(answer_id, 0), position);
create index evidence_answer_id_idx on hub.evidence (answer_id) where answer_id is not null;
create index evidence_staged_until_idx on hub.evidence (staged_until) where report_id is null;
comment on table hub.evidence is
	'A file that belongs to a report, or is staged: sent ahead of a report that has yet to be filed. At most five a report.';
comment on column hub.evidence.stored_key is 'The random name under which the contents are stored; told to the server alone.';
comment on column hub.evidence.token_hash is 'Keyed hash of the secret with which whoever staged a file adds it to a report. It stays, so that a report that is sent again is recognised by its files.';
comment on column hub.evidence.name is 'The name the reporter''s file had, cleaned and with personal data masked.';
comment on column hub.evidence.byte_size is 'Of the contents as they are given out, before encryption; so is sha256.';
comment on column hub.evidence.key_id is 'Which key of the installation encrypted the contents.';
comment on column hub.evidence.is_shared_with_organisation is 'Whether the reporter lets the organisation see this file. Off unless asked for.';
comment on column hub.evidence.shown_from is
	'Of a file that was added to a report the end of that hour: before, no organisation sees it. Those that it was filed with are seen with the report.';
comment on column hub.evidence.added_by is 'Who sent it; of an organisation it goes with an answer.';
comment on column hub.evidence.staged_until is 'When a file that belongs to no report may be removed; null while it belongs to one.';

alter table hub.evidence enable row level security;
create policy "staff read evidence" on hub.evidence
	for select to authenticated using (report_id is not null
		and (select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read evidence that is shared with them" on hub.evidence
	for select to authenticated using (
		is_shared_with_organisation and shown_from <= now()
		and exists (
			select from hub.reports
			where reports.report_id = evidence.report_id
				and reports.organisation_id in (select hub.my_organisations())));
grant select (evidence_id, report_id, position, name, media_type, byte_size, sha256,
	is_shared_with_organisation, added_by, answer_id, uploaded_at) on hub.evidence to authenticated;
grant select on hub.evidence to service_role;

create function hub.evidence_of(report bigint) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('evidence_id', evidence_id, 'name', name,
		'media_type', media_type, 'byte_size', byte_size, 'sha256', encode(sha256, 'hex'),
		'is_shared_with_organisation', is_shared_with_organisation, 'uploaded_at', uploaded_at) order by position), '[]')
	from hub.evidence where report_id = report and added_by = 'reporter'
);
comment on function hub.evidence_of is 'The files of the reporter with a report, as far as the caller may read them, in the order in which they were added.';
revoke execute on function hub.evidence_of from public;
grant execute on function hub.evidence_of to authenticated, service_role;

create function hub.attach_evidence(report bigint, token_hashes text[], is_shared boolean, answer bigint default null)
returns setof uuid
language plpgsql volatile set search_path = '' as $$
declare
	-- Twice the same file is one file.
	tokens bytea[] := array(select distinct decode(token, 'hex') from unnest(token_hashes) as token);
	places smallint[] := array(
		select place from generate_series(1, 5) as place
		where not exists (select from hub.evidence
			where report_id = report and answer_id is not distinct from answer and position = place)
		order by place);
	attached integer;
begin
	if cardinality(tokens) > cardinality(places) then
		raise exception using errcode = 'GH021', message = 'evidence_too_many';
	end if;
	return query
	update hub.evidence set report_id = report, position = places[chosen.number],
		staged_until = null, is_shared_with_organisation = coalesce(is_shared, false),
		answer_id = answer, added_by = case when answer is null then 'reporter' else 'organisation' end
	from (
		select token, row_number() over (order by min(number)) as number
		from unnest(token_hashes) with ordinality as sent (code, number), decode(code, 'hex') as token
		group by token) as chosen
	where evidence.token_hash = chosen.token and evidence.report_id is null and staged_until > now()
	returning evidence_id;
	get diagnostics attached = row_count;
	if attached < cardinality(tokens) then
		raise exception using errcode = 'GH020', message = 'evidence_gone';
	end if;
end $$;
comment on function hub.attach_evidence is
	'Gives staged files, by the hashes of their tokens, to a report that the caller has locked or is making, or to an answer to it.';

create function hub.detach_evidence(report bigint) returns void
language sql volatile set search_path = ''
begin atomic
	update hub.evidence set report_id = null, answer_id = null, position = null, staged_until = now() where report_id = report;
end;
comment on function hub.detach_evidence is
	'Takes all files from a report: nobody reads them any more, and their contents go with the next removal.';

create function hub.unshare_evidence() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update hub.evidence set is_shared_with_organisation = false
	where evidence.report_id = new.report_id and is_shared_with_organisation;
	return null;
end $$;
comment on function hub.unshare_evidence is
	'Definer: whoever moves a report. Files were shared with one organisation; another one that gets the report does not see them.';
create trigger reports_take_their_files_along_unshared
	after update of organisation_id on hub.reports for each row
	when (old.organisation_id is not null and new.organisation_id is distinct from old.organisation_id)
	execute function hub.unshare_evidence();
revoke execute on function hub.attach_evidence, hub.detach_evidence, hub.unshare_evidence from public;
