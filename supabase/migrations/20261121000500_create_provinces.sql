-- From the four digits of a postcode to a province: all that is kept of where a reporter lives.

create table hub.provinces (
	code text primary key check (code ~ '^[A-Z]{2}$'),
	label_nl text not null,
	label_en text not null,
	position smallint not null
);
comment on table hub.provinces is 'The twelve Dutch provinces.';
comment on column hub.provinces.position is 'Order on screen: north to south.';

alter table hub.provinces enable row level security;
create policy "everyone reads provinces" on hub.provinces
	for select to anon, authenticated using (true);
grant select on hub.provinces to anon, authenticated, service_role;

create table hub.postcode_ranges (
	first_postcode4 smallint primary key check (first_postcode4 >= 1000),
	last_postcode4 smallint not null check (last_postcode4 <= 9999),
	province text not null references hub.provinces,
	constraint first_is_not_after_last check (first_postcode4 <= last_postcode4),
	constraint ranges_do_not_overlap
		exclude using gist (int4range(first_postcode4, last_postcode4, '[]') with &&)
);
create index postcode_ranges_province_idx on hub.postcode_ranges (province);
comment on table hub.postcode_ranges is
	'Which province a postcode lies in, as ranges of its four digits, both ends included. Unused numbers inside a range go with their neighbours; those between two provinces belong to no range. Derived from facts of GeoNames (geonames.org, CC BY 4.0) and 4pp (MIT).';

alter table hub.postcode_ranges enable row level security;
create policy "everyone reads postcode ranges" on hub.postcode_ranges
	for select to anon, authenticated using (true);
grant select on hub.postcode_ranges to anon, authenticated, service_role;

create function hub.province_of(postcode4 smallint) returns text
language sql stable set search_path = ''
as $$
	select province
	from hub.postcode_ranges
	where postcode4 between first_postcode4 and last_postcode4
$$;
comment on function hub.province_of(smallint) is
	'Code of the province of a postcode''s four digits; null if no range holds it.';

revoke execute on function hub.province_of(smallint) from public;
grant execute on function hub.province_of(smallint) to anon, authenticated, service_role;
