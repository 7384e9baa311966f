import { m } from '#lib/paraglide/messages.js';
import { toldToReporter } from './told-to-reporter.ts';

/** To the reporter: the organisation has answered. */
export const reportAnswered = toldToReporter(
	m.mail_report_answered_subject,
	m.mail_report_answered_text
);
