import type { TrendChoices } from '#lib/features/trends/trend-choices.ts';
import { formatCount, formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

/** A signal as the pages show it. */
export type ShownSignal = {
	signal_id: number;
	organisation_id: string | null;
	kind: string;
	organisation_name: string | null;
	sector: string | null;
	category: string | null;
	channel: string | null;
	first_number: string | null;
	last_number: string | null;
	/** The same as people write them. */
	first_shown: string | null;
	last_shown: string | null;
	state: string;
	method: string;
	since_on: string;
	last_on: string;
	observed: number;
	expected: number;
	bound: number;
	pvalue: number | null;
	score: number | null;
	weeks: { on: string; observed: number; expected: number | null; bound: number | null }[];
	dismiss_reason: string | null;
	found_at: string;
};

export const signalStateLabels: Record<string, () => string> = {
	new: m.signal_state_new,
	seen: m.signal_state_seen,
	dismissed: m.signal_state_dismissed,
	in_case: m.signal_state_in_case
};

export const methodLabels: Record<string, () => string> = {
	ears_c2: m.signal_method_ears,
	farrington_flexible: m.signal_method_farrington,
	gamma_poisson: m.signal_method_disproportion,
	conditional_binomial: m.signal_method_rate
};

export const signalEventLabels: Record<string, () => string> = {
	found: m.signal_event_found,
	renewed: m.signal_event_renewed,
	seen: m.signal_event_seen,
	dismissed: m.signal_event_dismissed,
	taken_into_case: m.signal_event_taken_into_case
};

/** An expectation or a bound: exact where it is small. */
export const formatAmount = (amount: number, locale: string) =>
	amount < 10
		? amount.toLocaleString(locale === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 1 })
		: formatCount(Math.round(amount), locale);

/** Whose complaints: the name of the series. */
export function sayWho(signal: ShownSignal, choices: TrendChoices): string {
	const label = (rows: { value: string; label: string }[], code: string | null) =>
		rows.find(({ value }) => value === code)?.label ?? code ?? '';
	const { kind, organisation_name, first_shown, last_shown } = signal;
	const category = label(choices.categories, signal.category);
	const organisation = organisation_name ?? m.committee_unknown_party();
	if (kind === 'channel') {
		return m.signal_who_channel({ channel: label(choices.channels, signal.channel) });
	}
	if (kind === 'sector_category') {
		const sector = label(choices.sectors, signal.sector);
		return m.signal_who_sector({ category, sector });
	}
	if (kind === 'organisation_category' || kind === 'disproportion') {
		return m.signal_who_organisation({ category, organisation });
	}
	if (kind === 'organisation_rate') {
		return m.signal_who_rate({ organisation, channel: label(choices.channels, signal.channel) });
	}
	if (kind === 'number') return m.signal_who_number({ number: first_shown ?? '' });
	if (kind === 'number_block') {
		return m.signal_who_block({ first: first_shown ?? '', last: last_shown ?? '' });
	}
	return m.signal_who_all();
}

/** What stands out, in one sentence. */
export function saySignal(signal: ShownSignal, locale: string): string {
	const observed = formatCount(signal.observed, locale);
	const expected = formatAmount(signal.expected, locale);
	if (signal.kind === 'disproportion') {
		const ratio = formatAmount(signal.score ?? 0, locale);
		return m.signal_sentence_disproportion({ observed, expected, ratio });
	}
	if (signal.kind === 'organisation_rate') {
		const rate = signal.score ?? 0;
		const usual = (rate * signal.expected) / signal.observed;
		return m.signal_sentence_rate({
			observed,
			rate: formatAmount(rate, locale),
			usual: formatAmount(usual, locale)
		});
	}
	const week = formatShortDay(signal.last_on, locale);
	return m.signal_sentence({ observed, expected, week });
}
