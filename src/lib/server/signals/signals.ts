import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* What stood out, with the rights of who signed in. */

export const signalStates = ['new', 'seen', 'dismissed', 'in_case'] as const;
export type SignalState = (typeof signalStates)[number];

const week = z.object({
	on: z.string(),
	observed: z.number(),
	expected: z.number().nullable(),
	bound: z.number().nullable()
});

const row = z.object({
	signal_id: z.number(),
	kind: z.enum([
		'all',
		'channel',
		'sector_category',
		'organisation_category',
		'number',
		'number_block',
		'disproportion',
		'organisation_rate'
	]),
	organisation_id: z.string().nullable(),
	organisation_name: z.string().nullable(),
	sector: z.string().nullable(),
	category: z.string().nullable(),
	channel: z.string().nullable(),
	first_number: z.string().nullable(),
	last_number: z.string().nullable(),
	state: z.enum(signalStates),
	method: z.enum(['ears_c2', 'farrington_flexible', 'gamma_poisson', 'conditional_binomial']),
	since_on: z.string(),
	last_on: z.string(),
	observed: z.number(),
	expected: z.number(),
	bound: z.number(),
	pvalue: z.number().nullable(),
	score: z.number().nullable(),
	weeks: z.array(week),
	dismiss_reason: z.string().nullable(),
	found_at: z.string()
});
const shown = (number: string | null) => number && writeNumber(number);
const signal = row.transform((one) => ({
	...one,
	/** The numbers as people write them. */
	first_shown: shown(one.first_number),
	last_shown: shown(one.last_number)
}));
export type Signal = z.output<typeof signal>;

/** New ones first; of some states when these are given. */
export async function list(client: Client, states?: readonly SignalState[]): Promise<Signal[]> {
	const answer = await client.rpc('list_signals', { states: states ? [...states] : undefined });
	return z.array(signal).parse(unwrap('list_signals', answer));
}

/** One signal with what happened to it and the newest reports behind it; null when there is none. */
export async function load(client: Client, id: number) {
	const [one, events, reports] = await Promise.all([
		client.rpc('list_signals', { id }),
		client.rpc('signal_events', { id }),
		client.rpc('signal_reports', { id, most: 20 })
	]);
	const [found] = z.array(signal).parse(unwrap('list_signals', one));
	if (!found) return null;
	return {
		signal: found,
		events: unwrap('signal_events', events),
		reports: unwrap('signal_reports', reports)
	};
}

/** When the series were last looked through; null before the first time. */
export async function loadLastRun(client: Client) {
	const [run] = unwrap('last_signal_run', await client.rpc('last_signal_run'));
	return run ?? null;
}

/** @throws Refused `not_allowed`, `signal_not_found`, `signal_already_handled` */
export async function see(client: Client, id: number): Promise<void> {
	unwrap('see_signal', await client.rpc('see_signal', { id }));
}

/** @throws Refused as `see`, and `reason_needed` */
export async function dismiss(client: Client, id: number, reason: string): Promise<void> {
	unwrap('dismiss_signal', await client.rpc('dismiss_signal', { id, reason }));
}
