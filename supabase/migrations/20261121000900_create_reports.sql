-- A report, its life, and the moments of contact it is about.

create type hub.report_state as enum (
	'received', 'held', 'open', 'unattributed', 'seen', 'answered', 'closed', 'contested',
	'redirected', 'reopened', 'withdrawn', 'expired', 'anonymised');
comment on type hub.report_state is 'Where a report is in its life. Closed is not solved: see outcome.';

create type hub.report_outcome as enum (
	'solved', 'not_solved', 'no_verdict', 'unfounded', 'wrong_organisation', 'spoofed', 'unanswered');
comment on type hub.report_outcome is 'How a report ended.';

create type hub.organisation_match as enum
	('registered_number', 'chosen', 'exact_name', 'similar_name', 'committee');
comment on type hub.organisation_match is 'How the organisation of a report was found, surest first.';

create table hub.report_moves (
	from_state hub.report_state not null,
	to_state hub.report_state not null,
	primary key (from_state, to_state)
);
comment on table hub.report_moves is 'The moves between states that there are; the domain shows the same.';

create domain hub.report_reference as text check (value ~ '^[0-9]{2}-[0-9A-HJKMNP-TV-Z]{6}$');
comment on domain hub.report_reference is 'Year, hyphen, six signs of Crockford''s base 32: 26-7K3F9Q.';

create table hub.reports (
	report_id bigint generated always as identity primary key,
	reference hub.report_reference not null unique,
	kind text not null references hub.kinds,
	channel text not null references hub.channels,
	state hub.report_state not null,
	outcome hub.report_outcome,
	sector text not null default 'unknown' references hub.sectors,
	organisation_id uuid references hub.organisations,
	organisation_match hub.organisation_match,
	organisation_name text check (length(organisation_name) <= 120),
	caller_number hub.phone_number references hub.caller_numbers,
	narrative text check (length(narrative) <= 10000),
	facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
	postcode4 hub.postcode4,
	province text references hub.provinces,
	locale text not null default 'nl' check (locale in ('nl', 'en')),
	share_identity boolean not null default false,
	publish_narrative boolean not null default false,
	reporter_key bytea,
	counted_on date not null,
	is_counted boolean not null,
	origin text not null default 'form' check (origin in ('form', 'api', 'import', 'demo')),
	filed_at timestamptz not null default now(),
	delivered_at timestamptz,
	answer_due_at timestamptz,
	shown_from timestamptz not null default now(),
	counted_from timestamptz,
	client_key bytea not null unique,
	submission_digest bytea not null,
	follow_code_hash bytea unique,
	follows_report_id bigint references hub.reports,
	made_by_organisation_id uuid references hub.organisations,
	verification text not null default 'none' check (verification in ('none', 'email', 'proven')),
	check ((organisation_id is null) = (organisation_match is null)),
	check (state = 'anonymised' or caller_number is not null or organisation_id is not null
		or organisation_name is not null or narrative is not null)
);
create index reports_organisation_id_idx on hub.reports (organisation_id, report_id);
-- The inbox of an organisation, by term: what waits for an answer, what was dealt with, and all of it.
create index reports_to_answer_idx on hub.reports (organisation_id, answer_due_at, reference)
	where state in ('open', 'seen', 'reopened', 'expired') and origin <> 'import';
create index reports_dealt_with_idx on hub.reports (organisation_id, answer_due_at, reference)
	where state in ('answered', 'contested', 'closed');
create index reports_by_term_idx on hub.reports (organisation_id, answer_due_at, reference)
	where answer_due_at is not null;
create index reports_made_by_organisation_id_idx on hub.reports (made_by_organisation_id, report_id)
	where made_by_organisation_id is not null;
