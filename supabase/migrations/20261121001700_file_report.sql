-- Filing: one function, one transaction. The server has parsed, masked and classified; here it is
-- decided whether the report stands, whose it is and what state it starts in.

create function hub.new_reference(on_date date) returns hub.report_reference
language plpgsql volatile set search_path = '' as $$
declare
	signs constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	candidate text;
	noise bytea;
begin
	loop
		noise := uuid_send(gen_random_uuid());
		candidate := to_char(on_date, 'YY') || '-';
		for byte in 0..5 loop
			candidate := candidate || substr(signs, (get_byte(noise, byte) & 31) + 1, 1);
		end loop;
		exit when not exists (select from hub.reports where reference = candidate);
	end loop;
	return candidate;
end $$;
comment on function hub.new_reference is 'A reference that no report has yet; random, so that it tells nothing of how many there are.';

create function hub.filing_receipt(id bigint, is_repeated boolean) returns jsonb
language sql stable set search_path = ''
return (
	select jsonb_build_object(
		'reference', reports.reference,
		'state', reports.state,
		'is_repeated', is_repeated,
		'caller_number', reports.caller_number,
		'organisation', case when organisations.organisation_id is not null then jsonb_build_object(
			'id', organisations.organisation_id, 'name', organisations.name, 'match', reports.organisation_match) end,
		'categories', coalesce((
			select jsonb_agg(jsonb_build_object('code', category, 'source', source, 'score', score)
				order by is_primary desc, score desc nulls last, category)
			from hub.report_categories where report_categories.report_id = reports.report_id), '[]'),
		'findings', hub.findings_of(reports.report_id))
	from hub.reports left join hub.organisations using (organisation_id)
	where reports.report_id = id
);
comment on function hub.filing_receipt is 'What the reporter is told after filing.';

