import type { StaffDesk } from '../staff/staff-desk.ts';

/** How far a case is; `hub.case_state` holds the same. */
export const caseStates = ['open', 'hearing', 'decided', 'follow_up', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** What a case can end in; `hub.case_decisions` holds the same. */
export const decisions = [
	'none',
	'advice',
	'warning',
	'referral_acm',
	'referral_rcc',
	'own_action'
] as const;
export type Decision = (typeof decisions)[number];

/** The committee advises, warns and refers; the regulator acts by its own means, or not. */
export const decisionsOf: Record<StaffDesk, readonly Decision[]> = {
	committee: ['none', 'advice', 'warning', 'referral_acm', 'referral_rcc'],
	regulator: ['none', 'own_action']
};

/** Where a case may go by itself; hearing and deciding are acts of their own. */
export function movesFrom(state: CaseState): readonly CaseState[] {
	switch (state) {
		case 'open':
		case 'hearing':
			return ['closed'];
		case 'decided':
			return ['follow_up', 'closed', 'open'];
		case 'follow_up':
			return ['closed', 'open'];
		case 'closed':
			return ['open'];
	}
}
