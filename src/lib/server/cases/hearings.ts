import { z } from 'zod';
import { decisions } from '#lib/domain/cases/case.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

const hearing = z.object({
	reference: z.string(),
	subject: z.string(),
	question: z.string(),
	due_on: z.string(),
	asked_at: z.string(),
	answer: z.string().nullable(),
	answered_at: z.string().nullable()
});

/** What the committee put to an organisation. */
export type Hearing = z.infer<typeof hearing>;

/** What the committee put to the caller's organisation, unanswered first. */
export async function list(client: Client, organisation_id: string): Promise<Hearing[]> {
	const answer = await client.rpc('list_hearings', { organisation_id });
	return z.array(hearing).parse(unwrap('list_hearings', answer));
}

const toldDecision = z.object({
	reference: z.string(),
	decision: z.enum(decisions),
	statement: z.string(),
	is_published: z.boolean(),
	decided_at: z.string()
});

/** What the committee told about a decision. */
export type ToldDecision = z.infer<typeof toldDecision>;

/** Decisions about an organisation that the caller may know: its members what they were told, others what was published. */
export async function listDecisions(
	client: Client,
	organisation_id: string
): Promise<ToldDecision[]> {
	const answer = await client.rpc('list_told_decisions', { organisation_id });
	return z.array(toldDecision).parse(unwrap('list_told_decisions', answer));
}
