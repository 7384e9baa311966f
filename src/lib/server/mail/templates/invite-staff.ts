import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { roles } from '#lib/domain/people/roles.ts';
import { staffRoleName } from '#lib/i18n/staff-role-name.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To somebody whom an administrator invites to work for the desk. */
export const inviteStaff = template({
	parameters: z.object({ role: z.enum(roles), expires_at: z.string() }),
	example: { role: 'moderator', expires_at: '2026-07-17T10:00:00Z' },
	write: ({ role, expires_at }, { locale, origin }) => ({
		subject: m.mail_invite_staff_subject({}, { locale }),
		paragraphs: m
			.mail_invite_staff_text(
				{ role: staffRoleName(role, locale), day: formatDay(dayOf(new Date(expires_at)), locale) },
				{ locale }
			)
			.split('\n\n'),
		link: {
			label: m.mail_sign_in_link({}, { locale }),
			href: `${origin}${locale === 'en' ? '/en' : ''}/inloggen`
		}
	})
});
