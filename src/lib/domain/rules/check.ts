import { assess, emptyTables, type Assessment } from './assess.ts';
import type { RuleTables } from './clauses.ts';
import { parseFacts } from './facts.ts';
import { parseMoment } from './moment.ts';
import { ignoredFacts } from './wrong-facts.ts';

/** An assessment, with the names that were sent and are no fact. */
export type Checked = Assessment & { ignored: string[] };

/**
 * The filter `rules check` and `POST /rules/check`: one facts object, plain or as `facts`, with
 * `as_of`, the moment up to which terms have run. Whatever cannot be read is unknown.
 * @param now stands in when there is no `as_of`
 */
export function checkRules(input: unknown, now: Date, tables: RuleTables = emptyTables): Checked {
	const sent = isObject(input) ? input : {};
	const facts = isObject(sent.facts) ? sent.facts : sent;
	const as_of = parseMoment(sent.as_of ?? facts.as_of);
	const assessment = assess(parseFacts(facts), as_of ? new Date(as_of.earliest) : now, tables);
	return { ...assessment, ignored: ignoredFacts(sent) };
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