create index reports_follows_report_id_idx on hub.reports (follows_report_id) where follows_report_id is not null;
create index reports_caller_number_idx on hub.reports (caller_number, report_id);
create index reports_counted_on_idx on hub.reports (counted_on);
create index reports_state_idx on hub.reports (state, report_id);
-- Under RLS a state cannot be looked up in an index (enum_eq is not leakproof), but in this one.
create index reports_held_idx on hub.reports (report_id) where state = 'held';
create index reports_kind_idx on hub.reports (kind, report_id);
create index reports_channel_idx on hub.reports (channel, report_id);
create index reports_sector_idx on hub.reports (sector, report_id);
create index reports_province_idx on hub.reports (province, report_id);
comment on table hub.reports is 'One complaint or compliment about one or more contacts by the same party.';
comment on column hub.reports.organisation_name is 'The name as the reporter gave it.';
comment on column hub.reports.narrative is
	'What the reporter told, with personal data masked. It may be somewhat longer than what was sent: a mask may be longer than what it hides.';
comment on column hub.reports.facts is 'Answers that the rules need, by fact name; unknown is left out.';
comment on column hub.reports.reporter_key is
	'Keyed hash of the reporter''s e-mail address, to count one person once; null when there is none.';
comment on column hub.reports.counted_on is 'The day of the first contact in Amsterdam: where the trends count it.';
comment on column hub.reports.is_counted is 'False while held and after withdrawal: then the trends leave it out.';
comment on column hub.reports.shown_from is
	'The end of the hour in which it was filed, or in which the reporter pointed it to another organisation: before, no member, link or key of an organisation sees it, nor is told of it.';
comment on column hub.reports.counted_from is
	'The end of the hour in which its reporter changed where it is counted (another organisation, an earlier day); null when that never was, then as shown_from. Before it only staff count it so.';
comment on column hub.reports.answer_due_at is
	'The first moment after the term of the organisation to answer; begins anew when it is delivered again or reopened.';
comment on column hub.reports.client_key is 'Hash of the sender''s idempotency key: the same key files once.';
comment on column hub.reports.submission_digest is 'Digest of what was sent, to tell a repetition from another report with the same key.';
comment on column hub.reports.follow_code_hash is 'Derived hash of the secret follow code; the code itself is not kept.';
comment on column hub.reports.follows_report_id is 'The earlier report of the same reporter that this one goes on from.';
comment on column hub.reports.made_by_organisation_id is
	'The link in the chain that made the contact for the organisation, where that is known; a trigger keeps it.';
comment on column hub.reports.verification is
	'How far it is known who reports: nothing was left, an e-mail address was, or an address was left and proven. It stays when the address is erased.';

create table hub.report_contacts (
	report_id bigint not null references hub.reports on delete cascade,
	position smallint not null check (position between 1 and 50),
	contact_at timestamptz not null,
	is_time_known boolean not null,
	shown_from timestamptz not null default '-infinity',
	primary key (report_id, position)
);
comment on table hub.report_contacts is 'The calls, visits or approaches a report is about, earliest first.';
comment on column hub.report_contacts.is_time_known is 'False: only the day counts, the time is noon.';
comment on column hub.report_contacts.shown_from is
	'Of a contact that was added to a report the end of that hour: before, no organisation sees it. Those that it was filed with are seen with the report.';

create table hub.report_categories (
	report_id bigint not null references hub.reports on delete cascade,
	category text not null references hub.categories,
	source text not null check (source in ('reporter', 'suggested', 'committee')),
	score real check (score between 0 and 1),
	is_primary boolean not null,
	sub_category text references hub.sub_categories,
	primary key (report_id, category)
);
create unique index report_categories_primary_idx on hub.report_categories (report_id) where is_primary;
create index report_categories_category_idx on hub.report_categories (category, report_id);
create index report_categories_sub_category_idx on hub.report_categories (sub_category, report_id)
	where sub_category is not null;
comment on table hub.report_categories is 'What a report is about; one category is primary.';
comment on column hub.report_categories.source is 'Who says so: the reporter, the categoriser, or the committee after the fact.';
comment on column hub.report_categories.sub_category is
	'What exactly happened, where the words of the reporter say so; null when they do not, or when the committee chose the category.';
