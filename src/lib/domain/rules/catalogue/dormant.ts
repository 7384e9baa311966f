import type { Rule } from '../rule.ts';

/*
 * What is known but is not, or not yet, a rule for everybody: bills, local rules, remedies, and
 * orders to one company. Loaded so that they have a place; none has clauses, none is enabled.
 * Source: rules.md, 2.4. Enabling one means writing its clauses first.
 */

type Dormant = Pick<
	Rule,
	| 'id'
	| 'title_nl'
	| 'title_en'
	| 'from'
	| 'sources'
	| 'category'
	| 'explanation_nl'
	| 'explanation_en'
>;

const entries: readonly Dormant[] = [
	{
		id: 'col-afkoel-3wd',
		title_nl: 'Afkoelperiode van 3 werkdagen aan de deur en op straat',
		title_en: 'Cooling-off of 3 working days at the door and in the street',
		// A bill, consulted until 10 October 2025: no date of entry into force.
		from: '9999-12-31',
		sources: [{ name: 'Wetsvoorstel afkoelperiode colportage', article: null, certainty: 'S' }],
		category: 'pushiness',
		explanation_nl: 'Dit is mogelijk straks niet toegestaan, maar is nog geen wet.',
		explanation_en: 'This is possibly not allowed later, but is not law yet.'
	},
	{
		id: 'wok-door',
		title_nl: 'Huis aan huis werven voor een kansspel',
		title_en: 'House-to-house recruiting for gambling',
		from: '2013-07-01',
		sources: [
			{
				name: 'Besluit werving, reclame en verslavingspreventie kansspelen',
				article: '2 lid 3 en 3 lid 2 en 3',
				certainty: 'V15'
			}
		],
		category: 'improper_conduct',
		explanation_nl: 'Voor een kansspel mag mogelijk niet huis aan huis worden geworven.',
		explanation_en: 'Recruiting house to house for gambling is possibly not allowed.'
	},
	{
		id: 'wtw-goods',
		title_nl: 'Verkoop van spullen buiten een winkel op een gesloten tijd',
		title_en: 'Selling goods outside a shop at closed hours',
		from: '2014-06-13',
		sources: [{ name: 'Winkeltijdenwet', article: '2 lid 2', certainty: 'V15' }],
		category: 'improper_conduct',
		explanation_nl: 'Op dit tijdstip mochten hier mogelijk geen spullen worden verkocht.',
		explanation_en: 'At this time goods were possibly not to be sold here.'
	},
	{
		id: 'apv-street',
		title_nl: 'Vergunning van de gemeente voor werven op straat',
		title_en: 'Municipal permit for canvassing in the street',
		from: '2014-06-13',
		sources: [{ name: 'Gemeentelijke verordening (APV)', article: null, certainty: 'K' }],
		category: 'improper_conduct',
		explanation_nl: 'De gemeente vraagt hiervoor mogelijk een vergunning.',
		explanation_en: 'The municipality possibly asks a permit for this.'
	},
	{
		id: 'acm-72h',
		title_nl: 'Verzet niet binnen 72 uur verwerkt',
		title_en: 'Objection not processed within 72 hours',
		// Binding for VodafoneZiggo only.
		from: '2025-06-12',
		sources: [{ name: 'Toezeggingsbesluit ACM', article: null, certainty: 'S' }],
		category: 'objection_ignored',
		explanation_nl: 'Je verzet had mogelijk binnen 72 uur verwerkt moeten zijn.',
		explanation_en: 'Your objection should possibly have been processed within 72 hours.'
	},
	{
		id: 'num-spoof',
		title_nl: 'Nederlands nummer misbruikt vanuit het buitenland',
		title_en: 'Dutch number misused from abroad',
		// A bill in preparation.
		from: '9999-12-31',
		sources: [{ name: 'Wetsvoorstel misbruik van nummers', article: null, certainty: 'V' }],
		category: 'unwanted_contact',
		explanation_nl: 'Het nummer dat je zag was mogelijk niet van de beller.',
		explanation_en: 'The number you saw was possibly not that of the caller.'
	},
	{
		id: 'bw-193j',
		title_nl: 'Contract na een oneerlijke praktijk is vernietigbaar',
		title_en: 'A contract resulting from an unfair practice is voidable',
		from: '2014-06-13',
		sources: [{ name: 'Burgerlijk Wetboek, boek 6', article: '6:193j', certainty: 'V15' }],
		category: 'misleading',
		explanation_nl: 'Je kunt dit contract mogelijk ongeldig laten verklaren.',
		explanation_en: 'You can possibly annul this contract.'
	},
	{
		id: 'fin-230x',
		title_nl: 'Bedenktijd bij een financieel product',
		title_en: 'Withdrawal from a financial product',
		from: '2014-06-13',
		sources: [{ name: 'Burgerlijk Wetboek, boek 6', article: '6:230x', certainty: 'V15' }],
		category: 'misleading',
		explanation_nl: 'Je kunt van dit financiële product mogelijk nog af binnen 14 of 30 dagen.',
		explanation_en:
			'You can possibly still withdraw from this financial product within 14 or 30 days.'
	}
];

/** The sub-category comes with the clauses; the main one is enough to find the entry back. */
export const dormant: readonly Rule[] = entries.map((entry) => ({
	number: null,
	until: null,
	severity: 'info',
	sub_category: '',
	actions: [],
	context: [],
	triggers: [],
	enabled: false,
	...entry
}));
