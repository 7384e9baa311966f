import type { Chance } from '../../probability/chance.ts';

/*
 * What invented callers say. Each script has claims of its own; sectors, gifts and schemes come from
 * pools so small that different callers share some of them, as they do in life.
 */

export const sectors = {
	energy: [
		'energiecontract',
		'stroom en gas',
		'de energierekening',
		'zonnepanelen',
		'thuisbatterij'
	],
	telecom: ['internet', 'glasvezel', 'mobiel abonnement', 'televisie', 'alles-in-een pakket'],
	insurance: ['zorgverzekering', 'uitvaartverzekering', 'autoverzekering', 'inboedelverzekering'],
	home: ['dakisolatie', 'kunststof kozijnen', 'warmtepomp', 'ventilatie', 'traplift'],
	lottery_other: ['loten', 'prijzenpot', 'spaarloterij', 'trekking']
} as const;
type Sector = keyof typeof sectors;

const pools = {
	authority: [
		'het Nationaal Subsidieloket',
		'de Energieautoriteit',
		'de netbeheerder',
		'het Keuringsbureau Wonen',
		'de gemeente',
		'het Bespaarcentrum',
		'de Consumentenwijzer',
		'het Klimaatfonds',
		'Collectief Nederland',
		'de Belangenvereniging'
	],
	gift: [
		'een cadeaubon van vijftig euro',
		'een gratis weekendje weg',
		'een tablet',
		'een slimme thermostaat',
		'twee maanden gratis',
		'een dinerbon',
		'gratis ledlampen',
		'een luchtfriteuse',
		'een fietsendrager',
		'kaartjes voor een attractiepark'
	],
	pressure: [
		'dat de aanbieding vanavond om twaalf uur vervalt',
		'dat mijn buren al hebben getekend',
		'dat ik anders wordt afgesloten',
		'dat er nog maar drie plekken in de wijk zijn',
		'dat de regeling morgen sluit',
		'dat de tarieven volgende week verdubbelen',
		'dat ik een boete krijg als ik niet meewerk',
		'dat mijn huidige contract al is opgezegd'
	],
	request: [
		'mijn meterstand en de ean-code voorlezen',
		'mijn rekeningnummer bevestigen',
		'driemaal ja zeggen voor de opname',
		'een foto van de meterkast sturen',
		'een code uit een sms doorgeven',
		'een adviseur langs laten komen',
		'een link openen op mijn telefoon',
		'mijn polisblad mailen'
	],
	manner: [
		'met een bandje van een vrouwenstem',
		'met een krakerige lijn uit het buitenland',
		'met een callcenter vol lawaai op de achtergrond',
		'zonder eerst iets te zeggen',
		'met steeds een andere voornaam',
		'met een computerstem die een cijfer liet intoetsen'
	]
} as const;
type Pool = keyof typeof pools;

/** How people tell each claim. */
const tellings: Record<Pool, readonly ((said: string) => string)[]> = {
	authority: [
		(said) => `Ze zeiden te bellen namens ${said}.`,
		(said) => `De man beweerde dat hij van ${said} was.`,
		(said) => `Zogenaamd van ${said}, maar daar weten ze van niets.`
	],
	gift: [
		(said) => `Ik zou ${said} krijgen als ik meteen meedeed.`,
		(said) => `Ze beloofden ${said}.`,
		(said) => `Als dank was er ${said}.`
	],
	pressure: [
		(said) => `Er werd gezegd ${said}.`,
		(said) => `Ze dreigden ${said}.`,
		(said) => `Volgens haar was het zo ${said}.`
	],
	request: [
		(said) => `Ik moest ${said}.`,
		(said) => `Of ik even wilde ${said}.`,
		(said) => `Aan het einde vroegen ze mij te ${said}.`
	],
	manner: [
		(said) => `Het gesprek begon ${said}.`,
		(said) => `Ik werd gebeld ${said}.`,
		(said) => `Weer zo'n telefoontje, ${said}.`
	]
};

export type Script = {
	sector: Sector;
	product: string;
	/** As whom the caller presents itself; null when it says nothing. */
	name: string | null;
	claims: { pool: Pool; said: string }[];
};

const beginnings = ['groene', 'slimme', 'vaste', 'beste', 'nieuwe', 'eerste', 'vrije', 'zekere'];
const endings = [
	'stroomwijzer',
	'keuze',
	'voordeel',
	'contractservice',
	'thuishulp',
	'bespaarders'
];

export function inventScript(chance: Chance, sector?: Sector): Script {
	const chosen = sector ?? chance.pick(Object.keys(sectors) as Sector[]);
	const used = (Object.keys(pools) as Pool[]).filter(() => chance.happens(0.75));
	return {
		sector: chosen,
		product: chance.pick<string>(sectors[chosen]),
		name: chance.happens(0.5) ? `${chance.pick(beginnings)} ${chance.pick(endings)}` : null,
		claims: (used.length < 2 ? (['authority', 'request'] as const) : used).map((pool) => ({
			pool,
			said: chance.pick<string>(pools[pool])
		}))
	};
}

/** A script as one reporter tells it: some of it, in other words, among words of their own. */
export function tell(chance: Chance, script: Script, ownWords: readonly string[]): string {
	const told = script.claims
		.filter(() => chance.happens(0.6))
		.map(({ pool, said }) => chance.pick(tellings[pool])(said));
	const about = chance.happens(0.7)
		? [chance.pick(['Het ging over', 'Ze verkopen', 'Een verhaal over'])].map(
				(begin) => `${begin} ${script.product}.`
			)
		: [];
	const own = chance.happens(0.8) ? [chance.pick(ownWords)] : [];
	return chance.happens(0.5)
		? [...own, ...about, ...told].join(' ')
		: [...about, ...told, ...own].join(' ');
}

/** A text passed on: with a word more, less or otherwise, or a slip of the pen. */
export function copyWithEdit(chance: Chance, text: string): string {
	const at = 10 + Math.floor(chance.next() * Math.max(1, text.length - 20));
	return chance.pick<(copied: string) => string>([
		(copied) => copied,
		(copied) => copied.toUpperCase(),
		(copied) => `Beste meldpunt, ${copied}`,
		(copied) => `${copied} Graag actie hierop.`,
		(copied) => copied.slice(0, at) + copied.slice(at + 1),
		(copied) => copied.replace(/\p{L}{6,}/u, 'dit bedrijf')
	])(text);
}
