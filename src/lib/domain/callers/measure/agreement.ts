/** How well a grouping agrees with the truth. */
export type Agreement = { precision: number; recall: number };

type Grouping = ReadonlyMap<string, string>;

function sizes(grouping: Grouping, keys: readonly string[], keyOf: (key: string) => string) {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(keyOf(key), (counts.get(keyOf(key)) ?? 0) + 1);
	return counts;
}

const pairsOf = (counts: ReadonlyMap<string, number>) =>
	[...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

/** Over all pairs: of those put together, and of those that belong together, how many are both. */
export function pairwise(found: Grouping, truth: Grouping): Agreement {
	const keys = [...truth.keys()];
	const ofFound = pairsOf(sizes(found, keys, (key) => found.get(key)!));
	const ofTruth = pairsOf(sizes(truth, keys, (key) => truth.get(key)!));
	const both = pairsOf(sizes(found, keys, (key) => `${found.get(key)} / ${truth.get(key)}`));
	return {
		precision: ofFound === 0 ? 1 : both / ofFound,
		recall: ofTruth === 0 ? 1 : both / ofTruth
	};
}

/**
 * B-cubed (Bagga and Baldwin, 1998): for every number the share of its group that is of the same
 * caller, and the share of its caller's numbers in its group; the mean over the numbers asked about.
 */
export function bCubed(
	found: Grouping,
	truth: Grouping,
	about: (key: string) => boolean = () => true
): Agreement {
	const keys = [...truth.keys()];
	const ofFound = sizes(found, keys, (key) => found.get(key)!);
	const ofTruth = sizes(truth, keys, (key) => truth.get(key)!);
	const both = sizes(found, keys, (key) => `${found.get(key)} / ${truth.get(key)}`);
	const asked = keys.filter(about);
	const mean = (shareOf: (key: string) => number) =>
		asked.reduce((sum, key) => sum + shareOf(key), 0) / asked.length;
	const shared = (key: string) => both.get(`${found.get(key)} / ${truth.get(key)}`)!;
	return {
		precision: mean((key) => shared(key) / ofFound.get(found.get(key)!)!),
		recall: mean((key) => shared(key) / ofTruth.get(truth.get(key)!)!)
	};
}
