/** Chance that comes out the same for the same seed. */
export type Chance = {
	/** From 0 up to, but not, 1. */
	next(): number;
	/** One of the items, each as likely. */
	pick<Item>(items: readonly Item[]): Item;
	/** The place of one of the weights, by weight. */
	weigh(weights: readonly number[]): number;
	/** Whether something happens that does so this often. */
	happens(share: number): boolean;
};

/** Mulberry32, by Tommy Ettinger (public domain): small, and good enough to invent with. */
export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		pick: (items) => items[Math.floor(next() * items.length)]!,
		weigh(weights) {
			let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
			const found = weights.findIndex((weight) => (left -= weight) < 0);
			return found < 0 ? weights.length - 1 : found;
		},
		happens: (share) => next() < share
	};
}
