import {
	all,
	amount,
	any,
	except,
	is,
	isIn,
	isKnown,
	isLater,
	isNot,
	onlyPossibly,
	since,
	type Clause,
	type Situation
} from '../clauses.ts';
import {
	bizPublic,
	consentOk,
	custGround,
	excepted26,
	field,
	isUnrequested,
	natural,
	protectedByCode,
	termIsOver,
	termSince,
	tm,
	tmEvenIfRequested
} from '../grounds.ts';
import { isAfter, plusDays, plusHours } from '../moment.ts';
import { under } from '../regimes.ts';
import type { Rule, Severity } from '../rule.ts';
import { not, truthOf } from '../three-valued.ts';

/*
 * Telecommunicatiewet (Tw): selling by phone. Supervisor: ACM. Rules 1 to 11 of the catalogue.
 */

const tw = 'Telecommunicatiewet';

/**
 * A customer ground that only the code has ended (ctm-customer-3y) leaves room: the law sets no
 * term, the regulator communicates the three years too.
 */
const noCustomerGround: Clause = any(
	except(custGround),
	onlyPossibly(protectedByCode, since(termSince), termIsOver)
);

/** For who was never a customer and knows of no consent, an unknown published number is no doubt. */
const noPublishedNumber: Clause = (situation) => {
	const published = bizPublic(situation);
	const isPlain = all(is('consent', 'no'), is('customer_status', 'never'))(situation) === 'yes';
	return published === 'unknown' && isPlain ? 'yes' : not(published);
};

/** Whether consent was given is known; when it is not, the rule is possible at most. */
const consentKnown: Clause = ({ facts }) => (facts.consent === 'unknown' ? 'unknown' : 'yes');

/** With both consent and relation unknown, the consumer must say the contact was unrequested. */
const saidToBeUnwanted: Clause = (situation) =>
	truthOf(
		any(
			isKnown('consent'),
			isKnown('customer_status'),
			is('requested_contact', 'no')
		)(situation) === 'yes'
	);

/** Shorter than 72 hours is for information; the regulator's norm counts since June 2025. */
function severityOfDelay({ facts }: Situation): Severity {
	const { contact_at: contact, objection_at: objection } = facts;
	if (!contact || !objection) return 'low';
	if (isAfter(plusHours(objection, 72), contact) === 'yes') return 'info';
	if (isAfter(contact, plusDays(objection, 28)) === 'yes') return 'high';
	return contact.day >= '2025-06-12' ? 'medium' : 'low';
}

