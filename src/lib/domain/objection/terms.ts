import { dayOf } from '../calendar/amsterdam.ts';
import { addDays } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/working-days.ts';

/** How long the terms are, as hub.clocks says. */
export type ObjectionTerms = {
	norm_hours: number;
	processed_days: number;
	proof_working_days: number;
};

/** By when an objection of this moment should have been processed, and by when it must be. */
export function objectionTerms(sentAt: Date, { norm_hours, processed_days }: ObjectionTerms) {
	return {
		norm_at: new Date(sentAt.getTime() + norm_hours * 60 * 60 * 1000),
		processed_by: addDays(dayOf(sentAt), processed_days)
	};
}

/** The last day on which proof that was asked for at this moment is in time. */
export function proofBy(requestedAt: Date, { proof_working_days }: ObjectionTerms): string {
	return addWorkingDays(dayOf(requestedAt), proof_working_days);
}
