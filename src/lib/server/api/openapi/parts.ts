import { mediaTypes } from '#lib/domain/evidence/file-kinds.ts';
import { contents, type ShapeName } from './shapes.ts';

/* What the descriptions of paths are made of. */

/** The refusals of an act, by name; the last two may always come. */
export const refused = (...names: string[]) => ({
	...Object.fromEntries(
		[...names, 'TooManyRequests', 'Fault'].map((name) => [
			statusOf[name]!,
			{ $ref: `#/components/responses/${name}` }
		])
	)
});

const statusOf: Record<string, number> = {
	MalformedJson: 400,
	NotSignedIn: 401,
	NotAllowed: 403,
	NotFound: 404,
	Conflict: 409,
	TooLarge: 413,
	WrongFields: 422,
	TooManyRequests: 429,
	Fault: 500
};

/** An answer with a body. */
export const answers = (description: string, name: ShapeName) => ({
	description,
	content: contents(name)
});

/** What is sent. */
export const body = (name: ShapeName, example?: unknown) => ({
	required: true,
	content: {
		'application/json': { ...contents(name)['application/json'], ...(example ? { example } : {}) }
	}
});

/** A part of the address. */
export const inPath = (name: string, description: string, schema: object) => ({
	name,
	in: 'path',
	required: true,
	description,
	schema
});

/** Any of the kinds of file that are taken. */
export const fileContents = Object.fromEntries(mediaTypes.map((type) => [type, {}]));