export const telecommunicationsAct: readonly Rule[] = [
	{
		id: 'tw-11.7-bmnr',
		number: 1,
		title_nl: 'Gebeld ondanks inschrijving in het Bel-me-niet Register',
		title_en: 'Called although listed in the do-not-call register',
		from: '2009-10-01',
		until: '2021-06-30',
		sources: [{ name: tw, article: '11.7 lid 5 en 9 tot en met 11 (oud)', certainty: 'V15' }],
		severity: 'medium',
		category: 'unwanted_contact',
		sub_category: 'ONG-T1',
		actions: ['A4', 'A3'],
		context: [
			tm,
			under('R1'),
			natural,
			except(
				all(
					isIn('customer_status', ['current', 'former', 'donor', 'former_donor']),
					isNot('offer_similar', 'no')
				)
			)
		],
		triggers: [is('bmnr_registered', 'yes')],
		explanation_nl:
			'Je stond in het Bel-me-niet Register, dus dit bedrijf mocht je mogelijk niet bellen.',
		explanation_en:
			'You were listed in the do-not-call register, so this company was possibly not allowed to call you.',
		enabled: true
	},
	{
		id: 'tw-11.7-consent',
		number: 2,
		title_nl: 'Gebeld zonder voorafgaande toestemming',
		title_en: 'Called without prior consent',
		from: '2021-07-01',
		until: null,
		sources: [{ name: tw, article: '11.7 lid 2', certainty: 'S' }],
		severity: 'high',
		category: 'unwanted_contact',
		sub_category: 'ONG-T1',
		actions: ['A1', 'A2', 'A4', 'A6'],
		context: [tm, under('R2', 'R3'), natural, noCustomerGround, noPublishedNumber, consentKnown],
		triggers: [except(consentOk), saidToBeUnwanted],
		explanation_nl:
			'Je bent mogelijk gebeld zonder dat je daar vooraf toestemming voor gaf; het bedrijf moet je toestemming kunnen bewijzen.',
		explanation_en:
			'You were possibly called without having agreed to it beforehand; the company must be able to prove your consent.',
		enabled: true
	},
	{
		id: 'tw-11.7-customer-conditions',
		number: 3,
		title_nl: 'Klantrelatie gebruikt zonder aan de voorwaarden te voldoen',
		title_en: 'Customer ground used without meeting its conditions',
		from: '2021-07-01',
		until: null,
		// The number of the paragraph is not verified.
		sources: [{ name: tw, article: '11.7', certainty: 'P' }],
		severity: 'medium',
		category: 'unwanted_contact',
		sub_category: 'ONG-T2',
		actions: ['A1', 'A3', 'A4'],
		context: [
			tm,
			natural,
			except(consentOk),
			isKnown('customer_status'),
			isNot('customer_status', 'never'),
			any(under('R2'), all(under('R3'), excepted26))
		],
		triggers: [
			any(
				is('number_source', 'third_party'),
				is('offer_similar', 'no'),
				is('informed_at_collection', 'no'),
				is('optout_at_collection', 'no')
			)
		],
		explanation_nl:
			'Je bent gebeld als klant of donateur, maar mogelijk voldeed het bedrijf niet aan de voorwaarden daarvoor.',
		explanation_en:
			'You were called as a customer or donor, but possibly the company did not meet the conditions for that.',
		enabled: true
	},
	{
		id: 'tw-11.7-customer-abolished',
		number: 4,
		title_nl: '(Oud-)klant gebeld zonder toestemming na 1 juli 2026',
		title_en: '(Former) customer called without consent after 1 July 2026',
		from: '2026-07-01',
		until: null,
		// Changed by the Energiewet, art. 7.8 (Stb. 2025, 89); the new paragraph was not seen.
		sources: [{ name: tw, article: '11.7', certainty: 'P' }],
		severity: 'high',
		category: 'unwanted_contact',
		sub_category: 'ONG-T2',
		actions: ['A1', 'A2', 'A4'],
		context: [tm, under('R3'), natural, except(excepted26), except(consentOk), except(bizPublic)],
		triggers: [isIn('customer_status', ['current', 'former'])],
		explanation_nl:
			'Sinds 1 juli 2026 mag een bedrijf ook klanten en oud-klanten alleen met toestemming bellen; die was er mogelijk niet.',
		explanation_en:
			'Since 1 July 2026 a company may call customers and former customers only with their consent; possibly there was none.',
		enabled: true
	},
	{
		id: 'tw-11.7-consent-valid',
		number: 5,
		title_nl: 'Toestemming niet geldig gevraagd',
		title_en: 'Consent not validly obtained',
		from: '2021-07-01',
		until: null,
		sources: [{ name: tw, article: '11.7 lid 1 en 2', certainty: 'S' }],
		severity: 'medium',
		category: 'unwanted_contact',
		sub_category: 'ONG-T1',
		actions: ['A2', 'A1', 'A4', 'A6'],
		// That consent was claimed is no breach; how it was asked may be one.
		context: [tm, natural, is('consent_claimed', 'yes')],
		triggers: [
			any(
				is('consent_active', 'no'),
				is('consent_separate', 'no'),
				is('consent_names_org', 'no'),
				is('consent_for_phone', 'no')
			)
		],
		explanation_nl:
			'De toestemming waar de beller het over had, is mogelijk niet op een geldige manier gevraagd.',
		explanation_en: 'The consent the caller spoke of was possibly not asked for in a valid way.',
		enabled: true
	},
	{
		id: 'acm-consent-verified',
		number: 6,
		title_nl: 'Toestemming niet vooraf geverifieerd',
		title_en: 'Consent not verified before the call',
		from: '2022-06-29',
		until: null,
		// A standard of the regulator, not the text of the law.
		sources: [{ name: 'Uitleg van de ACM over toestemming', article: null, certainty: 'S' }],
		severity: ({ facts }) => ((facts.contact_at?.day ?? '') >= '2025-07-01' ? 'medium' : 'low'),
		category: 'unwanted_contact',
		sub_category: 'ONG-T1',
		actions: ['A2', 'A4'],
		context: [tm, natural, is('consent_claimed', 'yes')],
		triggers: [any(is('consent_verified', 'no'), is('verification_call_had_offer', 'yes'))],
		explanation_nl:
			'De ACM verwacht dat een bedrijf je toestemming controleert voor het verkoopgesprek; dat is mogelijk niet gebeurd.',
		explanation_en:
			'The regulator ACM expects a company to check your consent before the sales call; possibly that was not done.',
		enabled: true
	},
	{
		id: 'tw-11.7-automated',
		number: 7,
		title_nl: 'Robotoproep of bandje zonder toestemming',
		title_en: 'Automated call without consent',
		from: '2009-10-01',
		until: null,
		sources: [
			{ name: tw, article: '11.7 lid 1', certainty: 'V15', until: '2021-06-30' },
			{ name: tw, article: '11.7 lid 1', certainty: 'V', from: '2021-07-01' }
		],
		severity: 'high',
		category: 'unwanted_contact',
		sub_category: 'ONG-T5',
		actions: ['A1', 'A4', 'A12'],
		context: [
			isNot('initiated_by', 'consumer'),
			isIn('purpose', ['commercial', 'charitable', 'ideal'])
		],
		triggers: [is('channel', 'phone_automated'), except(consentOk)],
		explanation_nl:
			'Een computer of een bandje mag je alleen bellen als je daar toestemming voor gaf; die was er mogelijk niet.',
		explanation_en:
			'A computer or a recording may call you only with your consent; possibly there was none.',
		enabled: true
	},
	{
		id: 'tw-11.7-object-offer',
		number: 8,
		title_nl: 'Recht van verzet/bezwaar niet aangeboden in het gesprek',
		title_en: 'Right to object not offered in the call',
		from: '2009-10-01',
		until: null,
		sources: [
			{ name: tw, article: '11.7 lid 12 (oud)', certainty: 'V15', until: '2021-06-30' },
			{ name: tw, article: '11.7', certainty: 'P', from: '2021-07-01' }
		],
		severity: 'low',
		category: 'objection_ignored',
		sub_category: 'VRZ-T3',
		actions: ['A1', 'A4'],
		// Who hung up at once cannot have heard it: without a known length the rule stays silent.
		context: [tm, natural, amount('call_minutes', (minutes) => minutes >= 1)],
		triggers: [is('objection_offered', 'no')],
		explanation_nl:
			'De beller moet in het gesprek zeggen dat je verzet kunt doen tegen bellen; dat is mogelijk niet gebeurd.',
		explanation_en:
			'The caller must say during the call that you can object to being called; possibly that was not done.',
		enabled: true
	},
	{
		id: 'tw-avg-object-honour',
		number: 9,
		title_nl: 'Opnieuw benaderd na verzet of intrekking',
		title_en: 'Contacted again after objection or withdrawal',
		from: '2018-05-25',
		until: null,
		sources: [
			{
				name: 'Algemene verordening gegevensbescherming (AVG)',
				article: '21 lid 2 en 3',
				certainty: 'V'
			}
		],
		severity: severityOfDelay,
		category: 'objection_ignored',
		sub_category: ({ facts }) => (facts.channel === 'door' ? 'VRZ-D2' : 'VRZ-T1'),
		actions: ['A4', 'A5', 'A6', 'A3'],
		// "Objection always survives": also when the contact was asked for; only later consent ends it.
		context: [
			any(tmEvenIfRequested, all(field, isKnown('objection_route'))),
			except(isLater('consent_at', 'objection_at'))
		],
		triggers: [isLater('contact_at', 'objection_at')],
		explanation_nl:
			'Je had al gezegd dat je dit niet meer wilde, en bent daarna mogelijk toch weer benaderd.',
		explanation_en:
			'You had already said you did not want this, and were possibly contacted again.',
		enabled: true
	},
	{
		id: 'tw-caller-id',
		number: 10,
		title_nl: 'Anoniem of afgeschermd nummer',
		title_en: 'Hidden caller number',
		from: '2020-03-01',
		until: null,
		sources: [
			{ name: 'Code Telemarketing', article: null, certainty: 'P', until: '2021-06-30' },
			// A duty by law according to the government; the paragraph is not verified.
			{ name: tw, article: null, certainty: 'P', from: '2021-07-01' }
		],
		severity: 'medium',
		category: 'unwanted_contact',
		sub_category: 'ONG-T4',
		actions: ['A4', 'A12', 'A5'],
		context: [tm, isNot('called_number_nl', 'no')],
		triggers: [is('number_display', 'hidden')],
		explanation_nl:
			'Wie belt om te verkopen moet zijn nummer laten zien; hier was het nummer mogelijk verborgen.',
		explanation_en:
			'Whoever calls to sell must show their number; here the number was possibly hidden.',
		enabled: true
	},
	{
		id: 'tw-service-call-offer',
		number: 11,
		title_nl: 'Verkoopaanbod in een servicegesprek',
		title_en: 'Sales offer inside an outbound service call',
		from: '2026-07-01',
		until: null,
		sources: [{ name: tw, article: '11.7', certainty: 'S' }],
		severity: 'medium',
		category: 'misleading',
		sub_category: 'MIS-T4',
		actions: ['A1', 'A4'],
		context: [
			is('channel', 'phone_human'),
			is('initiated_by', 'advertiser'),
			isUnrequested,
			under('R3'),
			natural,
			except(consentOk),
			except(excepted26)
		],
		// One clause: a service call alone, or an offer alone, is nothing wrong.
		triggers: [all(is('purpose', 'service'), is('offer_made', 'yes'))],
		explanation_nl:
			'Je werd gebeld over service, maar kreeg ook een aanbod; dat mag mogelijk niet zonder je toestemming.',
		explanation_en:
			'You were called about a service but also got an offer; possibly that is not allowed without your consent.',
		enabled: true
	}
];
