import { isGivenName } from './given-names.ts';
import { isOrdinary, tellsHow } from './ordinary-words.ts';

const words = (list: string): Set<string> => new Set(list.split(/\s+/).filter(Boolean));

/** With a capital these are no name either. */
const neverName = words('niet nooit onbekend bekend geheim not never unknown private');

/** Whether no first name stands here. Initials and given names are one, whatever they look like. */
export function saysNoName(word: string, hasCapital: boolean): boolean {
	if (/^(?:\p{L}\.)+$/u.test(word) || isGivenName(word)) return false;
	if (hasCapital) return neverName.has(word.toLowerCase().replace(/\.$/, ''));
	return isOrdinary(word) || tellsHow(word);
}

const peoples =
	/^(?:nederlan|belg|duits|turk|marok|surina|antil|pool|pools|syri|engels|english|brit|dutch|german|polish|fries|limbur|braban|zeeuw|gronin|drent|twent|amsterdam|rotterdam|utrecht|hage|moslim|muslim|christen|christian|katho|catho|jood|jewish|hindoe|zzp|europ|afrika|african|american|welsh|irish|scottish|french|frans|spa(?:ans|nish)|ital|portug|greek|griek|roemeen|romanian|bulga|hongaar|hungarian|tsjech|czech|oekra|ukrain|russ|indiaas|indian|indone|chine|japan|iran|irak|iraq|afgha|somali|eritre|ethiop|ghane|ghanaian|nigeria|brazil|mexic|canad|austral|zweed|swedish|deens|danish|noor|norwegian|fin(?:s|nish)|zwitser|swiss|oostenrijk|austrian)/i;
/** What people say they are, with a capital for weight: "Ik ben Heel boos". */
const moods = words(
	`echt heel erg zeer enorm ontzettend boos blij kwaad klaar oud ziek bang moe trots lid klant nu net zo zelf
	weer hier toch zwaar teleurgesteld tevreden geschrokken gebeld bedrogen opgelicht benaderd very really so not
	just still happy angry furious tired sick retired disabled writing being now also too fed at from with for of as here there no`
);
/** "Ondernemer", "Student", "Calling": what somebody is or does, when it stands alone. */
const isTrade =
	/^\p{L}{4,}(?:er|eur|ist|aar|ent|ant|ster|or|ing)(?!\p{L}|\s(?:\p{Lu}|(?:van|de|der|den|el)\s))/u;
/** "boos", "Nederlander": how or from where somebody is. */
export function isState(rest: string): boolean {
	const first = /^\p{L}+/u.exec(rest)?.[0].toLowerCase() ?? '';
	return !isGivenName(first) && (peoples.test(rest) || moods.has(first));
}

const isParticle = /^(?:van|de|der|den|het|ten|ter|te|op|in|al|la|le)\s/i;
/** After "ik ben": who somebody is, not what. */
export function isNoPerson(rest: string): boolean {
	const first = /^\p{L}+/u.exec(rest)?.[0] ?? '';
	if (isGivenName(first)) return false;
	return isState(rest) || (isOrdinary(first) && !isParticle.test(rest)) || isTrade.test(rest);
}

const companies =
	/^(?:de |het |the )?(?:eneco|essent|vattenfall|nuon|greenchoice|oxxio|budget|engie|delta|kpn|ziggo|odido|vodafone|t-mobile|tele2|youfone|ing|abn|rabo|asn|triodos|knab|interpolis|centraal|achmea|univ[eé]|fbto|ohra|ditzo|postnl|dhl|bol|coolblue|nationale|staatsloterij|postcode|vrienden|bankgiro|unicef|greenpeace|wwf|wnf|kwf|rode|artsen|amnesty|hartstichting|microsoft|google|apple|amazon|paypal|online|belasting|gemeente)(?!\p{Ll})/iu;
const isOfCompany =
	/(?:loterij|bond|bank|fonds|stichting|energie|energy|telecom|verzeker\p{L}*)$/iu;
/** What companies are called after, and families are not: "van Fiberlonk", "van ZonDirect", "van Kroonpolis". */
const looksLikeCompany =
	/^(?:fiber|glasvezel|energ|solar|telecom|verzeker|\p{L}*(?:vezel|energie|energy|telecom|polis|solar|media|mobiel|mobile|online|invest|loterij|verzeker\p{L}*)(?!\p{L})|\p{L}+\d|\p{L}+\.(?:nl|com|be)(?!\p{L}))/iu;
/** What somebody who calls is from: "jan van de klantenservice". */
const places =
	/^(?:de |het )?(?:klantenservice|klantendienst|helpdesk|afdeling|administratie|krant|bank|energie|loterij|overkant|buren|gemeente|politie|belastingdienst|zaak|firma|verkoop|storingsdienst|receptie|overheid|netbeheerder|provider|leverancier|stichting|customer service|bedrijf)(?!\p{L})/u;
/** "van Ziggo", "van de klantenservice": where somebody is from, no name. */
export const isWhereabouts = (name: string): boolean => {
	const [, origin] = /^van\s(?:de\s|het\s)?(.*)/isu.exec(name) ?? [];
	if (origin === undefined) return false;
	return companies.test(origin) || places.test(origin) || looksLikeCompany.test(origin);
};

/** "Ik ben Ziggo klant", "mevrouw van Eneco": whose, not who. */
export const isCompany = (name: string, behind: string): boolean =>
	companies.test(name.replace(/^van\s/, '')) ||
	(name.startsWith('van ') && isWhereabouts(name)) ||
	isOfCompany.test(
		/^[\p{L}'’\s-]{0,40}/u
			.exec(name)![0]
			.split(/\s+/)
			.find((word) => isOfCompany.test(word)) ?? ''
	) ||
	/^[\s-](?:klant|abonnee|lid|leden|donateur|gebruiker|customer|member|subscriber|user)(?!\s?(?:nummer|nr|number|id))/iu.test(
		behind
	);
