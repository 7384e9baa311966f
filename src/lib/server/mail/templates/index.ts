import type { Template } from '../template.ts';
import { acknowledgeReport } from './acknowledge-report.ts';
import { answerByLink } from './answer-by-link.ts';
import { askPromiseKept } from './ask-promise-kept.ts';
import { caseDecided } from './case-decided.ts';
import { hearingAsked } from './hearing-asked.ts';
import { cbtDue } from './cbt-due.ts';
import { cbtStep } from './cbt-step.ts';
import { chainLinkProposed } from './chain-link-proposed.ts';
import { chainMessage } from './chain-message.ts';
import { claimGranted } from './claim-granted.ts';
import { claimRefused } from './claim-refused.ts';
import { inviteMember } from './invite-member.ts';
import { inviteStaff } from './invite-staff.ts';
import { proveClaim } from './prove-claim.ts';
import { followLinks } from './follow-links.ts';
import { messageFromReporter } from './message-from-reporter.ts';
import { newMessage } from './new-message.ts';
import { proveEmail } from './prove-email.ts';
import { numberClaimDecided } from './number-claim-decided.ts';
import { numberContestDecided } from './number-contest-decided.ts';
import { numberContested } from './number-contested.ts';
import { numberToConfirm } from './number-to-confirm.ts';
import { askWhetherStopped } from './ask-whether-stopped.ts';
import { objectionAcknowledged } from './objection-acknowledged.ts';
import { objectionLodged } from './objection-lodged.ts';
import { objectionNotDelivered } from './objection-not-delivered.ts';
import { objectionProcessed } from './objection-processed.ts';
import { ownContestJudged } from './own-contest-judged.ts';
import { passOnObjection } from './pass-on-objection.ts';
import { passOnProofRequest } from './pass-on-proof-request.ts';
import { proofAnswered } from './proof-answered.ts';
import { proofOverdue } from './proof-overdue.ts';
import { remindOrganisation } from './remind-organisation.ts';
import { reportAnswered } from './report-answered.ts';
import { contestJudged } from './contest-judged.ts';
import { reportContested } from './report-contested.ts';
import { reportExpired } from './report-expired.ts';
import { reportOverdue } from './report-overdue.ts';
import { reportReopened } from './report-reopened.ts';
import { webhookDisabled } from './webhook-disabled.ts';

/** Every mail there is, by the name under which it waits in the outbox. */
export const templates: Readonly<Record<string, Template>> = {
	acknowledge_report: acknowledgeReport,
	prove_email: proveEmail,
	follow_links: followLinks,
	report_answered: reportAnswered,
	new_message: newMessage,
	report_contested: reportContested,
	contest_judged: contestJudged,
	own_contest_judged: ownContestJudged,
	report_expired: reportExpired,
	ask_promise_kept: askPromiseKept,
	remind_organisation: remindOrganisation,
	report_overdue: reportOverdue,
	message_from_reporter: messageFromReporter,
	report_reopened: reportReopened,
	number_claim_decided: numberClaimDecided,
	number_contested: numberContested,
	number_contest_decided: numberContestDecided,
	number_to_confirm: numberToConfirm,
	chain_link_proposed: chainLinkProposed,
	case_decided: caseDecided,
	chain_message: chainMessage,
	hearing_asked: hearingAsked,
	ask_whether_stopped: askWhetherStopped,
	objection_acknowledged: objectionAcknowledged,
	objection_lodged: objectionLodged,
	objection_not_delivered: objectionNotDelivered,
	objection_processed: objectionProcessed,
	pass_on_objection: passOnObjection,
	pass_on_proof_request: passOnProofRequest,
	proof_answered: proofAnswered,
	proof_overdue: proofOverdue,
	webhook_disabled: webhookDisabled,
	prove_claim: proveClaim,
	claim_granted: claimGranted,
	claim_refused: claimRefused,
	invite_member: inviteMember,
	invite_staff: inviteStaff,
	answer_by_link: answerByLink,
	cbt_step: cbtStep,
	cbt_due: cbtDue
};
