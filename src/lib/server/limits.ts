import type { RequestEvent } from '@sveltejs/kit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often one address may do something. Wide enough for a household or an office. */
const limiters = {
	file_report: new RateLimiterMemory({ points: 30, duration: 3600 }),
	lodge_objection: new RateLimiterMemory({ points: 10, duration: 3600 }),
	send_code: new RateLimiterMemory({ points: 10, duration: 900 }),
	sign_in: new RateLimiterMemory({ points: 20, duration: 900 }),
	/** Guesses at one person's code, from wherever: more than one address may make by itself. */
	sign_in_as: new RateLimiterMemory({ points: 30, duration: 900 }),
	follow: new RateLimiterMemory({ points: 20, duration: 600 }),
	api: new RateLimiterMemory({ points: 600, duration: 600 })
};

export type Limited = keyof typeof limiters;

/**
 * Counts one more of an act by this address, or by `who`.
 * @returns the seconds to wait when there were too many; otherwise nothing.
 */
export async function secondsToWait(
	{ locals, getClientAddress }: Pick<RequestEvent, 'locals' | 'getClientAddress'>,
	act: Limited,
	who = getClientAddress()
): Promise<number | undefined> {
	if (!locals.desk.env.isRateLimited) return undefined;
	try {
		await limiters[act].consume(who);
		return undefined;
	} catch (refusal) {
		if (!(refusal instanceof RateLimiterRes)) throw refusal;
		return Math.ceil(refusal.msBeforeNext / 1000);
	}
}
