-- Asking for a dossier, and taking it along. Each is in the audit trail.

create function public.ask_dossier(
	side text, purpose text, locale text, case_reference text default null, filters jsonb default null)
returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	wanted constant jsonb := jsonb_strip_nulls(coalesce(filters, '{}'));
	of_case hub.cases;
	asked uuid;
	gathered integer;
begin
	if side is null or side not in (select hub.my_sides()) then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	elsif case_reference is not null then
		select * into of_case from hub.cases
		where cases.reference = case_reference and (cases.owner = ask_dossier.side or cases.shared_at is not null);
		if of_case.case_id is null then
			raise exception using errcode = 'GH404', message = 'case_not_found';
		end if;
	elsif wanted = '{}' then
		raise exception using errcode = 'GH009', message = 'selection_needed';
	end if;
	insert into hub.dossiers (side, case_id, locale, asked_by, total, selection)
	values (ask_dossier.side, of_case.case_id, ask_dossier.locale, auth.uid(), 0,
		case when of_case.case_id is null then wanted else '{}' end)
	returning dossier_id into asked;
	if of_case.case_id is not null then
		insert into hub.dossier_reports (dossier_id, report_id)
		select asked, report_id from hub.case_reports where case_id = of_case.case_id;
	else
		execute format('insert into hub.dossier_reports (dossier_id, report_id)
			select %L::uuid, reports.report_id from %s where %s order by reports.report_id desc limit 20000',
			asked, hub.reports_and_facets(wanted), hub.report_conditions(wanted));
	end if;
	get diagnostics gathered = row_count;
	if gathered = 0 then
		raise exception using errcode = 'GH009', message = 'selection_empty';
	end if;
	update hub.dossiers set total = gathered where dossier_id = asked;
	perform hub.record_look('dossier_asked', 'dossier', asked::text, purpose, case_reference);
	return asked;
end $$;
comment on function public.ask_dossier is
	'Definer: checks by itself for which side the caller speaks, and that the side may read the case. Asks for a dossier of a case, or of the reports that pass the filters (as hub.report_conditions reads them), the newest twenty thousand at most; in the audit trail.';

create function public.list_dossiers(of_case text default null, most integer default 20)
returns table (dossier_id uuid, case_reference text, selection jsonb, asked_at timestamptz, state text, done integer,
	total integer, byte_size bigint, sha256 text, manifest_sha256 text, ready_at timestamptz, expires_at timestamptz)
language sql stable set search_path = ''
begin atomic
	select dossiers.dossier_id, cases.reference, dossiers.selection, dossiers.asked_at, dossiers.state, dossiers.done,
		dossiers.total, dossiers.byte_size, dossiers.sha256, dossiers.manifest_sha256, dossiers.ready_at, dossiers.expires_at
	from hub.dossiers left join hub.cases using (case_id)
	where of_case is null or cases.reference = of_case
	order by dossiers.asked_at desc limit least(greatest(list_dossiers.most, 1), 100);
end;
comment on function public.list_dossiers is 'Dossiers that the caller''s side asked for, newest first, and how far they are.';

create function public.read_dossier(dossier_id uuid, purpose text)
returns table (stored_key text, key_id text, parts integer, byte_size bigint, case_reference text)
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	wanted hub.dossiers;
	reference text;
begin
	select * into wanted from hub.dossiers
	where dossiers.dossier_id = read_dossier.dossier_id and dossiers.side in (select hub.my_sides())
		and dossiers.state = 'ready' and dossiers.expires_at > now();
	-- One of the other side is the same as none.
	if wanted.dossier_id is null then
		raise exception using errcode = 'GH404', message = 'dossier_not_found';
	end if;
	select cases.reference into reference from hub.cases where cases.case_id = wanted.case_id;
	perform hub.record_look('dossier_downloaded', 'dossier', wanted.dossier_id::text, purpose, reference);
	return query select wanted.stored_key, wanted.key_id, wanted.parts, wanted.byte_size, reference;
end $$;
comment on function public.read_dossier is
	'Definer: checks by itself that the caller''s side asked for it. Where the parts of a dossier lie; that it is taken along is in the audit trail.';

revoke execute on function public.ask_dossier, public.list_dossiers, public.read_dossier from public;
grant execute on function public.ask_dossier, public.list_dossiers, public.read_dossier to authenticated;
