import type { Template } from '../template.ts';
import { acknowledgeReport } from './acknowledge-report.ts';
import { askPromiseKept } from './ask-promise-kept.ts';
import { followLinks } from './follow-links.ts';
import { messageFromReporter } from './message-from-reporter.ts';
import { newMessage } from './new-message.ts';
import { proveEmail } from './prove-email.ts';
import { remindOrganisation } from './remind-organisation.ts';
import { reportAnswered } from './report-answered.ts';
import { reportExpired } from './report-expired.ts';
import { reportOverdue } from './report-overdue.ts';
import { reportReopened } from './report-reopened.ts';

/** Every mail there is, by the name under which it waits in the outbox. */
export const templates: Readonly<Record<string, Template>> = {
	acknowledge_report: acknowledgeReport,
	prove_email: proveEmail,
	follow_links: followLinks,
	report_answered: reportAnswered,
	new_message: newMessage,
	report_expired: reportExpired,
	ask_promise_kept: askPromiseKept,
	remind_organisation: remindOrganisation,
	report_overdue: reportOverdue,
	message_from_reporter: messageFromReporter,
	report_reopened: reportReopened
};
