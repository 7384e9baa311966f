/*
 * What facts are called on screen. Answers to questions of the bank are shown in the words of the
 * bank; these are for staff, and for the facts that programs send.
 */

type Label = readonly [nl: string, en: string];

/** By the name of the fact. */
export const factLabels: Readonly<Record<string, Label>> = {
	channel: ['Soort contact', 'Kind of contact'],
	initiated_by: ['Wie begon het contact', 'Who began the contact'],
	requested_contact: ['Om contact gevraagd', 'Contact was asked for'],
	recipient_type: ['Wie werd benaderd', 'Who was approached'],
	called_number_nl: ['Nederlands nummer gebeld', 'Dutch number was called'],
	purpose: ['Doel van het contact', 'Purpose of the contact'],
	offer_made: ['Aanbod gedaan', 'Offer was made'],
	org_type: ['Soort organisatie', 'Kind of organisation'],
	sector: ['Sector', 'Sector'],
	publisher_issues_per_year: ['Nummers per jaar', 'Issues a year'],
	customer_status: ['Klant van de organisatie', 'Customer of the organisation'],
	relationship_end_date: ['Einde van de relatie', 'End of the relation'],
	number_source: ['Herkomst van het nummer', 'Where the number came from'],
	informed_at_collection: ['Bij het vragen ingelicht', 'Informed when asked'],
	optout_at_collection: ['Bij het vragen kans op afmelden', 'Opt-out when asked'],
	offer_similar: ['Aanbod lijkt op wat je al had', 'Offer similar to what one had'],
	cbt_term_months: ['Langere klanttermijn (maanden)', 'Longer customer term (months)'],
	consent: ['Toestemming gegeven', 'Consent given'],
	consent_claimed: ['Beller zegt toestemming te hebben', 'Caller claims consent'],
	consent_at: ['Toestemming op', 'Consent on'],
	consent_withdrawn_at: ['Toestemming ingetrokken op', 'Consent withdrawn on'],
	consent_names_org: ['Toestemming noemt de organisatie', 'Consent names the organisation'],
	consent_for_phone: ['Toestemming voor bellen', 'Consent is for calls'],
	consent_active: ['Toestemming zelf aangevinkt', 'Consent by an act of one’s own'],
	consent_separate: ['Toestemming apart gevraagd', 'Consent asked separately'],
	consent_verified: ['Toestemming gecontroleerd', 'Consent verified'],
	verification_call_had_offer: ['Aanbod bij de controle', 'Offer during verification'],
	number_public_for_marketing: ['Nummer openbaar voor verkoop', 'Number public for sales'],
	bmnr_registered: ['In het Bel-me-niet Register', 'In the do-not-call register'],
	objection_at: ['Verzet gedaan op', 'Objected on'],
	objection_route: ['Verzet gedaan via', 'Objected by'],
	objection_offered: ['Verzet aangeboden', 'Objection was offered'],
	objection_refused: ['Afmelden geweigerd', 'Opt-out refused'],
	objection_sent_to_ivr: ['Naar een bandje gestuurd', 'Sent to a tape'],
	number_display: ['Nummer zichtbaar', 'Number shown'],
	number_type: ['Soort nummer', 'Kind of number'],
	callback_tried: ['Teruggebeld', 'Called back'],
	callback_result: ['Wat terugbellen opleverde', 'What calling back gave'],
	callback_at: ['Teruggebeld op', 'Called back on'],
	number_on_website: ['Nummer op de website', 'Number on the website'],
	advertiser_named: ['Organisatie genoemd', 'Organisation named'],
	tradename_at_end: ['Handelsnaam aan het eind', 'Trade name at the end'],
	caller_org_named: ['Bureau genoemd', 'Agency named'],
	intermediary: ['Tussenpersoon', 'Intermediary'],
	purpose_stated: ['Doel genoemd', 'Purpose stated'],
	asked_convenient: ['Gevraagd of het uitkwam', 'Asked whether it suited'],
	duration_announced: ['Duur genoemd', 'Duration announced'],
	call_minutes: ['Minuten', 'Minutes'],
	consumer_wanted_to_stop: ['Wilde stoppen', 'Wanted to stop'],
	call_ended_at_request: ['Gestopt op verzoek', 'Stopped when asked'],
	attempts_7d: ['Contacten in zeven dagen', 'Contacts in seven days'],
	pressure: ['Druk', 'Pressure'],
	claims: ['Wat niet klopte', 'What was not true'],
	contract: ['Contract', 'Contract'],
	contract_at: ['Contract op', 'Contract on'],
	contract_kind: ['Soort contract', 'Kind of contract'],
	agreement_form: ['Hoe afgesproken', 'How it was agreed'],
	contract_value_eur: ['Waarde in euro', 'Value in euros'],
	withdrawal_info: ['Bedenktijd verteld', 'Told of the withdrawal period'],
	withdrawal_form: ['Formulier om te ontbinden gekregen', 'Got a withdrawal form'],
	copy_paper_or_agreed_medium: ['Kopie gekregen', 'Got a copy'],
	withdrawal_sent_at: ['Ontbonden op', 'Withdrew on'],
	withdrawal_refused: ['Ontbinden geweigerd', 'Withdrawal refused'],
	paid_before_withdrawal_end: ['Betaald binnen de bedenktijd', 'Paid within the withdrawal period'],
	proof_requested_at: ['Bewijs gevraagd op', 'Proof asked on'],
	proof_received_at: ['Bewijs gekregen op', 'Proof received on'],
	proof_content_ok: ['Bewijs klopt', 'Proof is right'],
	source_requested_at: ['Herkomst gevraagd op', 'Data source asked on'],
	source_answered_at: ['Herkomst verteld op', 'Data source told on'],
	source_refused_in_contact: ['Herkomst niet verteld', 'Data source refused'],
	consumer_age: ['Leeftijd', 'Age'],
	looks_minor: ['Minderjarig', 'A minor'],
	vulnerable: ['Kwetsbaar', 'Vulnerable'],
	sticker: ['Sticker bij de deur', 'Sticker at the door'],
	sticker_ignored: ['Sticker genegeerd', 'Sticker ignored'],
	told_not_to_return: ['Eerder weggestuurd', 'Sent away before'],
	badge: ['Pasje gedragen', 'Wore a badge'],
	branded_clothing: ['Herkenbare kleding', 'Branded clothing'],
	id_refused: ['Legitimatie geweigerd', 'Refused to identify'],
	marketers_count: ['Aantal verkopers', 'Number of sellers'],
	complaint_sent_at: ['Zelf geklaagd op', 'Complained on'],
	complaint_answered: ['Klacht beantwoord', 'Complaint answered']
};

