import type { CaseState, Decision } from '#lib/domain/cases/case.ts';
import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import { m } from '#lib/paraglide/messages.js';

export const caseStateLabels: Record<CaseState, () => string> = {
	open: m.case_state_open,
	hearing: m.case_state_hearing,
	decided: m.case_state_decided,
	follow_up: m.case_state_follow_up,
	closed: m.case_state_closed
};

export const decisionLabels: Record<Decision, () => string> = {
	none: m.case_decision_none,
	advice: m.case_decision_advice,
	warning: m.case_decision_warning,
	referral_acm: m.case_decision_referral_acm,
	referral_rcc: m.case_decision_referral_rcc,
	own_action: m.case_decision_own_action
};

export const sideLabels: Record<StaffDesk, () => string> = {
	committee: m.committee_actor_committee,
	regulator: m.committee_actor_regulator
};

export const moveLabels: Record<CaseState, () => string> = {
	open: m.case_move_open,
	hearing: m.case_state_hearing,
	decided: m.case_state_decided,
	follow_up: m.case_move_follow_up,
	closed: m.case_move_closed
};

type Happening = { event: string; details: Record<string, unknown> };

/** What happened in a case, in one sentence. */
export function sayEvent({ event, details }: Happening): string {
	switch (event) {
		case 'opened':
			return m.case_event_opened();
		case 'changed':
			return m.case_event_changed();
		case 'reports_added':
			return m.case_event_reports_added({ count: Number(details.count) });
		case 'caller_followed':
			return m.case_event_caller_followed({
				numbers_added: Number(details.numbers_added),
				numbers_gone: Number(details.numbers_gone),
				reports_added: Number(details.reports_added),
				reports_gone: Number(details.reports_gone)
			});
		case 'report_removed':
			return m.case_event_report_removed({ reference: String(details.report) });
		case 'party_added':
			return m.case_event_party_added();
		case 'signal_added':
			return m.case_event_signal_added();
		case 'shared':
			return m.case_event_shared();
		case 'hearing_asked':
			return m.case_event_hearing_asked({ reference: String(details.hearing) });
		case 'hearing_answered':
			return m.case_event_hearing_answered({ reference: String(details.hearing) });
		case 'decided':
			return m.case_event_decided({
				decision: decisionLabels[details.decision as Decision]?.() ?? ''
			});
		default:
			return m.case_event_moved({ state: caseStateLabels[details.to as CaseState]?.() ?? '' });
	}
}
