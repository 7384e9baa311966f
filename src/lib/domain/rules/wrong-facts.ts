import { amounts, choices, moments, sets } from './fact-fields.ts';
import { derived, parseFacts, type SentFacts } from './facts.ts';
import { parseMoment } from './moment.ts';

/** A fact that a program sent with a value it cannot have. */
export type WrongFact = {
	path: string[];
	message: 'error_fact';
	/** What may stand there, in English. */
	expected: string;
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
 * The facts of one facts object, plain or as `facts`, that cannot be read. A reporter is never
 * refused for a fact; a program that writes one wrongly would else take silence for an answer.
 */
export function wrongFacts(sent: SentFacts): WrongFact[] {
	return fieldsOf(sent).flatMap(([path, value]): WrongFact[] => {
		const field = path.at(-1)!;
		const expected = expectations.get(field);
		if (expected === undefined || isReadable(field, value)) return [];
		return [{ path, message: 'error_fact', expected }];
	});
}

/** The names in a facts object that are no fact: what stands there is left alone. */
export function ignoredFacts(sent: SentFacts): string[] {
	return fieldsOf(sent)
		.map(([path]) => path)
		.filter((path) => !expectations.has(path.at(-1)!))
		.map((path) => path.join('.'));
}

function fieldsOf(sent: SentFacts): [path: string[], value: unknown][] {
	const { facts, ...beside } = sent;
	const within = isObject(facts) ? Object.entries(facts) : [];
	return [
		...Object.entries(isObject(facts) ? beside : sent).map(
			([field, value]): [string[], unknown] => [[field], value]
		),
		...within.map(([field, value]): [string[], unknown] => [['facts', field], value])
	];
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