/** By the value; the same value means the same everywhere. */
export const valueLabels: Readonly<Record<string, Label>> = {
	yes: ['Ja', 'Yes'],
	no: ['Nee', 'No'],
	unknown: ['Onbekend', 'Unknown'],
	phone_human: ['Telefoon, een mens', 'Phone, a person'],
	phone_automated: ['Telefoon, een bandje', 'Phone, a recording'],
	voicemail: ['Voicemail', 'Voicemail'],
	inbound_phone: ['Zelf gebeld', 'Own call'],
	advertiser: ['De organisatie', 'The organisation'],
	consumer: ['Consument', 'Consumer'],
	natural_business: ['Zelfstandige', 'Self-employed'],
	legal_person: ['Bedrijf (rechtspersoon)', 'Company (legal person)'],
	commercial: ['Commercieel', 'Commercial'],
	charitable: ['Goed doel', 'Charitable'],
	charity: ['Goed doel', 'Charity'],
	ideal: ['Ideëel', 'Idealistic'],
	political: ['Politiek', 'Political'],
	publisher: ['Uitgever', 'Publisher'],
	service: ['Service', 'Service'],
	research: ['Onderzoek', 'Research'],
	never: ['Nooit', 'Never'],
	current: ['Ja, nu', 'Yes, now'],
	former: ['Vroeger', 'Formerly'],
	donor: ['Donateur', 'Donor'],
	former_donor: ['Oud-donateur', 'Former donor'],
	volunteer: ['Vrijwilliger', 'Volunteer'],
	event_participant: ['Deelnemer', 'Participant'],
	third_party: ['Van een ander bedrijf', 'From another company'],
	self_at_purchase: ['Gegeven als klant', 'Given as a customer'],
	self_other: ['Zelf gegeven', 'Given by oneself'],
	shown: ['Zichtbaar', 'Shown'],
	hidden: ['Verborgen', 'Hidden'],
	start: ['Meteen', 'At once'],
	later: ['Later', 'Later'],
	information_ok: ['Uitleg gekregen', 'Explained'],
	no_answer: ['Geen gehoor', 'No answer'],
	not_in_use: ['Nummer bestaat niet', 'Number not in use'],
	other_party: ['Een ander', 'Somebody else'],
	no_name: ['Geen naam', 'No name'],
	no_optout_info: ['Niets over afmelden', 'Nothing about opting out'],
	paid: ['Betaald nummer', 'Paid number'],
	claimed_by_seller: ['Volgens de verkoper', 'According to the seller'],
	new_energy: ['Nieuw energiecontract', 'New energy contract'],
	new_recurring_service: ['Nieuwe doorlopende dienst', 'New recurring service'],
	renewal_or_extension: ['Verlenging', 'Renewal'],
	oral: ['Mondeling', 'By voice'],
	recording: ['Opname', 'Recording'],
	keypress: ['Toets ingedrukt', 'Key pressed'],
	signature_after_call: ['Getekend na het gesprek', 'Signed after the call'],
	signature_tablet: ['Getekend op een tablet', 'Signed on a tablet'],
	signature_paper: ['Getekend op papier', 'Signed on paper'],
	no_ignored: ['Nee genegeerd', 'No was ignored'],
	would_not_leave: ['Ging niet weg', 'Would not leave'],
	foot_in_door: ['Voet tussen de deur', 'Foot in the door'],
	decide_now: ['Meteen beslissen', 'Decide at once'],
	blocked_way: ['Weg versperd', 'Way blocked'],
	followed: ['Gevolgd', 'Followed'],
	threat: ['Bedreigd', 'Threatened'],
	abuse: ['Uitgescholden', 'Abused'],
	guilt: ['Schuldgevoel', 'Guilt'],
	vulnerable_exploited: ['Misbruik van kwetsbaarheid', 'Vulnerability exploited'],
	posed_as_other: ['Deed zich voor als een ander', 'Posed as somebody else'],
	posed_as_own_supplier: ['Deed alsof het je eigen leverancier was', 'Posed as own supplier'],
	posed_as_grid_or_government: [
		'Deed alsof het de netbeheerder of overheid was',
		'Posed as grid operator or government'
	],
	posed_as_independent: ['Deed onafhankelijk', 'Posed as independent'],
	posed_as_survey: ['Leek een onderzoek', 'Seemed a survey'],
	price_wrong: ['Prijs', 'Price'],
	saving_wrong: ['Besparing', 'Saving'],
	terms_hidden: ['Voorwaarden verzwegen', 'Terms hidden'],
	free_but_paid: ['Gratis, maar niet echt', 'Free, but not really'],
	only_today: ['Alleen vandaag', 'Only today'],
	contract_ends: ['Contract zou aflopen', 'Contract said to end'],
	law_change: ['Wet zou veranderen', 'Law said to change'],
	prize: ['Prijs gewonnen', 'Prize won'],
	safety_scare: ['Bang gemaakt', 'Safety scare'],
	endorsement: ['Valse aanbeveling', 'False endorsement'],
	code_member: ['Zou lid zijn van een code', 'Said to follow a code'],
	already_customer: ['Zou al klant zijn', 'Said to be a customer already'],
	sign_for_receipt: ['Tekenen voor ontvangst', 'Sign for receipt']
};

/** The name of a fact in words; its code where there are none. */
export function nameOfFact(fact: string, locale: 'nl' | 'en'): string {
	return labelIn(factLabels, fact, locale);
}

/** The value of a fact in words; as it was sent where there are none. */
export function valueOfFact(value: unknown, locale: 'nl' | 'en'): string {
	if (Array.isArray(value)) {
		return value.length > 0
			? value.map((one) => valueOfFact(one, locale)).join(', ')
			: labelIn(valueLabels, 'no', locale);
	}
	if (typeof value === 'boolean') return labelIn(valueLabels, value ? 'yes' : 'no', locale);
	return labelIn(valueLabels, String(value ?? 'unknown'), locale);
}

function labelIn(labels: Readonly<Record<string, Label>>, code: string, locale: 'nl' | 'en') {
	const label = Object.hasOwn(labels, code) ? labels[code] : undefined;
	return label?.[locale === 'en' ? 1 : 0] ?? code;
}
