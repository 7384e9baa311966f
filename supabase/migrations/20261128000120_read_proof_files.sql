-- Who reads the answer to a request for proof, and its files: who asked, the committee and the regulator.

create function public.followed_proof_files(code_hash text)
returns table (proof_file_id uuid, name text, media_type text, byte_size integer, sha256 text)
language sql stable security definer set search_path = ''
begin atomic
	select files.proof_file_id, files.name, files.media_type, files.byte_size, encode(files.sha256, 'hex')
	from hub.proof_files as files join hub.proof_requests using (proof_request_id)
	where follow_code_hash = decode(code_hash, 'hex')
	order by files.uploaded_at, files.proof_file_id;
end;
comment on function public.followed_proof_files is
	'Definer: the server alone, with the keyed hash of a follow code. The files that came with the answer to this request for proof.';

create function public.read_followed_proof_file(code_hash text, proof_file_id uuid)
returns table (stored_key text, key_id text, name text, media_type text)
language sql stable security definer set search_path = ''
begin atomic
	select files.stored_key, files.key_id, files.name, files.media_type
	from hub.proof_files as files join hub.proof_requests using (proof_request_id)
	where follow_code_hash = decode(code_hash, 'hex')
		and files.proof_file_id = read_followed_proof_file.proof_file_id;
end;
comment on function public.read_followed_proof_file is
	'Definer: the server alone, with the keyed hash of a follow code. Where the contents of a file are; no row when this request has no such file.';

create function public.proofs_of_report(reference text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	if not hub.has_role('committee', 'regulator', 'administrator') then
		raise exception using errcode = 'GH403', message = 'not_allowed';
	end if;
	return (
		select coalesce(jsonb_agg(jsonb_build_object('reference', requests.reference, 'state', requests.state,
			'organisation_name', requests.organisation_name, 'requested_at', requests.requested_at,
			'due_at', requests.due_at, 'answered_at', requests.answered_at,
			'answer_encrypted', encode(answers.answer_encrypted, 'hex'), 'key_id', answers.key_id,
			'files', (select coalesce(jsonb_agg(jsonb_build_object('proof_file_id', proof_file_id, 'name', name,
					'media_type', media_type, 'byte_size', byte_size) order by uploaded_at, proof_file_id), '[]')
				from hub.proof_files where proof_files.proof_request_id = requests.proof_request_id))
			order by requests.requested_at), '[]')
		from hub.reports
		join hub.proof_requests as requests using (report_id)
		left join hub.proof_answers as answers using (proof_request_id)
		where reports.reference = proofs_of_report.reference);
end $$;
comment on function public.proofs_of_report is
	'Definer: checks by itself that the caller is of the committee, the regulator or an administrator; which report a request belongs to is told to nobody else. The answers are encrypted: the server has the key.';

create function public.read_proof_file(proof_file_id uuid)
returns table (stored_key text, key_id text, name text, media_type text)
language plpgsql volatile security definer set search_path = '' as $$
declare
	file hub.proof_files;
	reader constant text := (select mine.role::text from hub.my_roles() as mine (role)
		where mine.role in ('committee', 'regulator', 'administrator') order by mine.role desc limit 1);
begin
	select * into file from hub.proof_files where proof_files.proof_file_id = read_proof_file.proof_file_id;
	-- Who may not read it is not told that it is there.
	if file.proof_file_id is null or reader is null then
		raise exception using errcode = 'GH404', message = 'evidence_not_found';
	end if;
	insert into hub.report_events (report_id, event, from_state, to_state, actor_role, actor_id, details)
	select report_id, 'evidence_read', reports.state, reports.state, reader, auth.uid(),
		jsonb_build_object('evidence_id', file.proof_file_id)
	from hub.proof_requests join hub.reports using (report_id)
	where proof_requests.proof_request_id = file.proof_request_id;
	return query select file.stored_key, file.key_id, file.name, file.media_type;
end $$;
comment on function public.read_proof_file is
	'Definer: checks the role itself, and writes down with the report who reads. Where the contents of a file with a proof are.';

revoke execute on function public.followed_proof_files, public.read_followed_proof_file, public.proofs_of_report,
	public.read_proof_file from public;
grant execute on function public.followed_proof_files, public.read_followed_proof_file to service_role;
grant execute on function public.proofs_of_report, public.read_proof_file to authenticated;
