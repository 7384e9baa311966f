-- Two things a report is told apart by in the trends: what exactly happened within a category, and
-- how far it is known who reports. Both are kept with the report, so that erasing does not change them.

alter table hub.report_categories add column sub_category text references hub.sub_categories;
create index report_categories_sub_category_idx on hub.report_categories (sub_category, report_id)
	where sub_category is not null;
comment on column hub.report_categories.sub_category is
	'What exactly happened, where the words of the reporter say so; null when they do not, or when the committee chose the category.';

-- Functions use the row type of reports, so a column with a default at once is refused.
alter table hub.reports add column verification text;
update hub.reports set verification = coalesce((
	select case when email_proven_at is null then 'email' else 'proven' end
	from hub.report_reporters where report_reporters.report_id = reports.report_id), 'none');
alter table hub.reports alter column verification set default 'none', alter column verification set not null,
	add check (verification in ('none', 'email', 'proven'));
comment on column hub.reports.verification is
	'How far it is known who reports: nothing was left, an e-mail address was, or an address was left and proven. It stays when the address is erased.';

create function hub.note_proven_email() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update hub.reports set verification = 'proven' where report_id = new.report_id;
	return null;
end $$;
comment on function hub.note_proven_email is
	'Definer: nobody writes reports. Keeps with a report that its reporter proved the address.';
revoke execute on function hub.note_proven_email from public;
create trigger note_proven_email after update of email_proven_at on hub.report_reporters
	for each row when (old.email_proven_at is null and new.email_proven_at is not null)
	execute function hub.note_proven_email();
