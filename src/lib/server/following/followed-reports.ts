import { z } from 'zod';
import { reportEvents } from '#lib/domain/report/events.ts';
import type { ContactMoment } from '#lib/domain/report/contact-moments.ts';
import { repeatedMoment, type RepeatedContact } from '#lib/domain/report/follow-up.ts';
import { keptFinding } from '#lib/domain/rules/assessment-shape.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import { categories, channels, kinds, sectors } from '#lib/domain/report/taxonomy.ts';
import type { SentFacts } from '#lib/domain/rules/facts.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { hashOfFollowCode } from '../crypto/follow-code.ts';
import type { Json } from '../db/database.types.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { evidenceItem } from '../evidence/evidence.ts';
import { assessKnown, partyOf } from '../reports/findings.ts';
import { InvalidSubmission } from '../reports/reports.ts';
import { followUp } from './follow-up-shape.ts';
import { forgetTrends } from '../trends/trends-cache.ts';

const followed = z.object({
	reference: z.string(),
	kind: z.enum(kinds),
	channel: z.enum(channels),
	state: z.enum(reportStates),
	outcome: z.string().nullable(),
	sector: z.enum(sectors),
	filed_at: z.string(),
	delivered_at: z.string().nullable(),
	caller_number: z.string().nullable(),
	organisation_name: z.string().nullable(),
	is_attributed: z.boolean(),
	narrative: z.string().nullable(),
	facts: z.record(z.string(), z.unknown()),
	findings: z.array(keptFinding),
	is_masked: z.boolean(),
	follow_up: followUp,
	others_alike: z
		.object({ about: z.enum(['number', 'organisation']), at_least: z.number() })
		.nullable()
		.meta({
			description:
				'How many others told nearly the same in the last 30 days; null below 5, so that nobody is found by it'
		}),
	evidence: z.array(evidenceItem),
	categories: z.array(z.enum(categories)),
	contacts: z.array(z.object({ contact_at: z.string(), is_time_known: z.boolean() })),
	events: z.array(
		z.object({
			event: z.enum([...reportEvents, 'other']).catch('other'),
			to_state: z.enum(reportStates),
			occurred_at: z.string()
		})
	)
});

/** A report as its reporter sees it; `status` is its state. */
export const followedReport = followed
	.omit({ state: true, follow_up: true })
	.extend({ status: followed.shape.state, ...followUp.shape })
	.meta({ description: 'A report as its reporter sees it, with everything that happened to it' });

export type FollowedReport = z.infer<typeof followedReport>;

/**
 * The report of a follow code, in any spelling.
 * @throws Refused `follow_code_unknown`
 */
export async function open(desk: Desk, code: string): Promise<FollowedReport> {
	const { data, error } = await desk.service.rpc('follow_report', {
		code_hash: hashOf(desk, code)
	});
	if (error) unwrap('follow_report', { data, error });
	if (data === null) throw unknownCode();
	const { state, follow_up, ...rest } = followed.parse(data);
	return { ...rest, ...follow_up, status: state };
}

/**
 * Takes the report back: nothing counts it any more. Personal data in the reason is masked.
 * @throws Refused `follow_code_unknown`, `report_cannot_move`
 */
export async function withdraw(desk: Desk, code: string, reason: string | null): Promise<void> {
	await act('withdraw_report', () =>
		desk.service.rpc('withdraw_report', {
			code_hash: hashOf(desk, code),
			reason: reason === null ? '' : mask(reason)
		})
	);
	forgetTrends(desk);
}

/**
 * It happened again: adds one more contact to the report.
 * @throws InvalidSubmission; Refused `follow_code_unknown`, `report_cannot_move`, `contacts_too_many`
 */
export async function addContact(desk: Desk, code: string, sent: RepeatedContact): Promise<void> {
	const when = repeatedMoment(sent, desk.now());
	if (!when.ok) throw new InvalidSubmission(when.issues);
	const { contact_at, is_time_known } = when.moment;
	await act('add_contact_to_report', () =>
		desk.service.rpc('add_contact_to_report', {
			code_hash: hashOf(desk, code),
			contact_at: contact_at.toISOString(),
			is_time_known
		})
	);
	await tellMore(desk, code, {});
	// An earlier contact may move the report to another day.
	forgetTrends(desk);
}

/**
 * Adds answers to the facts of the report and assesses it anew.
 * @throws Refused `follow_code_unknown`, `report_cannot_move`
 */
export async function tellMore(desk: Desk, code: string, more_facts: SentFacts): Promise<void> {
	const report = await open(desk, code);
	const facts = { ...report.facts, ...more_facts };
	const filing = { ...report, organisation_id: null, facts, moments: momentsOf(report) };
	const findings =
		report.kind === 'complaint'
			? await assessKnown(desk, { ...filing, ...(await partyOf(desk, filing)) })
			: [];
	await act('add_to_report', () =>
		desk.service.rpc('add_to_report', {
			code_hash: hashOf(desk, code),
			more_facts: more_facts as Record<string, Json>,
			findings
		})
	);
}

/** The contacts of a report, as the domain reckons with them. */
export const momentsOf = ({ contacts }: Pick<FollowedReport, 'contacts'>): ContactMoment[] =>
	contacts.map(({ contact_at, is_time_known }) => ({
		contact_at: new Date(contact_at),
		is_time_known
	}));

type Answer = Parameters<typeof unwrap<unknown>>[1];

/** Calls a function with the hash of a follow code; that it knows no such code is told in our words. */
export async function act(name: string, call: () => PromiseLike<Answer>): Promise<void> {
	try {
		unwrap(name, await call());
	} catch (error) {
		throw error instanceof Refused && error.reason === 'report_not_found' ? unknownCode() : error;
	}
}

/** What the database knows a follow code by. */
export const hashOf = (desk: Desk, code: string) => hashOfFollowCode(desk.secrets.hash_key, code);

/** There is no report with this code. */
export const unknownCode = () => new Refused('follow_code_unknown', 404);
