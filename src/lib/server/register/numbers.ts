import { z } from 'zod';
import {
	parseCallerNumber,
	type PhoneNumber
} from '#lib/domain/phone-number/parse-phone-number.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { activityOf, type Activity } from '#lib/domain/phone-number/activity.ts';
import {
	hasNeighbours,
	neighbourhoodOf,
	type Neighbourhood
} from '#lib/domain/phone-number/neighbours.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

export const numberFigures = z.object({
	registered: z
		.object({
			organisation_id: z.string(),
			organisation_name: z.string(),
			organisation_slug: z.string(),
			since: z.string(),
			campaign: z
				.string()
				.nullable()
				.meta({ description: 'What the number is used for, where the organisation shows that' }),
			objection_url: z.string().nullable()
		})
		.nullable(),
	below_threshold: z.boolean(),
	/** A count of 1 to 4 is null. */
	reports: z
		.object({
			complaints: z.number().nullable(),
			compliments: z.number().nullable(),
			last_30_days: z.number().nullable(),
			first_on: z.string(),
			last_on: z.string()
		})
		.nullable(),
	top_categories: z.array(z.object({ code: z.string(), count: z.number() })),
	assessment: z.enum(['unknown', 'registered', 'mixed', 'often_reported'])
});

export type NumberLookUp = Omit<PhoneNumber, 'input' | 'valid'> & { e164: string } & z.infer<
		typeof numberFigures
	>;

/** What the public may know of a number in any spelling; null when it is no number. */
export async function lookUp(desk: Desk, typed: string): Promise<NumberLookUp | null> {
	const number = parseCallerNumber(typed);
	if (!number?.e164) return null;
	const { e164, national, type, country } = number;
	const answer = await desk.anonymous.rpc('look_up_number', { number: e164 });
	return {
		e164,
		national,
		type,
		country,
		...numberFigures.parse(unwrap('look_up_number', answer))
	};
}

const surroundings = z.object({
	days: z.array(z.object({ on: z.string(), count: z.number() })),
	neighbours: z.array(z.string())
});

/** What the page of a number tells besides its counts. */
export type NumberDescription = { activity: Activity | null; neighbourhood: Neighbourhood | null };

/** How much a number is reported these days, and whether its neighbours are too. */
export async function describe(
	desk: Desk,
	{ e164, type, below_threshold }: NumberLookUp
): Promise<NumberDescription> {
	const answer = await desk.service.rpc('describe_number', { number: e164 });
	const { days, neighbours } = surroundings.parse(unwrap('describe_number', answer));
	return {
		// Below the threshold the page says nothing of reports, so no word of when they came either.
		activity: below_threshold ? null : activityOf(days, dayOf(desk.now())),
		neighbourhood: hasNeighbours(type) ? neighbourhoodOf(e164, neighbours) : null
	};
}
