-- What a member who signed in does with an objection, without the link of the mail.

create function public.acknowledge_own_objection(organisation uuid, reference text, is_processed boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	objection hub.objections;
begin
	perform hub.require_own(organisation, 'handler');
	select * into objection from hub.objections
	where objections.reference = acknowledge_own_objection.reference and organisation_id = organisation
		and (sent_at is not null or is_sent_by_desk) for update;
	perform hub.take_up_objection(objection, is_processed);
end $$;
comment on function public.acknowledge_own_objection is
	'Definer: checks by itself that the caller handles what comes to the organisation. It has the objection, or has processed it; each counts once.';

revoke execute on function public.acknowledge_own_objection from public;
grant execute on function public.acknowledge_own_objection to authenticated;
