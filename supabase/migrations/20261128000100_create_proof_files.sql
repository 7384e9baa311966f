-- Files that an organisation sends along with the consent it shows: a recording, a picture of the
-- form. As with evidence the contents lie outside the database, encrypted, under a random key.

create table hub.proof_files (
	proof_file_id uuid primary key default gen_random_uuid(),
	proof_request_id bigint not null references hub.proof_answers on delete cascade,
	stored_key text not null unique check (stored_key ~ '^[0-9a-f]{32}$'),
	name text not null check (length(name) between 1 and 100),
	media_type text not null,
	byte_size integer not null check (byte_size between 1 and 5 * 1024 * 1024),
	sha256 bytea not null check (length(sha256) = 32),
	key_id text not null,
	uploaded_at timestamptz not null default now()
);
create index proof_files_proof_request_id_idx on hub.proof_files (proof_request_id);
comment on table hub.proof_files is
	'A file with the answer to a request for proof. For who asked, the committee and the regulator; it goes with the answer.';
comment on column hub.proof_files.stored_key is 'The random name under which the contents are stored; told to the server alone.';
comment on column hub.proof_files.byte_size is 'Of the contents as they are given out, before encryption; so is sha256.';
comment on column hub.proof_files.key_id is 'Which key of the installation encrypted the contents.';

alter table hub.proof_files enable row level security;
create policy "committee and regulator read files with a proof" on hub.proof_files for select to authenticated
	using ((select hub.has_role('committee', 'regulator', 'administrator')));
grant select (proof_file_id, proof_request_id, name, media_type, byte_size, sha256, uploaded_at)
	on hub.proof_files to authenticated;
grant select on hub.proof_files to service_role;

create function hub.remove_proof_contents() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into hub.evidence (stored_key, name, media_type, byte_size, sha256, key_id, uploaded_at, staged_until)
	values (old.stored_key, old.name, old.media_type, old.byte_size, old.sha256, old.key_id, old.uploaded_at, now());
	return null;
end $$;
comment on function hub.remove_proof_contents is
	'Definer: whoever erases an answer. The contents of its files go with the next removal of what no report needs.';
create trigger proof_files_take_their_contents_along
	after delete on hub.proof_files for each row execute function hub.remove_proof_contents();

create function hub.keep_proof_files(request bigint, token_hashes text[]) returns void
language plpgsql volatile set search_path = '' as $$
declare
	most_files constant integer := 5;
	-- Twice the same file is one file.
	tokens bytea[] := array(select distinct decode(token, 'hex') from unnest(token_hashes) as token);
	kept integer;
begin
	if cardinality(tokens) > most_files then
		raise exception using errcode = 'GH021', message = 'evidence_too_many';
	end if;
	with staged as (
		delete from hub.evidence
		where evidence.token_hash = any (tokens) and report_id is null and staged_until > now()
		returning stored_key, name, media_type, byte_size, sha256, key_id)
	insert into hub.proof_files (proof_request_id, stored_key, name, media_type, byte_size, sha256, key_id)
	select request, staged.* from staged;
	get diagnostics kept = row_count;
	if kept < cardinality(tokens) then
		raise exception using errcode = 'GH020', message = 'evidence_gone';
	end if;
end $$;
comment on function hub.keep_proof_files is
	'Gives staged files, by the hashes of their tokens, to the answer to a request for proof that the caller has locked.';

revoke execute on function hub.remove_proof_contents, hub.keep_proof_files from public;
