import { z } from 'zod';
import { contactMoments } from '#lib/domain/report/contact-moments.ts';
import { contact, reportSubmission } from '#lib/domain/report/submission.ts';
import { channels } from '#lib/domain/report/taxonomy.ts';
import { factsOfAnswers } from '#lib/domain/rules/answers.ts';
import { parseForm, type FormIssue } from '#lib/forms/parse-form.ts';
import type { Filing } from '#lib/server/reports/findings.ts';

/** What the page about rights asks first; all of it stands in the address. */
const form = z.object({
	channel: z.enum(channels, { error: 'error_channel' }),
	on: contact.shape.on,
	time: contact.shape.time,
	sector: reportSubmission.shape.sector,
	organisation_name: reportSubmission.shape.organisation_name,
	answers: reportSubmission.shape.answers
});

export type AskedContact = { filing: Filing; answers: Record<string, string> };

/** Reads the address: nothing asked yet, something wrong in it, or a contact to look at. */
export function readAsked(
	query: URLSearchParams,
	now: Date
): { asked: AskedContact | null; issues: FormIssue[] } {
	if (query.size === 0) return { asked: null, issues: [] };
	const data = new FormData();
	for (const [name, value] of query) data.append(name, value);
	const parsed = parseForm(form, data);
	if (!parsed.ok) return { asked: null, issues: parsed.issues };
	const { channel, on, time, sector, organisation_name, answers } = parsed.value;
	const when = contactMoments(
		{ contact_when: 'earlier', contacts: [{ on, time }], contact_at: null },
		now
	);
	if (!when.ok) {
		const issues = when.issues.map(({ path, message }) => ({
			path: path.replace('contacts[0].', ''),
			message
		}));
		return { asked: null, issues };
	}
	const filing: Filing = {
		kind: 'complaint',
		channel,
		sector,
		organisation_id: null,
		organisation_name,
		caller_number: null,
		moments: when.moments,
		facts: factsOfAnswers(answers)
	};
	return { asked: { filing, answers }, issues: [] };
}
