-- Asking for a dossier, and taking it along. Each is in the audit trail.

create function public.ask_dossier(
	side text, purpose text, locale text, case_reference text default null,
	of_kind text default null, channel text default null, category text default null, sector text default null,
	province text default null, state hub.report_state default null, organisation_id text default null,
	number text default null, first_on date default null, last_on date default null)
returns uuid
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
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
	elsif num_nonnulls(of_kind, channel, category, sector, province, state, organisation_id, number, first_on) = 0 then
		raise exception using errcode = 'GH009', message = 'selection_needed';
	end if;
	insert into hub.dossiers (side, case_id, locale, asked_by, total, selection)
	values (ask_dossier.side, of_case.case_id, ask_dossier.locale, auth.uid(), 0, jsonb_strip_nulls(jsonb_build_object(
		'kind', of_kind, 'channel', channel, 'category', category, 'sector', sector, 'province', province, 'state', state,
		'organisation_id', organisation_id, 'number', number, 'first_on', first_on, 'last_on', last_on)))
	returning dossier_id into asked;
	if of_case.case_id is not null then
		insert into hub.dossier_reports (dossier_id, report_id)
		select asked, report_id from hub.case_reports where case_id = of_case.case_id;
	else
		insert into hub.dossier_reports (dossier_id, report_id)
		select asked, reports.report_id from hub.reports
		where (of_kind is null or reports.kind = of_kind)
			and (ask_dossier.channel is null or reports.channel = ask_dossier.channel)
			and (ask_dossier.category is null or exists (select from hub.report_categories as chosen
				where chosen.report_id = reports.report_id and chosen.category = ask_dossier.category))
			and (ask_dossier.sector is null or reports.sector = ask_dossier.sector)
			and (ask_dossier.province is null or reports.province = ask_dossier.province)
			and (ask_dossier.state is null or reports.state = ask_dossier.state)
			and (ask_dossier.organisation_id is null or reports.organisation_id = ask_dossier.organisation_id::uuid)
			and (ask_dossier.number is null or reports.caller_number = ask_dossier.number)
			and (ask_dossier.first_on is null or reports.counted_on >= ask_dossier.first_on)
			and (ask_dossier.last_on is null or reports.counted_on <= ask_dossier.last_on)
		order by reports.report_id desc
		limit 20000;
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
	'Definer: checks by itself for which side the caller speaks, and that the side may read the case. Asks for a dossier of a case, or of the reports that pass the filters, the newest twenty thousand at most; in the audit trail.';

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
