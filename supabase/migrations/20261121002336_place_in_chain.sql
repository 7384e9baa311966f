-- Which link in the chain made a contact.

create function hub.client_or_self(organisation uuid, on_date date) returns uuid
language sql stable security definer set search_path = ''
return (
	select case when count(distinct client_id) = 1 then (array_agg(client_id))[1] else organisation end
	from hub.chain_links
	where worker_id = organisation and role = 'contact_centre' and state = 'confirmed' and period @> on_date
);
comment on function hub.client_or_self is
	'Definer: links are not public. A contact centre with one client that day called for that client; any other organisation is itself.';

create function hub.name_besides(chosen uuid, attributed uuid) returns text
language sql stable set search_path = ''
return (select name from hub.organisations where organisation_id = chosen and chosen is distinct from attributed);
comment on function hub.name_besides is
	'The name of who the reporter chose, where the report went to another, so that it is not lost.';

create function hub.maker_of(organisation uuid, number hub.phone_number, name text, on_date date) returns uuid
language sql stable security definer set search_path = ''
return coalesce(
	(select registration.contact_centre_id from hub.number_registrations as registration
		where registration.state = 'confirmed' and registration.organisation_id = organisation
			and registration.numbers @> substr(number, 2)::int8
			and length(registration.first_number) = length(number) and registration.period @> on_date
			-- Named is not enough: it agreed, or the desk entered it.
			and (registration.proof = 'register' or registration.contact_centre_agreed_at is not null
				or hub.works_for(registration.contact_centre_id, organisation, on_date))),
	(select found.organisation_id from hub.find_organisation_by_name(name) as found
		where name is not null and exists (select from hub.chain_links where client_id = organisation)
			and hub.works_for(found.organisation_id, organisation, on_date)));
comment on function hub.maker_of is
	'Definer: registrations and links are not public. The contact centre of the registered number, else who the reporter named, if both agree that it works for the organisation; null when not known.';

create function hub.keep_maker() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.made_by_organisation_id := case when new.organisation_id is not null then
		hub.maker_of(new.organisation_id, new.caller_number, new.organisation_name, new.counted_on) end;
	return new;
end $$;
comment on function hub.keep_maker is 'Definer: whoever files or attributes a report. Sets the link that made the contact.';
create trigger reports_know_their_maker
	before insert or update of organisation_id on hub.reports
	for each row execute function hub.keep_maker();

create function hub.find_makers(organisation uuid, first_number hub.phone_number, last_number hub.phone_number)
returns void
language sql volatile set search_path = ''
begin atomic
	update hub.reports set made_by_organisation_id = hub.maker_of(organisation, caller_number, null, counted_on)
	where organisation_id = organisation and caller_number between find_makers.first_number and find_makers.last_number
		and length(caller_number) = length(find_makers.first_number) and made_by_organisation_id is null;
end;
comment on function hub.find_makers is
	'Of reports that an organisation has on these numbers: who made the contact, where that was not known.';

create function hub.forget_spoofed() returns trigger
language plpgsql set search_path = '' as $$
begin
	new.outcome := null;
	return new;
end $$;
comment on function hub.forget_spoofed is
	'A report that goes on after it was said to be spoofed is in the figures again; whoever moves it takes it out of the counts before and brings it back after.';
create trigger spoofed_reports_that_go_on
	before update of state on hub.reports for each row
	when (old.outcome = 'spoofed' and new.outcome = 'spoofed'
		and new.state in ('open', 'unattributed', 'redirected', 'reopened'))
	execute function hub.forget_spoofed();

revoke execute on function hub.client_or_self, hub.name_besides, hub.maker_of, hub.keep_maker, hub.find_makers,
	hub.forget_spoofed from public;
