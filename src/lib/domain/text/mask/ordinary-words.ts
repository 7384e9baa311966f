const words = (list: string): Set<string> => new Set(list.split(/\s+/).filter(Boolean));

/** What goes on behind "mijn naam is" or a name, in daily Dutch and English, and is no name. */
const ordinary = words(
	`niet nooit wel ook nog door in op bij te van bekend onbekend genoemd verkeerd fout juist onjuist geheim
	gewoon zomaar is was maar en of om dat die dit het de een mijn hun haar zijn wat anders zo helemaal geen
	geeneens eigenlijk inderdaad dus gedaan u jou je jullie iedereen iemand hem hen welkom
	ik mij me wij we ze zij hij ons onze uw ons er hier daar waar waarom hoe wie welke deze dan toen nu straks
	aan af als alleen alles altijd zonder uit per ten ter onder over voor voordat na nadat naar tot totdat
	tussen tijdens sinds volgens via tegen weg mee met om omdat ondanks wegens dankzij namens vanaf vanwege
	zodat terwijl hoewel want toch zelfs slechts steeds eerst later vaak soms meteen direct ineens opeens
	plotseling inmiddels intussen ondertussen al weer misschien wellicht vast zeker vandaag gisteren morgen
	vanmorgen vanmiddag vanavond daarna daarom hierbij nogmaals kennelijk zogenaamd heel erg zeer zelf samen
	gaat staat komt kan mag moet wordt werd worden heeft hebben heb had hebt zou zouden wil wilde willen zal
	zullen doet doe ga ging kom kwam kon kunnen mocht moest weet wist werk woon woont wonend wonende woonachtig
	geboren bel belde bellen klaag klaagt meld schrijf zei zeg vroeg vraag vind wens ben bent waren blijft
	kreeg krijg kwijt vrij dicht open klaar vals echt nep privé prive bezet helder duidelijk belangrijk niks
	niets niemand toevallig oprecht harte belang mening beroep plan oudsher iets vals weggehaald ongeldig
	reden klacht klant onrechte enige eerste laatste beste dupe overal nergens ergens bijna uniek nieuw oud lang
	kort makkelijk moeilijk zeldzaam gelijk hetzelfde raar vreemd bijzonder mooi slecht goed openbaar verder eerder reeds
	onderdeel identiek publiek meerdere enkele veel zoals volgt expres net pas even echter helaas gelukkig
	telkens constant continu zowel twee drie vier vijf zes zeven acht negen tien mevrouw meneer instagram insta facebook twitter tiktok linkedin website site zie
	volg account doei hoi hallo dag bedankt dank groeten sorry
	not never already known unknown wrong used on by and but the a an my their his her your our no nobody what
	i you he she it they we me him them us this that these those there here who whom which where when why how
	being be been am are were has have had having do does did will would can could may might must should shall
	none nothing still yet now then too also just only even very so at from to of for with without within
	under over about after before since because if or as than into onto off out up down again against
	private secret public safe fake real correct incorrect false true mine yours irrelevant live lives
	living work works call called calls calling want wants please thanks hi hello sold gone stolen
	easy hard common rare unique new old long short same different important everywhere
	all some any many few several everyone somewhere nowhere difficult written given taken shown kept held
	found lost spelt put made seen part linked next one two three four five six seven eight nine ten
	misspelled daily twice once every each during back always often today yesterday tomorrow`
);
/** "misbruikt", "uitgeschreven", "stopgezet": a participle. */
const isParticiple =
	/^(?:(?:ge|ver|be|mis|her|ont|door)\p{L}+|\p{L}{2,7}ge\p{L}{2,})(?:d|t|en)$|^\p{L}{3,}ed$/u;
/** "blijkbaar", "ongeldig", "uiteindelijk", "being", "wrongly" */
const isQuality = /(?:lijks?|baar|loos|isch|matig|[^dw]ig|aals?|.weg|ing|ly)$/u;

/** "klantnummer", "huisadres": what another thing is told with. */
const isLabel =
	/(?:nummer|number|adres|mail|datum|.nr\.?|code)$|^(?:nr|tel|telefoon|mobiel|phone|bsn|iban|factuur|bestelling|contract|polis|dossier|leeftijd|jaar|years?|address|age)\.?$/iu;

/** Whether this word of daily use is no name, in small letters or not. */
export const isOrdinary = (word: string): boolean =>
	ordinary.has(word.toLowerCase().replace(/\.$/, '')) || isLabel.test(word);

/** "meerdere keren genoemd", "drie maal gebruikt": what comes before a participle, up to the clause's end. */
const beforeParticiple =
	/^(?:\s+(?!(?:en|and|maar|but|ik|i|mijn|my|uit|from|van|de)\s)\p{Ll}+){0,2}\s+(?:ge|ver|mis|be)\p{Ll}{2,}(?:d|t)(?!\p{L})/u;

/** Whether something was done, as told behind a word: "illegaal gebruikt". */
export const tellsDeed = (behind: string): boolean => beforeParticiple.test(behind);

/** Whether a word tells what was done or how: only where a first name would stand. */
export const tellsHow = (word: string): boolean => {
	const bare = word.toLowerCase().replace(/\.$/, '');
	return isParticiple.test(bare) || isQuality.test(bare);
};
