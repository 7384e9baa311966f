import { dayOf, timeOf } from '../calendar/amsterdam.ts';
import { addDays, addMonths } from '../calendar/days.ts';
import { addWorkingDays, endOfWithdrawal } from '../calendar/working-days.ts';
import type { ContactMoment } from '../report/contact-moments.ts';
import type { Channel } from '../report/taxonomy.ts';
import type { ActionCode } from '../rules/actions.ts';

/* Letters that somebody can send at once. Here: which ones, and the dates and terms in them. */

export const letterKinds = [
	'objection',
	'consent_proof',
	'data_source',
	'no_contract',
	'withdrawal'
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a letter is about, as far as it is known. */
export type LetterSubject = {
	channel: Channel | null;
	organisation: string | null;
	/** The number shown. */
	caller_number: string | null;
	moments: readonly ContactMoment[];
	/** The day of the contract. */
	contract_on: string | null;
	/** The day the letter is written. */
	written_on: string;
};

export type Letter = {
	kind: LetterKind;
	/** Was it a call? Else a visit, a talk or a message. */
	is_call: boolean;
	organisation: string | null;
	caller_number: string | null;
	contacts: { day: string; time: string | null }[];
	contract_on: string | null;
	written_on: string;
	/** The last day on which the organisation has to have done what the letter asks. */
	answer_by: string;
	/** The last day on which this letter is in time, when it has one and the contract is dated. */
	send_by: string | null;
};

/** The letters that go with what somebody can do, in the order of `letterKinds`. */
export function lettersFor(actions: readonly ActionCode[]): LetterKind[] {
	return letterKinds.filter((kind) => actions.includes(actionOf[kind]));
}

const actionOf: Record<LetterKind, ActionCode> = {
	objection: 'A1',
	consent_proof: 'A2',
	data_source: 'A3',
	no_contract: 'A7',
	withdrawal: 'A8'
};

/** A letter with its dates filled in; what is not known is null, for the reader to fill in. */
export function letterAbout(kind: LetterKind, subject: LetterSubject): Letter {
	const { channel, organisation, caller_number, moments, contract_on, written_on } = subject;
	return {
		kind,
		is_call: channel === null || channel === 'phone',
		organisation,
		caller_number,
		contacts: moments.map(({ contact_at, is_time_known }) => ({
			day: dayOf(contact_at),
			time: is_time_known ? timeOf(contact_at) : null
		})),
		contract_on,
		written_on,
		answer_by: termOf[kind](written_on),
		send_by: kind === 'withdrawal' && contract_on ? endOfWithdrawal(contract_on, 14, true) : null
	};
}

/** The day of the letter itself is not counted. */
const termOf: Record<LetterKind, (day: string) => string> = {
	// Code Telemarketing: four weeks.
	objection: (day) => addDays(day, 28),
	// Code Telemarketing of 15 October 2024: five working days.
	consent_proof: (day) => addWorkingDays(day, 5),
	// AVG: one month.
	data_source: (day) => addMonths(day, 1),
	// No law sets a term to confirm; this one is reasonable.
	no_contract: (day) => addDays(day, 14),
	// Burgerlijk Wetboek 6:230r: money back within fourteen days.
	withdrawal: (day) => addDays(day, 14)
};
