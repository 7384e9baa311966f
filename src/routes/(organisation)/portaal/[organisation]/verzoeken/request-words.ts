import { m } from '#lib/paraglide/messages.js';

/** What is asked of the organisation. */
export const requestKinds = {
	objection: m.portal_request_objection,
	proof: m.portal_request_proof
};

/** Where an objection or a request for proof stands, for the organisation. */
export const requestStates: Record<string, () => string> = {
	lodged: m.portal_request_sent,
	sent: m.portal_request_sent,
	requested: m.portal_request_sent,
	acknowledged: m.portal_request_acknowledged,
	processed: m.portal_request_processed,
	ignored: m.portal_request_ignored,
	closed: m.portal_request_closed,
	answered: m.portal_request_answered,
	overdue: m.portal_request_overdue
};
