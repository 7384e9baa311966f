import { z } from 'zod';
import { answerTypes, verdicts } from '#lib/domain/report/answers.ts';

/* What became of a report, as `follow_report` tells it beside the report itself. */

export const followedAnswer = z.object({
	organisation_name: z.string(),
	answer_type: z.enum(answerTypes),
	reason: z.string(),
	text: z.string().nullable(),
	has_promise: z.boolean(),
	promise_due_on: z.string().nullable(),
	answered_at: z.string(),
	verdict: z.enum(verdicts).nullable(),
	verdict_text: z.string().nullable(),
	verdict_at: z.string().nullable(),
	verdict_by: z.string().meta({ description: 'The first moment after the term to judge it' }),
	is_reopened: z.boolean(),
	is_promise_asked: z.boolean(),
	is_promise_kept: z.boolean().nullable(),
	files: z
		.array(
			z.object({
				evidence_id: z.uuid(),
				name: z.string(),
				media_type: z.string(),
				byte_size: z.number().int()
			})
		)
		.meta({ description: 'Files of the organisation that go with it' })
});
export type FollowedAnswer = z.infer<typeof followedAnswer>;

export const followedMessage = z.object({
	sender: z.enum(['reporter', 'organisation_member', 'staff']),
	with: z.enum(['organisation', 'committee']),
	organisation_name: z.string().nullable(),
	text: z.string(),
	sent_at: z.string(),
	read_at: z.string().nullable()
});
export type FollowedMessage = z.infer<typeof followedMessage>;

export const followUp = z.object({
	share_identity: z.boolean(),
	email: z.enum(['none', 'unproven', 'code_sent', 'proven']).meta({
		description: 'Whether an address stands with the report, and was proven by code'
	}),
	follows: z.string().nullable().meta({ description: 'Reference of the report it goes on from' }),
	is_organisation_here: z.boolean().meta({
		description: 'Whether somebody of the organisation can sign in here to answer'
	}),
	answer_by: z.string().nullable().meta({
		description: 'The first moment after the term of the organisation to answer'
	}),
	answers: z.array(followedAnswer),
	messages: z.array(followedMessage)
});
