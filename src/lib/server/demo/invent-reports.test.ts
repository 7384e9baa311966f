import { describe, expect, test } from 'vitest';
import { channels } from '#lib/domain/report/taxonomy.ts';
import { inventReports } from './invent-reports.ts';
import { inventedOrganisations, numbersOf } from './organisations.ts';

const now = new Date('2026-11-21T12:00:00Z');
const reports = inventReports(1, 3000, now);

function share(is: (report: (typeof reports)[number]) => boolean) {
	return reports.filter(is).length / reports.length;
}

describe('invented reports', () => {
	test('are the same for the same seed, and others for another', () => {
		expect(inventReports(1, 3000, now)).toEqual(reports);
		expect(inventReports(2, 3000, now)).not.toEqual(reports);
	});

	test('can all stand: in the past, with something to go by', () => {
		for (const { contacts, filed_at, caller_number, organisation_name } of reports) {
			expect(contacts[0]!.contact_at <= filed_at && filed_at <= now.toISOString()).toBe(true);
			expect(caller_number ?? organisation_name).not.toBeNull();
		}
	});

	test('come by every channel, are praise one time in seven or so, and are now and then held', () => {
		expect(new Set(reports.map(({ channel }) => channel))).toEqual(new Set(channels));
		expect(share(({ kind }) => kind === 'compliment')).toBeCloseTo(0.15, 1);
		expect(share(({ is_held }) => is_held)).toBeCloseTo(0.015, 1);
	});

	test('show only numbers that belong to nobody', () => {
		for (const { caller_number } of reports) {
			expect(caller_number ?? '+31851234567').toMatch(/^\+318512345\d\d$|^\+3110123456\d$/);
		}
		const numbers = inventedOrganisations.flatMap(numbersOf);
		expect(new Set(numbers).size).toBe(numbers.length);
	});
});
