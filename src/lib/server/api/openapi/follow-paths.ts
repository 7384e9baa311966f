import { answers, body, fileContents, inPath, refused } from './parts.ts';
import type { ShapeName } from './shapes.ts';

/** Every one of these asks for the follow code as a bearer token. */
const security = [{ followCode: [] }];

/** An act that sends something and gives the report as it is then. */
const act = (operationId: string, summary: string, shape: ShapeName, status: 200 | 201 = 200) => ({
	post: {
		operationId,
		tags: ['reports'],
		summary,
		security,
		requestBody: body(shape),
		responses: {
			[status]: answers('The report as it is then', 'FollowedReport'),
			...refused('MalformedJson', 'NotSignedIn', 'NotFound', 'Conflict', 'TooLarge', 'WrongFields')
		}
	}
});

const inQuery = (name: string, description: string, schema: object) => ({
	name,
	in: 'query',
	description,
	schema
});

const evidenceId = inPath('id', 'As told when it was added', { type: 'string', format: 'uuid' });

/** What a reporter does with the follow code. */
export const followPaths = {
	'/api/v1/reports/mine': {
		get: {
			operationId: 'followReport',
			tags: ['reports'],
			summary: 'The report of a follow code',
			security,
			responses: {
				200: answers('The report', 'FollowedReport'),
				...refused('NotSignedIn', 'NotFound')
			}
		},
		delete: {
			operationId: 'eraseReport',
			tags: ['reports'],
			summary: 'Erase what the reporter told and wrote; a stub that can be counted stays',
			security,
			responses: { 204: { description: 'Erased' }, ...refused('NotSignedIn', 'NotFound') }
		}
	},
	'/api/v1/reports/mine/data': {
		get: {
			operationId: 'takeReportData',
			tags: ['reports'],
			summary: 'Everything that is kept about a report, but what staff wrote',
			security,
			responses: { 200: answers('All of it', 'ReportData'), ...refused('NotSignedIn', 'NotFound') }
		}
	},
	'/api/v1/reports/mine/messages': act(
		'sendMessage',
		'Write to the organisation or the committee',
		'ReporterMessage',
		201
	),
	'/api/v1/reports/mine/verdict': act(
		'giveVerdict',
		'Say whether the answer solved it; not solved may ask for another answer',
		'GivenVerdict'
	),
	'/api/v1/reports/mine/promise': act(
		'tellPromiseKept',
		'Say whether a promise was kept, after the desk has asked',
		'PromiseCheck'
	),
	'/api/v1/reports/mine/redirect': act(
		'redirectReport',
		'It was another organisation: by name or by id',
		'Redirection'
	),
	'/api/v1/reports/mine/anonymous': {
		post: {
			operationId: 'makeReportAnonymous',
			tags: ['reports'],
			summary: 'Remove the address from a report',
			security,
			responses: {
				200: answers('The report as it is then', 'FollowedReport'),
				...refused('NotSignedIn', 'NotFound')
			}
		}
	},
	'/api/v1/reports/mine/withdraw': {
		post: {
			operationId: 'withdrawReport',
			tags: ['reports'],
			summary: 'Take a report back: it counts no more, its reference stays',
			security,
			requestBody: { ...body('Withdrawal'), required: false },
			responses: {
				200: answers('The report as it is then', 'FollowedReport'),
				...refused(
					'MalformedJson',
					'NotSignedIn',
					'NotFound',
					'Conflict',
					'TooLarge',
					'WrongFields'
				)
			}
		}
	},
	'/api/v1/reports/mine/contacts': {
		post: {
			operationId: 'addContact',
			tags: ['reports'],
			summary: 'It happened again: add a contact to a report',
			security,
			requestBody: body('RepeatedContact', { contact_at: '2026-07-09T19:05' }),
			responses: {
				201: answers('The report as it is then', 'FollowedReport'),
				...refused(
					'MalformedJson',
					'NotSignedIn',
					'NotFound',
					'Conflict',
					'TooLarge',
					'WrongFields'
				)
			}
		}
	},
	'/api/v1/reports/mine/evidence': {
		post: {
			operationId: 'addEvidence',
			tags: ['reports'],
			summary: 'Add a file to a report: at most five, of at most 5 MB each',
			description:
				'The body is the file. Its contents decide what it is: a file that is not what its name or type says is refused. Images are drawn anew, without what else was in the file, so what is given out differs from what was sent.',
			security,
			parameters: [
				inQuery('name', 'The name of the file', { type: 'string' }),
				inQuery('share', 'Whether the organisation may see it', { type: 'boolean', default: false })
			],
			requestBody: { required: true, content: fileContents },
			responses: {
				201: answers('The file as it is kept', 'Evidence'),
				...refused('NotSignedIn', 'NotFound', 'Conflict', 'TooLarge', 'WrongFields')
			}
		}
	},
	'/api/v1/reports/mine/evidence/{id}': {
		get: {
			operationId: 'readEvidence',
			tags: ['reports'],
			summary: 'A file of a report',
			security,
			parameters: [evidenceId],
			responses: {
				200: { description: 'The file', content: fileContents },
				...refused('NotSignedIn', 'NotFound')
			}
		},
		delete: {
			operationId: 'removeEvidence',
			tags: ['reports'],
			summary: 'Take a file away from a report',
			security,
			parameters: [evidenceId],
			responses: {
				204: { description: 'Nobody reads it any more' },
				...refused('NotSignedIn', 'NotFound')
			}
		}
	}
};
