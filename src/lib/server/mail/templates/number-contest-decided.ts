import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To who contested a number, and to whose it is: what the committee decided. */
export const numberContestDecided = template({
	parameters: z.object({ number: z.string(), is_upheld: z.boolean(), reason: z.string() }),
	example: { number: '+31851234500', is_upheld: false, reason: 'Het contract noemt het nummer.' },
	write: ({ number: e164, is_upheld, reason }, { locale }) => {
		const number = writeNumber(e164);
		const subject = is_upheld
			? m.mail_number_contest_decided_upheld_subject
			: m.mail_number_contest_decided_dismissed_subject;
		return {
			subject: subject({ number }, { locale }),
			paragraphs: m.mail_number_contest_decided_text({ number, reason }, { locale }).split('\n\n')
		};
	}
});
