/** `node cross-validate.ts [seeds] [folds]`: figures on texts the model has not seen. */
import { decide, type Classification } from '../decide.ts';
import { deal } from './folds.ts';
import { perCode, scoresOf, type Example } from './heads.ts';
import { categories } from '../../report/taxonomy.ts';
import { learn } from './learn.ts';
import { givenExamples, ownExamples } from './texts.ts';
import { vectorise } from './vocabulary.ts';

/** Each given text judged by a model, cuts and curves included, learnt without its fold. */
function judgeUnseen(
	given: readonly Example[],
	own: readonly Example[],
	folds: number,
	seed: number
): Classification[] {
	const fold = deal(given, folds, seed);
	const judged: Classification[] = [];
	for (let held = 0; held < folds; held++) {
		const training = given.filter((_, at) => fold[at] !== held).concat(own);
		const { vocabulary, heads, calibration } = learn(training, seed + 17);
		const testing = given.map((_, at) => at).filter((at) => fold[at] === held);
		const readings = testing.map((at) => given[at]!.reading);
		const rows = vectorise(readings, vocabulary);
		testing.forEach((at, row) => (judged[at] = decide(scoresOf(rows, row, heads), calibration)));
	}
	return judged;
}

function figuresOf(given: readonly Example[], judged: readonly Classification[]) {
	const share = (holds: (example: Example, at: number) => boolean): number =>
		given.filter(holds).length / given.length;
	const perCategory = perCode((code) => {
		let [hits, shown, wanted] = [0, 0, 0];
		given.forEach((example, at) => {
			const isShown = judged[at]!.suggested.includes(code);
			const isWanted = example.categories.includes(code);
			if (isShown) shown++;
			if (isWanted) wanted++;
			if (isShown && isWanted) hits++;
		});
		const precision = hits / Math.max(1, shown);
		const recall = hits / Math.max(1, wanted);
		return { precision, recall, f1: (2 * hits) / Math.max(1, shown + wanted) };
	});
	const sum = categories.reduce((total, code) => total + perCategory[code].f1, 0);
	return {
		first: share((example, at) => example.categories.includes(judged[at]!.suggested[0]!)),
		macroF1: sum / categories.length,
		kind: share(({ kind }, at) => judged[at]!.kind === kind),
		perCategory
	};
}

const [given, own] = [givenExamples(), ownExamples()];
const seeds = (process.argv[2] ?? '1,2,3').split(',').map(Number);
const folds = Number(process.argv[3] ?? 5);
const runs = seeds.map((seed) => figuresOf(given, judgeUnseen(given, own, folds, seed)));
const mean = (pick: (run: (typeof runs)[number]) => number): string =>
	(runs.reduce((sum, run) => sum + pick(run), 0) / runs.length).toFixed(3);

console.log(
	`${given.length} given, ${own.length} own texts; ${folds} folds; seeds ${seeds.join()}`
);
console.log(`first ${mean((run) => run.first)}`);
console.log(`macro-F1 ${mean((run) => run.macroF1)}`);
console.log(`kind ${mean((run) => run.kind)}`);
console.log(
	`each run: ${runs.map((r) => [r.first, r.macroF1, r.kind].map((x) => x.toFixed(3)).join(' ')).join('; ')}`
);
for (const code of categories) {
	const cell = (key: 'precision' | 'recall' | 'f1') => mean((run) => run.perCategory[code][key]);
	console.log(`| ${code} | ${cell('precision')} | ${cell('recall')} | ${cell('f1')} |`);
}
