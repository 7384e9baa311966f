-- The public page of an organisation, its statement, and the committee that may hide it.

create function hub.statement_of(organisation_id uuid) returns hub.organisation_statements
language sql stable set search_path = ''
return (
	select organisation_statements from hub.organisation_statements
	where organisation_statements.organisation_id = statement_of.organisation_id
	order by statement_id desc limit 1
);
comment on function hub.statement_of is 'The newest statement of an organisation that the caller may read, hidden or not.';

create function public.make_statement(organisation_id uuid, statement text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.require_level(organisation_id, 'owner');
	if (select count(*) from hub.organisation_statements
		where organisation_statements.organisation_id = make_statement.organisation_id
			and stated_at > now() - interval '1 day') >= 10
	then
		raise exception using errcode = 'GH010', message = 'statements_too_many';
	end if;
	insert into hub.organisation_statements (organisation_id, text, stated_by)
	values (make_statement.organisation_id, nullif(btrim(make_statement.statement), ''), auth.uid());
end $$;
comment on function public.make_statement is
	'Definer: checks by itself that the caller is an owner of the organisation. Replaces its statement, or takes it back when there are no words; ten a day at most.';

create function public.own_statement(organisation_id uuid) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object('text', text, 'stated_at', stated_at, 'hidden_at', hidden_at, 'hide_reason', hide_reason)
	from hub.organisation_statements
	where organisation_statements.organisation_id = own_statement.organisation_id
	order by statement_id desc limit 1
);
comment on function public.own_statement is 'The statement of an organisation as its members and staff read it; null when there was none.';

create function public.list_statements(most integer default 50)
returns table (statement_id bigint, organisation_name text, organisation_slug text, statement text,
	stated_at timestamptz, hidden_at timestamptz, hide_reason text)
language sql stable set search_path = ''
begin atomic
	select statements.statement_id, organisations.name, organisations.slug, statements.text,
		statements.stated_at, statements.hidden_at, statements.hide_reason
	from hub.organisation_statements as statements join hub.organisations using (organisation_id)
	where statements.text is not null
	order by statements.statement_id desc limit least(greatest(most, 1), 200);
end;
comment on function public.list_statements is 'Statements, newest first, as far as the caller may read.';

create function public.hide_statement(statement_id bigint, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if hub.acting_role() is null then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	if coalesce(btrim(reason), '') = '' then
		raise exception using errcode = 'GH006', message = 'reason_needed';
	end if;
	update hub.organisation_statements set hidden_at = now(), hidden_by = auth.uid(), hide_reason = btrim(reason)
	where organisation_statements.statement_id = hide_statement.statement_id and hidden_at is null;
	if not found then
		raise exception using errcode = 'GH404', message = 'statement_not_found';
	end if;
end $$;
comment on function public.hide_statement is
	'Definer: checks the role itself. A moderator, the committee or an administrator takes a statement from the public page, with a reason that the organisation reads.';

create function hub.is_published(registration hub.number_registrations) returns boolean
language sql immutable
return (registration).state = 'confirmed' and (registration).published_on is not null;
comment on function hub.is_published is
	'Whether an organisation declares that these numbers stand on its website, and they are its own.';

create function public.organisation_by_slug(slug text) returns jsonb
language sql stable security definer set search_path = ''
return (
	select public.organisation(organisations.organisation_id) || jsonb_build_object(
		'statement', (
			select jsonb_build_object('text', newest.text, 'stated_at', newest.stated_at)
			from (select (hub.statement_of(organisations.organisation_id)).*) as newest
			where newest.text is not null and newest.hidden_at is null),
		'numbers', (
			select coalesce(jsonb_agg(jsonb_build_object('first_number', first_number, 'last_number', last_number)
				order by first_number), '[]')
			from hub.number_registrations as registrations
			where registrations.organisation_id = organisations.organisation_id
				and registrations.period @> (now() at time zone 'Europe/Amsterdam')::date
				and hub.is_published(registrations)))
	from hub.organisations where organisations.slug = organisation_by_slug.slug
);
comment on function public.organisation_by_slug is
	'Definer: a statement that was not hidden and numbers that were published are public, the tables are not. The card of an organisation with those; null when there is none.';

revoke execute on function hub.statement_of, hub.is_published, public.make_statement, public.own_statement, public.list_statements,
	public.hide_statement, public.organisation_by_slug from public;
grant execute on function public.make_statement, public.own_statement, public.list_statements,
	public.hide_statement to authenticated;
grant execute on function public.organisation_by_slug to anon, authenticated, service_role;
