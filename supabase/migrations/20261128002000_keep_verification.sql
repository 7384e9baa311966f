-- How far it is known who reports is kept with the report, so that erasing the address does not change it.

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
