import { z } from 'zod';
import type { AdviceForm } from '#lib/domain/cbt/application.ts';
import type { Handling } from '#lib/domain/cbt/states.ts';
import { decrypt } from '../crypto/encryption.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { organisationNamed } from '../register/organisation-named.ts';
import { renewFindingsSoon } from '../reports/renew-findings.ts';
import { application, listedApplication, type ListedApplication } from './application-shape.ts';
import { applicant } from './applications.ts';

/* What the secretariat of the CBT does, with the rights of who signed in. */

/** Applications, newest first; the regulator reads those that were advised on. */
export async function list(client: Client): Promise<ListedApplication[]> {
	const answer = await client.rpc('list_applications');
	return z.array(listedApplication).parse(unwrap('list_applications', answer));
}

const opened = application.extend({
	contact_encrypted: z.string().nullable(),
	key_id: z.string().nullable(),
	organisations: z.array(z.string())
});

/** One application with who filed it, until that is erased; null when there is none. */
export async function open(desk: Desk, client: Client, reference: string) {
	const { data, error } = await client.rpc('open_application', { reference });
	if (error) unwrap('open_application', { data, error });
	if (data === null) return null;
	const { contact_encrypted, key_id, ...rest } = opened.parse(data);
	const { encryption_keys } = desk.secrets;
	const contact =
		contact_encrypted && key_id
			? applicant.parse(
					JSON.parse(decrypt(encryption_keys, { key_id, ciphertext: contact_encrypted }))
				)
			: null;
	return { ...rest, contact };
}

/** What an act on an application needs to know. */
export type HandlingDetails = { invoice_number?: string; paid_on?: string; reason?: string };

/** @throws Refused `not_allowed`, `reason_needed`, `application_cannot_move`, `application_incomplete` */
export async function handle(
	desk: Desk,
	client: Client,
	reference: string,
	act: Handling,
	details: HandlingDetails
): Promise<void> {
	unwrap('handle_application', await client.rpc('handle_application', { reference, act, details }));
	void desk.wakeOutbox();
}

/**
 * Gives the advice. Complaints of former customers are assessed anew by its term.
 * @throws Refused `not_allowed`, `organisation_not_found`, `application_cannot_move`
 */
export async function advise(
	desk: Desk,
	client: Client,
	reference: string,
	{ organisations, ...advice }: AdviceForm
): Promise<void> {
	const names = (organisations ?? '').split('\n').filter((name) => name.trim() !== '');
	const organisation_ids =
		advice.outcome === 'granted'
			? await Promise.all(names.map((name) => organisationNamed(desk, name)))
			: [];
	const answer = await client.rpc('advise_on_application', { reference, advice, organisation_ids });
	unwrap('advise_on_application', answer);
	void desk.wakeOutbox();
	await renewFindingsSoon(desk);
}

/** @throws Refused `not_allowed`, `reason_needed`, `application_cannot_move` */
export async function endAdvice(
	desk: Desk,
	client: Client,
	reference: string,
	{ ended_on, reason }: { ended_on: string; reason: string }
): Promise<void> {
	unwrap('end_advice', await client.rpc('end_advice', { reference, ended_on, reason }));
	void desk.wakeOutbox();
	await renewFindingsSoon(desk);
}
