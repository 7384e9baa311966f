import type { Calibration } from '../decide.ts';
import type { Vocabulary } from '../vector.ts';
import { calibrate } from './calibrate.ts';
import { outOfFold } from './folds.ts';
import { fitHeads, type Example, type Heads } from './heads.ts';
import { settings } from './settings.ts';
import { learnVocabulary, vectorise } from './vocabulary.ts';

export type Learnt = { vocabulary: Vocabulary; heads: Heads; calibration: Calibration };

/** Everything there is to learn, from these examples alone. */
export function learn(examples: readonly Example[], seed: number): Learnt {
	const readings = examples.map(({ reading }) => reading);
	const vocabulary = learnVocabulary(readings);
	const rows = vectorise(readings, vocabulary);
	const beginnings = examples.map((example) => vectorise(example.beginnings, vocabulary));
	const { scores, hints } = outOfFold(rows, beginnings, examples, settings.innerFolds, seed);
	const everyone = examples.map((_, at) => at);
	return {
		vocabulary,
		heads: fitHeads(rows, examples, everyone),
		calibration: calibrate(examples, scores, hints)
	};
}
