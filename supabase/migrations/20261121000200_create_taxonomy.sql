-- What a report can be about. Codes are fixed and known to the code; labels are data.

create table hub.kinds (
	code text primary key check (code ~ '^[a-z_]+$'),
	label_nl text not null,
	label_en text not null,
	position smallint not null
);
comment on table hub.kinds is 'The two kinds of report: complaint and compliment.';
comment on column hub.kinds.position is 'Order on screen.';

alter table hub.kinds enable row level security;
create policy "everyone reads kinds" on hub.kinds
	for select to anon, authenticated using (true);
grant select on hub.kinds to anon, authenticated, service_role;

create table hub.channels (
	code text primary key check (code ~ '^[a-z_]+$'),
	label_nl text not null,
	label_en text not null,
	position smallint not null
);
comment on table hub.channels is 'The ways in which an organisation approaches somebody.';
comment on column hub.channels.position is 'Order on screen.';

alter table hub.channels enable row level security;
create policy "everyone reads channels" on hub.channels
	for select to anon, authenticated using (true);
grant select on hub.channels to anon, authenticated, service_role;

create table hub.categories (
	code text primary key check (code ~ '^[a-z_]+$'),
	kind text not null references hub.kinds,
	letters text not null unique check (letters ~ '^[A-Z]{3}$'),
	label_nl text not null,
	label_en text not null,
	description_nl text not null,
	description_en text not null,
	position smallint not null,
	edited_at timestamptz
);
create index categories_kind_idx on hub.categories (kind);
comment on table hub.categories is
	'The main categories: five of complaints, as the sector knows them, and five of compliments. A report may have several of its own kind, one of them primary.';
comment on column hub.categories.letters is 'Three letters by which the sector knows the category; the codes of its sub-categories begin with them.';
comment on column hub.categories.description_nl is 'One plain sentence that tells the reporter when to choose this category.';
comment on column hub.categories.description_en is 'The same sentence in English.';
comment on column hub.categories.position is 'Order on screen within the kind.';
comment on column hub.categories.edited_at is 'When an administrator changed it last; then the reference data leaves it alone.';

alter table hub.categories enable row level security;
create policy "everyone reads categories" on hub.categories
	for select to anon, authenticated using (true);
grant select on hub.categories to anon, authenticated, service_role;

create table hub.sub_categories (
	code text primary key check (code ~ '^[A-Z]{3}-[TDS]?[1-9]$'),
	category text not null references hub.categories,
	channel_group text check (channel_group in ('phone', 'door', 'street')),
	label_nl text not null,
	label_en text not null,
	position smallint not null,
	edited_at timestamptz
);
create index sub_categories_category_idx on hub.sub_categories (category);
comment on table hub.sub_categories is 'What exactly happened, within a category.';
comment on column hub.sub_categories.code is
	'Letters of the category, a hyphen, the channel group (T telephone, D door, S street or stand; none for a compliment) and a number. Numbers are never given out again, so gaps are right.';
comment on column hub.sub_categories.channel_group is
	'Where it typically happens, to offer the fitting ones first: street includes the stand; null is everywhere.';
comment on column hub.sub_categories.position is 'Order on screen within the category.';
comment on column hub.sub_categories.edited_at is 'When an administrator changed it last; then the reference data leaves it alone.';

alter table hub.sub_categories enable row level security;
create policy "everyone reads sub-categories" on hub.sub_categories
	for select to anon, authenticated using (true);
grant select on hub.sub_categories to anon, authenticated, service_role;
