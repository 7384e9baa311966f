import { isIPv6 } from 'node:net';
import type { RequestEvent } from '@sveltejs/kit';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { keyedHash } from '../crypto/keyed-hash.ts';
import { limiterFor } from './limiters.ts';

/** How often one address may do something. Wide enough for a household or an office. */
const limits = {
	file_report: { points: 30, duration: 3600 },
	contest_number: { points: 10, duration: 3600 },
	lodge_objection: { points: 10, duration: 3600 },
	claim_organisation: { points: 10, duration: 3600 },
	apply_for_term: { points: 10, duration: 3600 },
	send_code: { points: 10, duration: 900 },
	sign_in: { points: 20, duration: 900 },
	/** Guesses at one person's code, from wherever: more than one address may make by itself. */
	sign_in_as: { points: 30, duration: 900 },
	follow: { points: 20, duration: 600 },
	/** Follow codes that do not exist; from the sixth in a day on each costs time. */
	wrong_follow_code: { points: 5, duration: 24 * 3600 },
	challenge: { points: 120, duration: 600 },
	/** Files, not requests: a few reports full of them. */
	evidence: { points: 60, duration: 3600 },
	api: { points: 600, duration: 600 },
	/** Of one key, from wherever. */
	api_key: { points: 300, duration: 600 }
};

export type Limited = keyof typeof limits;

type Asking = Pick<RequestEvent, 'locals' | 'getClientAddress'>;

/** Reading is counted in each instance by itself: it happens often, and a little more does no harm. */
const countedLocally: readonly Limited[] = ['api'];

const longestPause = 3600;

/**
 * Counts one more of an act by this address, or by `who`.
 * @returns the seconds to wait when there were too many; otherwise nothing.
 */
export async function secondsToWait(
	event: Asking,
	act: Limited,
	who?: string
): Promise<number | undefined> {
	if (!event.locals.desk.env.isRateLimited) return undefined;
	if (act === 'follow') {
		const pause = await of(event, 'wrong_follow_code', 'pause').get(nameOf(event, who));
		if (pause && pause.consumedPoints > 0) return inSeconds(pause);
	}
	try {
		await of(event, act).consume(nameOf(event, who));
		return undefined;
	} catch (refusal) {
		if (!(refusal instanceof RateLimiterRes)) throw refusal;
		return inSeconds(refusal);
	}
}

/** A follow code that does not exist: who keeps guessing waits 30 seconds, then 60, 120 … */
export async function slowDownGuessing(event: Asking): Promise<void> {
	if (!event.locals.desk.env.isRateLimited) return;
	const who = nameOf(event);
	const { consumedPoints } = await of(event, 'wrong_follow_code').penalty(who);
	const over = consumedPoints - limits.wrong_follow_code.points;
	if (over <= 0) return;
	const seconds = Math.min(30 * 2 ** (over - 1), longestPause);
	await of(event, 'wrong_follow_code', 'pause').block(who, seconds);
}

const inSeconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));

function of({ locals: { desk } }: Asking, act: Limited, part = 'count'): RateLimiterAbstract {
	const isShared = !countedLocally.includes(act);
	return limiterFor(desk.backend, `${act}_${part}`, limits[act], { isShared });
}

/** An address or a person as a keyed hash: in a shared table nobody can be read back. */
function nameOf({ locals: { desk }, getClientAddress }: Asking, who?: string): string {
	return keyedHash(desk.secrets.hash_key, 'limit', who ?? householdOf(getClientAddress()));
}

/** A household has as many addresses of version 6 as it likes, all within one block of 64 bits. */
export function householdOf(address: string): string {
	if (!isIPv6(address) || address.includes('.')) return address;
	const [head = '', tail] = address.split('%')[0]!.split('::');
	const first = head === '' ? [] : head.split(':');
	const last = tail === undefined || tail === '' ? [] : tail.split(':');
	const groups = [...first, ...Array(8 - first.length - last.length).fill('0'), ...last];
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':');
}
