import { m } from '#lib/paraglide/messages.js';
import { toldOfObjection } from './told-of-objection.ts';

/** To who objected: the organisation says it was processed. */
export const objectionProcessed = toldOfObjection(
	m.mail_objection_processed_subject,
	m.mail_objection_processed_text
);
