import { z } from 'zod';
import {
	applicantKinds,
	balanceQuestions,
	missable,
	relations
} from '#lib/domain/cbt/application.ts';
import { applicationStates } from '#lib/domain/cbt/states.ts';
import { clockCodes } from '#lib/domain/calendar/clocks.ts';

const advice = z.object({
	outcome: z.enum(['granted', 'rejected']),
	term_months: z.number().nullable(),
	valid_from: z.string().nullable(),
	valid_until: z.string().nullable(),
	grounds: z.string(),
	summary: z.string().nullable(),
	is_published: z.boolean(),
	advised_at: z.string(),
	ended_on: z.string().nullable(),
	end_reason: z.string().nullable()
});

/** An application as the list shows it. */
export const listedApplication = z.object({
	reference: z.string(),
	state: z.enum(applicationStates),
	kind: z.enum(applicantKinds),
	euros: z.number(),
	organisation_name: z.string(),
	on_behalf_of: z.string().nullable(),
	kvk_number: z.string().nullable(),
	relation: z.enum(relations),
	asked_months: z.number(),
	additions_asked: z.string().nullable(),
	submitted_at: z.string(),
	invoice_number: z.string().nullable(),
	paid_on: z.string().nullable(),
	taken_on_at: z.string().nullable(),
	/** What it lacks to be taken on. */
	missing: z.array(z.enum(missable)),
	may_change: z.boolean(),
	/** The clocks that run for it. */
	deadlines: z.array(z.object({ clock: z.enum(clockCodes), due_at: z.string() })),
	events: z.array(
		z.object({
			event: z.string(),
			occurred_at: z.string(),
			actor_role: z.string(),
			reason: z.string().nullable()
		})
	),
	advice: advice.nullable()
});
export type ListedApplication = z.infer<typeof listedApplication>;

/** An application with its balance test. */
export const application = listedApplication.extend({
	answers: z.partialRecord(z.enum(balanceQuestions), z.string())
});
export type Application = z.infer<typeof application>;
