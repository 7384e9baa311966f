import { tokenize } from '../tokenize.ts';

/** So many words in a row are no coincidence: then one text was copied from the other. */
const mostWordsInCommon = 7;

function passagesOf(text: string): string[] {
	const words = tokenize(text).map(({ word }) => word);
	const length = mostWordsInCommon + 1;
	return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
}

/** The own texts that repeat a passage of a given one, with that passage. */
export function copiedPassages(
	given: readonly { text: string }[],
	own: readonly { text: string }[]
): { text: string; passage: string }[] {
	const known = new Set(given.flatMap(({ text }) => passagesOf(text)));
	return own.flatMap(({ text }) => {
		const passage = passagesOf(text).find((candidate) => known.has(candidate));
		return passage ? [{ text, passage }] : [];
	});
}
