import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { membershipLevels } from '#lib/domain/people/roles.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

const tasks = {
	reader: m.mail_invite_member_reader,
	handler: m.mail_invite_member_handler,
	owner: m.mail_invite_member_owner
};

/** To somebody whom an owner invites into an organisation. */
export const inviteMember = template({
	parameters: z.object({
		organisation: z.string(),
		slug: z.string(),
		level: z.enum(membershipLevels),
		expires_at: z.string()
	}),
	example: {
		organisation: 'Stroomwijs',
		slug: 'stroomwijs',
		level: 'handler',
		expires_at: '2026-07-17T10:00:00Z'
	},
	write: ({ organisation, slug, level, expires_at }, { locale, origin }) => ({
		subject: m.mail_invite_member_subject({ organisation }, { locale }),
		paragraphs: m
			.mail_invite_member_text(
				{
					organisation,
					task: tasks[level]({}, { locale }),
					day: formatDay(dayOf(new Date(expires_at)), locale)
				},
				{ locale }
			)
			.split('\n\n'),
		link: {
			label: m.mail_sign_in_link({}, { locale }),
			href: `${origin}${locale === 'en' ? '/en' : ''}/inloggen?next=/portaal/${slug}`
		}
	})
});
