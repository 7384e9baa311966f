import { roles } from '#lib/domain/people/roles.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { staffRoleName } from '#lib/i18n/staff-role-name.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Taxonomy } from '#lib/server/register/taxonomy.ts';
import type { UpkeepEvent } from '#lib/server/upkeep/works.ts';
import { lengthOf } from '../clock-length.ts';
import { flagLabels, flagValues } from '../flag-labels.ts';

type Labelled = { code: string; label_nl: string; label_en: string };

/** What an act of upkeep was about, as people call it; by its code where it is gone. */
export function subjectOf(
	{ act, subject, before, after }: UpkeepEvent,
	known: Taxonomy,
	locale: 'nl' | 'en'
): string {
	const named = (rows: readonly Labelled[], code: string) =>
		rows.find((row) => row.code === code)?.[`label_${locale}`] ?? code;
	if (act === 'clock_set') return named(known.clocks, subject);
	if (act === 'labels_edited') {
		const [part, code = ''] = subject.split('/');
		return named(known[part as 'categories' | 'sub_categories' | 'sectors'] ?? [], code);
	}
	if (act.startsWith('annotation_')) {
		return String((after ?? before)?.[`label_${locale}`] ?? named(known.annotations, subject));
	}
	if (act.startsWith('mourning_day_')) return formatDay(subject, locale);
	// Somebody who is gone may have left a role that is not known.
	const role = roles.find((one) => one === subject);
	return act.startsWith('staff_') && role ? staffRoleName(role) : subject;
}

const names: Record<string, () => string> = {
	...flagLabels,
	amount: m.upkeep_clock_length,
	label_nl: m.upkeep_label_nl,
	label_en: m.upkeep_label_en,
	description_nl: m.upkeep_description_nl,
	description_en: m.upkeep_description_en,
	starts_on: m.upkeep_first_day,
	source: m.upkeep_source,
	is_break: m.upkeep_break
};

/** What became another value, where both are known. */
export function changesOf(
	{ act, subject, before, after }: UpkeepEvent,
	known: Taxonomy,
	locale: 'nl' | 'en'
) {
	if (!before || !after) return [];
	const clock = act === 'clock_set' && known.clocks.find(({ code }) => code === subject);
	const say = (name: string, value: unknown): string => {
		if (typeof value === 'boolean') return value ? flagValues.yes() : flagValues.no();
		if (name === 'starts_on') return formatDay(String(value), locale);
		if (clock && name === 'amount') return lengthOf(Number(value), clock.unit);
		return flagValues[value as keyof typeof flagValues]?.() ?? String(value ?? '');
	};
	return Object.keys(after)
		.filter((name) => String(before[name]) !== String(after[name]))
		.map((name) => ({
			name: names[name]?.() ?? name,
			before: say(name, before[name]),
			after: say(name, after[name])
		}));
}
