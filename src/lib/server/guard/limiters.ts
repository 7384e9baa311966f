import {
	RateLimiterMemory,
	RateLimiterPostgres,
	type RateLimiterAbstract
} from 'rate-limiter-flexible';
import type { Backend } from '../backend/backend.ts';

type Limit = { points: number; duration: number };

const known = new WeakMap<Backend, Map<string, RateLimiterAbstract>>();

/**
 * The counter of one act. Instances that share a PostgreSQL count together in `hub.rate_limits`;
 * an embedded desk has no others and counts in memory. When the database does not answer an
 * instance counts by itself: a limit may not be what keeps the desk from working.
 */
export function limiterFor(
	backend: Backend,
	name: string,
	limit: Limit,
	{ isShared }: { isShared: boolean }
): RateLimiterAbstract {
	let limiters = known.get(backend);
	if (!limiters) known.set(backend, (limiters = new Map()));
	let limiter = limiters.get(name);
	if (!limiter) limiters.set(name, (limiter = make(backend, name, limit, isShared)));
	return limiter;
}

function make({ name: backendName, sql }: Backend, name: string, limit: Limit, isShared: boolean) {
	const settings = { ...limit, keyPrefix: name };
	const inMemory = new RateLimiterMemory(settings);
	if (!isShared || backendName === 'embedded') return inMemory;
	return new RateLimiterPostgres({
		...settings,
		storeClient: {
			async query({ text, values }: { text: string; values: unknown[] }) {
				const rows = await sql.query(text, values);
				return { rows, rowCount: rows.length };
			}
		},
		storeType: 'pool',
		schemaName: 'hub',
		tableName: 'rate_limits',
		tableCreated: true,
		// Who is over the limit is refused without asking the database again.
		inMemoryBlockOnConsumed: limit.points + 1,
		insuranceLimiter: inMemory
	});
}
