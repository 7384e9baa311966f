/** Something to be timed. One that takes long is not run in every round. */
export type Task = { run: () => Promise<unknown>; everyRounds?: number };

/**
 * Times each task once in every round, one after the other, so that whatever else the machine does
 * falls on all of them alike. The first round warms up and is not counted.
 * @returns the median in milliseconds of each task
 */
export async function interleave<Name extends string>(
	tasks: Record<Name, Task>,
	rounds: number
): Promise<Record<Name, number>> {
	const timed = new Map<Name, number[]>();
	const entries = Object.entries(tasks) as [Name, Task][];
	for (let round = 0; round <= rounds; round += 1) {
		for (const [name, { run, everyRounds = 1 }] of entries) {
			if (round % everyRounds !== 0) continue;
			const begin = performance.now();
			await run();
			const took = performance.now() - begin;
			if (round > 0) timed.set(name, [...(timed.get(name) ?? []), took]);
		}
	}
	return Object.fromEntries(
		entries.map(([name]) => [name, median(timed.get(name) ?? [])])
	) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2
		? sorted[Math.floor(middle)]!
		: (sorted[middle - 1]! + sorted[middle]!) / 2;
}
