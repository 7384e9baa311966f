import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To an owner of an organisation: somebody says that one of its numbers is not. */
export const numberContested = template({
	parameters: z.object({ number: z.string() }),
	example: { number: '+31851234500' },
	write: ({ number: e164 }, { locale }) => {
		const number = writeNumber(e164);
		return {
			subject: m.mail_number_contested_subject({ number }, { locale }),
			paragraphs: [m.mail_number_contested_text({ number }, { locale })]
		};
	}
});
