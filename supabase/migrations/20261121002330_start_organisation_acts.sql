-- What acts on numbers and in the chain share.

create function hub.must_own(organisation_id uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
	if organisation_id is null or organisation_id not in (select hub.my_organisations('owner')) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
end $$;
comment on function hub.must_own is 'Refuses who is no owner of this organisation.';

create function hub.mail_members_of(organisation_id uuid, template text, event_key text, parameters jsonb,
	least_level hub.membership_level default 'owner') returns void
language sql volatile set search_path = ''
begin atomic
	select hub.post_mail(mail_members_of.event_key || ':' || memberships.user_id, template, 'nl', parameters,
		user_id => memberships.user_id)
	from hub.memberships
	where memberships.role = 'organisation_member' and memberships.level >= least_level
		and memberships.organisation_id = mail_members_of.organisation_id;
end;
comment on function hub.mail_members_of is 'One mail to every member of an organisation, of this level or a higher one.';

create function hub.take_document(token_hash text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare
	taken uuid;
begin
	if token_hash is null then
		return null;
	end if;
	with staged as (
		delete from hub.evidence
		where evidence.token_hash = decode(take_document.token_hash, 'hex')
			and report_id is null and staged_until > now()
		returning stored_key, name, media_type, byte_size, sha256, key_id)
	insert into hub.number_documents (stored_key, name, media_type, byte_size, sha256, key_id)
	select * from staged returning document_id into taken;
	if taken is null then
		raise exception using errcode = 'GH020', message = 'evidence_gone';
	end if;
	return taken;
end $$;
comment on function hub.take_document is
	'Makes a file that was staged a document on numbers; who knows the hash of its token may use it, once.';

revoke execute on function hub.must_own, hub.mail_members_of, hub.take_document from public;
