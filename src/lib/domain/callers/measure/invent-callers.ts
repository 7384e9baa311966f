import type { Chance } from '../../probability/chance.ts';
import { bandsOf } from '../../text/compare/signature.ts';
import type { CallingNumber } from '../calling-number.ts';
import { copyWithEdit, inventScript, sectors, tell, type Script } from './invent-scripts.ts';

/** Numbers of invented callers, and whose each truly is. */
export type InventedWorld = { numbers: CallingNumber[]; truth: Map<string, string> };

type Habits = { script: Script; weekdays: number[]; hours: number[] };

/** How a caller comes by its numbers. */
const ways = ['block', 'blocks', 'neighbours_of_victims', 'mobiles', 'scattered'] as const;
type Way = (typeof ways)[number];

const digits = (chance: Chance, count: number) =>
	Array.from({ length: count }, () => Math.floor(chance.next() * 10)).join('');
const pad = (value: number, length: number) => String(value).padStart(length, '0');

/**
 * Callers with two to twenty numbers, among single numbers of others that share something with them:
 * the thousand, the sector and the evening hours, or the claims of a script (a tenth of them).
 */
export function inventCallers(
	chance: Chance,
	ownWords: readonly string[],
	{ callers = 30, others = 250 } = {}
): InventedWorld {
	const numbers = new Map<string, CallingNumber>();
	const truth = new Map<string, string>();
	const taken: Habits[] = [];
	const add = (number: string, owner: string, habits: Habits, mostReports: number) => {
		if (truth.has(number)) return;
		truth.set(number, owner);
		numbers.set(number, inventNumber(chance, number, habits, mostReports, ownWords));
	};
	for (let caller = 0; caller < callers; caller += 1) {
		const habits = inventHabits(chance);
		taken.push(habits);
		const size = 2 + Math.floor(19 * chance.next() ** 2);
		for (const number of numbersOf(chance, chance.pick<Way>(ways), size)) {
			add(number, `caller ${caller}`, habits, 7);
		}
	}
	const used = [...truth.keys()];
	for (let other = 0; other < others; other += 1) {
		const alike = chance.pick(taken);
		const own = inventHabits(chance);
		const kind = chance.weigh([4, 3, 1, 2]);
		const habits =
			kind === 1
				? { ...alike, script: inventScript(chance, alike.script.sector) }
				: kind === 2
					? {
							...own,
							script: {
								...alike.script,
								name: null,
								claims: [...alike.script.claims.slice(0, 1), ...own.script.claims.slice(1)]
							}
						}
					: own;
		const number =
			kind === 3 ? chance.pick(used).slice(0, -3) + digits(chance, 3) : `+3185${digits(chance, 7)}`;
		add(number, `other ${other}`, habits, 4);
	}
	return { numbers: [...numbers.values()], truth };
}

function inventHabits(chance: Chance): Habits {
	const start = chance.pick([9, 10, 13, 16, 17, 18, 19]);
	const span = chance.pick([2, 3, 4, 8]);
	return {
		script: inventScript(chance),
		weekdays: chance.happens(0.25) ? [5, 6] : [0, 1, 2, 3, 4],
		hours: Array.from({ length: span }, (_, later) => Math.min(21, start + later))
	};
}

function numbersOf(chance: Chance, way: Way, size: number): string[] {
	const hundred = () => `+31${chance.pick(['85', '88', '20', '10'])}${digits(chance, 5)}`;
	const several = (stems: string[]) =>
		Array.from({ length: size }, () => chance.pick(stems) + digits(chance, 2));
	if (way === 'block') {
		const first = Math.floor(chance.next() * 70);
		const stem = hundred();
		return Array.from({ length: size }, (_, place) => stem + pad((first + place) % 100, 2));
	}
	if (way === 'blocks') return several([hundred(), hundred(), hundred()]);
	if (way === 'neighbours_of_victims') {
		// Of people in one town: the number shown begins as their own does.
		const town = `+31${chance.pick(['50', '40', '70'])}${digits(chance, 3)}`;
		return Array.from({ length: size }, () => town + digits(chance, 4));
	}
	const stem = way === 'mobiles' ? '+316' : '+3185';
	return Array.from({ length: size }, () => stem + digits(chance, 13 - stem.length - 1));
}

function inventNumber(
	chance: Chance,
	number: string,
	{ script, weekdays, hours }: Habits,
	mostReports: number,
	ownWords: readonly string[]
): CallingNumber {
	const report_count = 1 + Math.floor(chance.next() ** 1.5 * mostReports);
	const reports = Array.from({ length: report_count }, () => chance.next());
	const narratives: string[] = [];
	reports.forEach(() => {
		if (chance.happens(0.1)) return;
		const before = narratives.at(-1);
		narratives.push(
			before && chance.happens(0.05) ? copyWithEdit(chance, before) : tell(chance, script, ownWords)
		);
	});
	const otherSectors = Object.keys(sectors);
	const otherHour = () => Math.floor(chance.next() * 5) * 24 + 9 + Math.floor(chance.next() * 12);
	return {
		number,
		report_count,
		sectors: reports.flatMap(() =>
			chance.happens(0.25) ? [] : [chance.happens(0.08) ? chance.pick(otherSectors) : script.sector]
		),
		names: reports.flatMap(() => (script.name && chance.happens(0.3) ? [script.name] : [])),
		hours: reports.flatMap(() =>
			chance.happens(0.25)
				? []
				: [chance.happens(0.15) ? otherHour() : chance.pick(weekdays) * 24 + chance.pick(hours)]
		),
		narratives,
		bands: narratives.map(bandsOf).filter((bands) => bands !== null)
	};
}
