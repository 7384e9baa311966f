import { z } from 'zod';
import {
	amounts,
	choices,
	moments,
	sets,
	type AmountField,
	type ChoiceField,
	type ChoiceOf,
	type MomentField,
	type SetField,
	type SetOf
} from './fact-fields.ts';
import { parseMoment, type Moment } from './moment.ts';
import { numberTypeOf } from './number-type.ts';

/** What is known of one contact. */
export type Facts = {
	[Field in ChoiceField]: ChoiceOf<Field> | 'unknown';
} & { [Field in SetField]: readonly SetOf<Field>[] | null } & {
	[Field in MomentField]: Moment | null;
} & { [Field in AmountField]: number | null };

/** Facts as somebody sends them: any of the fields, by name. */
export type SentFacts = { readonly [field: string]: unknown };

/**
 * One facts object, read leniently: what is missing, misspelt or of another kind is unknown, and
 * fields of another name are left alone. Nobody who reports is to be refused for a fact.
 */
export const factsSchema = z.record(z.string(), z.unknown()).transform(readFacts);

/** @throws nothing: anything but an object is no facts at all. */
export function parseFacts(sent: unknown): Facts {
	const parsed = factsSchema.safeParse(sent);
	return parsed.success ? parsed.data : readFacts({});
}

function readFacts(sent: SentFacts): Facts {
	const own = (field: string) => (Object.hasOwn(sent, field) ? sent[field] : undefined);
	return Object.fromEntries([
		...Object.entries(choices).map(([field, values]) => [field, readChoice(own(field), values)]),
		['number_type', numberTypeOf(own('number_type')) ?? 'unknown'],
		...Object.entries(sets).map(([field, values]) => [field, readSet(own(field), values)]),
		...moments.map((field) => [field, parseMoment(own(field))]),
		[
			'contact_at',
			parseMoment(own('contact_at') ?? joined(own('contact_date'), own('contact_time')))
		],
		...amounts.map((field) => [field, readAmount(own(field))])
	]) as Facts;
}

/** The day and the time of `contact_at`, for who has them apart. */
export const derived = ['contact_date', 'contact_time'] as const;

function joined(day: unknown, time: unknown): unknown {
	return typeof day === 'string' && typeof time === 'string' && time ? `${day}T${time}` : day;
}

function readChoice(sent: unknown, values: readonly string[]): string {
	const value = typeof sent === 'boolean' ? (sent ? 'yes' : 'no') : sent;
	return typeof value === 'string' && values.includes(value.trim()) ? value.trim() : 'unknown';
}

/** A set of which no value is recognised is unknown; only an empty set says that none holds. */
function readSet(sent: unknown, values: readonly string[]): string[] | null {
	const list = typeof sent === 'string' && sent.trim() ? sent.split(',') : sent;
	if (!Array.isArray(list)) return null;
	const known = values.filter((value) =>
		list.some((entry) => typeof entry === 'string' && entry.trim() === value)
	);
	return known.length > 0 || list.length === 0 ? known : null;
}

function readAmount(sent: unknown): number | null {
	const text = typeof sent === 'number' ? String(sent) : sent;
	if (typeof text !== 'string' || !/^-?\d+([.,]\d+)?$/.test(text.trim())) return null;
	const amount = Number(text.trim().replace(',', '.'));
	return Number.isFinite(amount) && amount >= 0 ? amount : null;
}
