import { expect, test } from 'vitest';
import { classify } from '../classify.ts';
import { narratives } from './texts.ts';

const judged = narratives('./held-out.jsonl').map((narrative) => ({
	narrative,
	judged: classify(narrative)
}));
const share = (holds: (text: (typeof judged)[number]) => boolean): number =>
	judged.filter(holds).length / judged.length;

test('of texts in a voice the model never learnt from, nine in ten kinds are told', () => {
	expect(share(({ narrative, judged }) => narrative.kind === judged.kind)).toBeGreaterThan(0.9);
});

test('of these, the first suggestion fits three in four', () => {
	expect(
		share(({ narrative, judged }) => narrative.categories.includes(judged.suggested[0]!))
	).toBeGreaterThan(0.75);
});
