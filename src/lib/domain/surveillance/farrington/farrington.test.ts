import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect, surveillanceQuestion } from '../detect.ts';
import type { Detection } from '../series.ts';

/** Invented series, and what R 4.2.2 with `surveillance` 1.20.3 makes of them. */
type Reference = { about: string; method?: string } & Required<Detection>;
const references = JSON.parse(
	readFileSync(join(import.meta.dirname, 'reference.json'), 'utf8')
) as Reference[];

const agree = (found: (number | null)[], wanted: (number | null)[]) => {
	expect(found.map((value) => value === null)).toEqual(wanted.map((value) => value === null));
	found.forEach((value, i) => expect(Math.abs((value ?? 0) - (wanted[i] ?? 0))).toBeLessThan(1e-6));
};

describe('the flexible Farrington algorithm', () => {
	test.each(references.map((reference) => [reference.about, reference] as const))(
		'finds what R finds: %s',
		(_, { expected, upperbound, alarm, pvalue, ...series }) => {
			const found = detect(
				surveillanceQuestion.parse({ ...series, method: 'farrington_flexible' })
			);
			agree(found.expected, expected);
			agree(found.upperbound, upperbound);
			agree(found.pvalue!, pvalue);
			expect(found.alarm).toEqual(alarm);
		}
	);

	test('says when there are too few years before', () => {
		const short = { observed: Array(120).fill(3), freq: 52, method: 'farrington_flexible' };
		const ask = (more: object) => () => detect(surveillanceQuestion.parse({ ...short, ...more }));
		expect(ask({})).toThrow('too short');
		expect(ask({ range: [110, 119] })).toThrow('some reference periods do not exist');
	});
});

const shared = join(process.env.GEHOORD_SHARED ?? '../shared', 'data/surveillance');

if (existsSync(shared)) {
	describe('the published series', () => {
		test.each(['k1', 'rotaBB', 'salmonella.agona'])('%s is judged as R judges it', (name) => {
			const { observed, freq, start, ...methods } = JSON.parse(
				readFileSync(join(shared, `${name}.json`), 'utf8')
			);
			for (const [key, method] of Object.entries({
				earsC1: 'ears_c1',
				earsC2: 'ears_c2',
				earsC3: 'ears_c3',
				farrington: 'farrington_flexible'
			})) {
				if (!(key in methods)) continue;
				const { range, alarm, upperbound, expected, pvalue, control, ...ears } = methods[key];
				const found = detect(
					surveillanceQuestion.parse({
						...{ observed, freq, start, method, range: [range[0], range.at(-1)] },
						control: control ?? ears
					})
				);
				agree(found.upperbound, upperbound);
				expect(found.alarm).toEqual(alarm);
				if (expected) agree(found.expected, expected);
				if (pvalue) agree(found.pvalue!, pvalue);
			}
		});
	});
}
