-- An address proven by a mailed code, and the way back to a report without the follow code.

create table hub.email_proofs (
	report_id bigint primary key references hub.reports on delete cascade,
	code_hash bytea not null,
	sent_at timestamptz not null default now(),
	expires_at timestamptz not null,
	attempts smallint not null default 0,
	first_sent_at timestamptz not null default now(),
	times_sent smallint not null default 1
);
comment on table hub.email_proofs is 'The code that was last mailed to the address of a report, until it is proven.';
comment on column hub.email_proofs.code_hash is 'Keyed hash of the report''s follow code and the six digits; the code itself is not kept.';
comment on column hub.email_proofs.attempts is 'Wrong codes entered since it was sent: after five it is worthless.';
comment on column hub.email_proofs.times_sent is 'Codes mailed since first_sent_at: five a day, so that nobody floods a mailbox.';

create table hub.follow_links (
	token_hash bytea primary key,
	report_id bigint not null references hub.reports on delete cascade,
	made_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz
);
create index follow_links_report_id_idx on hub.follow_links (report_id);
create index follow_links_expires_at_idx on hub.follow_links (expires_at);
comment on table hub.follow_links is 'Links to a report that were mailed to its proven address. Each opens once and soon ends.';
comment on column hub.follow_links.token_hash is 'Keyed hash of the token in the link; the token itself is not kept.';

alter table hub.email_proofs enable row level security;
alter table hub.follow_links enable row level security;
grant select on hub.email_proofs, hub.follow_links to service_role;

create function hub.mail_reporter(report hub.reports, template text, event_key text, parameters jsonb default '{}')
returns void
language sql volatile set search_path = ''
begin atomic
	select hub.post_mail(mail_reporter.event_key, mail_reporter.template, (report).locale,
		jsonb_build_object('reference', (report).reference) || parameters, (report).report_id)
	from hub.report_reporters
	where report_reporters.report_id = (report).report_id and email_proven_at is not null;
end;
comment on function hub.mail_reporter is
	'A mail to the reporter, if the address was proven: who fills in another''s address must not have them mailed.';
revoke execute on function hub.mail_reporter from public;
