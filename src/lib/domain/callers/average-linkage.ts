/**
 * Groups by average linkage (Sokal and Michener, 1958): two groups become one while the mean weight
 * of all pairs between them is at least the threshold, the most alike first. A chain in which only
 * neighbours are alike falls apart. A pair counts by the masses of both, for what little is known of
 * says little. By the chain of nearest neighbours (Murtagh, Computer Journal 26,
 * 1983), which takes time in the square of the members.
 */
export function averageLinkage(
	size: number,
	weightOf: (one: number, other: number) => number,
	threshold: number,
	massOf: (one: number) => number = () => 1
): number[][] {
	const weights = Array.from({ length: size }, () => new Float64Array(size));
	for (let one = 0; one < size; one += 1) {
		for (let other = one + 1; other < size; other += 1) {
			weights[one]![other] = weights[other]![one] = weightOf(one, other);
		}
	}
	const groups: (number[] | null)[] = Array.from({ length: size }, (_, index) => [index]);
	const masses = Array.from({ length: size }, (_, index) => massOf(index));
	const finished = new Set<number>();
	const chain: number[] = [];
	for (;;) {
		const start = chain.at(-1) ?? groups.findIndex((group, at) => group && !finished.has(at));
		if (start < 0) break;
		if (chain.length === 0) chain.push(start);
		const before = chain.at(-2);
		const nearest = nearestOf(start, before, groups, weights[start]!);
		if (nearest < 0 || weights[start]![nearest]! < threshold) {
			// Means only fall from here on: nothing will ever come close enough to this group.
			finished.add(start);
			chain.length = 0;
		} else if (nearest === before) {
			chain.length -= 2;
			merge(Math.min(start, nearest), Math.max(start, nearest), { groups, weights, masses });
		} else {
			chain.push(nearest);
		}
	}
	return groups.filter((group) => group !== null);
}

/** The most alike group; of equals the one before in the chain, then the first. */
function nearestOf(
	from: number,
	before: number | undefined,
	groups: readonly (number[] | null)[],
	weights: Float64Array
): number {
	let nearest = before ?? -1;
	groups.forEach((group, other) => {
		if (!group || other === from) return;
		if (nearest < 0 || weights[other]! > weights[nearest]!) nearest = other;
	});
	return nearest;
}

type State = { groups: (number[] | null)[]; weights: Float64Array[]; masses: number[] };

function merge(kept: number, gone: number, { groups, weights, masses }: State): void {
	const [ofKept, ofGone] = [masses[kept]!, masses[gone]!];
	groups.forEach((group, other) => {
		if (!group || other === kept || other === gone) return;
		const mean =
			(ofKept * weights[kept]![other]! + ofGone * weights[gone]![other]!) / (ofKept + ofGone);
		weights[kept]![other] = weights[other]![kept] = mean;
	});
	groups[kept] = [...groups[kept]!, ...groups[gone]!].sort((one, other) => one - other);
	groups[gone] = null;
	masses[kept] = ofKept + ofGone;
}
