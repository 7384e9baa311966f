import { median } from './interleave.ts';

/** A way to file: makes so many acts ready, which are then timed together. */
export type Way = { name: string; prepare: (count: number) => Promise<(() => Promise<unknown>)[]> };

/**
 * Lets every way do `count` acts in each round, so many at once, one way after the other.
 * @returns acts per second, median of the rounds, in the order of the ways
 */
export async function throughput(
	ways: Way[],
	{ rounds, count, inFlight }: { rounds: number; count: number; inFlight: number },
	betweenWays: () => Promise<unknown> = async () => {}
): Promise<number[]> {
	const took = ways.map((): number[] => []);
	for (let round = 0; round <= rounds; round += 1) {
		for (const [index, way] of ways.entries()) {
			const acts = await way.prepare(count);
			const begin = performance.now();
			await perform(acts, inFlight);
			if (round > 0) took[index]!.push(performance.now() - begin);
			await betweenWays();
		}
	}
	return took.map((times) => (count / median(times)) * 1000);
}

async function perform(acts: (() => Promise<unknown>)[], inFlight: number): Promise<void> {
	// All workers take from the same iterator, so each act is done once.
	const left = acts.values();
	const worker = async () => {
		for (const act of left) await act();
	};
	await Promise.all(Array.from({ length: inFlight }, worker));
}
