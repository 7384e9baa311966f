-- What becomes of a report of which its reporter tells more.

create function public.add_to_report(code_hash text, more_facts jsonb, findings jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	report hub.reports := hub.lock_followed_report(code_hash);
	added jsonb;
begin
	if report.state in ('closed', 'withdrawn', 'anonymised') then
		raise exception using errcode = 'GH002', message = 'report_cannot_move', detail = report.state::text;
	end if;
	select coalesce(jsonb_object_agg(key, value), '{}') into added
	from jsonb_each(coalesce(more_facts, '{}'))
	where report.facts -> key is distinct from value;
	if added <> '{}' then
		update hub.reports set facts = report.facts || added where report_id = report.report_id;
		insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details)
		values (report.report_id, 'facts_added', report.state, report.state, 'reporter',
			jsonb_build_object('facts', (select jsonb_agg(key order by key) from jsonb_object_keys(added) as key)));
	end if;
	perform hub.keep_former_findings(report.report_id);
	perform hub.write_findings(report.report_id, findings, now());
end $$;
comment on function public.add_to_report is
	'Definer: the server alone, with the keyed hash of a follow code. Adds answers of the reporter to the facts, and puts the findings of a new assessment in the place of the earlier ones.';

revoke execute on function public.add_to_report from public;
grant execute on function public.add_to_report to service_role;
