import { z } from 'zod';
import { trendsQuery } from '#lib/domain/trends/question.ts';
import { followPaths } from './follow-paths.ts';
import { objectionPaths } from './objection-paths.ts';
import { openDataPaths } from './open-data-paths.ts';
import { organisationPaths } from './organisation-paths.ts';
import { answers, body, inPath, refused } from './parts.ts';
import { reportExample } from './shapes.ts';

/** Every field of the query of the trends as a parameter. */
function trendsParameters() {
	const { properties } = z.toJSONSchema(trendsQuery, { io: 'output', unrepresentable: 'any' });
	return Object.entries(properties ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
}

const plain = (description: string) => ({
	description,
	content: { 'text/plain': { schema: { type: 'string' } } }
});

export const paths = {
	'/api/v1/reports': {
		post: {
			operationId: 'fileReport',
			tags: ['reports'],
			summary: 'File a report',
			description:
				'No proof of work is asked here: an address may file 30 reports an hour. A report that needs a look first has the status `held`.',
			parameters: [
				{
					name: 'Idempotency-Key',
					in: 'header',
					description: 'The same key again gives the same answer and files nothing twice',
					schema: { type: 'string', minLength: 1, maxLength: 200 }
				}
			],
			requestBody: body('ReportSubmission', reportExample()),
			responses: {
				201: answers('Filed', 'FiledReport'),
				...refused('MalformedJson', 'TooLarge', 'WrongFields')
			}
		}
	},
	...followPaths,
	...objectionPaths,
	...organisationPaths,
	'/api/v1/numbers/{number}': {
		get: {
			operationId: 'lookUpNumber',
			tags: ['numbers'],
			summary: 'What is known of a caller number',
			parameters: [
				inPath('number', 'In any spelling; Dutch without a country', { type: 'string' })
			],
			responses: { 200: answers('What is known', 'NumberLookUp'), ...refused('WrongFields') }
		}
	},
	'/api/v1/organisations': {
		get: {
			operationId: 'searchOrganisations',
			tags: ['organisations'],
			summary: 'Organisations by name',
			parameters: [
				{
					name: 'q',
					in: 'query',
					description: 'Beginning, part or likeness of a name; at least 2 letters',
					schema: { type: 'string' }
				}
			],
			responses: { 200: answers('The best matches first', 'Organisations'), ...refused() }
		}
	},
	'/api/v1/organisations/{id}': {
		get: {
			operationId: 'readOrganisation',
			tags: ['organisations'],
			summary: 'What everybody may know of an organisation: how it answers, what it states',
			parameters: [inPath('id', 'Its id', { type: 'string', format: 'uuid' })],
			responses: { 200: answers('The card', 'Organisation'), ...refused('NotFound') }
		}
	},
	'/api/v1/trends': {
		get: {
			operationId: 'readTrends',
			tags: ['figures'],
			summary: 'Reports per day, week or month, told apart by one dimension',
			parameters: trendsParameters(),
			responses: { 200: answers('The series', 'Trends'), ...refused('WrongFields') }
		}
	},
	...openDataPaths,
	'/api/v1/taxonomy': {
		get: {
			operationId: 'readTaxonomy',
			tags: ['reference'],
			summary: 'All codes with their labels in Dutch and English',
			responses: { 200: answers('The codes', 'Taxonomy'), ...refused() }
		}
	},
	'/api/v1/classify': {
		post: {
			operationId: 'classifyText',
			tags: ['reference'],
			summary: 'What a text seems to be about; it is not kept',
			requestBody: body('ClassifyQuestion'),
			responses: {
				200: answers('Kind and categories', 'Classification'),
				...refused('MalformedJson', 'TooLarge', 'WrongFields')
			}
		}
	},
	'/api/v1/rules/check': {
		post: {
			operationId: 'checkRules',
			tags: ['reference'],
			summary: 'Which rules a contact possibly broke, and what to do; it is not kept',
			requestBody: body('RulesQuestion', {
				channel: 'phone_human',
				contact_at: '2026-07-02T19:05',
				recipient_type: 'consumer',
				purpose: 'commercial',
				org_type: 'commercial',
				customer_status: 'current',
				consent: 'no'
			}),
			responses: {
				200: answers('Findings, actions and the regime of the day', 'Assessment'),
				...refused('MalformedJson', 'TooLarge', 'WrongFields')
			}
		}
	},
	'/api/v1/openapi.json': {
		get: {
			operationId: 'readDescription',
			tags: ['reference'],
			summary: 'This document',
			responses: {
				200: {
					description: 'OpenAPI 3.1',
					content: { 'application/json': { schema: { type: 'object' } } }
				},
				...refused()
			}
		}
	},
	'/healthz': {
		get: {
			operationId: 'isAlive',
			tags: ['operation'],
			summary: 'Whether the process lives',
			responses: { 200: plain('It does') }
		}
	},
	'/readyz': {
		get: {
			operationId: 'isReady',
			tags: ['operation'],
			summary: 'Whether the database answers',
			responses: { 200: plain('It does'), 503: plain('It does not') }
		}
	}
};
