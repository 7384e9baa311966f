import { m } from '#lib/paraglide/messages.js';
import { toldOfObjection } from './told-of-objection.ts';

/** To who objected: the organisation has it. */
export const objectionAcknowledged = toldOfObjection(
	m.mail_objection_acknowledged_subject,
	m.mail_objection_acknowledged_text
);
