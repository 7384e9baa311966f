import { answers, body, refused } from './parts.ts';

const example = {
	organisation_name: 'Stroomwijs',
	against: ['phone'],
	phone_numbers: ['06 12345678'],
	email: 'me@example.org',
	may_test_later_reports: true,
	locale: 'en'
};

const lodge = (operationId: string, summary: string, sent: object) => ({
	post: {
		operationId,
		tags: ['objections'],
		summary,
		parameters: [
			{
				name: 'Idempotency-Key',
				in: 'header',
				description: 'The same key with the same words again lodges nothing twice',
				schema: { type: 'string', minLength: 1, maxLength: 200 }
			}
		],
		requestBody: body('ObjectionSubmission', sent),
		responses: {
			201: answers('Lodged; without an address there is a letter to send', 'LodgedObjection'),
			...refused('MalformedJson', 'NotFound', 'TooLarge', 'WrongFields')
		}
	}
});

const follow = (operationId: string, summary: string) => ({
	get: {
		operationId,
		tags: ['objections'],
		summary,
		security: [{ followCode: [] }],
		responses: {
			200: answers('How it stands', 'FollowedObjection'),
			...refused('NotSignedIn', 'NotFound')
		}
	}
});

/** Objecting to being approached, and asking for proof of consent. */
export const objectionPaths = {
	'/api/v1/objections': lodge('lodgeObjection', 'Object to being approached', {
		ask: 'objection',
		...example
	}),
	'/api/v1/objections/mine': follow('followObjection', 'The objection of a follow code'),
	'/api/v1/proof-requests': lodge('requestProof', 'Ask for proof of consent', {
		ask: 'proof',
		...example,
		against: []
	}),
	'/api/v1/proof-requests/mine': follow(
		'followProofRequest',
		'The request for proof of a follow code'
	)
};
