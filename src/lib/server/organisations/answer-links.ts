import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { FilledAnswer } from '#lib/domain/report/answer-form.ts';
import { typeOfReason } from '#lib/domain/report/given-answer.ts';
import { channels, kinds } from '#lib/domain/report/taxonomy.ts';
import { keptFinding } from '#lib/domain/rules/assessment-shape.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { hashOfLinkToken } from '../crypto/link-token.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { seal } from '../mail/outbox.ts';

/*
 * An organisation that nobody works for here reads and answers one report with the link in a mail.
 * The database offers the link when it delivers the report; the secret is made here.
 */

const offered = z.array(z.object({ link_id: z.number(), to: z.string() }));
const atOnce = 50;

/** Makes and mails the links that were offered; tells how many. */
export async function mailOfferedLinks(desk: Desk): Promise<number> {
	let total = 0;
	for (;;) {
		const answer = await desk.service.rpc('take_offered_links', { most: atOnce });
		const links = offered.parse(unwrap('take_offered_links', answer));
		if (links.length === 0) return total;
		const made = links.map(({ link_id, to }) => {
			const token = randomBytes(24).toString('base64url');
			const token_hash = hashOfLinkToken(desk.secrets.hash_key, token);
			return { link_id, token_hash, ...seal(desk, { to, token }) };
		});
		total += unwrap('mail_answer_links', await desk.service.rpc('mail_answer_links', { made }));
		await desk.wakeOutbox();
		if (links.length < atOnce) return total;
	}
}

const linked = z.discriminatedUnion('stand', [
	z.object({
		stand: z.literal('open'),
		organisation: z.string(),
		reference: z.string(),
		kind: z.enum(kinds),
		channel: z.enum(channels),
		sector: z.string(),
		caller_number: z.string().nullable(),
		narrative: z.string().nullable(),
		answer_by: z.string(),
		works_until: z.string(),
		findings: z.array(keptFinding),
		contacts: z.array(z.object({ from: z.string(), is_time_known: z.boolean() })),
		categories: z.array(z.string())
	}),
	z.object({
		stand: z.enum(['answered', 'ended', 'gone']),
		organisation: z.string(),
		answered_at: z.string().nullable()
	})
]);

/** What a link leads to: the one report while it works, and else only why not. */
export type LinkedReport = z.infer<typeof linked>;

/** What a link leads to; null when there is none. The first time leaves an event. */
export async function open(desk: Desk, token: string): Promise<LinkedReport | null> {
	const { data, error } = await desk.service.rpc('open_answer_link', {
		token_hash: hashOfLinkToken(desk.secrets.hash_key, token)
	});
	if (error) unwrap('open_answer_link', { data, error });
	return data === null ? null : linked.parse(data);
}

/**
 * Answers the one report, once. Personal data in the answer is masked.
 * @throws Refused `answer_link_unknown`, `answer_link_answered`, `answer_link_ended`, `answer_link_gone`
 */
export async function answer(desk: Desk, token: string, given: FilledAnswer): Promise<void> {
	const reply = await desk.service.rpc('answer_by_link', {
		token_hash: hashOfLinkToken(desk.secrets.hash_key, token),
		answer_type: typeOfReason(given.reason)!,
		reason: given.reason,
		answer: mask(given.text),
		has_promise: given.has_promise || given.promise_due_on !== null,
		...(given.promise_due_on ? { promise_due_on: given.promise_due_on } : {})
	});
	unwrap('answer_by_link', reply);
	void desk.wakeOutbox();
}
