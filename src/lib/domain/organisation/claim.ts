import { z } from 'zod';
import { line, optional, several } from '../report/submission.ts';
import { sectors } from '../report/taxonomy.ts';
import { chainRoles, emailAddress, kvkNumber, tradeNames, webAddress } from './card.ts';

/** What somebody sends who says to speak for an organisation, checked as far as it can be without a database. */
export const organisationClaim = z.object({
	organisation_name: line(120).pipe(z.string().min(2, { error: 'error_claim_name' })),
	kvk_number: optional(kvkNumber),
	trade_names: tradeNames,
	sector: z.enum(sectors, { error: 'error_sector' }),
	roles: several(z.enum(chainRoles, { error: 'error_roles' }), chainRoles.length).pipe(
		z.array(z.enum(chainRoles)).min(1, { error: 'error_roles' })
	),
	website: webAddress,
	objection_url: optional(webAddress),
	objection_email: optional(emailAddress),
	email: emailAddress,
	locale: z.preprocess((value) => value ?? 'nl', z.enum(['nl', 'en'], { error: 'error_locale' }))
});
export type OrganisationClaim = z.output<typeof organisationClaim>;

/** The six digits from the mail, as people type them. */
export const mailedCode = z
	.string({ error: 'error_mail_code' })
	.transform((typed) => typed.replaceAll(/[\s-]/g, ''))
	.pipe(z.string().regex(/^\d{6}$/, { error: 'error_mail_code' }));
