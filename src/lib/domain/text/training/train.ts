/**
 * `node train.ts` learns from all committed texts and writes model.json; `--check` learns again and
 * compares instead. No chance is involved: the same texts give the same model.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Fit } from './logistic.ts';
import { learn } from './learn.ts';
import { perCode } from './heads.ts';
import { copiedPassages } from './overlap.ts';
import { settings } from './settings.ts';
import {
	afterthoughts,
	givenExamples,
	hashOfInputs,
	narratives,
	ownExamples,
	strangersExamples
} from './texts.ts';
import type { StoredHead, StoredModel } from '../model.ts';

const rounded = (value: number): number => Number(value.toPrecision(6));

/** One signed byte per weight: the loss is smaller than the noise in the texts. */
function store({ weights, bias }: Fit): StoredHead {
	const step = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-9) / 127;
	const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
	return {
		step: rounded(step),
		bias: rounded(bias),
		weights: Buffer.from(bytes.buffer).toString('base64')
	};
}

/** Own texts are written anew: one that repeats a given text would make every figure too rosy. */
function refuseCopies(): void {
	const [copy] = copiedPassages(narratives('./narratives.jsonl'), [
		...narratives('./own-narratives.jsonl'),
		...narratives('./few-words.jsonl'),
		...narratives('./strangers.jsonl'),
		...narratives('./afterthoughts.jsonl')
	]);
	if (copy) throw new Error(`An own text repeats a given one: "${copy.passage}" in "${copy.text}"`);
}

export function train(): StoredModel {
	refuseCopies();
	const examples = [
		...givenExamples(),
		...ownExamples(),
		...strangersExamples(),
		...afterthoughts()
	];
	const { vocabulary, heads, calibration } = learn(examples, 1);
	const sixteenths = Uint8Array.from(vocabulary.rarity, (value) => value * 16);
	return {
		inputs_hash: hashOfInputs(),
		features: [...vocabulary.index.keys()].join('\n'),
		rarity: Buffer.from(sixteenths).toString('base64'),
		scale: settings.scale,
		kind: store(heads.kind),
		categories: perCode((code) => store(heads.categories[code])),
		wide: perCode((code) => store(heads.wide[code])),
		calibration: {
			kind: [rounded(calibration.kind[0]), rounded(calibration.kind[1])],
			categories: perCode((code) => {
				const [slope, shift] = calibration.categories[code];
				return [rounded(slope), rounded(shift)] as const;
			}),
			usual: perCode((code) => rounded(calibration.usual[code])),
			doubt: calibration.doubt,
			thresholds: perCode((code) => rounded(calibration.thresholds[code]))
		}
	};
}

if (import.meta.main) {
	const place = new URL('../model.json', import.meta.url);
	const learnt = `${JSON.stringify(train(), null, '\t')}\n`;
	if (!process.argv.includes('--check')) writeFileSync(place, learnt);
	else if (readFileSync(place, 'utf8') !== learnt) throw new Error('model.json is out of date');
}
