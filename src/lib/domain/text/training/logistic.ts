/** Sparse rows: for row r, columns and values between starts[r] and starts[r + 1]. */
export type Rows = { starts: Int32Array; columns: Int32Array; values: Float32Array; width: number };
/** Rows of texts, and of each how many of its words are known. */
export type TextRows = Rows & { known: readonly number[] };
export type Fit = { weights: Float64Array; bias: number };

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export function score(rows: Rows, row: number, fit: Fit): number {
	let z = fit.bias;
	for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
		z += rows.values[at]! * fit.weights[rows.columns[at]!]!;
	}
	return z;
}

/**
 * L2-regularised logistic regression, by dual coordinate descent (Yu, Huang & Lin 2011): no step
 * size to choose, the same answer every time, and quick on sparse rows.
 */
export function fitLogistic(
	rows: Rows,
	target: readonly number[],
	cost: readonly number[],
	rounds = 8
): Fit {
	const weights = new Float64Array(rows.width);
	let bias = 0;
	const sign = target.map((value) => (value > 0.5 ? 1 : -1));
	const squares = target.map((_, row) => {
		let sum = 1;
		for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) sum += rows.values[at]! ** 2;
		return sum;
	});
	const alpha = cost.map((most) => Math.min(0.001 * most, 1e-8));
	const add = (row: number, amount: number): void => {
		for (let cell = rows.starts[row]!; cell < rows.starts[row + 1]!; cell++) {
			weights[rows.columns[cell]!]! += amount * rows.values[cell]!;
		}
		bias += amount;
	};
	alpha.forEach((_, at) => add(at, alpha[at]! * sign[at]!));
	for (let round = 0; round < rounds; round++) {
		let largest = 0;
		for (let step = 0; step < target.length; step++) {
			// A fixed stride instead of a shuffle: every row once, in an order that mixes the labels.
			const at = (step * 7919 + round * 104729) % target.length;
			const upper = cost[at]!;
			const margin = sign[at]! * score(rows, at, { weights, bias });
			const old = alpha[at]!;
			let now = old;
			for (let newton = 0; newton < 20; newton++) {
				const slope = squares[at]! * (now - old) + margin + Math.log(now / (upper - now));
				const curve = squares[at]! + upper / (now * (upper - now));
				let next = now - slope / curve;
				if (next <= 0) next = now * 0.1;
				else if (next >= upper) next = upper - (upper - now) * 0.1;
				const moved = Math.abs(next - now);
				now = next;
				if (moved < 1e-9 * upper) break;
			}
			now = Math.min(Math.max(now, 1e-12 * upper), upper * (1 - 1e-12));
			alpha[at] = now;
			const change = now - old;
			if (change !== 0) add(at, change * sign[at]!);
			largest = Math.max(largest, Math.abs(change));
		}
		if (largest < 1e-5) break;
	}
	return { weights, bias };
}

/** How far a score is believed, what holds instead, and how much the text weighs. */
export type Ballast = { belief: number; usual: number; weight: number };

/** Platt's curve from score to probability, with his smoothed targets. */
export function fitCurve(
	scores: readonly number[],
	target: readonly number[],
	ballast: readonly Ballast[]
): [number, number] {
	const positives = target.filter((value) => value > 0.5).length;
	const high = (positives + 1) / (positives + 2);
	const low = 1 / (target.length - positives + 2);
	let slope = 1;
	let shift = 0;
	for (let round = 0; round < 100; round++) {
		let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
		scores.forEach((z, at) => {
			const { belief, usual, weight } = ballast[at]!;
			const p = sigmoid(belief * (slope * z + shift) + (1 - belief) * usual);
			const d = weight * belief * (p - (target[at]! > 0.5 ? high : low));
			const w = weight * belief ** 2 * p * (1 - p);
			g0 += d * z;
			g1 += d;
			h00 += w * z * z;
			h01 += w * z;
			h11 += w;
		});
		const det = h00 * h11 - h01 * h01;
		const [d0, d1] = [(h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det];
		const limit = Math.min(1, 1 / Math.max(Math.abs(d0), Math.abs(d1), 1e-12));
		slope -= limit * d0;
		shift -= limit * d1;
		if (Math.abs(d0) + Math.abs(d1) < 1e-9) break;
	}
	return [slope, shift];
}
