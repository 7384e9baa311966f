import { z } from 'zod';
import { formatFieldName, nestFields, type FormValues } from './form-fields.ts';

/** What is wrong with one field; `message` is the key of a message. */
export type FormIssue = { path: string; message: string };

export type ParsedForm<Value> =
	{ ok: true; value: Value } | { ok: false; values: FormValues; issues: FormIssue[] };

/**
 * Reads a submitted form against a schema. A form says less than JSON does, so before the schema
 * looks: an empty text is left out, and the schema tells which fields are lists, yes-or-no
 * or numbers. When something is wrong, `values` gives back all that was typed, except files.
 */
export function parseForm<Schema extends z.ZodType>(
	schema: Schema,
	data: FormData
): ParsedForm<z.output<Schema>> {
	const parsed = schema.safeParse(toInput(nestFields(data), shapeOf(schema)) ?? {});
	if (parsed.success) return { ok: true, value: parsed.data };
	return {
		ok: false,
		values: readValues(data),
		issues: parsed.error.issues.map(({ path, message }) => ({
			path: formatFieldName(path),
			message
		}))
	};
}

/** All that was typed, to show it again; files cannot be given back. */
export function readValues(data: FormData): FormValues {
	const texts = [...data].filter(([, value]) => typeof value === 'string');
	return nestFields(texts) as FormValues;
}

/** The little that a form needs to know of a schema. */
type Shape = {
	type?: string | string[];
	properties?: Record<string, Shape>;
	items?: Shape;
	anyOf?: Shape[];
	allOf?: Shape[];
};

const shapes = new WeakMap<z.ZodType, Shape>();

function shapeOf(schema: z.ZodType): Shape {
	const known = shapes.get(schema);
	if (known) return known;
	const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
	shapes.set(schema, shape);
	return shape;
}

function toInput(value: unknown, shape: Shape): unknown {
	const types = typesOf(shape);
	if (types.includes('array')) return toList(value, itemsOf(shape));
	if (types.includes('object')) return toGroup(value, propertiesOf(shape));
	if (types.includes('boolean')) return toBoolean(value);
	if (value === '' || isEmptyFile(value)) return undefined;
	const isNumber = types.includes('number') || types.includes('integer');
	if (isNumber && typeof value === 'string') {
		const number = Number(value.trim().replace(',', '.'));
		return Number.isNaN(number) ? value : number;
	}
	return value;
}

/** Empty rows at the end go; one in between stays, or an issue would point to the wrong row. */
function toList(value: unknown, items: Shape): unknown[] {
	const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
	const input = list.map((item) => toInput(item, items));
	const kept = input.slice(0, input.findLastIndex((item) => item !== undefined) + 1);
	const isOfGroups = typesOf(items).includes('object');
	return isOfGroups ? kept.map((item) => item ?? {}) : kept.filter((item) => item !== undefined);
}

/** Goes by the schema's fields too, since an unchecked box is not sent. An empty group is none. */
function toGroup(value: unknown, properties: Record<string, Shape>): unknown {
	if (value !== undefined && (typeof value !== 'object' || value === null)) return value;
	const given = (value ?? {}) as Record<string, unknown>;
	const names = new Set([...Object.keys(properties), ...Object.keys(given)]);
	const group = Object.fromEntries(
		[...names]
			.map((name) => [name, toInput(own(given, name), own(properties, name) ?? {})] as const)
			.filter(([, item]) => item !== undefined)
	);
	return Object.keys(given).some((name) => Object.hasOwn(group, name)) ? group : undefined;
}

const own = <Item>(from: Record<string, Item>, name: string): Item | undefined =>
	Object.hasOwn(from, name) ? from[name] : undefined;

/** A box that is not there says nothing; the schema decides what that means. */
function toBoolean(value: unknown): unknown {
	if (value === undefined || value === '') return undefined;
	if (value === 'on' || value === 'true' || value === 'yes' || value === '1') return true;
	if (value === 'off' || value === 'false' || value === 'no' || value === '0') return false;
	return value;
}

const isEmptyFile = (value: unknown) => value instanceof File && value.size === 0;

const branches = (shape: Shape): Shape[] => [
	shape,
	...(shape.anyOf ?? []).flatMap(branches),
	...(shape.allOf ?? []).flatMap(branches)
];

const typesOf = (shape: Shape) => branches(shape).flatMap((branch) => branch.type ?? []);

const itemsOf = (shape: Shape) => branches(shape).find((branch) => branch.items)?.items ?? {};

const propertiesOf = (shape: Shape): Record<string, Shape> =>
	Object.assign({}, ...branches(shape).map((branch) => branch.properties ?? {}));
