import { familyOf, type Reading } from '../features.ts';
import { knownWords, weigh, type Vocabulary } from '../vector.ts';
import type { TextRows } from './logistic.ts';
import { settings } from './settings.ts';

/** Rarity weights are kept to a sixteenth, so that a stored model weighs words as this one does. */
const sixteenth = (value: number): number => Math.min(255, Math.round(value * 16)) / 16;

export function learnVocabulary(readings: readonly Reading[]): Vocabulary {
	const texts = new Map<string, number>();
	for (const { features } of readings) {
		for (const { name } of features) texts.set(name, (texts.get(name) ?? 0) + 1);
	}
	const names = [...texts.keys()]
		.filter((name) => texts.get(name)! >= settings.leastTexts[familyOf(name)])
		.sort();
	const rarity = names.map((name) =>
		familyOf(name) === 'concept' ? 1 : sixteenth(Math.log(1 + readings.length / texts.get(name)!))
	);
	const index = new Map(names.map((name, column) => [name, column]));
	return { index, rarity, scale: settings.scale };
}

export function vectorise(readings: readonly Reading[], vocabulary: Vocabulary): TextRows {
	const starts = [0];
	const columns: number[] = [];
	const values: number[] = [];
	for (const { features } of readings) {
		for (const { column, value } of weigh(features, vocabulary)) {
			columns.push(column);
			values.push(value);
		}
		starts.push(columns.length);
	}
	return {
		starts: Int32Array.from(starts),
		columns: Int32Array.from(columns),
		values: Float32Array.from(values),
		width: vocabulary.index.size,
		known: readings.map(({ features }) => knownWords(features, vocabulary))
	};
}
