import {
	all,
	amount,
	amountIfKnown,
	any,
	except,
	hasAny,
	is,
	isIn,
	isNot,
	onlyPossibly,
	type Clause
} from '../clauses.ts';
import { consumer, coveredByContractLaw, field, isUnrequested } from '../grounds.ts';
import type { Rule } from '../rule.ts';
import { withdrewInTime } from '../terms.ts';

/*
 * Burgerlijk Wetboek, book 6: contracts at a distance and at the door. Consumers only. Rules 30 to
 * 35 of the catalogue, with rule 34 (unfair practices) because it is about information too.
 */

const name = 'Burgerlijk Wetboek, boek 6';
const from = '2014-06-13';

/**
 * A sale at the door or in the street of 50 euros at most. An amount nobody named is no such sale;
 * but where the channel is not known either, neither is this.
 */
const isSmallSaleAway: Clause = (situation) =>
	situation.facts.contract_value_eur === null && field(situation) === 'unknown'
		? 'unknown'
		: all(
				field,
				amount('contract_value_eur', (value) => value <= 50)
			)(situation);

const refusedInTime = all(is('withdrawal_refused', 'yes'), withdrewInTime);

/**
 * Paid before the end of the term to withdraw, at the door or in the street: a way of obstructing,
 * whatever became of the withdrawal.
 */
const paidAway = all(field, is('paid_before_withdrawal_end', 'yes'));

