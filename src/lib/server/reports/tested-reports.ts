import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import type { ContactMoment } from '#lib/domain/report/contact-moments.ts';
import type { ReportSubmission } from '#lib/domain/report/submission.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { reporterKeys } from '../objections/objections.ts';

/** An objection that a report is tested against, in the names of the rules' facts. */
export const testedObjection = z.object({
	reference: z.string(),
	objection_at: z.string(),
	objection_route: z.string()
});

export type TestedObjection = z.infer<typeof testedObjection>;

/**
 * The objection that the same person lodged with the same organisation, if they allowed later
 * reports to be tested against it. Without an address nobody can be known again.
 * @param number the caller's number, in E.164
 */
export async function objectionOf(
	desk: Desk,
	sent: ReportSubmission,
	number: string | null,
	moments: readonly ContactMoment[]
): Promise<TestedObjection | null> {
	if (sent.kind !== 'complaint' || !sent.email) return null;
	const { data, error } = await desk.service.rpc('objection_of_reporter', {
		caller_number: number as string,
		organisation_id: sent.organisation_id as string,
		organisation_name: sent.organisation_name as string,
		on_day: dayOf(moments[0]?.contact_at ?? desk.now()),
		channel: sent.channel,
		reporter_keys: reporterKeys(desk, sent)
	});
	if (error) unwrap('objection_of_reporter', { data, error });
	return data === null ? null : testedObjection.parse(data);
}
