import type { CategoryCode, Channel } from '#lib/domain/report/taxonomy.ts';

/** Whole sentences, each of which can stand beside any other of its language. */
export type Sentences = {
	/** How it began. */
	openings: Record<Channel, string[]>;
	/** What was wrong or right about it. */
	about: Record<CategoryCode, string[]>;
	/** How it ended; for a complaint and for a compliment. */
	closings: { complaint: string[]; compliment: string[] };
};

export const dutch: Sentences = {
	openings: {
		phone: [
			'Ik werd gebeld tijdens het avondeten.',
			'De telefoon ging terwijl ik aan het werk was.',
			'Vanmiddag kreeg ik een verkoper aan de lijn.',
			'Mijn moeder van 82 nam de telefoon op.',
			'Dit is al de derde keer deze maand dat ik word gebeld.',
			'Op zaterdagochtend ging de vaste telefoon.'
		],
		door: [
			'Er werd aangebeld door een jongen met een tablet.',
			'Tegen etenstijd stond er een verkoopster voor de deur.',
			'Iemand met een pasje om de nek belde bij ons aan.',
			'Op onze deur zit een sticker dat wij geen verkoop willen, en toch werd er gebeld.'
		],
		street: [
			'Ik werd aangesproken in de winkelstraat.',
			'Bij het station stond een groepje wervers.',
			'Op weg naar de markt hield iemand mij staande.'
		],
		stand: [
			'In de supermarkt stond een kraampje bij de uitgang.',
			'Op een beurs werd ik bij een stand geroepen.'
		],
		message: [
			'Ik kreeg een appje met een aanbieding.',
			'Er kwam een sms binnen met een link om terug te bellen.'
		],
		other: ['Wij kregen als kleine winkel een aanbod voor een vermelding.']
	},
	about: {
		unwanted_contact: [
			'Ik heb dit bedrijf nooit toestemming gegeven om mij te benaderen.',
			'Ik ben daar geen klant en ben dat ook nooit geweest.',
			'Niemand kon uitleggen hoe ze aan mijn gegevens kwamen.',
			'Ze zeiden dat ik aan een prijsvraag had meegedaan, maar dat is niet zo.'
		],
		objection_ignored: [
			'In het voorjaar heb ik schriftelijk bezwaar gemaakt en dat is toen bevestigd.',
			'Ik heb al twee keer laten vastleggen dat ik niet benaderd wil worden.',
			'Toen ik vroeg om van de lijst te gaan, werd gezegd dat dit niet kon.'
		],
		pushiness: [
			'Ik zei zes keer nee en toch ging het verhaal door.',
			'Er moest meteen worden beslist, anders verviel de korting.',
			'Bedenktijd kreeg ik niet, er moest direct worden getekend.',
			'Toen ik er een eind aan wilde maken begon het praatje gewoon opnieuw.'
		],
		improper_conduct: [
			'Toen ik bedankte werd ik uitgescholden.',
			'Er werd gelachen toen ik zei dat ik ziek was.',
			'De toon was van begin af aan brutaal.',
			'Er werd spottend gedaan over mijn leeftijd.'
		],
		misleading: [
			'Ze deden zich voor als een organisatie waar ik al bij zit.',
			'De prijs die werd genoemd bleek alleen de eerste maand te gelden.',
			'Eerst heette het een enquête, daarna bleek het verkoop.',
			'Achteraf bleek ik een contract van drie jaar te hebben in plaats van een proefmaand.'
		],
		respectful: [
			'De medewerker was rustig en beleefd en vroeg eerst of het uitkwam.',
			'Mijn nee werd meteen geaccepteerd, zonder discussie.',
			'Het was een prettig gesprek zonder enige druk.'
		],
		clear: [
			'Er werd meteen gezegd met wie ik sprak, namens wie en waarom.',
			'Alle kosten werden helder uitgelegd en stonden daarna ook in de mail.',
			'Het aanbod stond precies zo op papier als het was verteld.'
		],
		relevant: [
			'Het aanbod paste echt bij onze situatie.',
			'Ik had hier zelf om gevraagd en kreeg precies wat ik zocht.'
		],
		objection_honoured: [
			'Na mijn bezwaar heb ik inderdaad nooit meer iets gehoord.',
			'Mijn gegevens zijn netjes verwijderd en dat werd dezelfde dag bevestigd.'
		],
		helpful: [
			'Een fout in mijn rekening werd tijdens het gesprek rechtgezet.',
			'Er werd geduldig meegedacht, ook toen ik niets wilde kopen.'
		]
	},
	closings: {
		complaint: [
			'Ik wil dat dit stopt.',
			'Ik hoop dat hier iets aan gedaan wordt.',
			'Graag hoor ik waar mijn gegevens vandaan komen.',
			'Zo ga je niet met mensen om.',
			''
		],
		compliment: [
			'Zo kan het dus ook.',
			'Dat mag ook eens gezegd worden.',
			'Een compliment waard.',
			''
		]
	}
};

export const english: Sentences = {
	openings: {
		phone: [
			'I was called during dinner.',
			'The phone rang while I was at work.',
			'This is the third call this month.'
		],
		door: [
			'Somebody with a tablet rang our doorbell.',
			'A salesman stood at the door around dinner time.'
		],
		street: [
			'I was stopped in the shopping street.',
			'A group of fundraisers stood near the station.'
		],
		stand: ['There was a stand near the exit of the supermarket.'],
		message: ['I received a text message with an offer.'],
		other: ['Our small shop was offered a listing.']
	},
	about: {
		unwanted_contact: [
			'I never gave this company permission to contact me.',
			'I am not a customer and have never been one.'
		],
		objection_ignored: ['I objected in writing this spring and they confirmed it at the time.'],
		pushiness: [
			'I said no six times and they simply went on.',
			'I had to decide at once or lose the discount.'
		],
		improper_conduct: [
			'I was called names when I declined.',
			'They laughed when I said that I was ill.'
		],
		misleading: [
			'They pretended to be an organisation that I already deal with.',
			'The price they told me turned out to be for the first month only.'
		],
		respectful: ['The caller was calm and polite and accepted my no at once.'],
		clear: ['They said right away who they were, on whose behalf they came and why.'],
		relevant: ['The offer really suited our situation.'],
		objection_honoured: ['After my objection I have indeed never heard from them again.'],
		helpful: ['A mistake in my bill was put right during the conversation.']
	},
	closings: {
		complaint: ['I want this to stop.', 'I would like to know where they got my details.', ''],
		compliment: ['That deserves a compliment.', '']
	}
};
