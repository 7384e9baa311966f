-- A reporter proves the address that stands with the report, by a code that is mailed there.

create function public.begin_email_proof(code_hash text, proof_hash text, sealed text, key_id text) returns void
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	proof hub.email_proofs;
	lasts constant interval := interval '15 minutes';
begin
	if not exists (
		select from hub.report_reporters where report_id = report.report_id and email_proven_at is null)
	then
		raise exception using errcode = 'GH013', message = 'no_address_to_prove';
	end if;
	select * into proof from hub.email_proofs where report_id = report.report_id;
	if proof.sent_at > now() - interval '1 minute'
		or (proof.times_sent >= 5 and proof.first_sent_at > now() - interval '1 day') then
		raise exception using errcode = 'GH010', message = 'codes_too_many';
	end if;
	insert into hub.email_proofs as kept (report_id, code_hash, expires_at)
	values (report.report_id, decode(proof_hash, 'hex'), now() + lasts)
	on conflict (report_id) do update set code_hash = excluded.code_hash, sent_at = now(),
		expires_at = excluded.expires_at, attempts = 0,
		times_sent = case when kept.first_sent_at > now() - interval '1 day' then kept.times_sent + 1 else 1 end,
		first_sent_at = case when kept.first_sent_at > now() - interval '1 day' then kept.first_sent_at else now() end;
	perform hub.post_mail('email_code:' || proof_hash, 'prove_email', report.locale,
		jsonb_build_object('reference', report.reference), report.report_id, sealed => sealed, key_id => key_id);
end $$;
comment on function public.begin_email_proof is
	'Definer: the server alone, with the keyed hash of a follow code. Mails a code to the address of the report: one a minute, five a day.';

create function public.finish_email_proof(code_hash text, proof_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	proof hub.email_proofs;
	most_attempts constant integer := 5;
begin
	select * into proof from hub.email_proofs where report_id = report.report_id for update;
	if proof.report_id is null or proof.expires_at <= now() or proof.attempts >= most_attempts then
		return 'too_old';
	end if;
	-- Keyed hashes: how long it takes to compare them tells nothing of the code.
	if proof.code_hash <> decode(proof_hash, 'hex') then
		update hub.email_proofs set attempts = attempts + 1 where report_id = report.report_id;
		return 'wrong';
	end if;
	delete from hub.email_proofs where report_id = report.report_id;
	update hub.report_reporters set email_proven_at = now() where report_id = report.report_id;
	perform hub.add_reporter_event(report, 'email_proven');
	return 'proven';
end $$;
comment on function public.finish_email_proof is
	'Definer: the server alone, with the keyed hash of a follow code. Tells proven, wrong or too_old; a wrong code counts, so it is no refusal, which would undo that.';

revoke execute on function public.begin_email_proof, public.finish_email_proof from public;
grant execute on function public.begin_email_proof, public.finish_email_proof to service_role;
