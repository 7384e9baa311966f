-- Spending a proof of work, in the transaction that files the report.

create function hub.spend_challenge(challenge bytea, expires_at timestamptz) returns boolean
language plpgsql volatile set search_path = '' as $$
begin
	-- A few at a time, passing over those that another filing is removing: no filing waits for this.
	with old as materialized (
		select spent.challenge from hub.spent_challenges as spent
		where spent.expires_at < now() - interval '1 hour'
		order by spent.expires_at limit 20 for update skip locked)
	delete from hub.spent_challenges as spent using old where spent.challenge = old.challenge;
	insert into hub.spent_challenges (challenge, expires_at)
	values (spend_challenge.challenge, spend_challenge.expires_at)
	on conflict do nothing;
	return found;
end $$;
comment on function hub.spend_challenge is
	'Whether this challenge is used for the first time. Of two at once the second waits for the first.';
revoke execute on function hub.spend_challenge from public;
