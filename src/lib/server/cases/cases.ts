import { z } from 'zod';
import { caseStates, decisions, type CaseState } from '#lib/domain/cases/case.ts';
import { staffDesks } from '#lib/domain/staff/staff-desk.ts';
import { categories } from '#lib/domain/report/taxonomy.ts';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import { reportRow, type ReportRow } from '../reports/committee.ts';

/* Cases as the caller's side may read them: the database decides what that is. */

const caseRow = z.object({
	reference: z.string(),
	owner: z.enum(staffDesks),
	title: z.string(),
	practice: z.enum(categories).nullable(),
	state: z.enum(caseStates),
	is_shared: z.boolean(),
	organisations: z.array(z.string()),
	report_count: z.number(),
	open_tasks: z.number(),
	next_due_on: z.string().nullable(),
	opened_at: z.string(),
	changed_at: z.string()
});

/** A case in a list. */
export type CaseRow = z.infer<typeof caseRow>;

/** Cases, the last changed first. */
export async function list(
	client: Client,
	{ state, before, most }: { state?: CaseState; before?: string; most: number }
): Promise<CaseRow[]> {
	const answer = await client.rpc('list_cases', { asked_state: state, before, most });
	return z.array(caseRow).parse(unwrap('list_cases', answer));
}

const followUp = z.object({
	decided_on: z.string(),
	/** Week 0 begins the day after the decision. */
	weeks: z.array(z.object({ week: z.number(), begins_on: z.string(), count: z.number() })),
	repeats: z.number(),
	weeks_after: z.number(),
	/** Over as many weeks as there are after the decision. */
	before: z.number()
});

export type FollowUp = z.infer<typeof followUp>;

const wholeCase = z.object({
	reference: z.string(),
	owner: z.enum(staffDesks),
	is_own: z.boolean(),
	title: z.string(),
	practice: z.enum(categories).nullable(),
	state: z.enum(caseStates),
	opened_at: z.string(),
	shared_at: z.string().nullable(),
	organisations: z.array(
		z.object({ organisation_id: z.string(), name: z.string(), slug: z.string() })
	),
	numbers: z.array(z.object({ first_number: z.string(), last_number: z.string() })),
	signals: z.array(z.number()),
	report_count: z.number(),
	notes: z.array(
		z.object({
			side: z.enum(staffDesks),
			is_shared: z.boolean(),
			text: z.string(),
			written_at: z.string()
		})
	),
	tasks: z.array(
		z.object({
			task_id: z.number(),
			title: z.string(),
			due_on: z.string().nullable(),
			done_at: z.string().nullable()
		})
	),
	hearings: z.array(
		z.object({
			reference: z.string(),
			organisation_name: z.string(),
			subject: z.string(),
			question: z.string(),
			due_on: z.string(),
			asked_at: z.string(),
			answer: z.string().nullable(),
			answered_at: z.string().nullable()
		})
	),
	decisions: z.array(
		z.object({
			decision: z.enum(decisions),
			reasons: z.string(),
			statement: z.string().nullable(),
			is_published: z.boolean(),
			decided_at: z.string()
		})
	),
	follow_up: followUp.nullable(),
	events: z.array(
		z.object({
			event: z.string(),
			side: z.string(),
			reason: z.string().nullable(),
			details: z.record(z.string(), z.unknown()),
			occurred_at: z.string()
		})
	)
});

/** One case with all that the reader may know of it. */
export type Case = z.infer<typeof wholeCase>;

/** A case by its reference; null when there is none that this visitor may read. */
export async function read(client: Client, reference: string): Promise<Case | null> {
	const { data, error } = await client.rpc('read_case', { reference });
	if (error) throw toError('read_case', error);
	return data === null ? null : wholeCase.parse(data);
}

/** The reports of a case, newest first. */
export async function listReports(
	client: Client,
	reference: string,
	{ before, most }: { before?: number; most: number }
): Promise<ReportRow[]> {
	const answer = await client.rpc('list_case_reports', { reference, before, most });
	return z.array(reportRow).parse(unwrap('list_case_reports', answer));
}
