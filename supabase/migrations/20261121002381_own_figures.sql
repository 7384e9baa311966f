-- What members read of the figures of their organisation: exact, for they may read the reports too.

create function public.count_own_reports(
	grain text, dimensions text[], first_on date, last_on date, organisation_id uuid,
	kind text default null, channel text default null, category text default null)
returns table (cell_kind text, cell_channel text, cell_category text, cell_sector text,
	cell_province text, cell_organisation_id uuid, begins_on date, report_counts integer[])
language plpgsql stable security definer set search_path = '' as $$
begin
	perform hub.require_level(organisation_id, 'reader');
	return query select * from public.count_reports(count_own_reports.grain, count_own_reports.dimensions,
		count_own_reports.first_on, count_own_reports.last_on, count_own_reports.kind, count_own_reports.channel,
		count_own_reports.category, organisation_id => count_own_reports.organisation_id);
end $$;
comment on function public.count_own_reports is
	'Definer: checks by itself that the caller is a member of the organisation. As count_reports, of that organisation alone.';

revoke execute on function public.count_own_reports from public;
grant execute on function public.count_own_reports to authenticated;
