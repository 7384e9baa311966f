import { m } from '#lib/paraglide/messages.js';
import { toldToReporter } from './told-to-reporter.ts';

/** To the reporter: the organisation or the committee wrote. */
export const newMessage = toldToReporter(m.mail_new_message_subject, m.mail_new_message_text);
