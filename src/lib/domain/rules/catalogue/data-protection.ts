import { any, is, onlyPossibly, type Clause } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { sourceIsLate } from '../terms.ts';
import { truthOf } from '../three-valued.ts';

/*
 * Algemene verordening gegevensbescherming (AVG, GDPR). Supervisor: Autoriteit Persoonsgegevens.
 * Rule 29 of the catalogue.
 */

const neverAnswered: Clause = ({ facts }) => truthOf(facts.source_answered_at === null);

export const dataProtection: readonly Rule[] = [
	{
		id: 'avg-source',
		number: 29,
		title_nl: 'Herkomst van gegevens niet bekendgemaakt',
		title_en: 'Origin of personal data not disclosed',
		from: '2018-05-25',
		until: null,
		dated_by: ['source_requested_at', 'contact_at'],
		// Art. 12(3), 14(2)(f) and 15(1)(g) are well known but were not read again: law named, no number.
		sources: [
			{
				name: 'Algemene verordening gegevensbescherming (AVG)',
				article: null,
				certainty: 'P'
			}
		],
		severity: (situation) => (sourceIsLate(situation) === 'yes' ? 'medium' : 'low'),
		category: 'unwanted_contact',
		sub_category: 'ONG-T6',
		actions: ['A3', 'A6'],
		context: [],
		// Refused in the contact, but answered in time later, is answered.
		triggers: [
			any(sourceIsLate, onlyPossibly(is('source_refused_in_contact', 'yes'), neverAnswered))
		],
		explanation_nl:
			'Een organisatie moet zeggen hoe ze aan je gegevens komt; dat is mogelijk niet of te laat gebeurd.',
		explanation_en:
			'An organisation must say where it got your data; possibly that was not done, or too late.',
		enabled: true
	}
];
