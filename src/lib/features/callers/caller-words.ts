import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import type { TrendChoices } from '#lib/features/trends/trend-choices.ts';
import { formatCount, formatShare, formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

/** A likely caller as the pages show it; its numbers are written as people write them. */
export type ShownCaller = {
	caller_id: number;
	state: 'new' | 'named' | 'dismissed' | 'gone';
	organisation_name: string | null;
	label: string | null;
	follows_caller_id: number | null;
	follows_name: string | null;
	follows_state: string | null;
	strength: number;
	reasons: ShownReason[];
	numbers: string[];
	report_count: number;
	first_on: string;
	last_on: string;
	decision: string | null;
};

export type ShownReason =
	| {
			feature: 'block';
			weight: number;
			spans: { first: string; last: string; numbers: number }[];
	  }
	| { feature: 'wording'; weight: number; terms: string[]; copied: number }
	| { feature: 'hours'; weight: number; part: number; share: number }
	| { feature: 'sector'; weight: number; sector: string; share: number }
	| { feature: 'name'; weight: number; name: string; reports: number; share: number };

export const callerStateLabels: Record<ShownCaller['state'], () => string> = {
	new: m.caller_state_new,
	named: m.caller_state_named,
	dismissed: m.caller_state_dismissed,
	gone: m.caller_state_gone
};

/** What the caller is called, or by which numbers it is known. */
export function sayCaller({ organisation_name, label, numbers }: ShownCaller, locale: string) {
	const name = organisation_name ?? label;
	if (name) return name;
	const [number = '', other] = numbers;
	if (!other) return m.caller_unnamed_one({ number });
	if (numbers.length === 2) return m.caller_unnamed_two({ number, other });
	return m.caller_unnamed({ number, others: formatCount(numbers.length - 1, locale) });
}

export function sayCounts(caller: ShownCaller, locale: string): string {
	const reports = formatCount(caller.report_count, locale);
	const first = formatShortDay(caller.first_on, locale);
	const last = formatShortDay(caller.last_on, locale);
	if (caller.numbers.length === 1) return m.caller_counts_one({ reports, first, last });
	const numbers = formatCount(caller.numbers.length, locale);
	return m.caller_counts({ reports, numbers, first, last });
}

/** How sure it is: the weights are logarithms of odds, the threshold is 4.5. */
export function saySureness(strength: number): string {
	if (strength >= 8) return m.caller_sure_very();
	return strength >= 6 ? m.caller_sure_likely() : m.caller_sure_maybe();
}

const dayNames = [m.caller_days_working, m.caller_days_saturday, m.caller_days_sunday];

/** One reason, in one or more sentences. */
export function sayReason(reason: ShownReason, choices: TrendChoices, locale: string): string[] {
	const isAgainst = reason.weight < 0;
	if (reason.feature === 'block') {
		if (isAgainst) return [m.caller_not_block()];
		return reason.spans.map(({ first, last, numbers }) =>
			m.caller_because_block({ first, last, numbers: formatCount(numbers, locale) })
		);
	}
	if (reason.feature === 'wording') return sayWording(reason, locale);
	const share = formatShare(reason.share, locale);
	if (reason.feature === 'hours') {
		if (isAgainst) return [m.caller_not_hours()];
		const from = (reason.part % 8) * 3;
		const days = dayNames[Math.floor(reason.part / 8)]!();
		return [m.caller_because_hours({ share, days, from: String(from), until: String(from + 3) })];
	}
	if (reason.feature === 'sector') {
		const { sectors } = choices;
		const sector = sectors.find(({ value }) => value === reason.sector)?.label ?? reason.sector;
		return [
			isAgainst
				? m.caller_not_sector({ sector, share })
				: m.caller_because_sector({ sector, share })
		];
	}
	const { name } = reason;
	return [isAgainst ? m.caller_not_name({ name, share }) : m.caller_because_name({ name, share })];
}

function sayWording(
	{ weight, terms, copied }: Extract<ShownReason, { feature: 'wording' }>,
	locale: string
): string[] {
	if (weight < 0) return [m.caller_not_wording()];
	return [
		terms.length > 0
			? m.caller_because_terms({ terms: terms.map((term) => `‘${term}’`).join(', ') })
			: m.caller_because_wording(),
		...(copied > 0 ? [m.caller_because_copied({ numbers: formatCount(copied, locale) })] : [])
	];
}

type Happened = { event: string; details: Record<string, unknown> };

/** What happened to the group, as one line. */
export function sayEvent({ event, details }: Happened, locale: string): string {
	const count = (name: string) => formatCount(Number(details[name] ?? 0), locale);
	const [numbers, reports] = [count('numbers'), count('reports')];
	if (event === 'found') return m.caller_event_found({ numbers, reports });
	if (event === 'renewed') return m.caller_event_renewed({ numbers, reports });
	if (event === 'gone') return m.caller_event_gone();
	if (event === 'dismissed') return m.caller_event_dismissed();
	if (event === 'taken_back') return m.caller_event_taken_back({ reports: count('returned') });
	if (event === 'number_registered') {
		return m.caller_event_number_registered({ number: writeNumber(String(details.number)) });
	}
	return typeof details.label === 'string'
		? m.caller_event_labelled({ label: details.label })
		: m.caller_event_named({ reports: count('attributed') });
}
