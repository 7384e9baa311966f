-- How often somebody did something lately, for all instances of the desk together.

create unlogged table hub.rate_limits (
	key text primary key check (length(key) <= 255),
	points integer not null default 0,
	expire bigint
);
comment on table hub.rate_limits is
	'Counters of the limits on requests, when several instances share a database. Not in the write-ahead log: after a crash everybody begins again.';
comment on column hub.rate_limits.key is 'The act, and a keyed hash of the address or person; neither can be read back.';
comment on column hub.rate_limits.points is 'How often, up to now.';
comment on column hub.rate_limits.expire is 'When counting begins again: milliseconds since 1970, as the library that keeps it has it.';

alter table hub.rate_limits enable row level security;
