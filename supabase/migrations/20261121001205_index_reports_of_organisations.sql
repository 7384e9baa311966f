-- Figures of one organisation over a period come from its own reports of that period and no others.

create index reports_counted_of_organisation_idx on hub.reports (organisation_id, counted_on)
	include (caller_number, kind) where is_counted;
create index reports_delivered_to_organisation_idx on hub.reports (organisation_id, delivered_at)
	where is_counted and delivered_at is not null;
-- Few: what was proven not to be so leaves the rate of the organisation.
create index reports_proven_otherwise_idx on hub.reports (organisation_id, counted_on)
	where is_counted and outcome in ('unfounded', 'spoofed', 'wrong_organisation');
