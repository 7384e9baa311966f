/** What a company numbers, whatever stands before it: "webordernummer". */
const things =
	'(?:order|factuur|facturen|bestel(?:ling)?|contract|dossier|polis|ticket|meter|serie|artikel|relatie|debiteur|referentie|kenmerk|zending|barcode|transactie|boeking|offerte|invoice|reference|policy|shipment|transaction|booking|quotation|tracking)';
/** The same as a word by itself, since other words end so: "Jean 06…", "oorzaak". */
const shortThings = '(?:zaak|lot|track|trace|ean|case|ref|kvk|btw|vat|quote|art\\.?)';
/** These are named with a phone number behind them too: only with "nummer" is it another. */
const numberedThings =
	'(?:klant(?:en)?|customer|client|abonnements?|lid(?:maatschaps?)?|meldings?|aanvraag|aanvraags|registratie|reserverings?|pakket|project|product|retour|deelnemers?|incident|aansluitings?|betalings?|verzend|machtigings?|incasso|mandaat|nota|bon|kassabon|claim|schade|storings?|opdrachts?|klacht|document|licentie|batch|account|gebruikers|user|subscription|member(?:ship)?|complaint|parcel|registration|reservation|confirmation|item|serial|purchase|payment|mandate|chamber of commerce)';
const number = '(?:nummer|nr\\.?|number|no\\.?|stand|code|id|#)';
const numbers = '(?:nummers|nrs\\.|nrs|numbers|nos\\.?|standen|codes)';
const linked = `(?:[\\s-]?${number}|\\s(?:met|onder|with|under)(?:\\s(?:het|the))?\\s${number})`;
/** "ordernummers 12345, 23456 en …" */
const several = `[\\s-]?${numbers}(?:\\s(?:zijn|are|van mij))?\\s?:?\\s*(?:[\\p{L}-]{0,4}\\d[\\d./-]*(?:\\s?[,;]\\s?|\\s(?:en|and|of|or|&)?\\s?))*`;
/** Behind the word: "is", and what belongs to the number itself: "factuur 2024/123456782". */
const single = '(?:\\s(?:is|was|luidt|van mij))?\\s?[:#=]?\\s*(?:\\d{1,6}[/-])?';
const prefix = '(?:\\d?[a-z]{1,4}-?)?';
/** "bestelling 0612345678" */
const bare = new RegExp(
	`(?:${things}(?:en|s)?|(?<!\\p{L})${shortThings}s?)${single}${prefix}$`,
	'iu'
);
/** "lidnummer 0612345678" */
const numbered = new RegExp(
	`(?:(?:${things}|(?<!\\p{L})(?:${shortThings}|${numberedThings}))s?(?:${linked}${single}|${several}))${prefix}$`,
	'iu'
);
/** "klant 06-12345678" */
const isWrittenAsPhone = /^(?:0\d{1,3}[- ]\d{6,8}|06[- ]\d\d \d\d )/;

/** "Mijn BSN op het contract is …": what was named first is what the number is. */
const isSomebodys =
	/(?<!\p{L})(?:bsn|burgerservicenummer|sofi-?nummer|(?:tele)?foon(?:nummer)?|mobiel(?:e nummer)?|gsm|(?:phone|mobile)(?: number)?|citizen service number)\s(?:(?:staat|stond|dat|die|that|was|is)\s)?(?:op|in|voor|bij|onder|van|on|for|with|at|of)\s(?:(?:het|de|mijn|dit|deze|die|hun|the|my|this|that|their)\s)?[\p{L}\d-]*$/iu;

/** Whether the digits from here are a number that a company gave out: "ordernummer 0612345678". */
export function isAnnounced(text: string, start: number): boolean {
	if (text[start] === '+') return false;
	const before = text.slice(Math.max(0, start - 80), start);
	const isBare = !isWrittenAsPhone.test(text.slice(start, start + 12));
	const announced = (isBare && bare.exec(before)) || numbered.exec(before);
	return announced !== null && !isSomebodys.test(before.slice(0, announced.index));
}
