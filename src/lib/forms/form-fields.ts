/** What somebody typed, in the shape of the form: texts, rows of texts, and groups of them. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type FormValues = { [name: string]: FormValue };

type Branch = unknown[] | Record<string, unknown>;

const namePattern = /^[a-z][a-z0-9_]*(\[\d{1,2}\])?(\.[a-z][a-z0-9_]*(\[\d{1,2}\])?)*$/;

/** Reads a field's name: `contacts[0].on` is the path `['contacts', 0, 'on']`; no name of ours is null. */
export function parseFieldName(name: string): (string | number)[] | null {
	if (name.length > 100 || !namePattern.test(name)) return null;
	return name.split(/[.[\]]+/).flatMap((part) => {
		if (part === '') return [];
		return /^\d/.test(part) ? Number(part) : part;
	});
}

/** Writes a path as a field's name, the way `parseFieldName` reads it. */
export function formatFieldName(path: readonly PropertyKey[]): string {
	return path
		.map((part, index) => {
			if (typeof part === 'number') return `[${part}]`;
			return index === 0 ? String(part) : `.${String(part)}`;
		})
		.join('');
}

/** The `id` of a field's control, so that an error can link to it. */
export function fieldId(name: string): string {
	return name.replaceAll(/[^a-z0-9]+/g, '-').replace(/-$/, '');
}

/** The ids of what describes a field: its hint and its error, as far as there are any. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
	const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
	return ids.length ? ids.join(' ') : undefined;
}

/**
 * Turns the flat fields of a form into groups and rows. A name that comes twice becomes a list;
 * a name that is not ours is left out; rows that were skipped close up.
 */
export function nestFields<Value>(fields: Iterable<[string, Value]>): Record<string, unknown> {
	const tree: Record<string, unknown> = {};
	for (const [name, value] of fields) {
		const path = parseFieldName(name);
		if (path) place(tree, path, value);
	}
	return closeGaps(tree) as Record<string, unknown>;
}

function place(tree: Branch, path: (string | number)[], value: unknown) {
	let branch = tree;
	for (const [index, part] of path.slice(0, -1).entries()) {
		const next = read(branch, part);
		if (isBranch(next)) {
			branch = next;
		} else if (next !== undefined) {
			// What was typed stays, whatever a stray name makes of it.
			return;
		} else {
			const made: Branch = typeof path[index + 1] === 'number' ? [] : {};
			write(branch, part, made);
			branch = made;
		}
	}
	const last = path.at(-1)!;
	const earlier = read(branch, last);
	if (earlier === undefined) write(branch, last, value);
	else write(branch, last, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
}

const isBranch = (value: unknown): value is Branch =>
	typeof value === 'object' && value !== null && !(value instanceof Blob);

/** Own properties only: `constructor` is a name like any other. */
const read = (branch: Branch, part: string | number): unknown =>
	Object.hasOwn(branch, part) ? (branch as Record<string | number, unknown>)[part] : undefined;

const write = (branch: Branch, part: string | number, value: unknown) =>
	Object.defineProperty(branch, part, {
		value,
		enumerable: true,
		writable: true,
		configurable: true
	});

function closeGaps(value: unknown): unknown {
	if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(closeGaps);
	if (!isBranch(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closeGaps(item)]));
}
