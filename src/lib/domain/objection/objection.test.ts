import { describe, expect, test } from 'vitest';
import { parseFacts } from '../rules/facts.ts';
import { consentRecord, factsOfProof, flawsOf } from './consent-record.ts';
import { sharedOf } from './identifiers.ts';
import { objectionMoves, objectionStates } from './states.ts';
import { objectionSubmission } from './submission.ts';
import { objectionTerms, proofBy } from './terms.ts';

const objection = {
	ask: 'objection',
	organisation_name: 'Eneco',
	against: ['phone'],
	phone_numbers: ['06 12345678']
};
const wrong = (fields: object) =>
	objectionSubmission
		.safeParse({ ...objection, ...fields })
		.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('an objection', () => {
	test('needs an organisation, what it is against, and what the organisation finds you by', () => {
		expect(wrong({})).toBeUndefined();
		expect(wrong({ organisation_name: ' ' })).toEqual([
			'organisation_name: error_organisation_needed'
		]);
		expect(wrong({ against: [] })).toEqual(['against: error_against']);
		expect(wrong({ phone_numbers: [] })).toEqual(['phone_numbers: error_own_number_needed']);
		expect(wrong({ against: ['door'], phone_numbers: [] })).toEqual([
			'address: error_address_needed'
		]);
		expect(wrong({ against: ['email'] })).toEqual(['shared_email: error_shared_email_needed']);
	});

	test('takes only numbers that exist, in one spelling', () => {
		expect(objectionSubmission.parse(objection).phone_numbers).toEqual(['+31612345678']);
		expect(wrong({ phone_numbers: ['12'] })).toContain('phone_numbers.0: error_own_number');
	});

	test('later reports are tested only against an address of one’s own', () => {
		expect(wrong({ may_test_later_reports: 'on' })).toEqual(['email: error_email_to_test']);
		expect(wrong({ may_test_later_reports: 'on', email: 'ik@example.org' })).toBeUndefined();
	});

	test('asking for proof alone needs no way of contact to object to', () => {
		expect(wrong({ ask: 'proof', against: [] })).toBeUndefined();
		expect(wrong({ ask: 'proof', against: [], phone_numbers: [] })).toEqual([
			'phone_numbers: error_identifier_needed'
		]);
	});

	test('the address the desk writes to is not shared', () => {
		const sent = objectionSubmission.parse({ ...objection, email: 'prive@example.org' });
		expect(JSON.stringify(sharedOf(sent))).not.toContain('prive');
	});

	test('ends somewhere from every state', () => {
		for (const state of objectionStates) {
			if (state !== 'closed') expect(objectionMoves[state]).toContain('closed');
		}
	});
});

describe('the terms', () => {
	const terms = { norm_hours: 72, processed_days: 28, proof_working_days: 5 };

	test('count days in the Netherlands, also over the change to summer time', () => {
		const { norm_at, processed_by } = objectionTerms(new Date('2026-03-27T23:30:00Z'), terms);
		expect(norm_at.toISOString()).toBe('2026-03-30T23:30:00.000Z');
		expect(processed_by).toBe('2026-04-25');
	});

	test('proof has five working days: no weekend, no King’s Day, no Liberation Day', () => {
		expect(proofBy(new Date('2026-04-24T10:00:00Z'), terms)).toBe('2026-05-04');
		expect(proofBy(new Date('2026-05-01T10:00:00Z'), terms)).toBe('2026-05-11');
	});
});

describe('the proof of consent', () => {
	const good = {
		has_consent: 'yes',
		given_on: '2026-02-03',
		given_time: '20:15',
		text_shown: 'Ja, Eneco mag mij bellen over energie.',
		source: 'https://example.org/prijsvraag',
		asked_by: 'Eneco',
		is_active: 'yes',
		is_separate: 'yes',
		names_organisation: 'yes',
		names_channel: 'yes',
		verification: 'code'
	};

	test('that is as the rules ask has no flaw', () => {
		expect(flawsOf(consentRecord.parse(good))).toEqual([]);
	});

	test('cannot be shown by half', () => {
		const { error } = consentRecord.safeParse({ has_consent: 'yes', given_on: '2026-02-03' });
		expect(error?.issues.map(({ path }) => path[0])).toEqual([
			'text_shown',
			'source',
			'asked_by',
			'is_active',
			'is_separate',
			'names_organisation',
			'names_channel',
			'verification'
		]);
	});

	test('tells what it lacks, one by one', () => {
		const record = consentRecord.parse({ ...good, is_separate: 'no', verification: 'none' });
		expect(flawsOf(record)).toEqual(['not_separate', 'not_verified']);
		expect(flawsOf(consentRecord.parse({ has_consent: 'no' }))).toEqual(['none_given']);
	});

	test('becomes facts that the rules can read', () => {
		const facts = parseFacts(factsOfProof(consentRecord.parse(good), '2026-07-06T10:00:00Z'));
		expect(facts).toMatchObject({
			proof_content_ok: 'yes',
			consent_claimed: 'yes',
			consent_verified: 'yes',
			consent_separate: 'yes'
		});
		expect(facts.proof_received_at?.day).toBe('2026-07-06');
		expect(facts.consent_at?.time).toBe('20:15');
	});

	test('that is not there is an answer, and no proof', () => {
		const facts = factsOfProof(consentRecord.parse({ has_consent: 'no' }), '2026-07-06');
		expect(facts).toEqual({ proof_received_at: '2026-07-06', proof_content_ok: 'no' });
	});
});
