import { describe, expect, test } from 'vitest';
import { readColumns, readRow } from './claim-rows.ts';
import { numberClaim } from './number-claim.ts';

const given = {
	first_number: '085 123 45 00',
	size: '100',
	valid_from: '2026-07-01',
	proof: 'document',
	is_published: true,
	published_on: '2026-07-01'
};
const issuesOf = (fields: Record<string, unknown>) => {
	const read = numberClaim.safeParse({ ...given, ...fields });
	return read.success ? [] : read.error.issues.map(({ path, message }) => [path[0], message]);
};

describe('a claim on numbers', () => {
	test('is a range with its days and its proof', () => {
		expect(numberClaim.parse(given)).toMatchObject({
			first_number: '+31851234500',
			last_number: '+31851234599',
			count: 100,
			is_campaign_public: false
		});
	});

	test('says at each field what is wrong', () => {
		expect(issuesOf({ first_number: '0900 1234', size: '1' })).toEqual([
			['first_number', 'error_number_type_not_allowed']
		]);
		expect(issuesOf({ size: 'range' })).toEqual([['last_number', 'error_number_missing']]);
		expect(issuesOf({ size: 'range', last_number: '0851234400' })).toEqual([
			['last_number', 'error_block_backwards']
		]);
		expect(issuesOf({ valid_until: '2026-06-30' })).toEqual([
			['valid_until', 'error_until_before_from']
		]);
		expect(issuesOf({ proof: 'contact_centre' })).toEqual([
			['contact_centre', 'error_contact_centre_missing']
		]);
		expect(issuesOf({ is_campaign_public: true })).toEqual([
			['campaign', 'error_campaign_missing']
		]);
		expect(issuesOf({ is_published: undefined })).toEqual([
			['is_published', 'error_publication_needed']
		]);
	});
});

describe('a file with numbers', () => {
	const defaults = { proof: 'document', published_on: '2026-07-01', is_published: true };

	test('has its columns known in Dutch and in English, in any order', () => {
		expect(readColumns(['Campagne', 'Nummer', 'Laatste nummer', 'Vanaf', 'iets'])).toEqual([
			'campaign',
			'first_number',
			'last_number',
			'valid_from',
			undefined
		]);
		expect(readColumns(['first_number', 'valid_from'])).toEqual(['first_number', 'valid_from']);
		expect(readColumns(['naam', 'adres'])).toBeNull();
	});

	test('is read row by row, with days as spreadsheets write them', () => {
		const columns = ['first_number', 'last_number', 'valid_from', 'campaign', 'is_campaign_public'];
		expect(
			readRow(columns, ['0851234500', '085-1234599', '1-7-2026', 'Zon', 'ja'], defaults)
		).toMatchObject({
			claim: { count: 100, valid_from: '2026-07-01', campaign: 'Zon', is_campaign_public: true }
		});
	});

	test('tells of each row everything that is wrong with it', () => {
		expect(readRow(['first_number', 'valid_from'], ['0909 1234', ''], defaults)).toMatchObject({
			problems: expect.arrayContaining(['error_day_missing'])
		});
		expect(
			readRow(['first_number', 'valid_from'], ['0909 1234', '2026-07-01'], defaults)
		).toMatchObject({ problems: ['error_number_type_not_allowed'] });
	});
});
