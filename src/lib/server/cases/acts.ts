import type { z } from 'zod';
import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import type { CaseAct, CaseForm, openCaseForm } from '#lib/domain/cases/case-forms.ts';
import { parsePhoneNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { plainText } from '#lib/domain/report/plain-text.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { organisationNamed } from '../register/organisation-named.ts';

/*
 * What a side does with its cases, with the rights of the one who signed in: the database decides
 * whose case it is.
 */

/**
 * Opens a case; with two days it gathers what was reported about the organisation, the numbers or the
 * named caller.
 * @returns its reference
 * @throws Refused `not_allowed`, `organisation_not_found`, `number_unreadable`, `caller_not_found`
 */
export async function open(
	desk: Desk,
	client: Client,
	side: StaffDesk,
	sent: z.output<typeof openCaseForm>
): Promise<string> {
	const { title, practice, organisation, first_on, last_on, signal_id, caller_id } = sent;
	const organisation_id =
		sent.organisation_id ?? (organisation && (await organisationNamed(desk, organisation)));
	return unwrap(
		'open_case',
		await client.rpc('open_case', {
			side,
			title,
			practice,
			organisation_id: organisation_id || undefined,
			...numbersOf(sent),
			first_on,
			last_on,
			signal_id,
			caller_id
		})
	);
}

/** Each act, by the name of its form. */
const acts: {
	[Act in CaseAct]: (
		desk: Desk,
		client: Client,
		reference: string,
		sent: CaseForm<Act>
	) => Promise<void>;
} = {
	change: async (_, client, reference, { title, practice }) =>
		done('change_case', await client.rpc('change_case', { reference, title, practice })),
	reports: async (_, client, reference, { references }) =>
		done(
			'add_reports_to_case',
			await client.rpc('add_reports_to_case', { reference, report_references: references })
		),
	remove: async (_, client, reference, { report, remove_reason }) =>
		done(
			'remove_report_from_case',
			await client.rpc('remove_report_from_case', {
				reference,
				report_reference: report,
				reason: remove_reason
			})
		),
	party: async (desk, client, reference, sent) => {
		const organisation_id = sent.organisation
			? await organisationNamed(desk, sent.organisation)
			: undefined;
		done(
			'add_party_to_case',
			await client.rpc('add_party_to_case', { reference, organisation_id, ...numbersOf(sent) })
		);
	},
	note: async (_, client, reference, { note, is_shared }) =>
		done('write_case_note', await client.rpc('write_case_note', { reference, note, is_shared })),
	task: async (_, client, reference, { task_title, task_due_on }) =>
		done(
			'add_case_task',
			await client.rpc('add_case_task', { reference, title: task_title, due_on: task_due_on })
		),
	finish: async (_, client, reference, { task_id }) =>
		done('finish_case_task', await client.rpc('finish_case_task', { reference, task_id })),
	hearing: async (desk, client, reference, { hearing_due_on, ...asked }) => {
		done(
			'ask_hearing',
			await client.rpc('ask_hearing', { reference, ...asked, due_on: hearing_due_on })
		);
		void desk.wakeOutbox();
	},
	decide: async (desk, client, reference, decision) => {
		done('decide_case', await client.rpc('decide_case', { reference, ...decision }));
		void desk.wakeOutbox();
	},
	move: async (_, client, reference, { to, move_reason }) =>
		done('move_case', await client.rpc('move_case', { reference, state: to, reason: move_reason })),
	share: async (_, client, reference) =>
		done('share_case', await client.rpc('share_case', { reference }))
};

/**
 * Does one act in a case.
 * @throws Refused `not_allowed`, `case_not_found` and what the act may be refused for
 */
export function perform<Act extends CaseAct>(
	desk: Desk,
	client: Client,
	reference: string,
	act: Act,
	sent: CaseForm<Act>
): Promise<void> {
	return acts[act](desk, client, reference, sent);
}

/**
 * The organisation answers what the committee put to it. Personal data in it is masked.
 * @throws Refused `not_allowed`, `hearing_not_found`, `hearing_answered`
 */
export async function answerHearing(
	client: Client,
	organisation_id: string,
	reference: string,
	answer: string
): Promise<void> {
	const sent = { organisation_id, reference, answer: mask(plainText(answer)) };
	done('answer_hearing', await client.rpc('answer_hearing', sent));
}

const done = (act: string, answer: Parameters<typeof unwrap>[1]) => void unwrap(act, answer);

/** Numbers as the database keeps them, of what was typed. */
function numbersOf({ first_number, last_number }: { first_number?: string; last_number?: string }) {
	if (!first_number) return {};
	const first = parsePhoneNumber(first_number).e164;
	const last = parsePhoneNumber(last_number || first_number).e164;
	if (!first || !last) throw new Refused('number_unreadable', 422);
	return { first_number: first, last_number: last };
}
