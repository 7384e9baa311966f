import {
	all,
	amount,
	any,
	hasAny,
	is,
	isIn,
	isNot,
	onlyPossibly,
	type Clause
} from '../clauses.ts';
import { consumer } from '../grounds.ts';
import type { Rule } from '../rule.ts';
import { truthOf } from '../three-valued.ts';

/*
 * Burgerlijk Wetboek, book 6, art. 193a to 193j: unfair practices towards consumers. Enforced by the
 * ACM. Rules 36 to 40 of the catalogue. The text was seen as it stood from June 2014.
 */

const name = 'Burgerlijk Wetboek, boek 6';
const from = '2014-06-13';

/** Claims on the list of art. 6:193g and 6:193i. */
const blacklistedClaims = [
	'only_today',
	'free_but_paid',
	'endorsement',
	'code_member',
	'safety_scare',
	'prize',
	'posed_as_survey'
] as const;

const objected: Clause = ({ facts }) => truthOf(facts.objection_at !== null);

export const unfairPractices: readonly Rule[] = [
	{
		id: 'bw-193c-misleading',
		number: 36,
		title_nl: 'Misleidende informatie',
		title_en: 'Misleading information',
		from,
		until: null,
		sources: [{ name, article: '6:193c lid 1', certainty: 'V15' }],
		severity: 'high',
		category: 'misleading',
		sub_category: ({ facts }) => {
			const claims = facts.claims ?? [];
			if (claims.includes('sign_for_receipt')) return 'MIS-D1';
			if (claims.includes('price_wrong') || claims.includes('saving_wrong')) return 'MIS-T3';
			return claims.includes('posed_as_own_supplier') ||
				claims.includes('posed_as_grid_or_government')
				? 'MIS-T2'
				: 'MIS-T1';
		},
		actions: ['A9', 'A4', 'A5'],
		context: [consumer],
		triggers: [
			hasAny('claims', [
				'posed_as_other',
				'posed_as_own_supplier',
				'posed_as_grid_or_government',
				'posed_as_independent',
				'price_wrong',
				'saving_wrong',
				'contract_ends',
				'law_change',
				'already_customer',
				'sign_for_receipt'
			])
		],
		explanation_nl:
			'Wat de verkoper je vertelde klopte mogelijk niet; een verkoper mag je niet misleiden.',
		explanation_en: 'What the seller told you was possibly not true; a seller may not mislead you.',
		enabled: true
	},
	{
		id: 'bw-193-blacklist',
		number: 37,
		title_nl: 'Praktijk van de zwarte lijst',
		title_en: 'Blacklisted practice',
		from,
		until: null,
		sources: [{ name, article: '6:193g en 6:193i', certainty: 'V15' }],
		severity: 'high',
		category: ({ facts }) =>
			blacklistedClaims.some((claim) => facts.claims?.includes(claim)) ? 'misleading' : 'pushiness',
		sub_category: ({ facts }) =>
			blacklistedClaims.some((claim) => facts.claims?.includes(claim)) ? 'MIS-T5' : 'AAN-T3',
		actions: ['A9', 'A4', 'A5'],
		context: [consumer],
		triggers: [any(hasAny('claims', blacklistedClaims), hasAny('pressure', ['guilt']))],
		explanation_nl:
			'Wat de verkoper deed, staat mogelijk op de lijst van verkooptrucs die altijd verboden zijn.',
		explanation_en:
			'What the seller did is possibly on the list of sales tricks that are always forbidden.',
		enabled: true
	},
	{
		id: 'bw-193i-c-persistent',
		number: 38,
		title_nl: 'Hardnekkig en ongewenst aandringen per telefoon',
		title_en: 'Persistent unwanted solicitation by phone',
		from,
		until: null,
		sources: [{ name, article: '6:193i onder c', certainty: 'V15' }],
		severity: 'high',
		category: 'pushiness',
		sub_category: ({ facts }) => ((facts.attempts_7d ?? 0) >= 2 ? 'AAN-T2' : 'AAN-T1'),
		actions: ['A1', 'A4', 'A12'],
		context: [
			consumer,
			isIn('channel', ['phone_human', 'phone_automated', 'message']),
			isNot('purpose', 'contract_enforcement')
		],
		// The numbers 5 and 2 are a choice of this desk: the law names no threshold.
		triggers: [
			any(
				amount('attempts_7d', (attempts) => attempts >= 5),
				all(
					objected,
					amount('attempts_7d', (attempts) => attempts >= 2)
				),
				all(
					is('consumer_wanted_to_stop', 'yes'),
					is('call_ended_at_request', 'no'),
					hasAny('pressure', ['no_ignored'])
				)
			)
		],
		explanation_nl:
			'Een bedrijf mag niet blijven bellen of aandringen als je dat niet wilt; dat is mogelijk wel gebeurd.',
		explanation_en:
			'A company may not keep calling or insisting when you do not want it; possibly that happened.',
		enabled: true
	},
	{
		id: 'bw-193i-b-leave',
		number: 39,
		title_nl: 'Weigert te vertrekken of komt terug na verbod',
		title_en: 'Refuses to leave or returns after being told not to',
		from,
		until: null,
		sources: [{ name, article: '6:193i onder b', certainty: 'V15' }],
		severity: 'high',
		category: 'pushiness',
		sub_category: 'AAN-D1',
		actions: ['A4', 'A5', 'A11'],
		context: [consumer, is('channel', 'door')],
		triggers: [
			any(hasAny('pressure', ['would_not_leave', 'foot_in_door']), is('told_not_to_return', 'yes'))
		],
		explanation_nl:
			'Een verkoper aan de deur moet weggaan en wegblijven als je dat vraagt; dat deed hij mogelijk niet.',
		explanation_en:
			'A seller at the door must leave and stay away when you ask; possibly they did not.',
		enabled: true
	},
	{
		id: 'bw-193h-aggressive',
		number: 40,
		title_nl: 'Intimidatie, dwang of ongepaste beïnvloeding',
		title_en: 'Harassment, coercion or undue influence',
		from,
		until: null,
		sources: [{ name, article: '6:193h', certainty: 'V15' }],
		severity: 'high',
		category: ({ facts }) =>
			(['threat', 'abuse', 'vulnerable_exploited'] as const).some((kind) =>
				facts.pressure?.includes(kind)
			)
				? 'improper_conduct'
				: 'pushiness',
		sub_category: ({ facts: { channel, pressure } }) => {
			if (pressure?.includes('threat')) return 'ONB-T2';
			if (pressure?.includes('vulnerable_exploited')) return 'ONB-T4';
			if (pressure?.includes('abuse')) return 'ONB-T1';
			if (channel === 'door') return pressure?.includes('would_not_leave') ? 'AAN-D1' : 'AAN-D2';
			return channel === 'street' || channel === 'stand' ? 'AAN-S1' : 'AAN-T3';
		},
		actions: ['A9', 'A4', 'A11'],
		context: [consumer],
		triggers: [
			any(
				hasAny('pressure', [
					'threat',
					'abuse',
					'blocked_way',
					'followed',
					'vulnerable_exploited',
					'would_not_leave'
				]),
				onlyPossibly(hasAny('pressure', ['decide_now']))
			)
		],
		explanation_nl:
			'Een verkoper mag je niet bedreigen, tegenhouden of onder druk zetten; dat is mogelijk wel gebeurd.',
		explanation_en:
			'A seller may not threaten you, hold you back or put you under pressure; possibly that happened.',
		enabled: true
	}
];
