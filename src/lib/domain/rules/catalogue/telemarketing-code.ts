import {
	all,
	amount,
	amountIfKnown,
	any,
	except,
	is,
	isIn,
	isLater,
	isNot,
	isNotIn,
	onlyPossibly,
	since,
	type Clause
} from '../clauses.ts';
import { isForbiddenPhoneDay, isOutsidePhoneHours } from '../contact-time.ts';
import {
	consentOk,
	natural,
	protectedByCode,
	termIsOver,
	termSince,
	tm,
	tmEvenIfRequested
} from '../grounds.ts';
import { isNotAfter, plusDays, plusMonths } from '../moment.ts';
import { under } from '../regimes.ts';
import type { Rule, Source } from '../rule.ts';
import { proofIsLate } from '../terms.ts';
import { truthOf } from '../three-valued.ts';

/*
 * Code Telemarketing (CTM): the sector's own code, kept by the Reclame Code Commissie. It protects
 * people and businesses that are a person, on Dutch numbers. Rules 12 to 27 of the catalogue. Of
 * the code of 2024 no numbers of articles have been seen.
 */

const name = 'Code Telemarketing';
const unnumbered: Source = { name, article: null, certainty: 'P' };

/** The number shown went out of use within six months of the contact. */
const goneWithinSixMonths: Clause = all(is('callback_result', 'not_in_use'), ({ facts }) => {
	const { callback_at: calledBack, contact_at: contact } = facts;
	if (!calledBack || !contact) return 'no';
	// Of the last day itself every hour counts, unless both hours are known.
	if (calledBack.time && contact.time) return isNotAfter(calledBack, plusMonths(contact, 6));
	return truthOf(calledBack.day <= plusMonths(contact, 6).day);
});

