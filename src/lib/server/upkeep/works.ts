import { z } from 'zod';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* What waits for an administrator, and what the desk did and could not do by itself. */

const counts = z.object({
	held: z.number(),
	/** Of those: held because the text is a copy of many others. */
	held_copies: z.number(),
	claims: z.number(),
	numbers: z.number(),
	contests: z.number(),
	applications: z.number(),
	given_up: z.number(),
	failing: z.number(),
	imports: z.number()
});
export type UpkeepCounts = z.infer<typeof counts>;

/** What waits for somebody. */
export async function count(client: Client): Promise<UpkeepCounts> {
	return counts.parse(unwrap('count_upkeep', await client.rpc('count_upkeep')));
}

const works = z.object({
	mail: z.object({
		waiting: z.number(),
		failing: z.number(),
		given_up: z.number(),
		oldest_at: z.string().nullable()
	}),
	failing_mail: z.array(
		z.object({
			mail_id: z.number(),
			event_key: z.string(),
			template: z.string(),
			attempts: z.number(),
			failure: z.string().nullable(),
			send_after: z.string()
		})
	),
	deadlines: z.array(
		z.object({
			deadline_id: z.number(),
			clock: z.string(),
			due_at: z.string(),
			failures: z.number(),
			retry_at: z.string().nullable()
		})
	),
	assessments: z.number(),
	jobs: z.array(
		z.object({
			name: z.string(),
			waiting: z.number(),
			last_done_at: z.string().nullable(),
			last_failed_at: z.string().nullable()
		})
	)
});

/** Mail, jobs and clocks. */
export async function watch(client: Client) {
	return works.parse(unwrap('watch_works', await client.rpc('watch_works')));
}

/** @throws Refused `not_allowed`, `reason_needed`, `deadline_not_found` */
export async function retryDeadline(client: Client, deadline_id: number, reason: string) {
	unwrap('retry_deadline', await client.rpc('retry_deadline', { deadline_id, reason }));
}

const event = z.object({
	event_id: z.number(),
	act: z.string(),
	subject: z.string(),
	/** Who did it, as long as there is somebody. */
	actor: z.string().nullable(),
	reason: z.string(),
	before: z.record(z.string(), z.unknown()).nullable(),
	after: z.record(z.string(), z.unknown()).nullable(),
	occurred_at: z.string()
});
export type UpkeepEvent = z.infer<typeof event>;

/** What administrators changed of the desk, newest first. */
export async function listEvents(client: Client): Promise<UpkeepEvent[]> {
	const answer = await client.rpc('list_upkeep_events', { most: 200 });
	return z.array(event).parse(unwrap('list_upkeep_events', answer));
}
