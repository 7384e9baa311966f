import { z } from 'zod';
import { gehoordColumns, type GehoordColumn } from './gehoord.ts';
import type { ImportFormat } from './format.ts';

/*
 * How a file that others kept is read as one of ours: which of their columns is which of ours, what
 * their words mean, and what goes for all rows.
 */

const column = z.enum(gehoordColumns);
const text = z.string().max(200);

export const mapping = z.strictObject({
	/** Our column, and the name of theirs. */
	columns: z.partialRecord(column, text),
	/** Our column, then their words and what we call it; capitals do not matter. */
	values: z.partialRecord(column, z.record(text, text)).default({}),
	/** Our column, and what it is in every row. */
	constants: z.partialRecord(column, text).default({}),
	/** In which order their days are written. */
	date_order: z
		.enum(['year-month-day', 'day-month-year', 'month-day-year'])
		.default('year-month-day')
});
export type Mapping = z.output<typeof mapping>;

const moments: readonly GehoordColumn[] = ['contact_at', 'contacts', 'filed_at'];

/** A format that reads a file of others as one of ours. */
export function mapped(format: ImportFormat, { columns, ...rest }: Mapping): ImportFormat {
	const theirs = Object.entries(columns) as [GehoordColumn, string][];
	const needed = format.columns.filter((name) => !(name in rest.constants));
	const missing = needed.find((name) => !(name in columns));
	if (missing) throw new Error(`the mapping says nothing of ${missing}`);
	return {
		name: format.name,
		columns: theirs.map(([, name]) => name),
		read(fields, now) {
			const row: Partial<Record<GehoordColumn, string>> = { ...rest.constants };
			for (const [ours, name] of theirs) row[ours] = translate(ours, fields[name] ?? '', rest);
			return format.read(row as Record<string, string>, now);
		}
	};
}

function translate(
	column: GehoordColumn,
	typed: string,
	{ values, date_order }: Omit<Mapping, 'columns'>
): string {
	const meant = Object.entries(values[column] ?? {}).find(
		([theirs]) => theirs.trim().toLowerCase() === typed.trim().toLowerCase()
	);
	if (meant) return meant[1];
	return moments.includes(column) ? inOrder(typed.trim(), date_order) : typed;
}

/** `3-7-2024 9:05` as `2024-07-03 09:05`; what is no such day is left for the format to judge. */
function inOrder(typed: string, order: Mapping['date_order']): string {
	const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ]+(\d{1,2})[:.](\d{2})(.*))?$/.exec(
		typed
	);
	if (!parts) return typed;
	const [, first, second, third, hour, minute, rest = ''] = parts as unknown as string[];
	const named = Object.fromEntries(
		order.split('-').map((name, index) => [name, [first, second, third][index]!])
	);
	const two = (digits: string) => digits.padStart(2, '0');
	const day = `${named.year}-${two(named.month!)}-${two(named.day!)}`;
	return hour ? `${day} ${two(hour)}:${minute}${rest}` : day;
}
