import { m } from '#lib/paraglide/messages.js';
import { toldToReporter } from './told-to-reporter.ts';

/** To the reporter: the organisation did not answer in time. */
export const reportExpired = toldToReporter(
	m.mail_report_expired_subject,
	m.mail_report_expired_text
);
