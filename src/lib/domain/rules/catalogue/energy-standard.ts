import { all, any, is, isIn, isNot, type Clause } from '../clauses.ts';
import { isNotAfter, plusHours } from '../moment.ts';
import type { Rule } from '../rule.ts';

/*
 * Kwaliteitsstandaard of Energie-Nederland (2024) and Gedragscode Consument en Energieleverancier
 * (2021). Suppliers that are no member are outside. Rule 45 of the catalogue.
 */

/** Signed on the same day, with an hour missing: perhaps on the spot, perhaps not. */
const withinTheHour: Clause = ({ facts }) => {
	const { contract_at: contract, contact_at: contact } = facts;
	const isOnTheSpot = isNotAfter(contract, contact && plusHours(contact, 1));
	return isOnTheSpot === 'unknown' ? 'maybe' : isOnTheSpot;
};

export const energyStandard: readonly Rule[] = [
	{
		id: 'energy-standard',
		number: 45,
		title_nl: 'Energiecontract direct afgesloten of reden van het gesprek niet genoemd',
		title_en: 'Energy contract concluded on the spot or reason for contact not stated',
		from: '2024-01-01',
		until: null,
		sources: [{ name: 'Kwaliteitsstandaard Energie-Nederland', article: null, certainty: 'V' }],
		severity: 'medium',
		category: 'pushiness',
		sub_category: 'AAN-D2',
		actions: ['A7', 'A8', 'A4', 'A10'],
		context: [
			is('sector', 'energy'),
			isIn('channel', ['phone_human', 'door', 'street', 'stand']),
			isNot('initiated_by', 'consumer')
		],
		triggers: [
			any(
				all(
					isIn('agreement_form', [
						'oral',
						'recording',
						'keypress',
						'link_during_call',
						'signature_tablet',
						'signature_paper',
						'power_of_attorney'
					]),
					withinTheHour
				),
				is('purpose_stated', 'never')
			)
		],
		explanation_nl:
			'Een energiecontract hoor je eerst rustig na te kunnen lezen; het is mogelijk meteen afgesloten of er is niet gezegd waarover het ging.',
		explanation_en:
			'You should first be able to read an energy contract calmly; possibly it was closed at once, or nobody said what it was about.',
		enabled: true
	}
];
