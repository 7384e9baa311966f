import type { Locale } from '#lib/paraglide/runtime.js';
import { decrypt, encrypt } from '../crypto/encryption.ts';
import { digestOf } from '../crypto/keyed-hash.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { mailsSent } from '../metrics.ts';
import { render } from './render.ts';
import { templates } from './templates/index.ts';

/*
 * Mail waits in the database (hub.outbox), written by the function that does the act. Here it is
 * taken from there and sent. A process that dies between the mail server's answer and its own note
 * of it leaves a mail that the next one sends again, with the same Message-ID: then and only then
 * a mail goes out twice.
 */

type Waiting = {
	mail_id: number;
	event_key: string;
	template: string;
	locale: string;
	parameters: unknown;
	sealed: string | null;
	key_id: string | null;
	recipient: string | null;
	reporter_encrypted: string | null;
	reporter_key_id: string | null;
};

/** What only the reader of a mail may know: encrypted in the outbox, gone once it is sent. */
export type Sealed = { to?: string } & Record<string, string>;

/** Encrypts for `hub.post_mail(sealed, key_id)`. */
export function seal(desk: Pick<Desk, 'secrets'>, content: Sealed) {
	const { ciphertext, key_id } = encrypt(desk.secrets.encryption_keys, JSON.stringify(content));
	return { sealed: ciphertext, key_id };
}

/** Puts a mail in the outbox that belongs to no act in the database. The same event again is nothing. */
export async function postMail(
	desk: Desk,
	mail: { event_key: string; template: string; locale: Locale; to: string } & {
		secrets?: Record<string, string>;
		parameters?: Record<string, string | number | boolean>;
	}
): Promise<void> {
	const { event_key, template, locale, to, secrets, parameters = {} } = mail;
	const answer = await desk.service.rpc('post_mail', {
		event_key,
		template,
		locale,
		parameters,
		...seal(desk, { ...secrets, to })
	});
	unwrap('post_mail', answer);
	desk.wakeOutbox();
}

const atOnce = 20;
const claimSeconds = 120;

/** Sends what waits and whose time has come; tells how many went out. */
export async function deliverMail(desk: Desk): Promise<number> {
	let sent = 0;
	for (;;) {
		const answer = await desk.service.rpc('claim_mail', { most: atOnce, seconds: claimSeconds });
		const waiting = unwrap('claim_mail', answer) as Waiting[];
		for (const mail of waiting) sent += (await deliver(desk, mail)) ? 1 : 0;
		if (waiting.length < atOnce) return sent;
	}
}

async function deliver(desk: Desk, mail: Waiting): Promise<boolean> {
	const { mail_id } = mail;
	try {
		await desk.mailer.send(compose(desk, mail));
	} catch (error) {
		const { failure, is_final } = judge(error);
		desk.log.info({ event: 'mail_failed', name: mail.template, reason: failure });
		mailsSent.inc({ template: mail.template, outcome: is_final ? 'given_up' : 'failed' });
		unwrap('settle_mail', await desk.service.rpc('settle_mail', { mail_id, failure, is_final }));
		return false;
	}
	mailsSent.inc({ template: mail.template, outcome: 'sent' });
	unwrap('settle_mail', await desk.service.rpc('settle_mail', { mail_id }));
	return true;
}

/** What no second attempt can mend. */
class Undeliverable extends Error {}

function compose({ env, secrets }: Desk, mail: Waiting) {
	const open = (key_id: string | null, ciphertext: string | null) =>
		key_id && ciphertext ? decrypt(secrets.encryption_keys, { key_id, ciphertext }) : undefined;
	const sealed: Sealed = JSON.parse(open(mail.key_id, mail.sealed) ?? '{}');
	const to =
		sealed.to ?? mail.recipient ?? open(mail.reporter_key_id, mail.reporter_encrypted) ?? '';
	if (!to) throw new Undeliverable('nobody_left_to_send_to');
	const template = templates[mail.template];
	if (!template) throw new Undeliverable('unknown_template');
	const context = { locale: mail.locale as Locale, origin: env.origin };
	const parameters = template.parameters.parse({ ...(mail.parameters as object), ...sealed });
	const host = new URL(env.origin).hostname;
	return {
		to,
		...render(template.write(parameters, context), context),
		messageId: `<${digestOf(mail.event_key).slice(0, 32)}@${host}>`
	};
}

/** What is kept of a failure: codes, never an address. */
function judge(error: unknown): { failure: string; is_final: boolean } {
	if (error instanceof Undeliverable) return { failure: error.message, is_final: true };
	const { code, responseCode } = error as { code?: string; responseCode?: number };
	const failure = [code ?? (error as Error).name, responseCode].filter(Boolean).join(' ');
	// RFC 5321, 4.2.1: 5yz is a permanent answer, but a refused login is ours to mend.
	const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
	return { failure, is_final: isFinal };
}
