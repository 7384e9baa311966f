import type { ObjectionTerms } from '#lib/domain/objection/terms.ts';
import type { ClockCode } from '#lib/domain/calendar/clocks.ts';
import type { Desk } from '../desk.ts';
import * as taxonomy from '../register/taxonomy.ts';

/** The terms of objections and requests for proof, from the one table of clocks. */
export async function loadObjectionTerms(desk: Desk): Promise<ObjectionTerms> {
	const { clocks } = await taxonomy.load(desk);
	const amountOf = (code: ClockCode) => clocks.find((clock) => clock.code === code)!.amount;
	return {
		norm_hours: amountOf('objection_norm'),
		processed_days: amountOf('objection_processed'),
		proof_working_days: amountOf('consent_proof')
	};
}
