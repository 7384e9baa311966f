import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* Likely callers, with the rights of who signed in. */

export const callerStates = ['new', 'named', 'dismissed', 'gone'] as const;
export type CallerState = (typeof callerStates)[number];

const weight = z.number();
const reason = z.discriminatedUnion('feature', [
	z.object({
		feature: z.literal('block'),
		weight,
		spans: z.array(z.object({ first: z.string(), last: z.string(), numbers: z.number() }))
	}),
	z.object({
		feature: z.literal('wording'),
		weight,
		terms: z.array(z.string()),
		copied: z.number()
	}),
	z.object({ feature: z.literal('hours'), weight, part: z.number(), share: z.number() }),
	z.object({ feature: z.literal('sector'), weight, sector: z.string(), share: z.number() }),
	z.object({
		feature: z.literal('name'),
		weight,
		name: z.string(),
		reports: z.number(),
		share: z.number()
	})
]);

const shown = z.string().transform(writeNumber);

const caller = z.object({
	caller_id: z.number(),
	state: z.enum(callerStates),
	organisation_id: z.string().nullable(),
	organisation_name: z.string().nullable(),
	label: z.string().nullable(),
	follows_caller_id: z.number().nullable(),
	follows_name: z.string().nullable(),
	follows_state: z.enum(callerStates).nullable(),
	strength: z.number(),
	reasons: z.array(reason).transform((reasons) =>
		reasons.map((one) =>
			one.feature === 'block'
				? {
						...one,
						spans: one.spans.map(({ first, last, numbers }) => ({
							first: writeNumber(first),
							last: writeNumber(last),
							numbers
						}))
					}
				: one
		)
	),
	numbers: z.array(shown),
	report_count: z.number(),
	first_on: z.string(),
	last_on: z.string(),
	decision: z.string().nullable(),
	decided_at: z.string().nullable(),
	found_at: z.string()
});
export type Caller = z.output<typeof caller>;

const event = z.object({
	event: z.enum([
		'found',
		'renewed',
		'gone',
		'named',
		'dismissed',
		'taken_back',
		'number_registered'
	]),
	reason: z.string().nullable(),
	details: z.record(z.string(), z.unknown()),
	occurred_at: z.string()
});

/** Those that wait first; of some states when these are given. */
export async function list(client: Client, states?: readonly CallerState[]): Promise<Caller[]> {
	const answer = await client.rpc('list_likely_callers', {
		states: states ? [...states] : undefined
	});
	return z.array(caller).parse(unwrap('list_likely_callers', answer));
}

/** One caller with its numbers, what happened to it and its newest reports; null when there is none. */
export async function load(client: Client, id: number) {
	const [one, numbers, events, reports] = await Promise.all([
		client.rpc('list_likely_callers', { id }),
		client.rpc('likely_caller_numbers', { id }),
		client.rpc('likely_caller_events', { id }),
		client.rpc('likely_caller_reports', { id, most: 20 })
	]);
	const [found] = z.array(caller).parse(unwrap('list_likely_callers', one));
	if (!found) return null;
	return {
		caller: found,
		numbers: unwrap('likely_caller_numbers', numbers).map((row) => ({
			...row,
			shown: writeNumber(row.caller_number)
		})),
		events: z.array(event).parse(unwrap('likely_caller_events', events)),
		reports: unwrap('likely_caller_reports', reports).map((row) => ({
			...row,
			shown: writeNumber(row.caller_number)
		}))
	};
}

/** When the numbers were last looked through; null before the first time. */
export async function loadLastRun(client: Client) {
	const [run] = unwrap('last_likely_caller_run', await client.rpc('last_likely_caller_run'));
	return run ?? null;
}

/** The likely callers with numbers in blocks of a hundred, by the digits these begin with. */
export async function inBlocks(client: Client, blocks: readonly string[]) {
	if (blocks.length === 0) return [];
	const answer = await client.rpc('likely_callers_in_blocks', { blocks: [...blocks] });
	return unwrap('likely_callers_in_blocks', answer);
}

const arrived = z.object({ attributed: z.number() });
const returned = z.object({ returned: z.number() });

/**
 * Says whose a caller is: an organisation's, or one known by a label alone. Tells how many reports
 * arrived.
 * @throws Refused `not_allowed`, `caller_not_found`, `caller_already_decided`, `caller_name_needed`
 */
export async function name(
	client: Client,
	id: number,
	given: { organisation_id: string } | { label: string },
	reason: string
): Promise<number> {
	const answer = await client.rpc('name_likely_caller', { id, reason, ...given });
	return arrived.parse(unwrap('name_likely_caller', answer)).attributed;
}

/** @throws Refused `not_allowed`, `caller_not_found`, `caller_already_decided` */
export async function dismiss(client: Client, id: number, reason: string): Promise<void> {
	unwrap('dismiss_likely_caller', await client.rpc('dismiss_likely_caller', { id, reason }));
}

/** Takes a decision back; tells how many reports wait again. @throws Refused as `dismiss` */
export async function takeBack(client: Client, id: number, reason: string): Promise<number> {
	const answer = await client.rpc('take_back_likely_caller', { id, reason });
	return returned.parse(unwrap('take_back_likely_caller', answer)).returned;
}
