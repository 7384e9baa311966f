-- Back to a report without its follow code: by a link in a mail to the proven address.

create function public.begin_follow_links(address_key text, token_hashes text[], sealed text, key_id text)
returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	theirs record;
	lasts constant interval := interval '30 minutes';
begin
	delete from hub.follow_links where expires_at < now() - interval '1 day';
	select array_agg(report_id order by report_id desc) as ids, (array_agg(locale order by report_id desc))[1] as locale,
		jsonb_agg(reference order by report_id desc) as "references" into theirs
	from (
		select report_id, locale, reference from hub.reports
		join hub.report_reporters using (report_id)
		where reporter_key = decode(address_key, 'hex') and email_proven_at is not null
			and follow_code_hash is not null and state not in ('withdrawn', 'anonymised')
		order by report_id desc limit cardinality(token_hashes)) as newest;
	-- Whoever asks is told the same; only one mail in five minutes goes out, whoever asks.
	if theirs.ids is null or exists (
		select from hub.follow_links
		where report_id = any (theirs.ids) and made_at > now() - interval '5 minutes')
	then
		return 0;
	end if;
	insert into hub.follow_links (token_hash, report_id, expires_at)
	select decode(token_hash, 'hex'), theirs.ids[position], now() + lasts
	from unnest(token_hashes) with ordinality as tokens (token_hash, position)
	where position <= cardinality(theirs.ids);
	perform hub.post_mail('follow_links:' || token_hashes[1], 'follow_links', theirs.locale,
		jsonb_build_object('references', theirs."references"), sealed => sealed, key_id => key_id);
	return cardinality(theirs.ids);
end $$;
comment on function public.begin_follow_links is
	'Definer: the server alone, with the keyed hash of an address. One mail with a link for each report of that proven address that can be followed, newest first; nothing for an address nobody proved. The tokens are the server''s, in the order of the reports.';

create function public.use_follow_link(token_hash text) returns text
language sql volatile security definer set search_path = ''
begin atomic
	update hub.follow_links set used_at = now()
	from hub.reports
	where follow_links.token_hash = decode(use_follow_link.token_hash, 'hex')
		and used_at is null and expires_at > now() and reports.report_id = follow_links.report_id
	returning encode(follow_code_hash, 'hex');
end;
comment on function public.use_follow_link is
	'Definer: the server alone, with the keyed hash of a token. The keyed hash of the follow code it stands for, once; null when it is used, too old or unknown.';

revoke execute on function public.begin_follow_links, public.use_follow_link from public;
grant execute on function public.begin_follow_links, public.use_follow_link to service_role;
