-- What an organisation answers to a report, and what the reporter thinks of that.

create type hub.answer_type as enum ('accepted', 'explained', 'rejected', 'not_ours');
comment on type hub.answer_type is
	'Accepted: something is put right. Explained: it was allowed. Rejected: it did not happen so. Not ours: another party called.';

create table hub.answer_reasons (
	code text primary key check (code ~ '^[a-z_]+$'),
	answer_type hub.answer_type not null,
	label_nl text not null,
	label_en text not null,
	position smallint not null,
	unique (answer_type, code)
);
comment on table hub.answer_reasons is 'The closed list of reasons an answer is given with.';

alter table hub.answer_reasons enable row level security;
create policy "everyone reads reasons of answers" on hub.answer_reasons
	for select to anon, authenticated using (true);
grant select on hub.answer_reasons to anon, authenticated, service_role;

create table hub.report_answers (
	answer_id bigint generated always as identity primary key,
	report_id bigint not null references hub.reports on delete cascade,
	organisation_id uuid not null references hub.organisations,
	answer_type hub.answer_type not null,
	reason text not null,
	text text check (length(text) between 1 and 6000),
	has_promise boolean not null default false,
	promise_due_on date,
	answered_at timestamptz not null default now(),
	answered_by uuid references auth.users on delete set null,
	verdict text check (verdict in ('solved', 'not_solved')),
	verdict_text text check (length(verdict_text) <= 4000),
	verdict_at timestamptz,
	reopened_at timestamptz,
	promise_asked_at timestamptz,
	is_promise_kept boolean,
	promise_checked_at timestamptz,
	foreign key (answer_type, reason) references hub.answer_reasons (answer_type, code),
	check (not has_promise or answer_type = 'accepted'),
	check (promise_due_on is null or has_promise),
	check ((verdict is null) = (verdict_at is null)),
	check ((is_promise_kept is null) = (promise_checked_at is null))
);
create index report_answers_report_id_idx on hub.report_answers (report_id, answer_id);
create index report_answers_organisation_id_idx on hub.report_answers (organisation_id);
create index report_answers_verdicts_idx on hub.report_answers (organisation_id, verdict_at) where verdict is not null;
create index report_answers_reason_idx on hub.report_answers (answer_type, reason);
create index report_answers_answered_by_idx on hub.report_answers (answered_by);
comment on table hub.report_answers is
	'Answers of organisations, oldest first; a report that is reopened may be answered again. With each stands what the reporter thinks of it.';
comment on column hub.report_answers.text is 'With personal data masked; null once it was erased.';
comment on column hub.report_answers.has_promise is 'Whether something is still to be done, which the desk asks about later.';
comment on column hub.report_answers.verdict_text is 'What the reporter wrote with the verdict, with personal data masked.';
comment on column hub.report_answers.reopened_at is 'When the reporter asked for another answer: once for each answer.';
comment on column hub.report_answers.promise_asked_at is 'When the desk asked whether the promise was kept.';

alter table hub.report_answers enable row level security;
create policy "staff read answers" on hub.report_answers
	for select to authenticated using ((select hub.has_role('moderator', 'committee', 'regulator', 'administrator')));
create policy "members read answers of their organisation to reports they read" on hub.report_answers
	for select to authenticated using (
		organisation_id in (select hub.my_organisations())
		and exists (select from hub.reports where reports.report_id = report_answers.report_id));
grant select on hub.report_answers to authenticated, service_role;

create function hub.last_answer(id bigint) returns hub.report_answers
language sql stable set search_path = ''
return (
	select report_answers from hub.report_answers
	where report_answers.report_id = id order by answer_id desc limit 1
);
comment on function hub.last_answer is 'The newest answer to a report that the caller may read.';
revoke execute on function hub.last_answer from public;
