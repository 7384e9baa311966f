import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, submission } from '../support/desk.ts';

const day = 24 * 60 * 60 * 1000;

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openTestDesk(backend);
		await desk.backend.sql.query(
			"insert into hub.organisations (name, slug, sector) values ('Stroomwijs', 'stroomwijs', 'energy')"
		);
	});
	afterAll(() => desk.close());

	const file = (fields: Record<string, unknown>, now = new Date()) =>
		reports.file(
			{ ...desk, now: () => now },
			submission({ contact_when: 'now', narrative: null, categories: ['pushiness'], ...fields }),
			{ origin: 'form' }
		);
	const times = async (count: number, fields: Record<string, unknown>, now?: Date) => {
		for (let one = 0; one < count; one += 1) await file(fields, now);
	};
	const othersOf = async ({ follow_code }: { follow_code: string }) =>
		(await followedReports.open(desk, follow_code)).others_alike;

	test('from five others on the reporter is told that they told nearly the same', async () => {
		const caller_number = '085 123 45 67';
		const own = await file({ caller_number, email: 'anna@example.org' });
		await times(4, { caller_number });
		expect(await othersOf(own)).toBeNull();
		// Not the same person again, nor another story, nor long ago, nor another number.
		await times(2, { caller_number, email: 'anna@example.org' });
		await times(2, { caller_number, categories: ['misleading'] });
		await times(2, { caller_number, kind: 'compliment', categories: ['clear'] });
		await times(2, { caller_number }, new Date(Date.now() - 31 * day));
		await times(2, { caller_number: '085 123 45 68' });
		expect(await othersOf(own)).toBeNull();
		await times(1, { caller_number });
		expect(await othersOf(own)).toEqual({ about: 'number', at_least: 5 });
	});

	test('of an organisation only what it had its time to answer', async () => {
		const own = await file({ organisation_name: 'Stroomwijs' });
		await times(6, { organisation_name: 'Stroomwijs' });
		expect(await othersOf(own)).toBeNull();
		await desk.backend.sql.query(
			"update hub.reports set state = 'expired' where organisation_id is not null and reference <> $1",
			[own.reference]
		);
		expect(await othersOf(own)).toEqual({ about: 'organisation', at_least: 6 });
	});
});
