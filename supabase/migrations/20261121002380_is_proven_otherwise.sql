-- What was shown not to be so leaves the rate of an organisation.

create function hub.is_proven_otherwise(report hub.reports) returns boolean
language sql immutable
return (report).state in ('closed', 'anonymised')
	and (report).outcome in ('unfounded', 'spoofed', 'wrong_organisation');
comment on function hub.is_proven_otherwise is
	'Whether a report ended with it being shown that it did not happen so, or was not theirs. That an organisation says so is not enough.';

revoke execute on function hub.is_proven_otherwise from public;
