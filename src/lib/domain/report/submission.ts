import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { parseCallerNumber, saysNumberWasHidden } from '../phone-number/parse-phone-number.ts';
import { plainLine, plainText } from './plain-text.ts';
import { categories, categoriesOf, channels, kinds, sectors } from './taxonomy.ts';

/*
 * What a reporter sends, by form or as JSON. Field names are those of the form, the API and the
 * columns. Messages are keys into the message files.
 */

/** Empty counts as not filled in; a text of only spaces, or of signs nobody can read, does too. */
export const optional = <Type extends z.ZodType>(type: Type) =>
	z.preprocess(
		(value) => (typeof value === 'string' && plainText(value) === '' ? null : (value ?? null)),
		type.nullable()
	);

/** A ticked box arrives as `on`, an unticked one not at all. */
export const tick = z.preprocess(
	(value) => value === true || value === 'on' || value === 'true' || value === 'yes',
	z.boolean()
);

/** One value or several, as forms send them. */
export const several = <Type extends z.ZodType>(type: Type, most: number) =>
	z.preprocess(
		(value) => (Array.isArray(value) ? value : value == null || value === '' ? [] : [value]),
		z.array(type).max(most, { error: 'error_too_many' })
	);

export const line = (most: number) =>
	z
		.string({ error: 'error_text' })
		.transform(plainLine)
		.pipe(z.string().max(most, { error: 'error_too_long' }));

/** One contact: a day, and a time if it is known. */
export const contact = z.object({
	on: optional(z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' })),
	time: optional(
		z.string({ error: 'error_time' }).regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, {
			error: 'error_time'
		})
	)
});

/** One moment in one field, as the API takes it; without offset it is Dutch time. */
export const contactAt = optional(
	z.string({ error: 'error_date' }).regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/, {
		error: 'error_date'
	})
);

/** An address, as it is kept and known again. */
export const emailAddress = z
	.string({ error: 'error_email' })
	.trim()
	.toLowerCase()
	.max(254, { error: 'error_email' })
	.pipe(z.email({ error: 'error_email' }));

const factValue = z.union([
	z.string().max(200).transform(plainLine),
	z.number(),
	z.boolean(),
	z.null(),
	z.array(z.string().max(60).transform(plainLine)).max(30)
]);

const fields = z.object({
	kind: z.enum(kinds, { error: 'error_kind' }),
	channel: z.enum(channels, { error: 'error_channel' }),
	caller_number: optional(
		z
			.string({ error: 'error_phone_number' })
			.transform(plainLine)
			.refine((typed) => saysNumberWasHidden(typed) || parseCallerNumber(typed) !== null, {
				error: 'error_phone_number'
			})
	),
	organisation_id: optional(z.uuid({ error: 'error_organisation' })),
	organisation_name: optional(line(120)),
	sector: optional(z.enum(sectors, { error: 'error_sector' })),
	contact_when: optional(z.enum(['now', 'today', 'earlier'], { error: 'error_contact_when' })),
	contacts: several(contact, 10),
	contact_at: contactAt,
	categories: several(z.enum(categories, { error: 'error_category' }), 10),
	narrative: optional(
		z
			.string({ error: 'error_text' })
			.transform(plainText)
			.pipe(z.string().max(5000, { error: 'error_narrative_too_long' }))
	),
	facts: z.preprocess(
		(value) => value ?? {},
		z
			.record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'error_fact' }), factValue, {
				error: 'error_fact'
			})
			.refine((facts) => Object.keys(facts).length <= 60, { error: 'error_too_many' })
	),
	/** Options chosen at the questions of the form; on filing they become facts. */
	answers: z.preprocess(
		(value) => value ?? {},
		z
			.record(
				z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'error_fact' }),
				z.string().max(60),
				{
					error: 'error_fact'
				}
			)
			.refine((answers) => Object.keys(answers).length <= 30, { error: 'error_too_many' })
	),
	postcode4: optional(
		z.union([z.string(), z.number()], { error: 'error_postcode' }).transform((typed, context) => {
			// The letters that follow are nobody's business: they would point to a street.
			const digits = /^\s*([1-9]\d{3})\s*([a-z]{2})?\s*$/i.exec(String(typed))?.[1];
			if (!digits) context.addIssue({ code: 'custom', message: 'error_postcode' });
			return Number(digits);
		})
	),
	email: optional(emailAddress),
	share_identity: tick,
	publish_narrative: tick,
	locale: z.preprocess((value) => value ?? 'nl', z.enum(['nl', 'en'], { error: 'error_locale' }))
});

/** A report as sent, checked as far as it can be without a clock and a database. */
export const reportSubmission = fields.superRefine((sent, context) => {
	const hasNumber = sent.caller_number !== null && !saysNumberWasHidden(sent.caller_number);
	const hasParty = sent.organisation_id !== null || sent.organisation_name !== null;
	if (!hasNumber && !hasParty && sent.narrative === null) {
		context.addIssue({
			code: 'custom',
			path: ['narrative'],
			message: 'error_report_needs_substance'
		});
	}
	const ofKind = categoriesOf[sent.kind];
	sent.categories.forEach((code, index) => {
		if (!ofKind.includes(code)) {
			context.addIssue({
				code: 'custom',
				path: ['categories', index],
				message: 'error_category_of_another_kind'
			});
		}
	});
});

export type ReportSubmission = z.output<typeof reportSubmission>;
