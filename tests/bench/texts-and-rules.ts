import { readFile } from 'node:fs/promises';
import { assessReport } from '#lib/domain/rules/assess-report.ts';
import { emptyTables } from '#lib/domain/rules/assess.ts';
import { bandsOf } from '#lib/domain/text/compare/signature.ts';
import { classify } from '#lib/domain/text/classify.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import type { DeskShelf } from './desks.ts';
import { median } from './interleave.ts';
import type { Table } from './table.ts';

/** What a report may cost before it goes to the database, in milliseconds. */
const budget = 2;

const rounds = 3;

/** What is done with each report in the process itself: no database has a part in it. */
export async function textsAndRules({ backend }: DeskShelf): Promise<Table[]> {
	const lines = await readFile('src/lib/domain/text/training/narratives.jsonl', 'utf8');
	const texts = lines
		.trim()
		.split('\n')
		.map((line) => (JSON.parse(line) as { text: string }).text);
	const now = new Date('2026-07-03T12:00:00Z');
	const contact_at = new Date('2026-07-02T17:05:00Z');
	const report = {
		channel: 'phone',
		sector: 'energy',
		caller_number: '+31850001234',
		moments: [{ contact_at, is_time_known: true }],
		facts: { consent: 'no', customer_status: 'former', objection_offered: 'no' }
	} as const;
	const acts: Record<string, (text: string) => unknown> = {
		'assess by 45 rules': () => assessReport(report, now, emptyTables),
		classify: (text) => classify({ text, lang: 'nl', channel: 'phone' }),
		mask,
		'signature for near-copies': bandsOf
	};
	const names = Object.keys(acts);
	const took: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
	const together: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		for (const text of texts) {
			let sum = 0;
			for (const name of names) {
				const begin = performance.now();
				acts[name]!(text);
				const time = performance.now() - begin;
				sum += time;
				if (round > 0) took[name]!.push(time);
			}
			if (round > 0) together.push(sum);
		}
	}
	const row = (name: string, times: number[]) => [name, median(times), median(times) / budget];
	return [
		{
			benchmark: 'texts',
			backend,
			title: 'What each report costs before the database',
			columns: ['ms (median)', 'a report', `of ${budget} ms`],
			rows: [...names.map((name) => row(name, took[name]!)), row('all of it', together)]
		}
	];
}