export const telemarketingCode: readonly Rule[] = [
	{
		id: 'ctm-hours',
		number: 12,
		title_nl: 'Gebeld buiten de toegestane tijden',
		title_en: 'Called outside permitted hours',
		from: '2012-07-01',
		until: null,
		sources: [
			{ name, article: '9', certainty: 'V', until: '2020-02-29' },
			{ name, article: '9', certainty: 'S', from: '2020-03-01', until: '2021-06-30' },
			{ ...unnumbered, from: '2021-07-01' }
		],
		severity: ({ facts }) => {
			const time = facts.contact_at?.time ?? '12:00';
			return time >= '22:00' || time < '08:00' ? 'medium' : 'low';
		},
		category: 'improper_conduct',
		sub_category: 'ONB-T6',
		actions: ['A5', 'A1'],
		context: [tm, natural, isNot('called_number_nl', 'no')],
		triggers: [isOutsidePhoneHours],
		explanation_nl:
			'De code van de sector kent vaste beltijden, en dit gesprek viel daar mogelijk buiten.',
		explanation_en:
			'The code of the sector sets hours for calling, and this call was possibly outside them.',
		enabled: true
	},
	{
		id: 'ctm-forbidden-day',
		number: 13,
		title_nl: 'Gebeld op zondag, feestdag, herdenkings- of rouwdag',
		title_en: 'Called on Sunday, holiday, remembrance or mourning day',
		from: '2012-07-01',
		until: null,
		sources: [
			{ name, article: '9', certainty: 'V', until: '2020-02-29' },
			{ name, article: '9', certainty: 'S', from: '2020-03-01', until: '2021-06-30' },
			{ ...unnumbered, from: '2021-07-01' }
		],
		severity: 'medium',
		category: 'improper_conduct',
		sub_category: 'ONB-T6',
		actions: ['A5'],
		context: [tm, natural, isNot('called_number_nl', 'no')],
		triggers: [isForbiddenPhoneDay],
		explanation_nl: 'Je bent mogelijk gebeld op een dag waarop dat volgens de code niet mag.',
		explanation_en: 'You were possibly called on a day on which the code does not allow it.',
		enabled: true
	},
	{
		id: 'ctm-number-callable',
		number: 14,
		title_nl: 'Nummer onherkenbaar, niet terug te bellen of te duur',
		title_en: 'Number not recognisable, not callable or at unreasonable cost',
		from: '2020-03-01',
		until: null,
		sources: [unnumbered],
		severity: 'medium',
		category: 'unwanted_contact',
		sub_category: 'ONG-T4',
		actions: ['A5', 'A4'],
		context: [protectedByCode, tm],
		triggers: [
			any(
				isIn('number_type', ['0900', '0906', '0909']),
				isIn('callback_result', ['not_in_use', 'paid', 'other_party'])
			)
		],
		explanation_nl:
			'Je moet het nummer dat je ziet voor een gewoon tarief kunnen terugbellen; dat kon hier mogelijk niet.',
		explanation_en:
			'You must be able to call the number you see back at a normal rate; possibly that was not so here.',
		enabled: true
	},
	{
		id: 'ctm-callback-info',
		number: 15,
		title_nl: 'Terugbellen geeft geen naam of afmeldinfo',
		title_en: 'Call-back gives no advertiser name or opt-out route',
		from: '2020-03-01',
		until: null,
		sources: [unnumbered],
		severity: 'low',
		category: 'objection_ignored',
		sub_category: 'VRZ-T3',
		actions: ['A5'],
		context: [protectedByCode, is('callback_tried', 'yes')],
		triggers: [
			any(
				isIn('callback_result', ['no_name', 'no_optout_info']),
				onlyPossibly(is('callback_result', 'no_answer'))
			)
		],
		explanation_nl:
			'Wie terugbelt moet horen wie er belde en hoe je je afmeldt; dat was hier mogelijk niet zo.',
		explanation_en:
			'Who calls back must hear who called and how to opt out; possibly that was not so here.',
		enabled: true
	},
	{
		id: 'ctm-number-6m',
		number: 16,
		title_nl: 'Nummer binnen 6 maanden onbereikbaar of niet gepubliceerd',
		title_en: 'Number not reachable for 6 months or not published',
		from: '2024-10-15',
		until: null,
		sources: [unnumbered],
		severity: 'low',
		category: 'unwanted_contact',
		sub_category: 'ONG-T4',
		actions: ['A5'],
		context: [protectedByCode, tm],
		triggers: [any(goneWithinSixMonths, is('number_on_website', 'no'))],
		explanation_nl:
			'Het nummer moet nog zes maanden bereikbaar zijn en op de website staan; dat was mogelijk niet zo.',
		explanation_en:
			'The number must be reachable for six more months and be on the website; possibly it was not.',
		enabled: true
	},
	{
		id: 'ctm-proof-5wd',
		number: 17,
		title_nl: 'Bewijs van toestemming niet binnen 5 werkdagen',
		title_en: 'Proof of consent not given within 5 working days',
		from: '2024-10-15',
		until: null,
		// The catalogue dates this rule by the request.
		dated_by: ['proof_requested_at'],
		// Art. 2(2) in the draft.
		sources: [unnumbered],
		severity: 'medium',
		category: 'objection_ignored',
		sub_category: 'VRZ-T5',
		actions: ['A5', 'A4', 'A3'],
		context: [
			protectedByCode,
			// By phone; how the contact was made need not be known.
			isNotIn('channel', ['door', 'street', 'stand', 'message']),
			since('2024-10-15', 'proof_requested_at'),
			isNot('consent_claimed', 'no')
		],
		triggers: [any(proofIsLate, is('proof_content_ok', 'no'))],
		explanation_nl:
			'Je vroeg om bewijs van je toestemming en kreeg dat mogelijk niet, of niet goed, binnen 5 werkdagen.',
		explanation_en:
			'You asked for proof of your consent and possibly did not get it, or not properly, within 5 working days.',
		enabled: true
	},
	{
		id: 'ctm-consent-quality',
		number: 18,
		title_nl: 'Opt-in voldoet niet aan de code',
		title_en: 'Opt-in does not meet the code',
		from: '2024-10-15',
		until: null,
		// Art. 2(2) in the draft.
		sources: [unnumbered],
		severity: 'low',
		category: 'unwanted_contact',
		sub_category: 'ONG-T6',
		actions: ['A2', 'A5'],
		context: [protectedByCode, tm, is('consent_claimed', 'yes')],
		triggers: [
			any(
				is('consent_separate', 'no'),
				is('consent_names_org', 'no'),
				is('consent_verified', 'no'),
				onlyPossibly(isLater('contact_at', 'consent_at', (given) => plusMonths(given, 6)))
			)
		],
		explanation_nl:
			'De toestemming waar de beller het over had, voldoet mogelijk niet aan de eisen van de code.',
		explanation_en:
			'The consent the caller spoke of possibly does not meet what the code asks of it.',
		enabled: true
	},
	{
		id: 'ctm-customer-3y',
		number: 19,
		title_nl: 'Oud-klant na meer dan 3 jaar gebeld',
		title_en: 'Former customer called after more than 3 years',
		from: termSince,
		until: null,
		sources: [unnumbered],
		severity: 'medium',
		category: 'unwanted_contact',
		sub_category: 'ONG-T2',
		actions: ['A1', 'A5', 'A4'],
		context: [protectedByCode, tm, except(consentOk)],
		triggers: [termIsOver],
		explanation_nl:
			'Je was langer dan drie jaar, of dan een geadviseerde termijn, geen klant of donateur meer. Bellen mocht volgens de code mogelijk niet meer.',
		explanation_en:
			'You had been no customer or donor for over three years, or an advised term. Under the code you possibly should not have been called.',
		enabled: true
	},
	{
		id: 'ctm-object-4w',
		number: 20,
		title_nl: 'Verzet niet binnen 4 weken verwerkt',
		title_en: 'Objection not processed within 4 weeks',
		from: '2012-07-01',
		until: null,
		sources: [
			{ ...unnumbered, until: '2021-06-30' },
			{ name, article: '12', certainty: 'V', from: '2021-07-01', until: '2024-10-14' },
			{ ...unnumbered, from: '2024-10-15' }
		],
		severity: 'high',
		category: 'objection_ignored',
		sub_category: 'VRZ-T1',
		actions: ['A5', 'A4', 'A6'],
		// "Objection always survives": also when the contact was asked for.
		context: [protectedByCode, tmEvenIfRequested, except(isLater('consent_at', 'objection_at'))],
		triggers: [isLater('contact_at', 'objection_at', (lodged) => plusDays(lodged, 28))],
		explanation_nl:
			'Je zei meer dan vier weken eerder dat je niet meer gebeld wilde worden, en dat is mogelijk niet verwerkt.',
		explanation_en:
			'You said more than four weeks earlier that you did not want to be called, and possibly that was not processed.',
		enabled: true
	},
	{
		id: 'ctm-object-in-call',
		number: 21,
		title_nl: 'Verzet tijdens gesprek niet aangenomen, doorgestuurd naar bandje',
		title_en: 'Objection in the call refused or pushed to a tape',
		from: '2020-03-01',
		until: null,
		sources: [
			{ name, article: '12', certainty: 'S', until: '2021-06-30' },
			{ name, article: '12', certainty: 'V', from: '2021-07-01', until: '2024-10-14' },
			{ ...unnumbered, from: '2024-10-15' }
		],
		severity: 'medium',
		category: 'objection_ignored',
		sub_category: 'VRZ-T2',
		actions: ['A1', 'A5', 'A4'],
		context: [protectedByCode, tm],
		triggers: [
			any(
				is('objection_refused', 'yes'),
				all(is('objection_route', 'call'), is('objection_sent_to_ivr', 'yes'))
			)
		],
		explanation_nl:
			'Je wilde je tijdens het gesprek afmelden; de beller had dat zelf moeten noteren en deed dat mogelijk niet.',
		explanation_en:
			'You wanted to opt out during the call; the caller should have noted that, and possibly did not.',
		enabled: true
	},
	{
		id: 'ctm-name-advertiser',
		number: 22,
		title_nl: 'Adverteerder of doel niet (direct) genoemd',
		title_en: 'Advertiser or purpose not named',
		from: '2012-07-01',
		until: null,
		sources: [unnumbered],
		severity: ({ facts }) =>
			facts.advertiser_named === 'never' || facts.purpose_stated === 'never' ? 'medium' : 'low',
		category: 'misleading',
		sub_category: 'MIS-T1',
		actions: ['A5', 'A4'],
		context: [protectedByCode, tm],
		triggers: [
			any(
				isIn('advertiser_named', ['later', 'never']),
				isIn('purpose_stated', ['later', 'never']),
				is('tradename_at_end', 'no')
			)
		],
		explanation_nl:
			'De beller moet meteen zeggen voor wie en waarom hij belt; dat is mogelijk niet of te laat gebeurd.',
		explanation_en:
			'The caller must say at once for whom and why they call; possibly that was not done, or too late.',
		enabled: true
	},
	{
		id: 'ctm-convenient',
		number: 23,
		title_nl: 'Niet gevraagd of het gesprek gelegen komt / duur niet genoemd',
		title_en: 'Not asked whether convenient / duration not announced',
		from: '2012-07-01',
		until: null,
		sources: [unnumbered],
		severity: ({ facts }) =>
			facts.duration_announced === 'no' && (facts.call_minutes ?? 0) > 5 ? 'low' : 'info',
		category: 'improper_conduct',
		sub_category: 'ONB-T3',
		actions: ['A5'],
		context: [protectedByCode, tm],
		triggers: [
			any(
				is('asked_convenient', 'no'),
				all(
					is('duration_announced', 'no'),
					amount('call_minutes', (minutes) => minutes > 5)
				)
			)
		],
		explanation_nl:
			'De beller moet vragen of het gesprek uitkomt en zeggen hoe lang het duurt; dat is mogelijk niet gebeurd.',
		explanation_en:
			'The caller must ask whether the call suits you and say how long it takes; possibly that was not done.',
		enabled: true
	},
	{
		id: 'ctm-end-call',
		number: 24,
		title_nl: 'Gesprek niet beëindigd op verzoek',
		title_en: 'Call not ended on request',
		from: '2012-07-01',
		until: null,
		sources: [unnumbered],
		severity: 'medium',
		category: 'pushiness',
		sub_category: 'AAN-T1',
		actions: ['A5', 'A1'],
		context: [protectedByCode, tm],
		triggers: [is('consumer_wanted_to_stop', 'yes'), is('call_ended_at_request', 'no')],
		explanation_nl: 'Je wilde stoppen met het gesprek, en de beller ging mogelijk toch door.',
		explanation_en: 'You wanted to end the call, and the caller possibly went on.',
		enabled: true
	},
	{
		id: 'ctm-voicemail',
		number: 25,
		title_nl: 'Voicemail ingesproken',
		title_en: 'Voicemail left',
		from: '2012-07-01',
		until: null,
		sources: [unnumbered],
		severity: 'low',
		category: 'unwanted_contact',
		sub_category: 'ONG-T5',
		actions: ['A5'],
		context: [
			protectedByCode,
			is('initiated_by', 'advertiser'),
			isIn('purpose', ['commercial', 'charitable', 'ideal'])
		],
		triggers: [is('channel', 'voicemail')],
		explanation_nl:
			'Een verkoper mag volgens de code geen voicemail inspreken; dat is hier mogelijk wel gebeurd.',
		explanation_en:
			'Under the code a seller may not leave a voicemail; possibly that happened here.',
		enabled: true
	},
	{
		id: 'ctm-minor',
		number: 26,
		title_nl: 'Aanbod aan kind onder 16',
		title_en: 'Offer to a child under 16',
		from: '2012-07-01',
		until: null,
		sources: [
			{ name, article: '11', certainty: 'V', until: '2020-02-29' },
			{ ...unnumbered, from: '2020-03-01' }
		],
		severity: 'high',
		category: 'improper_conduct',
		sub_category: 'ONB-T4',
		actions: ['A5', 'A9', 'A4'],
		// An offer is nothing wrong: to whom it was made may be.
		context: [protectedByCode, tm, is('offer_made', 'yes')],
		triggers: [
			any(
				amount('consumer_age', (age) => age < 16),
				is('looks_minor', 'yes'),
				// The checklist of 2012 says "16 or younger".
				onlyPossibly(
					under('CTM12'),
					amount('consumer_age', (age) => age === 16)
				)
			)
		],
		explanation_nl:
			'Aan kinderen onder 16 mag volgens de code niets worden aangeboden; dat is mogelijk wel gebeurd.',
		explanation_en:
			'Under the code nothing may be offered to children under 16; possibly that happened.',
		enabled: true
	},
	{
		id: 'ctm-cooling-off',
		number: 27,
		title_nl: 'Geen passende bedenkperiode na het gesprek',
		title_en: 'No appropriate cooling-off after the call',
		from: '2024-10-15',
		until: null,
		dated_by: ['contract_at', 'contact_at'],
		// Art. 2(4) in the draft.
		sources: [unnumbered],
		severity: 'medium',
		category: 'pushiness',
		sub_category: 'AAN-T3',
		actions: ['A7', 'A8', 'A5'],
		context: [protectedByCode, tm, amountIfKnown('contract_value_eur', (value) => value >= 50)],
		triggers: [
			all(
				since('2024-10-15', 'contract_at'),
				isIn('contract_kind', ['new_energy', 'new_recurring_service'])
			),
			isIn('agreement_form', [
				'link_during_call',
				'oral',
				'recording',
				'keypress',
				'power_of_attorney'
			])
		],
		explanation_nl:
			'Je moet na het gesprek tijd krijgen om het aanbod rustig te lezen; die tijd kreeg je mogelijk niet.',
		explanation_en:
			'After the call you must get time to read the offer calmly; possibly you did not get it.',
		enabled: true
	},
	{
		id: 'chain-responsibility',
		number: 28,
		title_nl: 'Adverteerder verantwoordelijk voor bureau, intermediair en leads',
		title_en: 'Advertiser answers for agency, intermediary and leads',
		from: '2009-10-01',
		until: null,
		sources: [{ name: 'Rechtspraak en toezicht van de ACM', article: null, certainty: 'S' }],
		severity: 'info',
		// Replaced by the category of the finding it goes with.
		category: 'unwanted_contact',
		sub_category: 'VRZ-T4',
		actions: ['A4', 'A5'],
		// Goes with another finding only, see assess.ts.
		context: [],
		triggers: [any(is('intermediary', 'yes'), is('caller_org_named', 'yes'))],
		explanation_nl:
			'Er was mogelijk een bureau of tussenpersoon bij; ook de adverteerder zelf is dan verantwoordelijk, dus spreek beide aan.',
		explanation_en:
			'Possibly an agency or intermediary was involved; the advertiser answers for it too, so address both.',
		enabled: true
	}
];
