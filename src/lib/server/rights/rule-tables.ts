import { z } from 'zod';
import type { RuleTables } from '#lib/domain/rules/clauses.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

const shape = z.object({
	mourning_days: z.array(z.string()),
	hours_verified: z.record(z.string(), z.boolean()),
	disabled_rules: z.array(z.string())
});

const keptMs = 60_000;
const kept = new WeakMap<Desk, { until: number; tables: Promise<RuleTables> }>();

/** The tables the rules are read with, kept for a minute: the committee may change them. */
export function load(desk: Desk): Promise<RuleTables> {
	const known = kept.get(desk);
	if (known && known.until > Date.now()) return known.tables;
	const tables = fetchTables(desk);
	kept.set(desk, { until: Date.now() + keptMs, tables });
	tables.catch(() => kept.delete(desk));
	return tables;
}

/** They were changed here. */
export const forget = (desk: Desk) => void kept.delete(desk);

async function fetchTables(desk: Desk): Promise<RuleTables> {
	return shape.parse(unwrap('rule_tables', await desk.anonymous.rpc('rule_tables')));
}
