import type { CaseState, Decision } from '#lib/domain/cases/case.ts';
import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import type { Returned } from '#lib/forms/run-act.ts';

/* What the pages of a case are given, as the server reads it. */

export type CaseRow = {
	reference: string;
	owner: StaffDesk;
	title: string;
	practice: string | null;
	state: CaseState;
	is_shared: boolean;
	organisations: string[];
	report_count: number;
	open_tasks: number;
	next_due_on: string | null;
	changed_at: string;
};

export type Hearing = {
	reference: string;
	organisation_name: string;
	subject: string;
	question: string;
	due_on: string;
	answer: string | null;
	answered_at: string | null;
};

export type FollowUp = {
	decided_on: string;
	weeks: { week: number; begins_on: string; count: number }[];
	repeats: number;
	weeks_after: number;
	before: number;
};

export type WholeCase = {
	reference: string;
	owner: StaffDesk;
	is_own: boolean;
	title: string;
	practice: string | null;
	state: CaseState;
	opened_at: string;
	shared_at: string | null;
	organisations: { organisation_id: string; name: string; slug: string }[];
	numbers: { first_number: string; last_number: string }[];
	signals: number[];
	report_count: number;
	notes: { side: StaffDesk; is_shared: boolean; text: string; written_at: string }[];
	tasks: { task_id: number; title: string; due_on: string | null; done_at: string | null }[];
	hearings: Hearing[];
	decisions: {
		decision: Decision;
		reasons: string;
		statement: string | null;
		is_published: boolean;
		decided_at: string;
	}[];
	follow_up: FollowUp | null;
	events: {
		event: string;
		side: string;
		reason: string | null;
		details: Record<string, unknown>;
		occurred_at: string;
	}[];
};

/** What the forms of one page got back. */
export type ReturnedAct = Returned | null;

/** The problem of a field of a form that was refused, and what was typed there. */
export function formOf(returned: ReturnedAct, act: string) {
	const own = returned?.act === act && !returned.isDone ? returned : null;
	return {
		returned: own,
		errorOf: (path: string) => own?.issues.find((issue) => issue.path === path)?.text,
		typed: (name: string, otherwise = '') => String(own?.values[name] ?? otherwise)
	};
}
