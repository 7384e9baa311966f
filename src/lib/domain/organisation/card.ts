import { z } from 'zod';
import { line, optional } from '../report/submission.ts';

/*
 * What an organisation says of itself. Field names are those of the forms and the columns.
 * Messages are keys into the message files.
 */

/** What an organisation does in the chain; `hub.organisation_roles` holds the same. */
export const chainRoles = [
	'advertiser',
	'contact_centre',
	'intermediary',
	'lead_supplier',
	'platform'
] as const;
export type ChainRole = (typeof chainRoles)[number];

export const emailAddress = z
	.string({ error: 'error_email' })
	.trim()
	.toLowerCase()
	.max(254, { error: 'error_email' })
	.pipe(z.email({ error: 'error_email' }));

/** An address on the web, with or without `https://` before it; a name with a dot, no bare number. */
export const webAddress = z
	.string({ error: 'error_web_address' })
	.trim()
	.max(300, { error: 'error_too_long' })
	.transform((typed, context) => {
		const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
		const url = URL.canParse(address) ? new URL(address) : null;
		const isNamed = url !== null && /\.[a-z][a-z0-9-]+\.?$/.test(url.hostname);
		if (!/\s/.test(typed) && isNamed && !url.username && !url.password) return url.href;
		context.addIssue({ code: 'custom', message: 'error_web_address' });
		return z.NEVER;
	});

/** Number in the Dutch trade register. Only its shape: no public source tells of a check digit. */
export const kvkNumber = z
	.string({ error: 'error_kvk_number' })
	.transform((typed) => typed.replace(/[\s.]/g, ''))
	.pipe(z.string().regex(/^\d{8}$/, { error: 'error_kvk_number' }));

const mostNames = 20;

/** Names as somebody types them: one a line, or with commas between. */
export const tradeNames = z.preprocess(
	// A form hands a list with one text in it.
	(typed) =>
		[typed ?? []]
			.flat()
			.flatMap((text) => (typeof text === 'string' ? text.split(/[\n,;]/) : text))
			.filter((name) => typeof name !== 'string' || name.trim() !== ''),
	z
		.array(line(120).pipe(z.string().min(2, { error: 'error_trade_names' })))
		.max(mostNames, { error: 'error_trade_names_too_many' })
);

/** What an owner changes of the organisation's own card. */
export const organisationCard = z.object({
	trade_names: tradeNames,
	website: optional(webAddress),
	objection_url: optional(webAddress),
	objection_email: optional(emailAddress),
	contact_email: optional(emailAddress)
});
export type OrganisationCard = z.output<typeof organisationCard>;
