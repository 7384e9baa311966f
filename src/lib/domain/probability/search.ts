/** Where a function that rises goes through nought, between two values, by halving. */
export function findRoot(rising: (x: number) => number, from: number, to: number): number {
	let [low, high] = [from, to];
	for (let step = 0; step < 200 && high - low > 1e-10 * (1 + high); step += 1) {
		const middle = (low + high) / 2;
		if (rising(middle) < 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

type Vertex = { at: number[]; value: number };

/**
 * Where a function is smallest, from a start on, by the moving simplex of Nelder and Mead (1965),
 * "A simplex method for function minimization", Computer Journal 7. Begins anew from what it found
 * until that brings nothing.
 */
export function minimise(cost: (at: number[]) => number, start: number[]): Vertex {
	let best: Vertex = { at: start, value: cost(start) };
	for (let round = 0; round < 10; round += 1) {
		const found = descend(cost, best);
		const gain = best.value - found.value;
		best = found;
		if (gain < 1e-8 * (1 + Math.abs(best.value))) break;
	}
	return best;
}

function descend(cost: (at: number[]) => number, start: Vertex): Vertex {
	const vertex = (at: number[]): Vertex => ({ at, value: cost(at) });
	const simplex = [
		start,
		...start.at.map((_, axis) => vertex(start.at.map((x, i) => (i === axis ? x + 0.5 : x))))
	];
	const sort = () => simplex.sort((a, b) => a.value - b.value);
	sort();
	for (let step = 0; step < 2000; step += 1) {
		const [first, last] = [simplex[0]!, simplex.at(-1)!];
		if (last.value - first.value < 1e-10 * (1 + Math.abs(first.value))) break;
		const others = simplex.slice(0, -1);
		const centre = start.at.map((_, i) => mean(others.map(({ at }) => at[i]!)));
		const along = (by: number) => vertex(centre.map((x, i) => x + by * (x - last.at[i]!)));
		const mirrored = along(1);
		let next = mirrored;
		if (mirrored.value < first.value) {
			const further = along(2);
			if (further.value < mirrored.value) next = further;
		} else if (mirrored.value >= others.at(-1)!.value) {
			next = along(mirrored.value < last.value ? 0.5 : -0.5);
		}
		if (next.value < last.value) {
			simplex[simplex.length - 1] = next;
			sort();
			continue;
		}
		simplex.splice(
			1,
			simplex.length,
			...simplex.slice(1).map(({ at }) => vertex(at.map((x, i) => (x + first.at[i]!) / 2)))
		);
		sort();
	}
	return simplex[0]!;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