create function public.file_report(submission jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	filing record;
	first_contact_at timestamptz;
	last_contact_at timestamptz;
	counted_day date;
	place text;
	attribution record;
	start_state hub.report_state;
	id bigint;
	earlier record;
begin
	select * into filing from jsonb_to_record(submission) as fields (
		client_key text, submission_digest text, follow_code_hash text, follows_code_hash text, kind text, channel text,
		organisation_id uuid, organisation_name text, sector text, caller_number text,
		number_type text, number_country text, narrative text, facts jsonb, postcode4 smallint,
		locale text, share_identity boolean, publish_narrative boolean, reporter_key text,
		email_encrypted text, narrative_encrypted text, key_id text, origin text, filed_at timestamptz, is_held boolean,
		hold_reason text, narrative_bands integer[], challenge text, challenge_expires_at timestamptz, contacts jsonb,
		categories jsonb, evidence text[], share_evidence boolean, findings jsonb,
		objection_reference text);

	select report_id, submission_digest into earlier from hub.reports
	where client_key = decode(filing.client_key, 'hex');
	if found then
		if earlier.submission_digest <> decode(filing.submission_digest, 'hex') then
			raise exception using errcode = 'GH003', message = 'idempotency_key_reused';
		end if;
		return hub.filing_receipt(earlier.report_id, true);
	end if;

	if filing.challenge is not null
		and not hub.spend_challenge(decode(filing.challenge, 'hex'), filing.challenge_expires_at) then
		filing.is_held := true;
		filing.hold_reason := coalesce(filing.hold_reason, 'no_proof_of_work');
	end if;

	select min(contact_at), max(contact_at) into first_contact_at, last_contact_at
	from jsonb_to_recordset(filing.contacts) as contact (contact_at timestamptz);
	filing.filed_at := coalesce(filing.filed_at, now());
	if last_contact_at > filing.filed_at + interval '5 minutes' then
		raise exception using errcode = 'GH005', message = 'contact_in_the_future';
	end if;
	if exists (
		select from jsonb_to_recordset(filing.categories) as chosen (code text)
		where not exists (
			select from hub.categories as known where known.code = chosen.code and known.kind = filing.kind))
	then
		raise exception using errcode = 'GH007', message = 'category_of_another_kind';
	end if;
	if filing.is_held is not true and hub.is_copied_text(filing.narrative_bands, filing.filed_at) then
		filing.is_held := true;
		filing.hold_reason := 'copied_text';
	end if;
	counted_day := (coalesce(first_contact_at, filing.filed_at) at time zone 'Europe/Amsterdam')::date;
	place := hub.province_of(filing.postcode4);

	select * into attribution from hub.find_organisation(
		filing.caller_number, filing.organisation_id, filing.organisation_name, counted_day);
	start_state := case when filing.is_held then 'held'
		when attribution.organisation_id is not null then 'open' else 'unattributed' end::hub.report_state;

	if filing.caller_number is not null then
		insert into hub.caller_numbers (caller_number, type, country)
		values (filing.caller_number, filing.number_type, filing.number_country)
		on conflict do nothing;
	end if;

	insert into hub.reports (reference, kind, channel, state, sector, organisation_id,
		organisation_match, organisation_name, caller_number, narrative, facts, postcode4, province,
		locale, share_identity, publish_narrative, reporter_key, counted_on, is_counted, origin,
		filed_at, delivered_at, shown_from, client_key, submission_digest, follow_code_hash, verification, follows_report_id)
	select hub.new_reference((filing.filed_at at time zone 'Europe/Amsterdam')::date),
		filing.kind, filing.channel, start_state,
		coalesce(nullif(filing.sector, 'unknown'), organisations.sector, 'unknown'),
		attribution.organisation_id, attribution.match,
		coalesce(filing.organisation_name, hub.name_besides(filing.organisation_id, attribution.organisation_id)), filing.caller_number,
		filing.narrative, coalesce(filing.facts, '{}'), filing.postcode4, place,
		coalesce(filing.locale, 'nl'), coalesce(filing.share_identity, false),
		coalesce(filing.publish_narrative, false), decode(filing.reporter_key, 'hex'), counted_day,
		start_state <> 'held', coalesce(filing.origin, 'form'), filing.filed_at,
		case when start_state = 'open' then filing.filed_at end,
		-- An import is history: nobody is found by the minute of it.
		case filing.origin when 'import' then least(filing.filed_at, now()) else hub.told_at(filing.filed_at) end,
		decode(filing.client_key, 'hex'), decode(filing.submission_digest, 'hex'), decode(filing.follow_code_hash, 'hex'),
		case when filing.email_encrypted is null then 'none' else 'email' end,
		(select former.report_id from hub.reports as former
			where former.follow_code_hash = decode(filing.follows_code_hash, 'hex'))
	from (select) as one
	left join hub.organisations on organisations.organisation_id = attribution.organisation_id
	-- Whichever index is hit first: of two equal filings at once the second may stumble over the
	-- follow code before it sees the key.
	on conflict do nothing
	returning report_id into id;
	if id is null then
		-- The same filing came twice at once and the other one has just been committed; or, once in a
		-- lifetime, two took the same reference. Either way it goes well the second time.
		return public.file_report(submission - 'challenge');
	end if;

	insert into hub.report_contacts (report_id, position, contact_at, is_time_known)
	select id, row_number() over (order by contact_at), contact_at, is_time_known
	from jsonb_to_recordset(filing.contacts) as contact (contact_at timestamptz, is_time_known boolean);

	insert into hub.report_categories (report_id, category, source, score, is_primary, sub_category)
	select id, code, source, score, row_number() over () = 1, sub_category
	from jsonb_to_recordset(filing.categories) as category (code text, source text, score real, sub_category text);

	if jsonb_array_length(filing.findings) > 0 then
		perform hub.write_findings(id, filing.findings, filing.filed_at);
	end if;

	if filing.email_encrypted is not null then
		insert into hub.report_reporters (report_id, email_encrypted, key_id)
		values (id, decode(filing.email_encrypted, 'hex'), filing.key_id);
		perform hub.post_mail('filed:' || id, 'acknowledge_report', coalesce(filing.locale, 'nl'),
			jsonb_build_object('reference', (select reference from hub.reports where report_id = id),
				'is_held', start_state = 'held'), id);
	end if;

	if filing.narrative_encrypted is not null then
		insert into hub.report_originals (report_id, narrative_encrypted, key_id)
		values (id, decode(filing.narrative_encrypted, 'hex'), filing.key_id);
	end if;

	if filing.narrative_bands is not null then
		insert into hub.narrative_bands (report_id, bands, filed_at)
		values (id, filing.narrative_bands, filing.filed_at);
	end if;
	perform hub.attach_evidence(id, filing.evidence, filing.share_evidence);

	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, reason, occurred_at)
	values (id, 'filed', null, 'received', 'reporter', null, filing.filed_at),
		(id, case start_state when 'held' then 'held' when 'open' then 'delivered' else 'left_unattributed' end,
			'received', start_state, 'system', filing.hold_reason, filing.filed_at);

	if filing.objection_reference is not null then
		perform hub.note_contact_after_objection(id, filing.objection_reference);
	end if;
	perform hub.count_report(id, 1::smallint);
	return hub.filing_receipt(id, false);
end $$;
comment on function public.file_report is
	'Definer: nobody else may write reports; granted to service_role alone. Files one report, or gives the same receipt again for the same client_key. Refuses with GH003 idempotency_key_reused, GH005 contact_in_the_future, GH007 category_of_another_kind, GH020 evidence_gone, GH021 evidence_too_many. Keys, digests and ciphertext in hexadecimal; contacts [{contact_at, is_time_known}]; categories [{code, source, score, sub_category}], primary first; challenge: the proof of work that this report spends, and the report is held when it was spent before; evidence: hashes of the tokens of staged files; findings [{rule_id, outcome, severity, category}]; follows_code_hash of the report it goes on from.';

revoke execute on function hub.new_reference, hub.filing_receipt, public.file_report from public;
grant execute on function public.file_report to service_role;
