const letter =
	'(?:\\s?[-/]?\\s?(?:[ivx]{2,4}|bis|hs|rd|huis|rood|zwart|links|rechts)|[-/]?[a-z]|\\s[a-h])(?![\\p{L}\\d])';
const year = '(?:19|20)\\d{2}(?!\\d)';
const postcode = '\\d{4}\\s?[a-z]{2}(?!\\p{L})';
/** "12a", "12-2", "12 II", no year, and not the postcode behind it: "12 - 1012 AB". */
export const houseNumber = `(?!${year}|${postcode})[1-9]\\d{0,4}(?:${letter}|\\s?[-/]\\s?(?!${year}|${postcode})\\d{1,4}(?!\\d)){0,2}`;
/** What says that it is one. */
export const numberWord =
	'(?:huis(?:nummer|nr\\.?)|hnr\\.?|house\\s?number|nummer|number|nr\\.?|no\\.?|#)';
const measures =
	'uur|u|euro|keer|maal|x|dag|dagen|weken|week|maand|maanden|jaar|jaren|minuten|minuut|min|kwartier|seconden|sec|procent|kwh|km|kilometer|meter|m2|m3|mb|gb|mbit|hoog|mensen|man|mannen|vrouwen|personen|huizen|huishoudens|deuren|adressen|woningen|buren|bewoners|medewerkers|verkopers|gesprekken|telefoontjes|belletjes|collectanten|stuks|zenders|kanalen|channels|pakketten|dozen|flessen|termijnen|klanten|bezoekers|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|times|hours|years|days|weeks|months|people|minutes|houses|miles|pm|am';
/** What has a measure behind it is no door: "Kerkstraat 12 keer". */
export const noMeasure = `(?![\\p{L}\\d]|[.:]\\d|,\\d{1,3}(?!\\d)|\\s?[%€]|\\s?(?:${measures})(?!\\p{L}))`;