export const consumerContracts: readonly Rule[] = [
	{
		id: 'bw-230v6-identity',
		number: 30,
		title_nl: 'Identiteit en commercieel doel niet aan het begin genoemd',
		title_en: 'Identity and commercial purpose not stated at the start',
		from,
		until: null,
		sources: [{ name, article: '6:230v lid 6', certainty: 'V15' }],
		severity: 'medium',
		category: 'misleading',
		sub_category: 'MIS-T1',
		actions: ['A4', 'A9'],
		context: [
			is('channel', 'phone_human'),
			is('initiated_by', 'advertiser'),
			consumer,
			is('purpose', 'commercial'),
			// Rules 22 and 34 remain for the others.
			coveredByContractLaw
		],
		triggers: [
			any(isIn('advertiser_named', ['later', 'never']), isIn('purpose_stated', ['later', 'never']))
		],
		explanation_nl:
			'Een verkoper moet aan het begin zeggen wie hij is en dat hij iets wil verkopen; dat is mogelijk niet gebeurd.',
		explanation_en:
			'A seller must say at the start who they are and that they want to sell; possibly that was not done.',
		enabled: true
	},
	{
		id: 'bw-230v6-written',
		number: 31,
		title_nl: 'Telefonisch contract zonder schriftelijk akkoord',
		title_en: 'Telephone contract without written agreement',
		from,
		until: null,
		sources: [{ name, article: '6:230v lid 6', certainty: 'V15' }],
		severity: 'high',
		category: 'misleading',
		sub_category: 'MIS-T6',
		actions: ['A7', 'A8', 'A4'],
		context: [is('channel', 'phone_human'), is('initiated_by', 'advertiser'), consumer],
		triggers: [
			all(
				isIn('contract', ['yes', 'claimed_by_seller']),
				isIn('contract_kind', ['new_energy', 'new_recurring_service'])
			),
			any(
				isIn('agreement_form', ['oral', 'recording', 'keypress', 'link_during_call', 'none']),
				onlyPossibly(is('agreement_form', 'power_of_attorney'))
			)
		],
		explanation_nl:
			"Zo'n contract geldt na een verkoopgesprek pas als je het schriftelijk goedkeurt; dat is mogelijk niet gebeurd.",
		explanation_en:
			'After a sales call such a contract holds only once you agree to it in writing; possibly that did not happen.',
		enabled: true
	},
	{
		id: 'bw-230m-info',
		number: 32,
		title_nl: 'Verplichte informatie of afschrift ontbreekt',
		title_en: 'Mandatory information or copy missing',
		from,
		until: null,
		sources: [{ name, article: '6:230m lid 1', certainty: 'V15' }],
		severity: 'medium',
		category: 'misleading',
		sub_category: ({ facts }) => (facts.channel === 'phone_human' ? 'MIS-T3' : 'MIS-D2'),
		actions: ['A8', 'A4'],
		context: [consumer, is('contract', 'yes')],
		triggers: [
			any(
				all(
					field,
					any(is('copy_paper_or_agreed_medium', 'no'), is('withdrawal_info', 'no')),
					amountIfKnown('contract_value_eur', (value) => value > 50)
				),
				all(is('channel', 'phone_human'), is('withdrawal_info', 'no'))
			)
		],
		explanation_nl:
			'Bij een contract hoort uitleg over de bedenktijd en een kopie; die kreeg je mogelijk niet.',
		explanation_en:
			'With a contract come an explanation of the right to withdraw and a copy; possibly you did not get them.',
		enabled: true
	},
	{
		id: 'bw-230o-withdrawal',
		number: 33,
		title_nl: 'Herroeping binnen 14 dagen geweigerd of bemoeilijkt',
		title_en: 'Withdrawal within 14 days refused or obstructed',
		from,
		until: null,
		dated_by: ['contact_at', 'contract_at'],
		sources: [{ name, article: '6:230o', certainty: 'V15' }],
		severity: 'high',
		category: 'misleading',
		sub_category: 'MIS-T7',
		actions: ['A8', 'A10', 'A4'],
		context: [consumer, coveredByContractLaw, except(isSmallSaleAway)],
		// Whether there is a contract, or a sale, must be known for likely: else to know less would do.
		triggers: [
			any(
				all(isIn('contract', ['yes', 'claimed_by_seller']), refusedInTime),
				onlyPossibly(isNot('contract', 'no'), refusedInTime),
				all(isIn('purpose', ['commercial', 'charitable', 'ideal']), paidAway),
				onlyPossibly(paidAway)
			)
		],
		explanation_nl:
			'Je mag een contract binnen 14 dagen zonder reden opzeggen; het bedrijf maakte dat mogelijk moeilijk.',
		explanation_en:
			'You may withdraw from a contract within 14 days without a reason; the company possibly made that hard.',
		enabled: true
	},
	{
		id: 'bw-193d-omission',
		number: 34,
		title_nl: 'Commercieel oogmerk of essentiële informatie verzwegen',
		title_en: 'Commercial intent or essential information hidden',
		from,
		until: null,
		sources: [{ name, article: '6:193d lid 2 en 3', certainty: 'V15' }],
		severity: 'medium',
		category: 'misleading',
		sub_category: ({ facts }) =>
			['street', 'stand'].includes(facts.channel) ? 'MIS-S1' : 'MIS-T4',
		actions: ['A9', 'A4', 'A5'],
		context: [consumer],
		triggers: [
			any(
				hasAny('claims', ['terms_hidden', 'posed_as_survey']),
				is('purpose_stated', 'never'),
				// Who called for service themselves may get an offer (worked example 16).
				onlyPossibly(is('purpose', 'service'), is('offer_made', 'yes'), isUnrequested)
			)
		],
		explanation_nl:
			'Een verkoper mag niet verbergen dat hij verkoopt, of wat je moet weten; dat is mogelijk wel gebeurd.',
		explanation_en:
			'A seller may not hide that they are selling, or what you need to know; possibly that happened.',
		enabled: true
	},
	{
		id: 'bw-credit-means-door',
		number: 35,
		title_nl: 'Krediet aan de deur of aanbod boven draagkracht',
		title_en: 'Credit at the door or offer beyond means',
		from,
		until: null,
		sources: [{ name, article: '6:230u en 6:230z', certainty: 'V15' }],
		severity: 'high',
		category: 'improper_conduct',
		sub_category: 'ONB-T4',
		actions: ['A9', 'A14', 'A4'],
		context: [consumer],
		triggers: [
			any(
				all(
					is('channel', 'door'),
					is('contract_kind', 'credit'),
					isNot('requested_contact', 'yes')
				),
				all(
					field,
					is('vulnerable', 'yes'),
					is('contract', 'yes'),
					hasAny('pressure', ['vulnerable_exploited'])
				)
			)
		],
		explanation_nl:
			'Aan de deur mag niemand een lening aanbieden, of iets wat je niet kunt betalen; dat is mogelijk wel gebeurd.',
		explanation_en:
			'At the door nobody may offer a loan, or something you cannot afford; possibly that happened.',
		enabled: true
	}
];
