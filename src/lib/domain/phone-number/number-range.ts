import { parsePhoneNumber } from './parse-phone-number.ts';

/** One number, or all numbers from the first up to and including the last. */
export type NumberRange = { first_number: string; last_number: string; count: number };

/** Why numbers cannot be registered; each has its sentence `error_<problem>`. */
export type RangeProblem =
	| 'number_not_in_plan'
	| 'number_type_not_allowed'
	| 'number_short'
	| 'block_start'
	| 'block_backwards'
	| 'block_too_large';

export const mostInBlock = 10_000;

/** Numbers to be called from, and called back on without it costing much. */
const allowedTypes = new Set([
	'FIXED_LINE',
	'MOBILE',
	'FIXED_LINE_OR_MOBILE',
	'VOIP',
	'UAN',
	'TOLL_FREE',
	'PERSONAL_NUMBER'
]);

/**
 * Reads numbers that an organisation says are its own, in any spelling.
 * @param size 1, 10 or 100 numbers from the first on; without it up to and including `last`.
 */
export function readNumberRange(
	first: string,
	{ last, size }: { last?: string; size?: number }
): NumberRange | RangeProblem {
	const start = readNumber(first);
	if (!start.startsWith('+')) return start as RangeProblem;
	if (size !== undefined && size > 1 && digitsOf(start) % BigInt(size) !== 0n) return 'block_start';
	const end =
		size === undefined ? readNumber(last || first) : `+${digitsOf(start) + BigInt(size) - 1n}`;
	if (!end.startsWith('+')) return end as RangeProblem;
	if (end.length !== start.length || digitsOf(end) < digitsOf(start)) return 'block_backwards';
	const count = digitsOf(end) - digitsOf(start) + 1n;
	if (count > BigInt(mostInBlock)) return 'block_too_large';
	const problem = readNumber(end);
	if (!problem.startsWith('+')) return problem as RangeProblem;
	return { first_number: start, last_number: end, count: Number(count) };
}

/** E.164 when it may be registered, else what is wrong with it. */
function readNumber(typed: string): string {
	const { e164, valid, type, country, national } = parsePhoneNumber(typed);
	const digits = (national ?? typed).replaceAll(/\D/g, '');
	// 112, 144, 116 000, 18xx: short numbers are the state's to give. 14 + area code is a municipality's.
	if (/^(11\d|144|18\d\d|116\d{3})$/.test(digits)) return 'number_short';
	if (!e164 || !valid) return 'number_not_in_plan';
	if (!allowedTypes.has(type ?? '') || (country === 'NL' && /^\+3190/.test(e164))) {
		return 'number_type_not_allowed';
	}
	return e164;
}

const digitsOf = (e164: string) => BigInt(e164.slice(1));
