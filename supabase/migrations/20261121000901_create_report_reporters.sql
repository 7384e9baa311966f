-- What tells who reported, and what they told before it was masked: encrypted, and apart from the
-- report, so that it can go first.

create table hub.report_reporters (
	report_id bigint primary key references hub.reports on delete cascade,
	email_encrypted bytea not null,
	key_id text not null,
	email_proven_at timestamptz
);
comment on table hub.report_reporters is
	'How to reach the reporter, kept apart and encrypted (AES-256-GCM: nonce, tag, text) so that it can go first.';
comment on column hub.report_reporters.key_id is 'Which key of the installation encrypted it.';
comment on column hub.report_reporters.email_proven_at is
	'When the reporter entered a code that was mailed there. Until then nothing but the acknowledgement and such codes is mailed.';

create table hub.report_originals (
	report_id bigint primary key references hub.reports on delete cascade,
	narrative_encrypted bytea not null,
	key_id text not null
);
comment on table hub.report_originals is
	'What the reporter told before masking, encrypted (AES-256-GCM: nonce, tag, text); only where something was masked.';
comment on column hub.report_originals.key_id is 'Which key of the installation encrypted it.';
