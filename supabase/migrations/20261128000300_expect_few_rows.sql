-- A list shows a page. Expecting a thousand rows of it, the planner would walk through all reports of
-- the desk to find the rows that belong to the page, and every one of them past the policies.

alter function hub.own_reports(uuid, jsonb, integer) rows 50;
