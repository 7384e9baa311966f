import type { Template } from '../template.ts';
import { acknowledgeReport } from './acknowledge-report.ts';
import { askPromiseKept } from './ask-promise-kept.ts';
import { remindOrganisation } from './remind-organisation.ts';
import { reportExpired } from './report-expired.ts';
import { reportOverdue } from './report-overdue.ts';

/** Every mail there is, by the name under which it waits in the outbox. */
export const templates: Readonly<Record<string, Template>> = {
	acknowledge_report: acknowledgeReport,
	report_expired: reportExpired,
	ask_promise_kept: askPromiseKept,
	remind_organisation: remindOrganisation,
	report_overdue: reportOverdue
};
