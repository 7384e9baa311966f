import { z } from 'zod';
import { staffDesks } from '#lib/domain/staff/staff-desk.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

const claimed = z.object({
	dossier_id: z.string(),
	side: z.enum(staffDesks),
	locale: z.enum(['nl', 'en']),
	selection: z.record(z.string(), z.unknown()),
	total: z.number(),
	of_case: z
		.object({
			reference: z.string(),
			owner: z.enum(staffDesks),
			title: z.string(),
			practice: z.string().nullable(),
			state: z.string(),
			opened_at: z.string(),
			organisations: z.array(z.string()),
			numbers: z.array(z.object({ first_number: z.string(), last_number: z.string() })),
			hearings: z.array(
				z.object({
					reference: z.string(),
					organisation: z.string(),
					subject: z.string(),
					question: z.string(),
					due_on: z.string(),
					asked_at: z.string(),
					answer: z.string().nullable(),
					answered_at: z.string().nullable()
				})
			),
			decisions: z.array(
				z.object({
					decision: z.string(),
					reasons: z.string(),
					statement: z.string().nullable(),
					is_published: z.boolean(),
					decided_at: z.string()
				})
			)
		})
		.nullable()
});

/** A dossier that this process makes. */
export type ClaimedDossier = z.infer<typeof claimed>;

/** How long a process may say nothing of a dossier before another one makes it. */
export const claimSeconds = 300;

/** The oldest dossier that waits; null when none does. */
export async function claimDossier({
	service
}: Pick<Desk, 'service'>): Promise<ClaimedDossier | null> {
	const answer = await service.rpc('claim_dossier', { seconds: claimSeconds });
	const [row] = unwrap('claim_dossier', answer);
	return row ? claimed.parse(row) : null;
}
