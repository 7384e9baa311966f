import { answers, body, refused } from './parts.ts';

/** Every one of these asks for the follow code as a bearer token. */
const security = [{ followCode: [] }];

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
	}
};
