import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { emailAddress } from '../organisation/card.ts';
import { roles } from '../people/roles.ts';
import { line, optional, tick } from '../report/submission.ts';

/* What an administrator changes of the desk itself. Every change has a reason. */

const reason = z
	.string({ error: 'error_reason_needed' })
	.trim()
	.min(1, { error: 'error_reason_needed' })
	.max(2000, { error: 'error_too_long' });
const label = line(120).pipe(z.string().min(1, { error: 'error_text' }));
const day = z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' });

/** The parts of the taxonomy whose labels can be changed. */
export const labelledParts = ['categories', 'sub_categories', 'sectors'] as const;
export type LabelledPart = (typeof labelledParts)[number];

const yesNo = ['yes', 'no', 'unknown'] as const;
const more = ['yes', 'no', 'depends', 'unknown', 'not_applicable'] as const;

/** The exceptions that a sector has, and what each can be; `hub.sectors` holds the same. */
export const sectorFlags = {
	customer_exception: yesNo,
	written_agreement: more,
	withdrawal_right: more,
	cooling_off_exception: [...yesNo, 'not_applicable']
} as const;
export type SectorFlag = keyof typeof sectorFlags;

export const labelsForm = z.object({ label_nl: label, label_en: label, reason });

export const categoryForm = labelsForm.extend({
	description_nl: line(300).pipe(z.string().min(1, { error: 'error_text' })),
	description_en: line(300).pipe(z.string().min(1, { error: 'error_text' }))
});

export const sectorForm = labelsForm
	.extend({
		customer_exception: z.enum(sectorFlags.customer_exception, { error: 'error_text' }),
		written_agreement: z.enum(sectorFlags.written_agreement, { error: 'error_text' }),
		withdrawal_right: z.enum(sectorFlags.withdrawal_right, { error: 'error_text' }),
		cooling_off_exception: z.enum(sectorFlags.cooling_off_exception, { error: 'error_text' }),
		is_telemarketing: tick,
		is_ranked: tick
	})
	.refine(({ is_telemarketing, is_ranked }) => is_telemarketing || !is_ranked, {
		path: ['is_ranked'],
		error: 'error_sector_ranked'
	});

/** The form that belongs to a part. */
export const formOfPart = {
	categories: categoryForm,
	sub_categories: labelsForm,
	sectors: sectorForm
} as const;

export const clockForm = z.object({
	code: z.string().max(60),
	amount: z
		.number({ error: 'error_whole_number' })
		.int({ error: 'error_whole_number' })
		.min(0, { error: 'error_whole_number' })
		.max(100_000, { error: 'error_whole_number' }),
	reason
});

export const mourningDayForm = z.object({
	day,
	label_nl: label,
	label_en: label,
	source: line(300).pipe(z.string().min(1, { error: 'error_text' })),
	reason
});

export const annotationForm = z.object({
	/** Of one that is there already. */
	code: optional(z.string().max(60)),
	starts_on: day,
	label_nl: line(40).pipe(z.string().min(1, { error: 'error_text' })),
	label_en: line(40).pipe(z.string().min(1, { error: 'error_text' })),
	source: line(300).pipe(z.string().min(1, { error: 'error_text' })),
	is_break: tick,
	reason
});
export type Annotation = z.output<typeof annotationForm>;

/** Something that is there already, by what tells it apart, and why it changes. */
export const actOnForm = z.object({ id: z.string({ error: 'error_refused' }).max(60), reason });

/** The roles of the desk itself. */
export const staffRoles = roles.filter((role) => role !== 'organisation_member');
export const staffForm = z.object({
	email: emailAddress,
	role: z.enum(['moderator', 'committee', 'regulator', 'administrator'], { error: 'error_role' }),
	reason
});
