/** Other numbers of the same block that are reported too. */
export type Neighbourhood = { size: 10 | 100; numbers: string[] };

/** How many reported neighbours make a block: see docs/statistics.md. */
const least = { 10: 2, 100: 4 } as const;

/** Whether reported numbers beside this one make its block of ten, or else of a hundred, telling. */
export function neighbourhoodOf(e164: string, reported: readonly string[]): Neighbourhood | null {
	for (const size of [10, 100] as const) {
		const block = e164.slice(0, size === 10 ? -1 : -2);
		const numbers = reported.filter(
			(other) => other !== e164 && other.length === e164.length && other.startsWith(block)
		);
		if (numbers.length >= least[size]) return { size, numbers };
	}
	return null;
}

/** Mobile numbers are handed out one by one: who has the next one is somebody else. */
export const hasNeighbours = (type: string | null) =>
	type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE' && type !== null;
