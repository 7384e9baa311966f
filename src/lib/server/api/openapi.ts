import { z } from 'zod';
import { contents, shapes } from './openapi/shapes.ts';
import { webhooks } from './openapi/organisation-paths.ts';
import { paths } from './openapi/paths.ts';

/**
 * The API as a document of OpenAPI 3.1, made from the same schemas that check what comes in and
 * what goes out.
 * @param origin where this desk is reached
 */
export function openApi(origin: string) {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Gehoord',
			version: '1',
			description:
				'The desk where anyone reports a sales contact by phone, at the door or on the street: a complaint or a compliment. Dates and times are ISO 8601; a time without offset is Dutch. Counts of 1 to 4 are not shown: they are null.',
			license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
		},
		servers: [{ url: origin }],
		tags: [
			{ name: 'reports', description: 'Filing and following reports' },
			{ name: 'objections', description: 'Objecting to an organisation, and proof of consent' },
			{ name: 'numbers', description: 'Who called me?' },
			{ name: 'organisations', description: 'Who is behind a contact' },
			{ name: 'own cases', description: 'For the programs of an organisation: cases about itself' },
			{ name: 'figures', description: 'Trends' },
			{ name: 'reference', description: 'Codes and how a text reads' },
			{ name: 'operation', description: 'For monitors' }
		],
		paths,
		webhooks,
		components: {
			schemas: Object.fromEntries(
				Object.entries(shapes).map(([name, shape]) => [name, toJsonSchema(shape)])
			),
			securitySchemes: {
				followCode: {
					type: 'http',
					scheme: 'bearer',
					description: 'The follow code that came with the receipt'
				},
				apiKey: {
					type: 'http',
					scheme: 'bearer',
					description: 'A key that an owner made in the portal; 300 requests in ten minutes'
				}
			},
			responses: {
				...Object.fromEntries(
					Object.entries(problems).map(([name, description]) => [
						name,
						{ description, content: contents('Problem', 'application/problem+json') }
					])
				),
				TooManyRequests: {
					description: 'Too many requests from this address',
					headers: {
						'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } }
					},
					content: contents('Problem', 'application/problem+json')
				}
			}
		}
	};
}

const problems = {
	MalformedJson: 'The body is not JSON',
	NotSignedIn: 'There is no follow code or key with it, or none that is known',
	NotAllowed: 'The key has not the scope for it',
	NotFound: 'There is no such thing',
	Conflict: 'The state of the report does not allow it',
	TooLarge: 'The body is too large',
	WrongFields: 'Fields are wrong, or the desk refuses; `errors` names the fields',
	Fault: 'A fault of the desk; `detail` holds its number'
};

/** As sent: what has a default may be left out, and fields we do not know are passed over. */
function toJsonSchema(shape: z.ZodType) {
	const schema: Record<string, unknown> = z.toJSONSchema(shape, {
		io: 'output',
		unrepresentable: 'any',
		override: ({ zodSchema, jsonSchema }) => {
			delete jsonSchema.additionalProperties;
			// What becomes of a text while it is read cannot be told; it is sent as a text.
			if (zodSchema._zod.def.type === 'transform') jsonSchema.type = 'string';
		}
	});
	const needed = (shape.meta() as { needed?: string[] } | undefined)?.needed;
	delete schema.$schema;
	delete schema.needed;
	return needed ? { ...schema, required: needed } : schema;
}
