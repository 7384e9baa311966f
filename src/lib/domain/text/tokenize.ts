export type Token = {
	/** Lower case, without accents, common shorthand written out; what the model sees. */
	word: string;
	/** The words as the reporter typed them. */
	surface: string;
	start: number;
	end: number;
	/** Sentence and clause numbers: negation stops at a clause, time at a sentence. */
	sentence: number;
	clause: number;
	/** Said by somebody, between quotation marks. */
	isQuoted: boolean;
};

/** How people type, and the form the model knows it by. */
const shorthand = new Map(
	`nie niet, nt niet, neen nee, mn mijn, m mijn, zn zijn, n een, t het, dr er, vd van,
	ff even, ie hij, wou wilde, wouden wilden, gij jij, nr nummer, telnr nummer,
	idd inderdaad, mw mevrouw, dhr meneer, wss waarschijnlijk, ivm vanwege, aub alstublieft,
	svp alstublieft, cant cannot, ur your, pls please, iig ieder, gvd verdomme,
	bedrijfje bedrijf, telefoonnummer nummer, mobiel nummer, wij we, mij me, jij je, zij ze`
		.split(',')
		.map((pair) => pair.trim().split(' ') as [string, string])
);

const wordPattern =
	/\p{Extended_Pictographic}|[\p{L}\p{N}]+(?:['’`.:,-][\p{L}\p{N}]+)*|[.!?…\n]+|[,;:()"“”„«»—–]/gu;

const placeholder = (raw: string): string | undefined => {
	if (!/^[\d.:,-]+$/.test(raw)) return undefined;
	if (/^\d{1,2}[:.]\d{2}$/.test(raw)) return '#time';
	if (/^(19|20)\d\d$/.test(raw)) return '#year';
	if (raw.replace(/\D/g, '').length >= 9) return '#phone';
	return '#number';
};

const simplify = (raw: string): string => {
	const plain = raw.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/['’`]/g, '');
	return shorthand.get(plain) ?? plain;
};

/** A mark before a word opens, one behind a word closes; those within words ("foto's") do neither. */
const quotePattern =
	/(?<![\p{L}\p{N}])['‘’"“„](?=\S)(?:[^'‘’"“”„]|(?<=\p{L})['’](?=\p{L})){2,300}(?<=\S)['’"”](?!\p{L})/gu;

/** The words of a text with their place, so that an explanation can point back at them. */
export function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	let sentence = 0;
	let clause = 0;
	const quotes = Array.from(text.matchAll(quotePattern), ({ 0: said, index }) => ({
		from: index,
		to: index + said.length
	}));
	for (const match of text.matchAll(wordPattern)) {
		const surface = match[0];
		if (/^[.!?…\n]/.test(surface)) {
			sentence++;
			clause++;
			continue;
		}
		if (/^[,;:()"“”„«»—–]$/.test(surface)) {
			clause++;
			continue;
		}
		const word = placeholder(surface) ?? simplify(surface);
		const start = match.index;
		const isQuoted = quotes.some(({ from, to }) => start >= from && start < to);
		tokens.push({ word, surface, start, end: start + surface.length, sentence, clause, isQuoted });
	}
	return tokens;
}
