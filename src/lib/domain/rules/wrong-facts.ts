import { amounts, choices, moments, sets } from './fact-fields.ts';
import { derived, parseFacts, type SentFacts } from './facts.ts';
import { parseMoment } from './moment.ts';

/** A field that a program sent and that is no fact, or no value of that fact. */
export type WrongFact = {
	path: string[];
	message: 'error_fact' | 'error_fact_name';
	/** What may stand there, in English; null for a field of no known name. */
	expected: string | null;
};

const aMoment = 'a day or a time, as 2026-07-02 or 2026-07-02T19:05';

/** What may be sent as each fact. */
const expectations: ReadonlyMap<string, string> = new Map([
	...Object.entries(choices).map(
		([field, values]) => [field, `one of ${values.join(', ')}`] as const
	),
	...Object.entries(sets).map(
		([field, values]) => [field, `a list of ${values.join(', ')}`] as const
	),
	...[...moments, 'as_of'].map((field) => [field, aMoment] as const),
	...amounts.map((field) => [field, 'a number of 0 or more'] as const),
	...derived.map((field) => [field, 'the day or the time of contact_at'] as const)
]);

/**
 * The fields of one facts object, plain or as `facts`, that cannot be read. A reporter is never
 * refused for a fact; a program that misspells one would else take silence for an answer.
 */
export function wrongFacts(sent: SentFacts): WrongFact[] {
	const { facts, ...beside } = sent;
	return isObject(facts)
		? [...wrongIn(beside, []), ...wrongIn(facts, ['facts'])]
		: wrongIn(sent, []);
}

function wrongIn(sent: SentFacts, within: string[]): WrongFact[] {
	return Object.entries(sent).flatMap(([field, value]): WrongFact[] => {
		const path = [...within, field];
		const expected = expectations.get(field) ?? null;
		if (expected === null) return [{ path, message: 'error_fact_name', expected }];
		return isReadable(field, value) ? [] : [{ path, message: 'error_fact', expected }];
	});
}

function isReadable(field: string, value: unknown): boolean {
	if (isUnknown(value)) return true;
	if (field === 'as_of' || field === 'contact_date') return parseMoment(value) !== null;
	if (field === 'contact_time') return parseMoment(`2026-07-02T${String(value)}`) !== null;
	const read: unknown = parseFacts({ [field]: value })[
		field as keyof ReturnType<typeof parseFacts>
	];
	if (!Array.isArray(read)) return !isUnknown(read);
	const entries = typeof value === 'string' ? value.split(',') : value;
	return Array.isArray(entries) && read.length === new Set(entries).size;
}

/** Absent, null and `unknown` all say the same. */
function isUnknown(value: unknown): boolean {
	return value === undefined || value === null || value === 'unknown' || value === '';
}

function isObject(value: unknown): value is SentFacts {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
