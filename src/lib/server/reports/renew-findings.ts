import { z } from 'zod';
import { channels, sectors } from '#lib/domain/report/taxonomy.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { assessKnown, customerTerm } from './findings.ts';
import { momentsOf } from '../following/followed-reports.ts';

/*
 * A fact may come from somebody else than the reporter: what became of a request for proof, another
 * organisation and with it another sector. The database remembers which reports wait for a new
 * assessment; here they get it. To do so twice does no harm.
 */

const due = z.array(
	z.object({
		report_id: z.number(),
		ticket: z.number(),
		channel: z.enum(channels),
		sector: z.enum(sectors),
		caller_number: z.string().nullable(),
		facts: z.record(z.string(), z.unknown()),
		customer_terms: z.array(customerTerm),
		contacts: z.array(z.object({ contact_at: z.string(), is_time_known: z.boolean() }))
	})
);

const most = 100;

/** Assesses every report of which more became known, and tells how many. */
export async function renewFindings(desk: Desk): Promise<number> {
	let renewed = 0;
	for (;;) {
		const { waited, done } = await renewSome(desk, {});
		renewed += done;
		if (waited < most) return renewed;
	}
}

/**
 * The same for one report, right after an act on it. The act has been done whatever becomes of
 * this: what fails waits for the next minute.
 */
export async function renewFindingsOf(desk: Desk, reference: string): Promise<void> {
	await orLater(desk, renewSome(desk, { only_reference: reference }));
}

/** Right after an act on a report that is not known here. */
export const renewFindingsSoon = (desk: Desk): Promise<void> => orLater(desk, renewFindings(desk));

async function orLater(desk: Desk, work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		desk.log.error({ event: 'renew_findings' }, error);
	}
}

async function renewSome(desk: Desk, which: { only_reference?: string }) {
	const answer = await desk.service.rpc('reports_to_assess', { most, ...which });
	const reports = due.parse(unwrap('reports_to_assess', answer));
	if (reports.length === 0) return { waited: 0, done: 0 };
	const assessments = await Promise.all(
		reports.map(async (report) => ({
			report_id: report.report_id,
			ticket: report.ticket,
			findings: await assessKnown(desk, { ...report, moments: momentsOf(report) })
		}))
	);
	const assessed_at = desk.now().toISOString();
	const done = unwrap(
		'renew_findings',
		await desk.service.rpc('renew_findings', { assessments, assessed_at })
	);
	return { waited: reports.length, done };
}
