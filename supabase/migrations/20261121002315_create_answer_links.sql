-- An organisation that nobody works for here still reads and answers what is about it: with a link
-- in a mail, for one report. The link is offered in the transaction of the delivery; the server,
-- which alone can make a secret, makes and mails it a moment later.

create table hub.answer_links (
	link_id bigint generated always as identity primary key,
	report_id bigint not null references hub.reports on delete cascade,
	organisation_id uuid not null references hub.organisations,
	token_hash bytea unique,
	offered_at timestamptz not null default now(),
	expires_at timestamptz not null,
	opened_at timestamptz,
	used_at timestamptz,
	check (token_hash is not null or (opened_at is null and used_at is null))
);
create index answer_links_report_id_idx on hub.answer_links (report_id);
create index answer_links_organisation_id_idx on hub.answer_links (organisation_id);
create index answer_links_waiting_idx on hub.answer_links (link_id) where token_hash is null;
comment on table hub.answer_links is
	'A link with which an organisation without members reads and answers one report, once.';
comment on column hub.answer_links.token_hash is 'Keyed hash of the secret in the link; null until the server has made and mailed it.';
comment on column hub.answer_links.expires_at is 'Thirty days after the term to answer.';

alter table hub.answer_links enable row level security;
grant select on hub.answer_links to service_role;

create function hub.offer_answer_link() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_op = 'UPDATE' and old.delivered_at is not distinct from new.delivered_at
		and (old.state = new.state or (new.state = 'open' and old.state not in ('held', 'contested', 'redirected')))
	then
		return null;
	end if;
	insert into hub.answer_links (report_id, organisation_id, expires_at)
	select new.report_id, new.organisation_id, hub.due_at('organisation_answer',
		case new.state when 'open' then new.delivered_at else now() end) + interval '30 days'
	from hub.organisations
	where organisations.organisation_id = new.organisation_id
		and coalesce(contact_email, objection_email) is not null
		and not exists (select from hub.memberships where memberships.organisation_id = new.organisation_id);
	return null;
end $$;
comment on function hub.offer_answer_link is
	'Definer: who delivers knows nothing of links. A report that is delivered or opened again to an organisation without members gets a link.';
-- What is imported is history, and what is invented has nobody to mail.
create trigger delivered_reports_get_a_link
	after insert or update of state, delivered_at on hub.reports
	for each row when (new.state in ('open', 'reopened') and new.delivered_at is not null
		and new.organisation_id is not null and new.origin not in ('import', 'demo'))
	execute function hub.offer_answer_link();

create function public.take_offered_links(most integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	-- What was answered, moved on or got somebody who reads it needs no link any more.
	delete from hub.answer_links as links using hub.reports as report
	where links.token_hash is null and report.report_id = links.report_id and (
		links.expires_at <= now() or report.organisation_id is distinct from links.organisation_id
		or report.state not in ('open', 'seen', 'reopened', 'expired')
		or exists (select from hub.memberships where memberships.organisation_id = links.organisation_id));
	return (
		select coalesce(jsonb_agg(jsonb_build_object('link_id', link_id, 'to', address) order by link_id), '[]')
		from (
			select links.link_id, coalesce(contact_email, objection_email) as address
			from hub.answer_links as links join hub.organisations using (organisation_id)
			join hub.reports on reports.report_id = links.report_id and reports.shown_from <= now()
			where links.token_hash is null and coalesce(contact_email, objection_email) is not null
			order by links.link_id limit most) as offered);
end $$;
comment on function public.take_offered_links is
	'Definer: the desk itself. Links that wait for their secret, of reports that are shown to their organisation, and the address each goes to.';

create function public.mail_answer_links(made jsonb) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	mail record;
	mailed integer := 0;
begin
	for mail in
		select links.link_id, links.report_id, reports.reference, reports.state, organisations.name, links.expires_at,
			case reports.state when 'reopened' then links.offered_at else reports.delivered_at end as starts_at,
			each.token_hash, each.sealed, each.key_id
		from jsonb_to_recordset(made) as each (link_id bigint, token_hash text, sealed text, key_id text)
		join hub.answer_links as links using (link_id)
		join hub.reports on reports.report_id = links.report_id
		join hub.organisations on organisations.organisation_id = links.organisation_id
		order by links.link_id
	loop
		update hub.answer_links set token_hash = decode(mail.token_hash, 'hex')
		where link_id = mail.link_id and token_hash is null;
		-- Another process was first.
		continue when not found;
		perform hub.post_mail('answer_link:' || mail.link_id, 'answer_by_link', 'nl', jsonb_build_object(
			'reference', mail.reference, 'organisation', mail.name,
			'answer_by', hub.due_at('organisation_answer', mail.starts_at), 'works_until', mail.expires_at),
			sealed => mail.sealed, key_id => mail.key_id);
		perform hub.add_system_event(mail.report_id, 'answer_link_sent');
		mailed := mailed + 1;
	end loop;
	return mailed;
end $$;
comment on function public.mail_answer_links is
	'Definer: the desk itself. Gives links their secrets [{link_id, token_hash, sealed, key_id}] and posts the mails; tells how many.';

revoke execute on function hub.offer_answer_link, public.take_offered_links, public.mail_answer_links from public;
grant execute on function public.take_offered_links, public.mail_answer_links to service_role;
