import { all, amount, any, is, isIn, isNot, isNotIn, onlyPossibly } from '../clauses.ts';
import { isOutsideDoorHours } from '../contact-time.ts';
import { consumer, field, isUnrequested } from '../grounds.ts';
import { under } from '../regimes.ts';
import type { Rule, Source } from '../rule.ts';
import { isHeld } from '../three-valued.ts';

/*
 * The sector's code for selling at the door, in the street and at stands: Reclamecode Fieldmarketing
 * from 2016 (RFM16), Code Fieldmarketing from August 2023 (CFM23). Kept by the Reclame Code
 * Commissie; collections are outside it. Rules 41 to 44 of the catalogue.
 */

const name = 'Code Fieldmarketing';
const from = '2016-01-01';
const unnumbered: Source = { name, article: null, certainty: 'P' };

/** Whom the code protects: not known to be approached in their business. */
const protects = isNotIn('recipient_type', ['natural_business', 'legal_person']);

/** That the marketer cannot be identified weighs more than clothing or a question not asked. */
const notIdentified = any(
	isIn('advertiser_named', ['later', 'never']),
	isIn('purpose_stated', ['later', 'never']),
	is('id_refused', 'yes'),
	all(under('CFM23'), is('intermediary', 'yes'), is('caller_org_named', 'no'))
);

const minor = any(
	amount('consumer_age', (age) => age < 16),
	is('looks_minor', 'yes'),
	// The sources disagree between under 16 and under 18.
	onlyPossibly(amount('consumer_age', (age) => age === 16 || age === 17))
);

export const fieldMarketingCode: readonly Rule[] = [
	{
		id: 'cfm-hours-days',
		number: 41,
		title_nl: 'Aan de deur buiten de werftijden',
		title_en: 'At the door outside permitted hours or days',
		from,
		until: null,
		sources: [unnumbered],
		severity: 'medium',
		category: 'improper_conduct',
		sub_category: 'ONB-D3',
		actions: ['A5', 'A16'],
		context: [is('channel', 'door'), field, consumer, isUnrequested],
		triggers: [isOutsideDoorHours],
		explanation_nl:
			'De code kent vaste dagen en tijden voor verkoop aan de deur, en dit bezoek viel daar mogelijk buiten.',
		explanation_en:
			'The code sets days and hours for selling at the door, and this visit was possibly outside them.',
		enabled: true
	},
	{
		id: 'cfm-sticker',
		number: 42,
		title_nl: 'Bel-niet-aan-sticker of eerdere weigering genegeerd',
		title_en: 'Do-not-ring sticker or earlier refusal ignored',
		from,
		until: null,
		sources: [
			{ name, article: '9 lid 1', certainty: 'V', until: '2023-07-31' },
			{ ...unnumbered, from: '2023-08-01' }
		],
		severity: 'medium',
		category: 'objection_ignored',
		sub_category: ({ facts }) => (facts.told_not_to_return === 'yes' ? 'VRZ-D2' : 'VRZ-D1'),
		actions: ['A5', 'A16'],
		context: [is('channel', 'door'), field, protects],
		triggers: [
			any(
				is('sticker_ignored', 'yes'),
				all(is('sticker', 'yes'), isNot('sticker_ignored', 'no')),
				is('told_not_to_return', 'yes')
			)
		],
		explanation_nl:
			'Je sticker of eerdere weigering moet een verkoper respecteren; dat is mogelijk niet gebeurd.',
		explanation_en:
			'A seller must respect your sticker or earlier refusal; possibly that was not done.',
		enabled: true
	},
	{
		id: 'cfm-identify',
		number: 43,
		title_nl: 'Werver niet herkenbaar, organisatie of doel niet genoemd',
		title_en: 'Marketer not identifiable, organisation or purpose not named',
		from,
		until: null,
		sources: [unnumbered],
		severity: (situation) => (notIdentified(situation) === 'yes' ? 'medium' : 'low'),
		category: 'misleading',
		sub_category: ({ facts }) => (facts.channel === 'door' ? 'MIS-D2' : 'MIS-S1'),
		actions: ['A5'],
		context: [field, protects],
		triggers: [
			any(
				notIdentified,
				all(under('RFM16'), is('badge', 'no'), is('branded_clothing', 'no')),
				all(
					under('CFM23'),
					any(is('badge', 'no'), is('branded_clothing', 'no'), is('asked_convenient', 'no'))
				)
			)
		],
		explanation_nl:
			'Een werver moet herkenbaar zijn en meteen zeggen voor wie en waarom hij komt; dat is mogelijk niet gebeurd.',
		explanation_en:
			'A marketer must be recognisable and say at once for whom and why they come; possibly that was not done.',
		enabled: true
	},
	{
		id: 'cfm-group-minor',
		number: 44,
		title_nl: 'Te veel wervers of minderjarige benaderd',
		title_en: 'Too many marketers or minor approached',
		from,
		until: null,
		sources: [
			{ name, article: null, certainty: 'V', until: '2023-07-31' },
			{ ...unnumbered, from: '2023-08-01' }
		],
		severity: (situation) => (isHeld(minor(situation)) ? 'high' : 'medium'),
		category: 'improper_conduct',
		sub_category: (situation) => (isHeld(minor(situation)) ? 'ONB-T4' : 'ONB-D1'),
		actions: ['A5', 'A9'],
		context: [field, protects],
		triggers: [
			any(
				amount('marketers_count', (marketers) => marketers > 2),
				minor
			)
		],
		explanation_nl:
			'Er mogen niet meer dan twee wervers tegelijk komen, en niet bij iemand jonger dan 16; dat is mogelijk wel gebeurd.',
		explanation_en:
			'No more than two marketers may come at once, and not to anyone under 16; possibly that happened.',
		enabled: true
	}
];
