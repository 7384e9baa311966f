import type { BalanceQuestion, Relation } from '#lib/domain/cbt/application.ts';
import type { ApplicationState } from '#lib/domain/cbt/states.ts';
import { formatMoment, formatShortDay } from '#lib/i18n/format-short.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/* An application for a longer customer term, in words. */

const states: Record<ApplicationState, () => string> = {
	submitted: m.cbt_state_submitted,
	incomplete: m.cbt_state_incomplete,
	awaiting_payment: m.cbt_state_awaiting_payment,
	paid: m.cbt_state_paid,
	taken_on: m.cbt_state_taken_on,
	advised: m.cbt_state_advised,
	declined: m.cbt_state_declined,
	withdrawn: m.cbt_state_withdrawn
};
export const stateName = (state: ApplicationState) => states[state]();

const relationNames: Record<Relation, () => string> = {
	contract: m.cbt_relation_contract,
	purchase: m.cbt_relation_purchase,
	donation: m.cbt_relation_donation,
	membership: m.cbt_relation_membership
};
export const relationName = (relation: Relation) => relationNames[relation]();

type Asked = { question: () => string; hint: () => string };
const questions: Record<BalanceQuestion, Asked> = {
	activity: { question: m.cbt_activity, hint: m.cbt_activity_hint },
	necessity: { question: m.cbt_necessity, hint: m.cbt_necessity_hint },
	interests: { question: m.cbt_interests, hint: m.cbt_interests_hint },
	impact: { question: m.cbt_impact, hint: m.cbt_impact_hint },
	safeguards: { question: m.cbt_safeguards, hint: m.cbt_safeguards_hint },
	factors: { question: m.cbt_factors, hint: m.cbt_factors_hint }
};
export const questionName = (question: BalanceQuestion) => questions[question].question();
export const questionHint = (question: BalanceQuestion) => questions[question].hint();

/** What an application lacks. */
export const missingName = (missing: BalanceQuestion | 'kvk_number') =>
	missing === 'kvk_number' ? m.claim_kvk_number() : questionName(missing);

const clocks: Record<string, () => string> = {
	cbt_additions: m.cbt_clock_additions,
	cbt_changes: m.cbt_clock_changes,
	cbt_advice: m.cbt_clock_advice,
	cbt_advice_target: m.cbt_clock_advice_target,
	contact_data_erased: m.cbt_clock_erased
};

/** A clock that runs, with its last day. */
export function clockLine({ clock, due_at }: { clock: string; due_at: string }) {
	// The term ends at the midnight after its last day.
	const last = addDays(dayOf(new Date(due_at)), -1);
	return { name: clocks[clock]?.() ?? clock, day: formatShortDay(last, getLocale()) };
}

const events: Record<string, () => string> = {
	submitted: m.cbt_event_submitted,
	invoiced: m.cbt_event_invoiced,
	additions_asked: m.cbt_event_additions_asked,
	added: m.cbt_event_added,
	changed: m.cbt_event_changed,
	paid: m.cbt_event_paid,
	taken_on: m.cbt_event_taken_on,
	advised: m.cbt_event_advised,
	declined: m.cbt_event_declined,
	withdrawn: m.cbt_event_withdrawn,
	advice_ended: m.cbt_event_advice_ended,
	personal_data_erased: m.cbt_event_erased,
	cbt_changes_passed: m.cbt_event_changes_passed,
	cbt_additions_passed: m.cbt_event_additions_passed,
	cbt_advice_passed: m.cbt_event_advice_passed,
	cbt_advice_target_passed: m.cbt_event_target_passed
};
export const eventName = (event: string) => events[event]?.() ?? event;
export const momentOf = (instant: string) => formatMoment(instant, getLocale());

/** An amount in whole euros: € 3.680. */
export const euros = (amount: number) =>
	amount.toLocaleString(getLocale() === 'en' ? 'en-GB' : 'nl-NL', {
		style: 'currency',
		currency: 'EUR',
		maximumFractionDigits: 0
	});
