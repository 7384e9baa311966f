/*
 * Least squares by Householder reflections with limited pivoting: a column that is all but a sum of
 * those before it moves to the end. The algorithm is LINPACK's `dqrdc` (Dongarra, Bunch, Moler and
 * Stewart, 1979) with the pivoting of R's `lm`, so that a model too rich for its data is cut down to
 * the same columns.
 */
export type Decomposition = {
	/** Reflections below the diagonal, the upper triangle above it, by column. */
	columns: Float64Array[];
	diagonals: Float64Array;
	pivot: number[];
	rank: number;
};

/** Decomposes columns in place. */
export function decompose(columns: Float64Array[], tolerance: number): Decomposition {
	const n = columns[0]!.length;
	const p = columns.length;
	const pivot = columns.map((_, index) => index);
	const norms = columns.map((column) => norm(column, 0));
	const whole = norms.map((size) => size || 1);
	const lists = [columns, pivot, norms, whole] as unknown[][];
	let rank = p;

	for (let l = 0; l < Math.min(n, p); l += 1) {
		while (l < rank && norms[l]! < whole[l]! * tolerance) {
			for (const list of lists) list.push(list.splice(l, 1)[0]);
			rank -= 1;
		}
		if (l === n - 1) break;
		const head = columns[l]!;
		let size = norm(head, l);
		if (size === 0) continue;
		if (head[l]! < 0) size = -size;
		for (let i = l; i < n; i += 1) head[i]! /= size;
		head[l]! += 1;
		for (let j = l + 1; j < p; j += 1) {
			const column = columns[j]!;
			reflect(head, column, l);
			if (norms[j] === 0) continue;
			const left = Math.max(1 - (Math.abs(column[l]!) / norms[j]!) ** 2, 0);
			if (left < 1e-6) norms[j] = norm(column, l + 1);
			else norms[j]! *= Math.sqrt(left);
		}
		norms[l] = head[l]!;
		head[l] = -size;
	}
	return { columns, diagonals: Float64Array.from(norms), pivot, rank: Math.min(rank, n) };
}

/** The coefficients by original column, 0 for those left out. Changes `response`. */
export function solve(qr: Decomposition, response: Float64Array): Float64Array {
	const { columns, rank, pivot } = qr;
	forEachReflection(qr, (head, l) => reflect(head, response, l));
	const coefficients = new Float64Array(columns.length);
	const solved = response.slice(0, rank);
	for (let j = rank - 1; j >= 0; j -= 1) {
		const column = columns[j]!;
		solved[j]! /= column[j]!;
		for (let i = 0; i < j; i += 1) solved[i]! -= solved[j]! * column[i]!;
	}
	for (let j = 0; j < rank; j += 1) coefficients[pivot[j]!] = solved[j]!;
	return coefficients;
}

/** How far each row decides its own fit, between 0 and 1. */
export function leverages(qr: Decomposition): Float64Array {
	const n = qr.columns[0]!.length;
	const sums = new Float64Array(n);
	for (let j = 0; j < qr.rank; j += 1) {
		const unit = new Float64Array(n);
		unit[j] = 1;
		forEachReflection(qr, (head, l) => reflect(head, unit, l), true);
		for (let i = 0; i < n; i += 1) sums[i]! += unit[i]! * unit[i]!;
	}
	return sums.map((sum) => (sum >= 1 - 10 * Number.EPSILON ? 1 : sum));
}

/** The squared length of a row in units of its error: the variance of what it predicts. */
export function varianceOf(qr: Decomposition, row: readonly number[]): number {
	const { columns, rank, pivot } = qr;
	const solved: number[] = [];
	for (let j = 0; j < rank; j += 1) {
		let value = row[pivot[j]!]!;
		for (let i = 0; i < j; i += 1) value -= columns[j]![i]! * solved[i]!;
		solved.push(value / columns[j]![j]!);
	}
	return solved.reduce((sum, value) => sum + value * value, 0);
}

/** The variance of one coefficient, in units of the dispersion; NaN when it was left out. */
export function varianceOfCoefficient(qr: Decomposition, column: number): number {
	const place = qr.pivot.indexOf(column);
	if (place >= qr.rank) return NaN;
	// The row of the inverse of the triangle: solve its transpose from `place` on.
	const solved = new Float64Array(qr.rank);
	for (let j = place; j < qr.rank; j += 1) {
		let value = j === place ? 1 : 0;
		for (let i = place; i < j; i += 1) value -= qr.columns[j]![i]! * solved[i]!;
		solved[j] = value / qr.columns[j]![j]!;
	}
	return solved.reduce((sum, value) => sum + value * value, 0);
}

function forEachReflection(
	{ columns, diagonals, rank }: Decomposition,
	act: (head: Float64Array, from: number) => void,
	isReversed = false
) {
	const count = Math.min(rank, columns[0]!.length - 1);
	for (let step = 0; step < count; step += 1) {
		const l = isReversed ? count - 1 - step : step;
		const head = columns[l]!;
		if (diagonals[l] === 0) continue;
		const kept = head[l]!;
		head[l] = diagonals[l]!;
		act(head, l);
		head[l] = kept;
	}
}

function reflect(head: Float64Array, column: Float64Array, from: number) {
	let sum = 0;
	for (let i = from; i < head.length; i += 1) sum += head[i]! * column[i]!;
	const factor = -sum / head[from]!;
	for (let i = from; i < head.length; i += 1) column[i]! += factor * head[i]!;
}

function norm(column: Float64Array, from: number) {
	let sum = 0;
	for (let i = from; i < column.length; i += 1) sum += column[i]! * column[i]!;
	return Math.sqrt(sum);
}
