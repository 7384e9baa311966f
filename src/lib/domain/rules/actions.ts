/** What somebody can do, in plain Dutch and English. Source: rules.md, 2.6. */
export const actions = {
	A1: {
		nl: 'Zeg of schrijf: "Ik wil niet meer gebeld worden." Dat mag altijd, kost niets en je hoeft geen reden te geven. Schrijf de datum en de tijd op.',
		en: 'Say or write: "I do not want to be called any more." You can always do this, it is free and you need not give a reason. Write down the date and time.'
	},
	A2: {
		nl: 'Vraag om bewijs van je toestemming: wanneer, waar en met welke tekst je die gaf. Volgens de code van de sector krijg je dat binnen 5 werkdagen.',
		en: 'Ask for proof of your consent: when, where and with which text you gave it. Under the code of the sector you get it within 5 working days.'
	},
	A3: {
		nl: 'Vraag hoe ze aan je gegevens komen, welke gegevens ze hebben, en laat die wissen. Je hoort binnen een maand antwoord te krijgen.',
		en: 'Ask where they got your data, which data they hold, and have it erased. You should get an answer within a month.'
	},
	A4: {
		nl: 'Meld het ook bij ACM ConsuWijzer. De ACM lost je eigen zaak niet op, maar treedt op als veel mensen hetzelfde melden.',
		en: 'Report it to ACM ConsuWijzer too. ACM does not solve your own case, but acts when many people report the same.'
	},
	A5: {
		nl: 'Klaag eerst bij het bedrijf. Helpt dat niet, dan kun je gratis klagen bij de Reclame Code Commissie. Dat kan niet anoniem.',
		en: 'First complain to the company. If that does not help, you can complain to the Advertising Code Committee (RCC). It is free, but not anonymous.'
	},
	A6: {
		nl: 'Doet de organisatie niets met je verzet of je vraag over je gegevens? Dan kun je klagen bij de Autoriteit Persoonsgegevens.',
		en: 'Does the organisation ignore your objection or your question about your data? Then you can complain to the Dutch Data Protection Authority.'
	},
	A7: {
		nl: 'Schrijf het bedrijf dat er geen geldig contract is, omdat je niets schriftelijk hebt afgesproken. ConsuWijzer heeft een voorbeeldbrief.',
		en: 'Write to the company that there is no valid contract, because you agreed nothing in writing. ConsuWijzer has a model letter.'
	},
	A8: {
		nl: 'Je kunt een contract meestal binnen 14 dagen schriftelijk opzeggen, zonder reden. Kreeg je daar geen uitleg over, dan heb je tot 12 maanden langer. Bewaar het bewijs dat je op tijd schreef.',
		en: 'You can usually withdraw from a contract in writing within 14 days, without a reason. If nobody told you so, you have up to 12 months longer. Keep proof that you wrote in time.'
	},
	A9: {
		nl: 'Ben je misleid of onder druk gezet? Dan kun je het contract misschien met een brief ongeldig laten verklaren. Ben je het niet eens, dan beslist de rechter.',
		en: 'Were you misled or put under pressure? Then you may be able to annul the contract by letter. If the company disagrees, a court decides.'
	},
	A10: {
		nl: 'Kom je er samen niet uit? Leg het geschil voor aan een geschillencommissie of aan de rechter.',
		en: 'Can you not solve it together? Take the dispute to a disputes committee or to court.'
	},
	A11: {
		nl: 'Denk je aan fraude? Bel de Fraudehelpdesk of doe aangifte bij de politie. Word je bedreigd, bel dan 112.',
		en: 'Do you suspect fraud? Call the Fraudehelpdesk or report it to the police. If you are threatened, call 112.'
	},
	A12: {
		nl: 'Blokkeer het nummer. Is het nummer verborgen, vraag dan je telefoonaanbieder schriftelijk om hulp, met de dagen en tijden erbij.',
		en: 'Block the number. If the number is hidden, ask your phone company for help in writing, with the days and times.'
	},
	A13: {
		nl: 'Gaat het om een loterij of een gokspel? Meld het dan bij de Kansspelautoriteit.',
		en: 'Is it about a lottery or gambling? Then report it to the Netherlands Gambling Authority.'
	},
	A14: {
		nl: 'Gaat het om een lening, verzekering of belegging? Meld het dan bij de AFM.',
		en: 'Is it about a loan, insurance or investment? Then report it to the AFM, the financial regulator.'
	},
	A15: {
		nl: 'Gaat het om een goed doel? Je kunt het ook melden bij het CBF of bij Goede Doelen Nederland.',
		en: 'Is it about a charity? You can also report it to CBF or to Goede Doelen Nederland.'
	},
	A16: {
		nl: 'Vraag je gemeente of voor verkopen aan de deur of op straat een vergunning nodig is.',
		en: 'Ask your municipality whether selling at the door or in the street needs a permit.'
	}
} as const;

export type ActionCode = keyof typeof actions;
export type ActionText = { nl: string; en: string };

export const actionCodes = Object.keys(actions) as ActionCode[];
