import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportMoves, reportStates } from '../../src/lib/domain/report/states.ts';
import type { Backend } from '../../src/lib/server/backend/backend.ts';
import { openEmbeddedBackend, openPostgresBackend } from '../support/databases.ts';

describe.each([
	['postgres', openPostgresBackend],
	['embedded', openEmbeddedBackend]
] as const)('%s', (_, open) => {
	let backend: Backend;
	beforeAll(async () => void (backend = await open()));
	afterAll(() => backend.close());

	test('the database has the states of the domain, in the same order', async () => {
		const rows = await backend.sql.query<{ state: string }>(
			'select unnest(enum_range(null::hub.report_state))::text as state'
		);
		expect(rows.map(({ state }) => state)).toEqual(reportStates);
	});

	test('the database allows the moves of the domain, and no others', async () => {
		const rows = await backend.sql.query<{ move: string }>(
			"select from_state || ' to ' || to_state as move from hub.report_moves"
		);
		const moves = reportStates.flatMap((from) => reportMoves[from].map((to) => `${from} to ${to}`));
		expect(rows.map(({ move }) => move).sort()).toEqual(moves.sort());
	});
});
