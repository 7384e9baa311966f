-- What members do with reports among themselves.

create function hub.handle_reports(organisation uuid, wanted text[]) returns setof bigint
language plpgsql volatile set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'handler');
	insert into hub.report_handlings (report_id, organisation_id)
	select report_id, organisation from hub.reports
	where reference = any (wanted[1:200]) and organisation_id = organisation
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now()
	on conflict do nothing;
	return query
	select reports.report_id from hub.reports
	where reference = any (wanted[1:200]) and organisation_id = organisation
		and state not in ('received', 'held', 'withdrawn', 'anonymised') and shown_from <= now();
end $$;
comment on function hub.handle_reports is
	'Those of the references, 200 at most, that are of the caller''s organisation, each with a row to keep something of it.';

create function public.assign_reports(organisation uuid, wanted text[], assignee uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	ids constant bigint[] := array(select hub.handle_reports(organisation, wanted));
begin
	if assignee is not null and not exists (
		select from hub.memberships where user_id = assignee and organisation_id = organisation)
	then
		raise exception using errcode = 'GH404', message = 'member_not_found';
	end if;
	update hub.report_handlings set assigned_to = assignee
	where report_id = any (ids) and organisation_id = organisation;
	return cardinality(ids);
end $$;
comment on function public.assign_reports is
	'Definer: checks by itself that the caller handles reports of the organisation. A member looks after them, or nobody; how many.';

create function public.name_reports(organisation uuid, wanted text[], own_name text) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	ids constant bigint[] := array(select hub.handle_reports(organisation, wanted));
begin
	update hub.report_handlings set own_reference = nullif(btrim(own_name), '')
	where report_id = any (ids) and organisation_id = organisation;
	return cardinality(ids);
end $$;
comment on function public.name_reports is
	'Definer: checks by itself that the caller handles reports of the organisation. Gives them the organisation''s own reference; how many.';

create function public.add_note(reference text, audience text, note text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_own_report(reference);
begin
	if coalesce(btrim(note), '') = '' then
		raise exception using errcode = 'GH009', message = 'message_needed';
	end if;
	insert into hub.report_notes (report_id, organisation_id, audience, author_id, text)
	values (report.report_id, report.organisation_id, add_note.audience, auth.uid(), btrim(note));
end $$;
comment on function public.add_note is
	'Definer: checks by itself that the caller handles reports of the organisation. Adds a note for the organisation itself, or for committee and regulator (supervision). The server masks personal data before.';

create function public.list_answer_templates(organisation uuid)
returns table (template_id uuid, name text, answer_type hub.answer_type, reason text, text text)
language sql stable set search_path = ''
begin atomic
	select template_id, name, answer_type, reason, text from hub.answer_templates
	where organisation_id = organisation order by name;
end;
comment on function public.list_answer_templates is 'The templates of an organisation of the caller.';

create function public.save_answer_template(organisation uuid, template_id uuid, name text,
	answer_type hub.answer_type, reason text, text text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	id uuid;
begin
	perform hub.require_own(organisation, 'handler');
	if exists (select from hub.answer_templates as other
		where other.organisation_id = organisation and other.name = btrim(save_answer_template.name)
			and other.template_id is distinct from save_answer_template.template_id)
	then
		raise exception using errcode = 'GH002', message = 'template_name_taken';
	end if;
	if save_answer_template.template_id is null then
		insert into hub.answer_templates (organisation_id, name, answer_type, reason, text)
		values (organisation, btrim(save_answer_template.name), save_answer_template.answer_type,
			save_answer_template.reason, save_answer_template.text)
		returning template_id into id;
		return id;
	end if;
	update hub.answer_templates set name = btrim(save_answer_template.name),
		answer_type = save_answer_template.answer_type, reason = save_answer_template.reason,
		text = save_answer_template.text, changed_at = now()
	where template_id = save_answer_template.template_id and organisation_id = organisation
	returning template_id into id;
	if id is null then
		raise exception using errcode = 'GH404', message = 'template_not_found';
	end if;
	return id;
end $$;
comment on function public.save_answer_template is
	'Definer: checks by itself that the caller handles reports of the organisation. Makes a template, or changes it by its id.';

create function public.remove_answer_template(organisation uuid, template_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.require_own(organisation, 'handler');
	delete from hub.answer_templates
	where answer_templates.template_id = remove_answer_template.template_id and organisation_id = organisation;
end $$;
comment on function public.remove_answer_template is
	'Definer: checks by itself that the caller handles reports of the organisation. Removes a template, if it is there.';

revoke execute on function hub.handle_reports, public.assign_reports, public.name_reports, public.add_note,
	public.list_answer_templates, public.save_answer_template, public.remove_answer_template from public;
grant execute on function public.assign_reports, public.name_reports, public.add_note,
	public.list_answer_templates, public.save_answer_template, public.remove_answer_template to authenticated;
