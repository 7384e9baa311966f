import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSubmission } from '#lib/domain/report/submission.ts';
import { openApi } from './openapi.ts';
import { reportExample } from './openapi/shapes.ts';

const document = openApi('http://localhost:3000');

/** Routes as the document writes them: `[number]` is `{number}`. */
const routes = globSync('src/routes/{api/v1/**,healthz,readyz}/+server.ts').map((file) =>
	dirname(file)
		.replace('src/routes', '')
		.replace(/\[(\w+)\]/g, '{$1}')
);

describe('the description of the API', () => {
	test('holds every route, and none that is not there', () => {
		expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
	});

	test('gives an example of a report that can be filed', () => {
		expect(reportSubmission.safeParse(reportExample()).error).toBeUndefined();
	});

	test('refers only to what it holds', () => {
		const references = JSON.stringify(document).match(/"#\/components\/[^"]+"/g) ?? [];
		for (const reference of new Set(references.map((quoted) => quoted.slice(3, -1)))) {
			const [, group, name] = reference.split('/') as [string, 'schemas' | 'responses', string];
			expect(Object.keys(document.components[group]), reference).toContain(name);
		}
	});

	test('asks of a report only its kind and its channel', () => {
		expect(document.components.schemas.ReportSubmission).toMatchObject({
			type: 'object',
			required: ['kind', 'channel'],
			properties: { kind: { enum: ['complaint', 'compliment'] } }
		});
	});
});
