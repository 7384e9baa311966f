import { z } from 'zod';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { removeStaged } from '../evidence/evidence.ts';

/*
 * What the desk may no longer keep is erased when its clock has run out: contact data, then words
 * and files. What is left of a report is a stub that counts where the report counted. The clocks
 * are acted upon every minute; this finds what stayed behind, and lets an operator look first.
 */

const most = 200;

/** What is due to be erased, by clock and kind: `contact_data_erased reports`. */
export async function retentionDue(desk: Desk): Promise<Record<string, number>> {
	const answer = await desk.service.rpc('retention_due', { as_of: desk.now().toISOString() });
	return z.record(z.string(), z.number()).parse(unwrap('retention_due', answer));
}

const ran = z.object({ erased: z.number(), failed: z.number() });

/** Erases all that is due, with the files that no report has any more. */
export async function runRetention(desk: Desk): Promise<{ erased: number; failed: number }> {
	const total = { erased: 0, failed: 0 };
	for (;;) {
		const answer = await desk.service.rpc('run_retention', {
			as_of: desk.now().toISOString(),
			most
		});
		const { erased, failed } = ran.parse(unwrap('run_retention', answer));
		total.erased += erased;
		total.failed += failed;
		if (erased + failed < most) break;
	}
	await removeStaged(desk);
	return total;
}
