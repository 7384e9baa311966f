import { z } from 'zod';
import { auditActs, auditPurposes, type AuditAct } from '#lib/domain/audit/looks.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

const look = z.object({
	audit_id: z.number(),
	/** Null until its transaction ends, never longer. */
	sequence: z.number().nullable(),
	hash: z.string().nullable(),
	actor_email: z.string().nullable(),
	actor_role: z.string(),
	act: z.enum(auditActs),
	subject: z.string(),
	subject_id: z.string(),
	/** The report it was about, where it was about one. */
	reference: z.string().nullable(),
	purpose: z.enum(auditPurposes),
	case_reference: z.string().nullable(),
	occurred_at: z.string()
});

/** One look of staff at what may tell who somebody is. */
export type LookRow = z.infer<typeof look>;

export type TrailFilters = { of_act?: AuditAct; about?: string; actor?: string };

/** Looks of staff, newest first, from before a given one on; for administrators. */
export async function list(
	client: Client,
	filters: TrailFilters,
	{ before, most }: { before?: number; most: number }
): Promise<LookRow[]> {
	const answer = await client.rpc('list_audit_events', { ...filters, before, most });
	return z.array(look).parse(unwrap('list_audit_events', answer));
}
