import type { Sql } from '../backend/backend.ts';

/** Minutes after which organisations are told, where an administrator chose no other term. */
const hour = 60;
const atOnce = 0;

/**
 * Has organisations told of reports by the hour, so that the minute does not give away who reported;
 * but at once on a desk that only its own machine reaches, which is there to be tried. What an
 * administrator chose stays.
 */
export async function settleTelling(sql: Pick<Sql, 'query'>, origin: string): Promise<void> {
	await sql.query(
		`update hub.clocks set amount = $1
		where code = 'told_to_organisation' and edited_at is null and amount <> $1`,
		[isOwnMachine(new URL(origin).hostname) ? atOnce : hour]
	);
}

/** RFC 6761, 6.3, and the loopback addresses of RFC 1122 and RFC 4291. */
const isOwnMachine = (hostname: string): boolean =>
	/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
