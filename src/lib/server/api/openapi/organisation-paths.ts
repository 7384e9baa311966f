import { z } from 'zod';
import { chainQuestion } from '../../connections/chain-by-key.ts';
import { listQuestion, newsQuestion } from '../../connections/reports-by-key.ts';
import { answers, body, fileContents, inPath, refused } from './parts.ts';
import type { ShapeName } from './shapes.ts';

/** Every one of these asks for an API key as a bearer token. */
const security = [{ apiKey: [] }];

const reference = inPath('reference', 'Of a report about your organisation', {
	type: 'string',
	examples: ['26-7K3F9Q']
});

const inQuery = (question: z.ZodObject, descriptions: Record<string, string>) => {
	const { properties, required } = z.toJSONSchema(question, {
		io: 'input',
		unrepresentable: 'any'
	});
	return Object.entries(properties ?? {}).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required?.includes(name) ?? false,
		description: descriptions[name],
		schema
	}));
};

const act = (operationId: string, summary: string, shape: ShapeName, example: object) => ({
	post: {
		operationId,
		tags: ['own cases'],
		summary,
		security,
		parameters: [reference],
		requestBody: body(shape, example),
		responses: {
			204: { description: 'Done' },
			...refused(
				'MalformedJson',
				'NotSignedIn',
				'NotAllowed',
				'NotFound',
				'Conflict',
				'TooLarge',
				'WrongFields'
			)
		}
	}
});

/** What a program does for its organisation. */
export const organisationPaths = {
	'/api/v1/organisation/reports': {
		get: {
			operationId: 'listOwnReports',
			tags: ['own cases'],
			summary: 'Reports about your organisation, newest first (scope reports:read)',
			security,
			parameters: inQuery(listQuestion, {
				state: 'Only in this state',
				since: 'Only delivered on or after the day of this moment',
				cursor: '`next` of the page before',
				limit: 'How many on a page'
			}),
			responses: {
				200: answers('One page; `next` is null on the last one', 'OwnReports'),
				...refused('NotSignedIn', 'NotAllowed', 'WrongFields')
			}
		}
	},
	'/api/v1/organisation/reports/{reference}': {
		get: {
			operationId: 'readOwnReport',
			tags: ['own cases'],
			summary: 'One report about your organisation (scope reports:read)',
			security,
			parameters: [reference],
			responses: {
				200: answers('The report', 'OwnReport'),
				...refused('NotSignedIn', 'NotAllowed', 'NotFound')
			}
		}
	},
	'/api/v1/organisation/reports/{reference}/evidence/{id}': {
		get: {
			operationId: 'readOwnEvidence',
			tags: ['own cases'],
			summary: 'A file that the reporter shares with your organisation (scope reports:read)',
			security,
			parameters: [
				reference,
				inPath('id', 'As the report tells it', { type: 'string', format: 'uuid' })
			],
			responses: {
				200: { description: 'The file as it is', content: fileContents },
				...refused('NotSignedIn', 'NotAllowed', 'NotFound')
			}
		}
	},
	'/api/v1/organisation/reports/{reference}/answer': act(
		'answerOwnReport',
		'Answer a report, with a reason of the closed list in /taxonomy (scope reports:answer)',
		'GivenAnswer',
		{ reason: 'apology', text: 'We are sorry. We took you off our list.' }
	),
	'/api/v1/organisation/reports/{reference}/messages': act(
		'writeToReporter',
		'Write to the reporter (scope messages:send)',
		'MessageToReporter',
		{ text: 'Which day was it?' }
	),
	'/api/v1/organisation/news': {
		get: {
			operationId: 'readNews',
			tags: ['own cases'],
			summary:
				'What reporters wrote and judged in the hours after one that are over, oldest first (scope reports:read)',
			security,
			parameters: inQuery(newsQuestion, { since: 'After the hour of this moment; then `next`' }),
			responses: {
				200: answers('Ask again from `next`', 'News'),
				...refused('NotSignedIn', 'NotAllowed', 'WrongFields')
			}
		}
	},
	'/api/v1/organisation/chain/links': {
		get: {
			operationId: 'listChainLinks',
			tags: ['own cases'],
			summary:
				'Who works for your organisation and for whom it works, as what, from when to when, and whether both confirmed it (scope chain:read)',
			security,
			responses: {
				200: answers('All links', 'ChainLinks'),
				...refused('NotSignedIn', 'NotAllowed')
			}
		}
	},
	'/api/v1/organisation/chain/reports': {
		get: {
			operationId: 'listChainReports',
			tags: ['own cases'],
			summary:
				'Reports of other organisations whose contact yours made, or that they asked it about, newest first (scope chain:read)',
			security,
			parameters: inQuery(chainQuestion, {
				cursor: '`next` of the page before',
				limit: 'How many on a page'
			}),
			responses: {
				200: answers('One page; `next` is null on the last one', 'ChainReports'),
				...refused('NotSignedIn', 'NotAllowed', 'WrongFields')
			}
		}
	},
	'/api/v1/organisation/chain/reports/{reference}': {
		get: {
			operationId: 'readChainReport',
			tags: ['own cases'],
			summary:
				'One report as your chain sees it, with what its organisation and the link wrote to one another (scope chain:read)',
			security,
			parameters: [
				inPath('reference', 'Of a report about your organisation, or one it reads as a link', {
					type: 'string',
					examples: ['26-7K3F9Q']
				})
			],
			responses: {
				200: answers('The report', 'ChainReport'),
				...refused('NotSignedIn', 'NotAllowed', 'NotFound')
			}
		}
	}
};

/** What the desk posts to addresses of organisations. */
export const webhooks = {
	message: {
		post: {
			operationId: 'receiveWebhook',
			tags: ['own cases'],
			summary: 'Something happened to a report about your organisation',
			description:
				'Posted to the addresses that an owner set in the portal, as Standard Webhooks has it. Check it before you act on it: HMAC-SHA256 over `webhook-id.webhook-timestamp.body` with the base64 after `whsec_` as its key must be one of the signatures (`v1,` and base64) in webhook-signature; refuse a timestamp more than five minutes off; and pass over a webhook-id that you had before. Answer 2xx within ten seconds; anything else is tried again, ten times in three days. 410 switches the webhook off.',
			parameters: [
				['webhook-id', 'The same at every attempt'],
				['webhook-timestamp', 'Of this attempt, seconds since 1970'],
				['webhook-signature', '`v1,` and the signature in base64']
			].map(([name, description]) => ({
				name,
				in: 'header',
				required: true,
				description,
				schema: { type: 'string' }
			})),
			requestBody: body('WebhookMessage', {
				type: 'report.new',
				timestamp: '2026-07-02T17:05:00.000Z',
				data: { reference: '26-7K3F9Q' }
			}),
			responses: { 204: { description: 'Received' } }
		}
	}
};
