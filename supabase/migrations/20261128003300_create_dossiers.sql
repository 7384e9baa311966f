-- Files of evidence to take along: which reports, who asked, how far it is. The file itself lies
-- outside the database, encrypted, in parts.

create table hub.dossiers (
	dossier_id uuid primary key default gen_random_uuid(),
	side text not null check (side in ('committee', 'regulator')),
	case_id bigint references hub.cases on delete cascade,
	selection jsonb not null default '{}' check (jsonb_typeof(selection) = 'object'),
	locale text not null check (locale in ('nl', 'en')),
	asked_by uuid references auth.users on delete set null,
	asked_at timestamptz not null default now(),
	state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed')),
	claimed_until timestamptz,
	attempts smallint not null default 0,
	done integer not null default 0,
	total integer not null,
	stored_key text unique check (stored_key ~ '^[0-9a-f]{32}$'),
	key_id text,
	parts integer,
	byte_size bigint,
	sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
	manifest_sha256 text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
	ready_at timestamptz,
	expires_at timestamptz not null default now() + interval '30 days',
	check ((state = 'ready') = (ready_at is not null)),
	check (state <> 'ready' or num_nulls(stored_key, key_id, parts, byte_size, sha256, manifest_sha256) = 0)
);
create index dossiers_case_id_idx on hub.dossiers (case_id);
create index dossiers_asked_by_idx on hub.dossiers (asked_by);
create index dossiers_side_idx on hub.dossiers (side, asked_at desc);
create index dossiers_to_make_idx on hub.dossiers (asked_at) where state in ('waiting', 'making');
create index dossiers_expires_at_idx on hub.dossiers (expires_at);
comment on table hub.dossiers is 'A ZIP of reports with all that belongs to them, that somebody of a side asked for; removed after thirty days.';
comment on column hub.dossiers.selection is 'The filters it was asked with, when it is of no case.';
comment on column hub.dossiers.sha256 is 'Of the whole file, as it is given out.';
comment on column hub.dossiers.manifest_sha256 is 'Of the list of its files in it: who compares it with this one knows that nothing was swapped.';

create table hub.dossier_reports (
	dossier_id uuid not null references hub.dossiers on delete cascade,
	report_id bigint not null references hub.reports,
	primary key (dossier_id, report_id)
);
create index dossier_reports_report_id_idx on hub.dossier_reports (report_id);
comment on table hub.dossier_reports is 'Which reports were in the selection or the case when it was asked for.';

alter table hub.dossiers enable row level security;
alter table hub.dossier_reports enable row level security;
create policy "a side reads the dossiers it asked for" on hub.dossiers
	for select to authenticated using (side in (select hub.my_sides()));
grant select (dossier_id, side, case_id, selection, locale, asked_at, state, done, total, byte_size, sha256,
	manifest_sha256, ready_at, expires_at) on hub.dossiers to authenticated;
grant select on hub.dossiers, hub.dossier_reports to service_role;
