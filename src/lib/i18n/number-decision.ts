import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';

const known: Record<string, typeof m.numbers_decision_claim_withdrawn> = {
	contact_centre_agreed: m.numbers_decision_contact_centre_agreed,
	contact_centre_disagreed: m.numbers_decision_contact_centre_disagreed,
	claim_withdrawn: m.numbers_decision_claim_withdrawn
};

/** Why a claim on numbers was decided as it was: in the committee's words, or where the desk knows, in ours. */
export const decisionIn = (told: string, locale: Locale = getLocale()): string =>
	known[told]?.({}, { locale }) ?? told;
