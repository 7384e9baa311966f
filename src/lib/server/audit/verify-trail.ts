import { createHash } from 'node:crypto';
import {
	chainChecker,
	type ChainFault,
	type ChainHead,
	type ChainLink
} from '#lib/domain/audit/check-chain.ts';
import type { Sql } from '../backend/backend.ts';

const pageSize = 2000;

/** What was found of the trail, and where it ends now. */
export type TrailState = { head: ChainHead; faults: ChainFault[]; unchained: number[] };

/**
 * Reads the whole trail and does its sums anew, without the functions of the database: whoever
 * changed the rows may have changed those.
 */
export async function verifyTrail(sql: Sql, kept: readonly ChainHead[] = []): Promise<TrailState> {
	const checker = chainChecker(hashLink, kept);
	const faults: ChainFault[] = [];
	for (let after = 0; ;) {
		const rows = await sql.query<LinkRow>(linksAfter, [after, pageSize]);
		faults.push(...checker.add(rows.map(toLink)));
		if (rows.length < pageSize) break;
		after = Number(rows.at(-1)!.sequence);
	}
	const unchained = await sql.query<{ audit_id: string }>(unchainedEvents);
	const end = checker.finish();
	return {
		head: end.head,
		faults: [...faults, ...end.faults],
		unchained: unchained.map(({ audit_id }) => Number(audit_id))
	};
}

type LinkRow = {
	sequence: string;
	link_audit_id: string;
	previous_hash: string;
	hash: string;
	audit_id: string | null;
	occurred_at: string;
	actor_id: string | null;
	actor_role: string;
	act: string;
	subject: string;
	subject_id: string;
	purpose: string;
	case_reference: string | null;
};

const linksAfter = `
	select links.sequence::text, links.audit_id::text as link_audit_id,
		encode(links.previous_hash, 'hex') as previous_hash, encode(links.hash, 'hex') as hash,
		events.audit_id::text,
		to_char(events.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
		events.actor_id::text, events.actor_role, events.act, events.subject, events.subject_id,
		events.purpose, events.case_reference
	from hub.audit_links as links left join hub.audit_events as events using (audit_id)
	where links.sequence > $1 order by links.sequence limit $2`;

const unchainedEvents = `
	select events.audit_id::text from hub.audit_events as events
	where not exists (select from hub.audit_links where audit_links.audit_id = events.audit_id)
	order by events.audit_id limit 20`;

/** The same text as `hub.audit_text` makes. */
function toLink(row: LinkRow): ChainLink {
	const fields = [
		row.sequence,
		row.audit_id,
		row.occurred_at,
		row.actor_id ?? '-',
		row.actor_role,
		row.act,
		row.subject,
		row.subject_id,
		row.purpose,
		row.case_reference ?? '-'
	];
	return {
		sequence: Number(row.sequence),
		audit_id: Number(row.link_audit_id),
		previous_hash: row.previous_hash,
		hash: row.hash,
		text: row.audit_id === null ? null : fields.join('\n')
	};
}

function hashLink(previousHash: string, text: string): string {
	const previous = Buffer.from(previousHash, 'hex');
	return createHash('sha256').update(previous).update(text, 'utf8').digest('hex');
}
