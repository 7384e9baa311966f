import { z } from 'zod';
import { categories, type CategoryCode } from '../report/taxonomy.ts';
import { parsePhoneNumber } from '../phone-number/parse-phone-number.ts';

/** A number that is often reported, with what its own page tells of it. */
export type BlockedNumber = {
	/** E.164, with its plus. */
	number: string;
	complaints: number;
	/** The category it is reported for most, where one may be told. */
	category: CategoryCode | null;
	/** The day of the last report. */
	last_on: string;
};

export type Blocklist = {
	made_at: Date;
	/** Where is told how it is made, and how a number is contested. */
	about_url: string;
	/** Newest reports first. */
	numbers: readonly BlockedNumber[];
};

export const blockedNumbers = z.array(
	z.object({
		number: z.string(),
		complaints: z.number().int(),
		category: z.enum(categories).nullable(),
		last_on: z.string()
	})
);

/** Numbers by which one calls a service: nobody calls from them, so they were shown by another. */
const neverBlocked = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL']);

/** Whether blocking a number hurts nobody else: numbers that do not exist were spoofed as well. */
export function canBeBlocked(number: string): boolean {
	const { valid, type } = parsePhoneNumber(number);
	return valid && !neverBlocked.has(type ?? '');
}
