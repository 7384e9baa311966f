import { z } from 'zod';
import { emailAddress, organisationCard } from '#lib/domain/organisation/card.ts';
import { membershipLevels } from '#lib/domain/people/roles.ts';
import { line } from '#lib/domain/report/submission.ts';
import { sectors } from '#lib/domain/report/taxonomy.ts';

/* What an owner fills in, for each act. Ids come from the page, so nothing is said of a wrong one. */

const level = z.enum(membershipLevels, { error: 'error_level' });
const group_id = z.number();
const yesNo = z.enum(['yes', 'no'], { error: 'error_yes_or_no' });

export const inviteForm = z.object({ email: emailAddress, level });
export const invitationForm = z.object({ invitation_id: z.uuid() });
export const levelForm = z.object({ membership_id: z.uuid(), level });
export const memberForm = z.object({ membership_id: z.uuid() });
export const cardForm = organisationCard;
export const sectorForm = z.object({ sector: z.enum(sectors, { error: 'error_sector' }) });
export const proposeForm = z.object({
	organisation_name: line(120).pipe(z.string().min(2, { error: 'error_claim_name' })),
	is_parent: yesNo
});
export const groupForm = z.object({ group_id });
export const figuresForm = z.object({ group_id, shows_figures: yesNo });
