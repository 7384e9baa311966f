import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/** A mail that was given up. */
export type UndeliveredMail = {
	mail_id: number;
	event_key: string;
	template: string;
	attempts: number;
	given_up_at: string;
	/** What the mail server said, in codes. */
	failure: string;
};

const mostShown = 200;

/** Mail that was given up, newest first; nothing for whoever is no administrator. */
export async function list(client: Client): Promise<UndeliveredMail[]> {
	const answer = await client
		.from('undelivered_mail')
		.select('mail_id, event_key, template, attempts, given_up_at, failure')
		.order('given_up_at', { ascending: false })
		.limit(mostShown);
	return unwrap('undelivered_mail', answer) as UndeliveredMail[];
}

/**
 * Has it sent after all.
 * @throws Refused `not_allowed`, `mail_not_found`
 */
export async function retry(client: Client, mail_id: number): Promise<void> {
	unwrap('retry_mail', await client.rpc('retry_mail', { mail_id }));
}
