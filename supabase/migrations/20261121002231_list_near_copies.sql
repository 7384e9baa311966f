-- Which reports tell nearly the same as another, with the rights of the one who asks.

create function public.list_near_copies(reference text, most integer default 20)
returns table (reference text, state hub.report_state, organisation_name text, filed_at timestamptz, copies bigint)
language sql stable set search_path = ''
begin atomic
	select others.reference, others.state,
		coalesce(organisations.name, others.organisation_name), others.filed_at, count(*) over ()
	from hub.reports as this
	join hub.narrative_bands using (report_id)
	cross join lateral hub.near_copies(narrative_bands.bands,
		narrative_bands.filed_at - interval '1 year', narrative_bands.filed_at + interval '1 year') as copies
	join hub.reports as others on others.report_id = copies.report_id
	left join hub.organisations on organisations.organisation_id = others.organisation_id
	where this.reference = list_near_copies.reference and others.report_id <> this.report_id
	order by others.filed_at desc, others.report_id desc
	limit least(greatest(list_near_copies.most, 1), 100);
end;
comment on function public.list_near_copies is
	'Reports of a year before and after with nearly the same text, newest first, and how many there are of them; only what the caller may read.';

revoke execute on function public.list_near_copies from public;
grant execute on function public.list_near_copies to authenticated, service_role;
