import { blocklistFormatNames, blocklistFormats } from '#lib/domain/blocklist/formats.ts';
import { openColumns } from '#lib/domain/open-data/anonymise.ts';
import { refused } from './parts.ts';

const text = { schema: { type: 'string' } };
const mediaTypes = [
	...new Set(blocklistFormatNames.map((name) => blocklistFormats[name].media_type.split(';')[0]!))
];

/** What is taken along as a whole. */
export const openDataPaths = {
	'/api/v1/open-data/reports.csv': {
		get: {
			operationId: 'readOpenData',
			tags: ['figures'],
			summary:
				'The reports of a month, a row each, without anything by which somebody could be known',
			description: `Columns: month, ${openColumns.join(', ')}. Every row stands there at least five times; \`*\` is what is not told to keep it so, \`unknown\` what is not known.`,
			parameters: [
				{
					name: 'month',
					in: 'query',
					required: true,
					description: 'A month that is over',
					schema: { type: 'string', pattern: '^20\\d{2}-(0[1-9]|1[0-2])$', examples: ['2026-07'] }
				}
			],
			responses: {
				200: { description: 'The rows', content: { 'text/csv': text } },
				...refused('WrongFields')
			}
		}
	},
	'/api/v1/blocklist': {
		get: {
			operationId: 'readBlocklist',
			tags: ['numbers'],
			summary: 'Numbers that are often reported, as call blockers read them',
			description:
				'At least 5 complaints by at least 3 people, reported in the last 365 days, registered by nobody, not contested, and in the numbering plan; the 5000 reported last. `Last-Modified` tells when it was made, `Link` where is told how a number is contested. Ask for it once a day.',
			parameters: [
				{
					name: 'format',
					in: 'query',
					schema: { type: 'string', enum: blocklistFormatNames, default: 'json' }
				}
			],
			responses: {
				200: {
					description: 'The list',
					content: Object.fromEntries(mediaTypes.map((type) => [type, text]))
				},
				...refused('WrongFields')
			}
		}
	}
};
