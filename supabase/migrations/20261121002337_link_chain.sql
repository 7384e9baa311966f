-- Proposing, confirming and ending links in the chain.

create function public.propose_link(organisation_id uuid, other_id uuid, is_worker boolean, role text,
	valid_from date, valid_until date default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	worker constant uuid := case when is_worker then organisation_id else other_id end;
	client constant uuid := case when is_worker then other_id else organisation_id end;
	made uuid;
begin
	perform hub.must_own(organisation_id);
	if other_id = organisation_id or not exists (
		select from hub.organisations as known where known.organisation_id = other_id)
	then
		raise exception using errcode = 'GH404', message = 'organisation_not_found';
	elsif valid_until < valid_from then
		raise exception using errcode = 'GH009', message = 'last_day_not_possible';
	elsif exists (
		select from hub.chain_links as known
		where known.worker_id = worker and known.client_id = client and known.role = propose_link.role
			and known.state in ('proposed', 'confirmed')
			and known.period && daterange(propose_link.valid_from, propose_link.valid_until, '[]'))
	then
		raise exception using errcode = 'GH011', message = 'link_known_already';
	end if;
	insert into hub.chain_links (worker_id, client_id, role, valid_from, valid_until,
		proposed_by_organisation_id, proposed_by)
	values (worker, client, propose_link.role, propose_link.valid_from, propose_link.valid_until,
		organisation_id, auth.uid())
	returning link_id into made;
	perform hub.mail_members_of(other_id, 'chain_link_proposed', 'link_proposed:' || made, jsonb_build_object(
		'organisation', (select name from hub.organisations as own where own.organisation_id = propose_link.organisation_id),
		'is_worker', not is_worker));
	return made;
end $$;
comment on function public.propose_link is
	'Definer: checks by itself that the caller is an owner. Proposes that the own organisation works for the other one (is_worker), or the other for it. It is of no use until the other side confirms it.';

create function public.answer_link(link_id uuid, is_confirmed boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	link hub.chain_links;
	numbers record;
begin
	select * into link from hub.chain_links as known
	where known.link_id = answer_link.link_id and state = 'proposed'
		and case when proposed_by_organisation_id = worker_id then client_id else worker_id end
			in (select hub.my_organisations('owner')) for update;
	if link.link_id is null then
		raise exception using errcode = 'GH404', message = 'link_not_found';
	end if;
	update hub.chain_links set state = case when is_confirmed then 'confirmed' else 'refused' end,
		decided_at = now(), decided_by = auth.uid()
	where link_id = link.link_id;
	if is_confirmed then
		for numbers in
			select first_number, last_number from hub.number_registrations
			where organisation_id = link.client_id and contact_centre_id = link.worker_id and state = 'confirmed'
		loop
			perform hub.find_makers(link.client_id, numbers.first_number, numbers.last_number);
		end loop;
	end if;
end $$;
comment on function public.answer_link is
	'Definer: an owner of the side that did not propose it, which it checks itself. Confirms or refuses a link; on the numbers of the client that name the worker its reports become visible to it.';

create function public.end_link(link_id uuid, last_on date default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	link hub.chain_links;
begin
	select * into link from hub.chain_links as known
	where known.link_id = end_link.link_id and state in ('proposed', 'confirmed')
		and (worker_id in (select hub.my_organisations('owner')) or client_id in (select hub.my_organisations('owner')))
	for update;
	if link.link_id is null then
		raise exception using errcode = 'GH404', message = 'link_not_found';
	elsif link.state = 'proposed' then
		if link.proposed_by_organisation_id not in (select hub.my_organisations('owner')) then
			raise exception using errcode = 'GH403', message = 'not_allowed';
		end if;
		update hub.chain_links set state = 'withdrawn', decided_at = now(), decided_by = auth.uid()
		where link_id = link.link_id;
	elsif last_on is null or last_on < link.valid_from or last_on > coalesce(link.valid_until, last_on)
		or last_on < (now() at time zone 'Europe/Amsterdam')::date - 31 then
		raise exception using errcode = 'GH009', message = 'last_day_not_possible';
	else
		update hub.chain_links set valid_until = last_on where link_id = link.link_id;
	end if;
end $$;
comment on function public.end_link is
	'Definer: an owner of either side, which it checks itself. Gives a link its last day, at most a month back; who proposed one that waits takes it back.';

create function public.list_chain(organisation_id uuid) returns jsonb
language sql stable set search_path = ''
return (
	select coalesce(jsonb_agg(jsonb_build_object('link_id', links.link_id, 'role', links.role,
		'is_worker', links.worker_id = list_chain.organisation_id,
		'other', jsonb_build_object('id', others.organisation_id, 'name', others.name),
		'valid_from', links.valid_from, 'valid_until', links.valid_until,
		'is_proposed_by_us', links.proposed_by_organisation_id = list_chain.organisation_id,
		'state', case when links.state = 'confirmed' and links.valid_until < (now() at time zone 'Europe/Amsterdam')::date
			then 'ended' else links.state end)
		order by links.state <> 'proposed', links.valid_until is not null, others.name), '[]')
	from hub.chain_links as links
	join hub.organisations as others on others.organisation_id
		= case when links.worker_id = list_chain.organisation_id then links.client_id else links.worker_id end
	where list_chain.organisation_id in (links.worker_id, links.client_id)
		and links.state in ('proposed', 'confirmed', 'refused')
);
comment on function public.list_chain is 'The links of an organisation, as far as the caller may read them.';

revoke execute on function public.propose_link, public.answer_link, public.end_link, public.list_chain from public;
grant execute on function public.propose_link, public.answer_link, public.end_link, public.list_chain to authenticated;
