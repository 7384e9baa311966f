import { z } from 'zod';
import { readNumberRange } from '../phone-number/number-range.ts';

export const proofs = ['document', 'contact_centre'] as const;
export const blockSizes = ['1', '10', '100', 'range'] as const;

export const claimStates = ['claimed', 'confirmed', 'refused', 'withdrawn', 'ended'] as const;
export type ClaimState = (typeof claimStates)[number];

const name = z.string().trim().max(120, { error: 'error_too_long' }).optional();
const day = z.iso.date({ error: 'error_day' });

/** What an organisation fills in to register numbers. */
export const numberClaim = z
	.object({
		first_number: z.string({ error: 'error_number_missing' }).trim().max(40),
		size: z.enum(blockSizes).default('1'),
		last_number: z.string().trim().max(40).optional(),
		valid_from: z.iso.date({ error: 'error_day_missing' }),
		valid_until: day.optional(),
		campaign: name,
		is_campaign_public: z.boolean().default(false),
		contact_centre: name,
		proof: z.enum(proofs, { error: 'error_proof_missing' }),
		is_published: z.boolean().default(false),
		published_on: z.iso.date({ error: 'error_day_missing' }),
		contest_reason: z.string().trim().max(2000, { error: 'error_too_long' }).optional()
	})
	.transform(({ size, is_published, ...claim }, context) => {
		const issue = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		const range = readNumberRange(claim.first_number, {
			last: claim.last_number,
			size: size === 'range' ? undefined : Number(size)
		});
		if (typeof range === 'string') {
			issue(
				/^block_(backwards|too)/.test(range) ? 'last_number' : 'first_number',
				`error_${range}`
			);
		} else if (size === 'range' && !claim.last_number) issue('last_number', 'error_number_missing');
		if (claim.valid_until && claim.valid_until < claim.valid_from) {
			issue('valid_until', 'error_until_before_from');
		}
		if (claim.is_campaign_public && !claim.campaign) issue('campaign', 'error_campaign_missing');
		if (claim.proof === 'contact_centre' && !claim.contact_centre) {
			issue('contact_centre', 'error_contact_centre_missing');
		}
		if (!is_published) issue('is_published', 'error_publication_needed');
		return typeof range === 'string' ? z.NEVER : { ...claim, ...range };
	});

/** Numbers that an organisation says are its own, read and checked. */
export type NumberClaim = z.output<typeof numberClaim>;
