import { m } from '#lib/paraglide/messages.js';
import { toldToReporter } from './told-to-reporter.ts';

/** To the reporter, some weeks after an answer with a promise: was it kept? */
export const askPromiseKept = toldToReporter(
	m.mail_ask_promise_kept_subject,
	m.mail_ask_promise_kept_text
);
