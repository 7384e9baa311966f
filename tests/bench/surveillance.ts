import { execFileSync } from 'node:child_process';
import { farringtonControl } from '#lib/domain/surveillance/farrington/control.ts';
import { farrington } from '#lib/domain/surveillance/farrington/farrington.ts';
import type { DeskShelf } from './desks.ts';
import type { Table } from './table.ts';

const weeks = 5 * 52;
const [series, seriesOfR] = [10_000, 200];

/** Weekly series of five years, each judged in its last week; beside R where it is installed. */
export async function surveillance({ backend }: DeskShelf): Promise<Table[]> {
	const control = farringtonControl.parse({
		...{ b: 3, w: 3, noPeriods: 10, pastWeeksNotIncluded: 26, pThresholdTrend: 1 },
		...{ thresholdMethod: 'nbPlugin', alpha: 0.005, limit54: [5, 4] }
	});
	const invented = Array.from({ length: series }, (_, index) => invent(index));
	const begin = performance.now();
	let alarms = 0;
	for (const observed of invented) {
		const last = weeks - 1;
		const found = farrington({ observed, freq: 52, start: [2021, 1] }, [last, last], control);
		alarms += Number(found.alarm[0] === true);
	}
	const ours = series / ((performance.now() - begin) / 1000);
	const theirs = bySurveillanceOfR(invented.slice(0, seriesOfR));
	return [
		{
			benchmark: 'surveillance',
			backend,
			title: `Farrington flexible over ${series.toLocaleString('en')} weekly series`,
			columns: ['', 'series per second', 'of R'],
			rows: [
				['Gehoord', ours, theirs ? ours / theirs : NaN],
				["R's surveillance", theirs ?? NaN, theirs ? 1 : NaN]
			],
			notes: [
				`${alarms} of ${series} alarmed; R judged the first ${seriesOfR}.`,
				...(theirs ? [] : ['R with its package `surveillance` is not installed here.'])
			]
		}
	];
}

/** A season, a size of its own and the spread of counts, from a fixed seed. */
function invent(index: number): number[] {
	let seed = index * 2_654_435_761 + 1;
	const chance = () => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return (seed + 0.5) / 2 ** 32;
	};
	const size = 1 + 20 * chance();
	return Array.from({ length: weeks }, (_, week) => {
		const mean = size * (1 + 0.4 * Math.sin((2 * Math.PI * week) / 52)) * -Math.log(chance());
		let [count, time] = [0, -Math.log(chance())];
		for (; time < mean; time -= Math.log(chance())) count += 1;
		return count;
	});
}

function bySurveillanceOfR(all: number[][]): number | null {
	try {
		const input = all.map((counts) => counts.join(',')).join('\n');
		const took = execFileSync('Rscript', ['tests/bench/farrington.R'], { input, stdio: 'pipe' });
		return all.length / Number(took.toString());
	} catch {
		return null;
	}
}
