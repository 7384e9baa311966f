import { sectors } from '../report/taxonomy.ts';

/*
 * Every fact a rule can look at, named as in the catalogue of rules (rules.md, 2.1). What somebody
 * does not know is `unknown` for a choice and null for a moment, a number or a set.
 */

const yesNo = ['yes', 'no'] as const;

/** Facts with one of a few values. */
export const choices = {
	channel: [
		'phone_human',
		'phone_automated',
		'voicemail',
		'door',
		'street',
		'stand',
		'inbound_phone',
		'message'
	],
	initiated_by: ['advertiser', 'consumer'],
	requested_contact: yesNo,
	recipient_type: ['consumer', 'natural_business', 'legal_person'],
	called_number_nl: yesNo,
	purpose: ['commercial', 'charitable', 'ideal', 'service', 'research', 'contract_enforcement'],
	offer_made: yesNo,
	org_type: [
		'commercial',
		'charity',
		'ideal',
		'political',
		'publisher',
		'lottery_good_cause',
		'lottery_other',
		'government'
	],
	sector: sectors.filter((sector) => sector !== 'unknown'),
	customer_status: [
		'current',
		'former',
		'donor',
		'former_donor',
		'volunteer',
		'event_participant',
		'never'
	],
	number_source: ['self_at_purchase', 'self_other', 'third_party'],
	informed_at_collection: yesNo,
	optout_at_collection: yesNo,
	offer_similar: yesNo,
	consent: yesNo,
	consent_claimed: yesNo,
	consent_names_org: yesNo,
	consent_for_phone: yesNo,
	consent_active: yesNo,
	consent_separate: yesNo,
	consent_verified: yesNo,
	verification_call_had_offer: yesNo,
	number_public_for_marketing: yesNo,
	bmnr_registered: yesNo,
	// Not in the catalogue: what a reporter remembers, from which `objection_at` follows.
	objected_before: ['no', 'within_72_hours', 'within_28_days', 'over_28_days'],
	objection_route: ['call', 'ivr', 'mail', 'letter', 'web', 'door', 'other'],
	objection_offered: yesNo,
	objection_refused: yesNo,
	objection_sent_to_ivr: yesNo,
	number_display: ['shown', 'hidden'],
	number_type: [
		'geographic',
		'mobile',
		'066',
		'067',
		'0800',
		'084',
		'085',
		'087',
		'088',
		'0900',
		'0906',
		'0909',
		'0970',
		'14',
		'18',
		'foreign',
		'hidden'
	],
	callback_tried: yesNo,
	callback_result: [
		'information_ok',
		'no_answer',
		'not_in_use',
		'other_party',
		'no_name',
		'no_optout_info',
		'paid'
	],
	number_on_website: yesNo,
	advertiser_named: ['start', 'later', 'never'],
	tradename_at_end: yesNo,
	caller_org_named: yesNo,
	intermediary: yesNo,
	purpose_stated: ['start', 'later', 'never'],
	asked_convenient: yesNo,
	duration_announced: yesNo,
	consumer_wanted_to_stop: yesNo,
	call_ended_at_request: yesNo,
	contract: ['no', 'yes', 'claimed_by_seller'],
	contract_kind: [
		'new_energy',
		'new_recurring_service',
		'renewal_or_extension',
		'one_off_service',
		'goods',
		'goods_plus_service',
		'subscription_periodical',
		'donation',
		'lottery',
		'insurance',
		'life_insurance',
		'credit',
		'other'
	],
	agreement_form: [
		'oral',
		'recording',
		'keypress',
		'link_during_call',
		'email_after_call',
		'signature_after_call',
		'signature_paper',
		'signature_tablet',
		'power_of_attorney',
		'none'
	],
	withdrawal_info: yesNo,
	withdrawal_form: yesNo,
	copy_paper_or_agreed_medium: yesNo,
	withdrawal_refused: yesNo,
	paid_before_withdrawal_end: yesNo,
	proof_content_ok: yesNo,
	source_refused_in_contact: yesNo,
	looks_minor: yesNo,
	vulnerable: yesNo,
	sticker: yesNo,
	sticker_ignored: yesNo,
	told_not_to_return: yesNo,
	badge: yesNo,
	branded_clothing: yesNo,
	id_refused: yesNo,
	complaint_answered: yesNo
} as const;

/** Facts of which several values can hold; an empty set says that none does. */
export const sets = {
	pressure: [
		'no_ignored',
		'would_not_leave',
		'foot_in_door',
		'decide_now',
		'blocked_way',
		'followed',
		'threat',
		'abuse',
		'guilt',
		'vulnerable_exploited'
	],
	claims: [
		'posed_as_other',
		'posed_as_own_supplier',
		'posed_as_grid_or_government',
		'posed_as_independent',
		'posed_as_survey',
		'price_wrong',
		'saving_wrong',
		'terms_hidden',
		'free_but_paid',
		'only_today',
		'contract_ends',
		'law_change',
		'prize',
		'safety_scare',
		'endorsement',
		'code_member',
		'already_customer',
		'sign_for_receipt',
		'other'
	]
} as const;

/** Moments: a day, or a day and a time. */
export const moments = [
	'contact_at',
	'relationship_end_date',
	'consent_at',
	'consent_withdrawn_at',
	'objection_at',
	'callback_at',
	'contract_at',
	'withdrawal_sent_at',
	'proof_requested_at',
	'proof_received_at',
	'source_requested_at',
	'source_answered_at',
	'complaint_sent_at'
] as const;

export const amounts = [
	'publisher_issues_per_year',
	'cbt_term_months',
	'call_minutes',
	'attempts_7d',
	'contract_value_eur',
	'consumer_age',
	'marketers_count'
] as const;

export type ChoiceField = keyof typeof choices;
export type ChoiceOf<Field extends ChoiceField> = (typeof choices)[Field][number];
export type SetField = keyof typeof sets;
export type SetOf<Field extends SetField> = (typeof sets)[Field][number];
export type MomentField = (typeof moments)[number];
export type AmountField = (typeof amounts)[number];
