import type { Desk } from '../desk.ts';
import { checkProof, type SolvedChallenge } from '../guard/proof-of-work.ts';

/** Why somebody has to look at a report before it goes on its way. */
export type HoldReason = 'honeypot' | 'no_proof_of_work';

/** What the guard thinks of a report: nothing (in the API), held, or paid for with a solved challenge. */
export type Judgement = { is_held?: true; hold_reason?: HoldReason } & Partial<SolvedChallenge>;

/** Whether the field that nobody sees was filled in. */
export const isFilledByMachine = ({ leave_empty }: Record<string, unknown>): boolean =>
	leave_empty !== undefined && leave_empty !== '';

/**
 * Whether a form seems to come from a person: the field that nobody sees is empty, and the device
 * did its sums. What does not is never refused, but read by a person first.
 */
export async function judgeFiling(desk: Desk, values: Record<string, unknown>): Promise<Judgement> {
	if (isFilledByMachine(values)) {
		return { is_held: true, hold_reason: 'honeypot' };
	}
	const solved = await checkProof(desk, values.proof);
	return solved ?? { is_held: true, hold_reason: 'no_proof_of_work' };
}
