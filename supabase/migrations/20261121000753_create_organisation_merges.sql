-- Two organisations that turned out to be one, with all that is needed to take it back.

create table hub.organisation_merges (
	merge_id bigint generated always as identity primary key,
	survivor_id uuid not null references hub.organisations,
	merged_id uuid not null references hub.organisations,
	reason text not null check (length(btrim(reason)) between 1 and 2000),
	merged_by uuid references auth.users on delete set null,
	merged_at timestamptz not null default now(),
	filled text[] not null default '{}',
	added_trade_name text,
	undone_at timestamptz,
	undone_by uuid references auth.users on delete set null,
	undo_reason text check (length(undo_reason) <= 2000),
	check (survivor_id <> merged_id),
	check ((undone_at is null) = (undo_reason is null))
);
create unique index organisation_merges_standing_idx on hub.organisation_merges (merged_id) where undone_at is null;
create index organisation_merges_merged_id_idx on hub.organisation_merges (merged_id);
create index organisation_merges_survivor_id_idx on hub.organisation_merges (survivor_id);
create index organisation_merges_merged_by_idx on hub.organisation_merges (merged_by);
create index organisation_merges_undone_by_idx on hub.organisation_merges (undone_by);
comment on table hub.organisation_merges is 'The committee found two organisations to be one; or took that back.';
comment on column hub.organisation_merges.filled is 'Fields of the survivor that were empty and took the value of the merged one.';
comment on column hub.organisation_merges.added_trade_name is
	'The normalised name of the merged one, if the survivor had no such name before.';

create table hub.merged_rows (
	merge_id bigint not null references hub.organisation_merges on delete cascade,
	table_name text not null,
	column_name text not null,
	row_key jsonb not null,
	primary key (merge_id, table_name, column_name, row_key)
);
comment on table hub.merged_rows is 'Every row that moved from the merged organisation to the survivor, so that it can go back.';
comment on column hub.merged_rows.row_key is 'Its primary key, without the column that moved.';

alter table hub.organisation_merges enable row level security;
alter table hub.merged_rows enable row level security;
create policy "staff read merges" on hub.organisation_merges
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
grant select on hub.organisation_merges to authenticated, service_role;
grant select on hub.merged_rows to service_role;

create table hub.told_apart (
	left_id uuid not null references hub.organisations on delete cascade,
	right_id uuid not null references hub.organisations on delete cascade,
	reason text not null check (length(btrim(reason)) between 1 and 2000),
	told_by uuid references auth.users on delete set null,
	told_at timestamptz not null default now(),
	primary key (left_id, right_id),
	check (left_id < right_id)
);
create index told_apart_right_id_idx on hub.told_apart (right_id);
create index told_apart_told_by_idx on hub.told_apart (told_by);
comment on table hub.told_apart is 'Organisations that look like one and are two; they are not named as duplicates again.';
alter table hub.told_apart enable row level security;
create policy "staff read what was told apart" on hub.told_apart
	for select to authenticated
	using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
grant select on hub.told_apart to authenticated, service_role;
