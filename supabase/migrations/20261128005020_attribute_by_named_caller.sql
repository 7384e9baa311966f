-- Reports on the numbers of a caller that the committee has named arrive as they do when a number is
-- registered.

create function hub.named_by_committee(number hub.phone_number, on_date date)
returns table (caller_id bigint, organisation_id uuid)
language sql stable security definer set search_path = ''
begin atomic
	select callers.caller_id, callers.organisation_id
	from hub.likely_caller_numbers as known join hub.likely_callers as callers using (caller_id)
	where known.caller_number = number and callers.state = 'named' and callers.organisation_id is not null
		and known.period @> on_date
	order by callers.decided_at desc limit 1;
end;
comment on function hub.named_by_committee is
	'Definer: decisions of the committee are not public. The named caller that has a number on a day, and whose it is; the name holds for half a year before and after the reports it rests on.';

create function hub.is_named(number hub.phone_number, on_date date) returns boolean
language sql stable set search_path = ''
return exists (
	select from hub.likely_caller_numbers as known join hub.likely_callers as callers using (caller_id)
	where known.caller_number = number and callers.state = 'named' and known.period @> on_date);
comment on function hub.is_named is 'Whether a number is that of a named caller on a day, an organisation or one with a label alone.';

create function hub.begin_naming(caller hub.likely_callers) returns void
language plpgsql volatile set search_path = '' as $$
begin
	-- Of a number that two of them have, the last decision holds; what was over before stays as it was.
	update hub.likely_caller_numbers as former set valid_until = greatest(former.valid_from, (caller).first_on - 183) - 1
	from hub.likely_callers as callers, hub.likely_caller_numbers as known
	where callers.caller_id = former.caller_id and callers.state = 'named' and callers.caller_id <> (caller).caller_id
		and known.caller_id = (caller).caller_id and known.caller_number = former.caller_number
		and former.period @> (caller).last_on;
	-- A number is handed on: a name holds half a year around the days it rests on.
	update hub.likely_caller_numbers as known set ended_on = null, valid_until = (caller).last_on + 183,
		valid_from = greatest((caller).first_on - 183, (
			select max(former.valid_until) + 1
			from hub.likely_caller_numbers as former join hub.likely_callers as callers using (caller_id)
			where former.caller_number = known.caller_number and callers.state = 'named'
				and callers.caller_id <> known.caller_id and former.valid_until < (caller).last_on))
	where known.caller_id = (caller).caller_id;
	update hub.likely_caller_numbers as known set ended_on = claim.begins_on - 1
	from (
		select each.caller_number, min(registrations.valid_from) as begins_on
		from hub.likely_caller_numbers as each join hub.number_registrations as registrations
			on registrations.state = 'confirmed' and registrations.numbers @> substr(each.caller_number, 2)::int8
			and length(registrations.first_number) = length(each.caller_number)
			and registrations.organisation_id is distinct from (caller).organisation_id
			and registrations.valid_from > (caller).last_on
		where each.caller_id = (caller).caller_id group by 1) as claim
	where known.caller_id = (caller).caller_id and known.caller_number = claim.caller_number;
end $$;
comment on function hub.begin_naming is
	'From when until when the numbers of a caller that was just named are its own: half a year around its reports, after a name that the number had before, and until another organisation registered it.';

create function hub.renew_labels() returns void
language sql volatile set search_path = ''
begin atomic
	update hub.likely_caller_numbers as known set valid_until = told.last_on + 183
	from hub.likely_callers as callers, (
		select labelled.caller_id, labelled.caller_number, max(reports.counted_on) as last_on
		from hub.likely_caller_numbers as labelled join hub.likely_callers as labels using (caller_id)
		join hub.reports on reports.caller_number = labelled.caller_number and labelled.period @> reports.counted_on
		where labels.state = 'named' and labels.label is not null
			and reports.is_counted and reports.kind = 'complaint' and reports.organisation_id is null
		group by 1, 2) as told
	where callers.caller_id = known.caller_id and told.caller_id = known.caller_id
		and told.caller_number = known.caller_number and told.last_on + 183 > known.valid_until
		-- Not into the days of a caller that was named later.
		and not exists (
			select from hub.likely_caller_numbers as others join hub.likely_callers as named using (caller_id)
			where others.caller_number = known.caller_number and others.caller_id <> known.caller_id
				and named.state = 'named' and others.valid_from > known.valid_from);
end;
comment on function hub.renew_labels is
	'A caller that is known by a label alone goes on being reported: each number stays its own until half a year after its last report.';

create function hub.end_namings() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	ended record;
begin
	for ended in
		update hub.likely_caller_numbers as known set ended_on = new.valid_from - 1
		from hub.likely_callers as callers
		where callers.caller_id = known.caller_id and callers.state = 'named'
			and callers.organisation_id is distinct from new.organisation_id
			and known.caller_number between new.first_number and new.last_number
			and length(known.caller_number) = length(new.first_number)
			and known.period && daterange(new.valid_from, null)
		returning known.caller_id, known.caller_number
	loop
		perform hub.add_likely_caller_event(ended.caller_id, 'number_registered',
			details => jsonb_build_object('number', ended.caller_number, 'organisation_id', new.organisation_id));
		perform hub.follow_caller(ended.caller_id);
	end loop;
	return null;
end $$;
comment on function hub.end_namings is
	'Definer: whoever registers a number knows nothing of likely callers. A number that an organisation registered is no other caller''s any more.';
create trigger registrations_end_namings
	after insert or update of state on hub.number_registrations
	for each row when (new.state = 'confirmed') execute function hub.end_namings();

revoke execute on function hub.named_by_committee, hub.is_named, hub.begin_naming, hub.renew_labels, hub.end_namings
	from public;
